#include "runs/stored_bytes.hpp"

#include "plain/sqlstates.hpp"
#include "postgres/settings.hpp"
#include "runs/results.hpp"
#include "runs/tasks.hpp"

#include <map>

namespace fanout {
namespace {

constexpr int64_t kept_us = 60 * USECS_PER_SEC, pause_us = 10 * USECS_PER_SEC;

using bytes_by_owner = std::map<Oid, int64_t>;

/// What part of a table's pages to look at, in percent: of small tables all.
parameter sampled_percentage(const char* table) {
    static statement part(
        "SELECT least(100, 100 * $2::float8 / greatest(sum(pg_relation_size(t.oid)), 1)) FROM ("
        "    SELECT ('fanout.' || $1)::regclass AS oid UNION ALL "
        "    SELECT inhrelid FROM pg_inherits WHERE inhparent = ('fanout.' || $1)::regclass) t",
        {TEXTOID, INT8OID});
    constexpr int64_t most_pages = 128;
    return param::datum(part.run({param::text(table), param::int8(most_pages * BLCKSZ)}).datum(0, 1));
}

/// Each page that is looked at stands for as many as were passed over. OFFSET 0 keeps the order of the
/// look-ups: from what the sample has to its run, and not from all runs. What a run that is gone has left, or
/// one that was moved to another generation, counts no more.
bytes_by_owner measure() {
    static statement sample(
        "SELECT r.owner::oid, sum(x.bytes)::bigint FROM ("
        "    SELECT s.run_id, v.generation, v.bytes FROM ("
        "        " +
            sample_of_items("$1") + " UNION ALL " + sample_of_results("$2") + " UNION ALL " +
            sample_of_failures("$3") +
            ") v "
            "    CROSS JOIN LATERAL (SELECT f.run_id FROM fanout.step_states f WHERE f.state_id = v.state_id OFFSET 0) s "
            "    UNION ALL "
            "    SELECT s.run_id, NULL, pg_column_size(s.output) * 100 / $4 FROM fanout.step_states s TABLESAMPLE SYSTEM ($4) "
            "    UNION ALL "
            "    SELECT i.run_id, NULL, pg_column_size(i.input) * 100 / $5 FROM fanout.runs i TABLESAMPLE SYSTEM ($5)) x "
            "CROSS JOIN LATERAL (SELECT f.owner FROM fanout.runs f WHERE f.run_id = x.run_id "
            "            AND f.generation = coalesce(x.generation, f.generation) OFFSET 0) r "
            "WHERE x.bytes IS NOT NULL GROUP BY r.owner::oid",
        {FLOAT8OID, FLOAT8OID, FLOAT8OID, FLOAT8OID, FLOAT8OID});
    rows found = sample.run({sampled_percentage("tasks"), sampled_percentage("results"),
                             sampled_percentage("failures"), sampled_percentage("step_states"),
                             sampled_percentage("runs")});
    bytes_by_owner result;
    for (size_t i = 0; i < found.size(); ++i) result[found.oid(i, 1)] = found.int8(i, 2);
    return result;
}

/// Whether anybody has a ceiling: this session, or by ALTER DATABASE or ALTER ROLE another.
bool is_asked_for() {
    static statement find(
        "SELECT current_setting('fanout.max_stored_bytes') <> '-1' OR EXISTS ("
        "    SELECT FROM pg_db_role_setting d CROSS JOIN LATERAL unnest(d.setconfig) AS c (setting) "
        "     WHERE c.setting LIKE 'fanout.max_stored_bytes=%')",
        {});
    return find.run({}).boolean(0, 1);
}

bool was_measured_since(TimestampTz time) {
    static statement find("SELECT FROM fanout.stored_bytes WHERE measured_at > $1 LIMIT 1", {TIMESTAMPTZOID});
    return !find.run({param::time(time)}).empty();
}

/// Nobody waits: where another call is at it, it is done.
bool try_lock_table() {
    const std::optional<pg_error> error = subtransaction([] {
        pg_call([] {
            SPI_execute("LOCK TABLE fanout.stored_bytes IN SHARE ROW EXCLUSIVE MODE NOWAIT", false, 0);
        });
    });
    if (error && !error->has_sqlstate(sqlstate::lock_not_available)) throw pg_error(*error);
    return !error;
}

}  // namespace

int64_t stored_bytes_of(Oid owner) {
    static statement find("SELECT bytes FROM fanout.stored_bytes WHERE owner = $1 AND measured_at > $2",
                          {OIDOID, TIMESTAMPTZOID});
    const TimestampTz since = engine_clock() - kept_us;
    const rows known = find.run({param::oid(owner), param::time(since)});
    if (!known.empty()) return known.int8(0, 1);
    // All are measured together: who has no row beside the others' had nothing then.
    return was_measured_since(since) ? 0 : measure()[owner];
}

void measure_stored_bytes() {
    static statement clear("DELETE FROM fanout.stored_bytes", {});
    static statement write("INSERT INTO fanout.stored_bytes (owner, bytes, measured_at) VALUES ($1, $2, $3)",
                           {OIDOID, INT8OID, TIMESTAMPTZOID});
    const TimestampTz now = engine_clock();
    if (!is_asked_for() || was_measured_since(now - pause_us) || !try_lock_table()) return;
    const bytes_by_owner measured = measure();
    clear.run({});
    for (const auto& [owner, bytes] : measured)
        write.run({param::oid(owner), param::int8(bytes), param::time(now)});
}

void forget_stored_bytes(Oid owner) {
    static statement forget("DELETE FROM fanout.stored_bytes WHERE owner = $1", {OIDOID});
    forget.run({param::oid(owner)});
}

}  // namespace fanout
