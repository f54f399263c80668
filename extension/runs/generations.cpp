#include "runs/generations.hpp"

#include "plain/sqlstates.hpp"
#include "postgres/identity.hpp"
#include "postgres/index_scan.hpp"
#include "postgres/patience.hpp"

namespace fanout {
namespace {

constexpr char sequence[] = "generation_seq";
/// The tables of which a generation has a partition each, and the columns with what is long in their rows.
struct stored_values {
    const char* table;
    const char* column;
};
constexpr stored_values stored[] = {{"tasks", "items"}, {"results", "outputs"}, {"failures", "error"}};

/// The names of its tables, with the schema, and this between them.
std::string listed(int generation, const char* between) {
    std::string result;
    for (const auto& [table, column] : stored)
        result += (result.empty() ? "" : between) + ("fanout." + partition_name(table, generation));
    return result;
}

/// Who inserts into the table has the same lock anyway.
void lock_tasks(int generation) {
    const std::string name = partition_name("tasks", generation);
    const char* table = name.c_str();
    pg_call([&] { table_close(table_open(find_relation(table), RowExclusiveLock), NoLock); });
}

/// Whether a scan of an index of runs finds a row that vacuum can't remove: one that somebody may see, or is
/// writing.
bool finds_needed_row(const indexed_table& of, const Datum* values) {
    return pg_call([&] {
        Relation runs = table_open(find_relation(of.table.c_str()), AccessShareLock);
        SnapshotData needed;
        InitNonVacuumableSnapshot(needed, GlobalVisTestFor(runs));
        running_scan scan;
        scan.begin(of, AccessShareLock, &needed);
        scan.restart(values);
        const bool found = scan.next(ForwardScanDirection);
        scan.end();
        table_close(runs, NoLock);
        return found;
    });
}

void note_beginning(int generation, TimestampTz now) {
    static statement note("INSERT INTO fanout.generations (generation, began_at) VALUES ($1, $2) "
                          "ON CONFLICT (generation) DO UPDATE SET began_at = excluded.began_at",
                          {INT2OID, TIMESTAMPTZOID});
    note.run({param::int2(static_cast<int16_t>(generation)), param::time(now)});
}

void execute(const std::string& sql) {
    const char* text = sql.c_str();
    pg_call([&] {
        if (SPI_execute(text, false, 0) < 0) elog(ERROR, "SPI_execute failed: %s", text);
    });
}

}  // namespace

int current_generation() {
    return static_cast<int>(last_value(sequence));
}

int lock_current_generation() {
    for (;;) {
        const int seen = current_generation();
        lock_tasks(seen);
        if (current_generation() == seen) return seen;
    }
}

TimestampTz current_generation_began(TimestampTz now) {
    static statement find("SELECT began_at FROM fanout.generations WHERE generation = $1", {INT2OID});
    const int current = current_generation();
    rows found = find.run({param::int2(static_cast<int16_t>(current))});
    // A clock that has been set back since would let it last for as long, beyond its time.
    if (!found.empty() && found.int8(0, 1) <= now) return found.int8(0, 1);
    note_beginning(current, now);
    return now;
}

void begin_generation(int generation, TimestampTz now) {
    note_beginning(generation, now);
    set_value(sequence, generation);
}

int64_t generation_bytes(int generation) {
    return kept_statement("SELECT sum(pg_total_relation_size(t::regclass))::bigint FROM unnest(ARRAY['" +
                              listed(generation, "', '") + "']) t",
                          {})
        .run({})
        .int8(0, 1);
}

bool is_blank(int generation) {
    return kept_statement("SELECT sum(pg_relation_size(t::regclass))::bigint = 0 FROM unnest(ARRAY['" +
                              listed(generation, "', '") + "']) t",
                          {})
        .run({})
        .boolean(0, 1);
}

bool has_runs(int generation) {
    static const indexed_table ended{"runs", "runs_kept", {{1, BTEqualStrategyNumber, F_INT2EQ}}};
    static const indexed_table open{
        "runs",
        "runs_not_completed",
        {{1, BTEqualStrategyNumber, F_TEXTEQ}, {2, BTEqualStrategyNumber, F_INT2EQ}}};
    const Datum number = Int16GetDatum(static_cast<int16_t>(generation));
    const Datum of_open[] = {param::text("started").datum, number};
    return finds_needed_row(ended, &number) || finds_needed_row(open, of_open);
}

bool truncate_generation(int generation) {
    static statement forget("DELETE FROM fanout.generations WHERE generation = $1", {INT2OID});
    constexpr char shortest_wait[] = "1ms";
    const std::string names = listed(generation, ", ");
    const std::optional<pg_error> error = subtransaction([&] {
        execute("LOCK TABLE " + names + " IN ACCESS EXCLUSIVE MODE NOWAIT");
        // Who is starting a run in it has had a lock until now.
        if (has_runs(generation)) raise_busy("generation " + std::to_string(generation));
        // Somebody may vacuum what belongs to the tables, which is locked by itself.
        set_locally("lock_timeout", shortest_wait);
        execute("TRUNCATE " + names);
        forget.run({param::int2(static_cast<int16_t>(generation))});
    });
    if (!error) return true;
    // Of its own session, too, something may be reading it.
    if (error->has_sqlstate(sqlstate::lock_not_available) || error->has_sqlstate(sqlstate::object_in_use))
        return false;
    throw pg_error(*error);
}

double kept_part(int generation) {
    // A page that is looked at stands for as many as were passed over: what few pages of one table have is little
    // beside many of another. A row is its values and about as much beside them, with its entry in the index. Each
    // row's state is looked up, so there are not too many.
    constexpr int64_t most_pages = 32;
    const std::string number = std::to_string(generation);
    std::string tables;
    for (const auto& [table, values] : stored) {
        const std::string name = "fanout." + partition_name(table, generation);
        const std::string part = "least(1, $1::float8 / greatest(pg_relation_size('" + name + "'), 1))";
        tables +=
            (tables.empty() ? "" : " UNION ALL ") +
            ("SELECT sum(s.bytes) FILTER (WHERE s.is_kept) / " + part + " AS kept, sum(s.bytes) / " + part +
             " AS bytes FROM (SELECT x.bytes, EXISTS ("
             "    SELECT FROM fanout.step_states s JOIN fanout.runs r ON r.run_id = s.run_id "
             "     WHERE s.state_id = x.state_id AND r.generation = " +
             number + ") AS is_kept FROM (SELECT state_id, sum(100 + coalesce(pg_column_size(" + values +
             "), 0)) AS bytes FROM " + name + " TABLESAMPLE SYSTEM (100 * " + part +
             ") GROUP BY state_id) x) s");
    }
    statement& measure = kept_statement(
        "SELECT coalesce(sum(t.kept), 0) / greatest(coalesce(sum(t.bytes), 0), 1) FROM (" + tables + ") t",
        {INT8OID});
    return DatumGetFloat8(measure.run({param::int8(most_pages * BLCKSZ)}).datum(0, 1));
}

void copy_rows(const std::vector<int64_t>& state_ids, int from, int to) {
    // Whatever columns there are, an administrator's included.
    static statement find(
        "SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute "
        "WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' "
        "AND attname <> 'generation'",
        {TEXTOID});
    for (const auto& [table, column] : stored) {
        const std::string source = "fanout." + partition_name(table, from);
        const std::string columns = find.run({param::text(source)}).text(0, 1);
        kept_statement("INSERT INTO fanout." + partition_name(table, to) + " (generation, " + columns +
                           ") OVERRIDING SYSTEM VALUE SELECT " + std::to_string(to) + ", " + columns +
                           " FROM " + source + " WHERE state_id = ANY ($1)",
                       {INT8ARRAYOID})
            .run({param::int8_array(state_ids)});
    }
}

}  // namespace fanout
