// create_flow: definitions of flows, their versions, and what all definitions check.
#include "flows/flow.hpp"

#include "flows/ceilings.hpp"
#include "flows/step_options.hpp"
#include "plain/graph.hpp"
#include "plain/slug.hpp"
#include "plain/sqlstates.hpp"
#include "postgres/access.hpp"
#include "postgres/entry.hpp"
#include "postgres/index_scan.hpp"

#include <algorithm>

namespace fanout {

bool is_shorter(Datum left, Datum right) {
    return pg_call([&] { return DatumGetBool(DirectFunctionCall2(interval_lt, left, right)); });
}

void check_slug(const std::string& slug, const char* argument) {
    std::string problem = slug_problem(slug);
    if (problem.empty()) return;
    raise(
        sqlstate::invalid_slug, std::string(argument) + " \"" + slug + "\" " + problem,
        "A slug is a letter, then letters, digits, _ or -, up to 63 bytes; run, stream, item and items are reserved.");
}

void check_name(const std::string& name, const char* what, const std::string& where) {
    constexpr size_t longest = 255;
    if (name.size() <= longest) return;
    bad_option(where, std::string(what) + " is " + std::to_string(name.size()) + " bytes long",
               "A name is up to 255 bytes long.");
}

void bad_option(const std::string& where, const std::string& problem, const std::string& hint) {
    raise(sqlstate::invalid_argument, where + ": " + problem, hint);
}

void check_word(const std::string& word, const char* name, const char* first, const char* second,
                const std::string& where) {
    if (word == first || word == second) return;
    bad_option(where, std::string(name) + " is \"" + word + "\"",
               "It is '" + std::string(first) + "' or '" + second + "'.");
}

void check_length(Datum interval, const std::string& where, const char* name) {
    static Interval longest{0, 0, 100 * MONTHS_PER_YEAR};
    if (is_shorter(IntervalPGetDatum(&longest), interval)) {
        bad_option(where, std::string(name) + " is longer than 100 years", "Give a shorter interval.");
    }
}

parameter given(const named_arguments& c, const char* name) {
    return {c.datum(name), c.is_null(name)};
}

void check_retry_options(const named_arguments& c, const std::string& where) {
    static Interval zero{};
    const Datum none = IntervalPGetDatum(&zero);
    if (!c.is_null("max_attempts") && (c.int4("max_attempts") < 1 || c.int4("max_attempts") > 1000)) {
        bad_option(where, "max_attempts is " + std::to_string(c.int4("max_attempts")),
                   "max_attempts is from 1 to 1000.");
    }
    for (const char* name : {"base_delay", "max_delay"}) {
        if (!c.is_null(name)) check_length(c.datum(name), where, name);
    }
    if (!c.is_null("base_delay") && is_shorter(c.datum("base_delay"), none)) {
        bad_option(where, "base_delay is negative", "Give an interval of zero or more.");
    }
    check_positive_interval(c, "timeout", where);
    check_timeout_ceiling(c, "timeout", where);
    if (!c.is_null("base_delay") && !c.is_null("max_delay") &&
        is_shorter(c.datum("max_delay"), c.datum("base_delay"))) {
        bad_option(where, "max_delay is shorter than base_delay", "Raise max_delay or lower base_delay.");
    }
}

void check_positive_interval(const named_arguments& c, const char* name, const std::string& where) {
    static Interval zero{};
    if (c.is_null(name)) return;
    if (!is_shorter(IntervalPGetDatum(&zero), c.datum(name))) {
        bad_option(where, std::string(name) + " is not positive", "Give an interval above zero.");
    }
    check_length(c.datum(name), where, name);
}

namespace {

/// A minute or more, or one second below zero, which is for ever: what '-1' is as an interval.
void check_retention(const named_arguments& c, const char* name, const std::string& where) {
    static Interval minute{USECS_PER_MINUTE, 0, 0}, for_ever{-USECS_PER_SEC, 0, 0};
    if (c.is_null(name)) return;
    const Datum given = c.datum(name), special = IntervalPGetDatum(&for_ever);
    check_length(given, where, name);
    if (!is_shorter(given, IntervalPGetDatum(&minute))) return;
    if (!is_shorter(given, special) && !is_shorter(special, given)) return;
    bad_option(where, std::string(name) + " is shorter than a minute",
               "Give a minute or more, '-1' to keep runs for ever, or null for as long as fanout." +
                   std::string(name) + " says.");
}

#define VERSION "flow_id, version, owner::oid, run_timeout"

std::optional<flow_version> find_version(const std::string& flow_slug) {
    static statement find("SELECT " VERSION " FROM fanout.flows WHERE flow_slug = $1 "
                          "ORDER BY version DESC LIMIT 1",
                          {TEXTOID});
    rows found = find.run({param::text(flow_slug)});
    if (found.empty()) return std::nullopt;
    std::optional<Interval> run_timeout;
    if (!found.is_null(0, 4)) run_timeout = *DatumGetIntervalP(found.datum(0, 4));
    return flow_version{found.int8(0, 1), found.int4(0, 2), found.oid(0, 3), run_timeout};
}

/// The current version where there is one. Throws where it is another's.
std::optional<flow_version> find_own_version(const std::string& flow_slug, Oid caller) {
    const std::optional<flow_version> found = find_version(flow_slug);
    if (found) require_owner(caller, found->owner, "flow \"" + flow_slug + "\"");
    return found;
}

[[noreturn]] void raise_unknown_flow(const std::string& flow_slug) {
    raise(sqlstate::unknown_flow, "flow \"" + flow_slug + "\" does not exist",
          "Create it with fanout.create_flow('" + flow_slug + "').");
}

/// Whether both snapshots show the same versions of the rows that have this key. A row that one of them shows
/// stays where it is as long as the snapshot is held.
bool shows_the_same(const indexed_table& of, const read_snapshot& left, const read_snapshot& right,
                    int64_t key) {
    return pg_call([&] {
        const Datum value = Int64GetDatum(key);
        running_scan in_left, in_right;
        in_left.begin(of, AccessShareLock, left.get());
        in_right.begin(of, AccessShareLock, right.get());
        in_left.restart(&value);
        in_right.restart(&value);
        bool is_same = true, more = true;
        while (is_same && more) {
            CHECK_FOR_INTERRUPTS();
            more = in_left.next(ForwardScanDirection);
            is_same = in_right.next(ForwardScanDirection) == more &&
                      (!more || ItemPointerEquals(&in_left.row->tts_tid, &in_right.row->tts_tid));
        }
        in_left.end();
        in_right.end();
        return is_same;
    });
}

/// Whether the transaction's snapshot shows the version, its steps and what these depend on as they are now.
bool is_as_seen(int64_t flow_id) {
    static const indexed_table flow{"flows", "flows_pkey", {{1, BTEqualStrategyNumber, F_INT8EQ}}},
        steps{"steps", "steps_slug_is_unique", {{1, BTEqualStrategyNumber, F_INT8EQ}}},
        deps{"deps", "deps_pkey", {{1, BTEqualStrategyNumber, F_INT8EQ}}};
    static const index_scan find_steps(steps.table, steps.index, steps.conditions, {"step_id"});
    const read_snapshot seen, now = read_snapshot::latest();
    if (!shows_the_same(flow, seen, now, flow_id) || !shows_the_same(steps, seen, now, flow_id)) return false;
    const std::vector<int64_t> ids = find_steps.run(seen, {Int64GetDatum(flow_id)}).int8_column(1);
    return std::all_of(ids.begin(), ids.end(),
                       [&](int64_t step_id) { return shows_the_same(deps, seen, now, step_id); });
}

[[noreturn]] void raise_was_changed(const std::string& flow_slug) {
    raise(sqlstate::serialization_failure,
          "flow \"" + flow_slug + "\" was changed by another transaction meanwhile",
          "Try the transaction again.");
}

/// A change is one of the newest version as it is now, which an old snapshot may not show.
void refuse_old_snapshot(const std::string& flow_slug) {
    static const index_scan newest("flows", "flows_version_is_unique", {{1, BTEqualStrategyNumber, F_TEXTEQ}},
                                   {"flow_id"}, BackwardScanDirection);
    const Datum slug = param::text(flow_slug).datum;
    const found_rows now = newest.run(read_snapshot::latest(), {slug}, 1);
    const found_rows seen = newest.run(read_snapshot(), {slug}, 1);
    if (now.int8_column(1) != seen.int8_column(1)) raise_was_changed(flow_slug);
    if (!now.empty()) refuse_outdated_version(flow_slug, now.int8(0, 1));
}

/// Copies a version that runs have used, so that the copy can be changed.
flow_version copy_version(const flow_version& old) {
    static statement copy_flow(
        "INSERT INTO fanout.flows (flow_slug, version, owner, max_attempts, base_delay, max_delay, timeout, "
        "                          run_timeout, description, retention, retention_failed, notify) "
        "SELECT flow_slug, version + 1, owner, max_attempts, base_delay, max_delay, timeout, run_timeout, description, "
        "       retention, retention_failed, notify FROM fanout.flows WHERE flow_id = $1 RETURNING flow_id, version",
        {INT8OID});
    static statement copy_steps(
        "INSERT INTO fanout.steps (flow_id, step_slug, position, feeds_steps, builds_output, has_context, " +
            step_column_names() +
            ") SELECT $2, step_slug, position, feeds_steps, builds_output, has_context, " +
            step_column_names() + " FROM fanout.steps WHERE flow_id = $1 RETURNING step_id",
        {INT8OID, INT8OID});
    static statement copy_deps(
        "INSERT INTO fanout.deps (step_id, dep_step_id) "
        "SELECT new_step.step_id, new_dep.step_id FROM fanout.steps old_step "
        "JOIN fanout.deps d ON d.step_id = old_step.step_id "
        "JOIN fanout.steps old_dep ON old_dep.step_id = d.dep_step_id "
        "JOIN fanout.steps new_step ON new_step.flow_id = $2 AND new_step.step_slug = old_step.step_slug "
        "JOIN fanout.steps new_dep ON new_dep.flow_id = $2 AND new_dep.step_slug = old_dep.step_slug "
        "WHERE old_step.flow_id = $1",
        {INT8OID, INT8OID});
    rows made = copy_flow.run({param::int8(old.flow_id)});
    flow_version result{made.int8(0, 1), made.int4(0, 2), old.owner, old.run_timeout};
    const std::vector<int64_t> steps =
        copy_steps.run({param::int8(old.flow_id), param::int8(result.flow_id)}).int8_column(1);
    copy_deps.run({param::int8(old.flow_id), param::int8(result.flow_id)});
    write_from_graph(steps);
    return result;
}

}  // namespace

void refuse_outdated_version(const std::string& flow_slug, int64_t flow_id) {
    if (IsolationUsesXactSnapshot() && !is_as_seen(flow_id)) raise_was_changed(flow_slug);
}

object_lock lock_of_version(int64_t flow_id) {
    return object_lock("flows", flow_id);
}

void lock_definition(const std::string& flow_slug) {
    object_lock("flows", flow_slug).take(ExclusiveLock);
    if (IsolationUsesXactSnapshot()) refuse_old_snapshot(flow_slug);
}

namespace {

/// As of now, whatever the transaction's snapshot.
bool has_runs(int64_t flow_id) {
    static const index_scan find("runs", "runs_by_flow", {{1, BTEqualStrategyNumber, F_INT8EQ}}, {"flow_id"});
    return !find.run(read_snapshot::latest(), {Int64GetDatum(flow_id)}, 1).empty();
}

}  // namespace

flow_version changeable(const flow_version& version) {
    const object_lock starts = lock_of_version(version.flow_id);
    if (has_runs(version.flow_id) || !starts.try_to_take(ExclusiveLock)) return copy_version(version);
    // None is being started; one may have been between the two.
    if (!has_runs(version.flow_id)) return version;
    starts.release(ExclusiveLock);
    return copy_version(version);
}

flow_version lock_for_change(const std::string& flow_slug, Oid caller) {
    // Its lock is not for others to take.
    (void)find_own_version(flow_slug, caller);
    lock_definition(flow_slug);
    const std::optional<flow_version> current = find_own_version(flow_slug, caller);
    if (!current) raise_unknown_flow(flow_slug);
    return *current;
}

graph read_graph(int64_t flow_id) {
    static statement read("SELECT s.step_slug, d.step_slug FROM fanout.steps s "
                          "LEFT JOIN (fanout.deps e JOIN fanout.steps d ON d.step_id = e.dep_step_id) "
                          "ON e.step_id = s.step_id WHERE s.flow_id = $1",
                          {INT8OID});
    rows found = read.run({param::int8(flow_id)});
    graph result;
    for (size_t i = 0; i < found.size(); ++i) {
        auto& dependencies = result[found.text(i, 1)];
        if (!found.is_null(i, 2)) dependencies.push_back(found.text(i, 2));
    }
    return result;
}

void write_from_graph(const std::vector<int64_t>& step_ids) {
    // Item i of the one is item i of the other: neither is a batch, picks by a path, or gets the whole array
    // besides.
    static statement write_pipelines(
        "UPDATE fanout.steps s SET pipelined_step_id = n.source_id FROM ("
        "    SELECT b.step_id, ("
        "        SELECT a.step_id FROM fanout.deps d JOIN fanout.steps a ON a.step_id = d.dep_step_id "
        "         WHERE d.step_id = b.step_id AND b.step_type = 'fanout' AND a.step_type = 'fanout' "
        "           AND coalesce(b.fanout_from, a.step_slug) = a.step_slug AND b.fanout_path IS NULL "
        "           AND b.batch_size = 1 AND a.batch_size = 1 AND a.output_mode = 'array' "
        "           AND a.step_slug <> ALL (coalesce(b.context, '{}'))) AS source_id "
        "      FROM fanout.steps b WHERE b.step_id = ANY ($1)) n "
        "WHERE s.step_id = ANY ($1) AND s.step_id = n.step_id AND s.pipelined_step_id IS DISTINCT FROM n.source_id",
        {INT8ARRAYOID});
    static statement write_needs(
        "UPDATE fanout.steps s SET feeds_steps = n.feeds_steps, builds_output = n.builds_output, has_context = n.has_context "
        "FROM (SELECT b.step_id, "
        "        EXISTS (SELECT FROM fanout.steps p WHERE p.pipelined_step_id = b.step_id) AS feeds_steps, "
        "        NOT EXISTS (SELECT FROM fanout.deps d WHERE d.dep_step_id = b.step_id) "
        "            OR EXISTS (SELECT FROM fanout.deps d JOIN fanout.steps p ON p.step_id = d.step_id "
        "                WHERE d.dep_step_id = b.step_id AND p.pipelined_step_id IS DISTINCT FROM b.step_id) AS builds_output, "
        // Where there is none, no claim looks for one. What a step collects is in its dependents' contexts.
        "        b.step_type = 'single' OR cardinality(coalesce(b.context, '{}')) > 0 OR EXISTS ("
        "            SELECT FROM fanout.deps d JOIN fanout.steps a ON a.step_id = d.dep_step_id "
        "             WHERE d.step_id = b.step_id AND (a.on_failure = 'collect' "
        "                OR (b.context IS NULL AND a.step_slug <> coalesce(b.fanout_from, a.step_slug)))) AS has_context "
        "      FROM fanout.steps b WHERE b.step_id = ANY ($1)) n "
        "WHERE s.step_id = ANY ($1) AND s.step_id = n.step_id AND (s.feeds_steps, s.builds_output, s.has_context) "
        "    IS DISTINCT FROM (n.feeds_steps, n.builds_output, n.has_context)",
        {INT8ARRAYOID});
    const parameter ids = param::int8_array(step_ids);
    write_pipelines.run({ids});
    write_needs.run({ids});
}

void check_priority(int32_t priority, const std::string& where) {
    if (std::abs(static_cast<int64_t>(priority)) <= most_priority) return;
    bad_option(where, "priority is " + std::to_string(priority),
               "priority is from -1000000000 to 1000000000; higher goes first.");
}

flow_version current_version(const std::string& flow_slug) {
    const std::optional<flow_version> found = find_version(flow_slug);
    if (!found) raise_unknown_flow(flow_slug);
    return *found;
}

void remove_flow(const std::string& flow_slug) {
    static statement drop_deps(
        "DELETE FROM fanout.deps WHERE step_id IN (SELECT s.step_id FROM fanout.steps s "
        "JOIN fanout.flows f USING (flow_id) WHERE f.flow_slug = $1)",
        {TEXTOID});
    static statement drop_steps("DELETE FROM fanout.steps WHERE flow_id IN "
                                "(SELECT flow_id FROM fanout.flows WHERE flow_slug = $1)",
                                {TEXTOID});
    static statement drop("DELETE FROM fanout.flows WHERE flow_slug = $1", {TEXTOID});
    for (statement* part : {&drop_deps, &drop_steps, &drop}) part->run({param::text(flow_slug)});
}

void lock_flows_of(const std::string& owner) {
    static statement find_slugs(
        "SELECT DISTINCT flow_slug COLLATE \"C\" FROM fanout.flows WHERE owner::text = $1 ORDER BY 1",
        {TEXTOID});
    static statement find_versions("SELECT flow_id FROM fanout.flows WHERE owner::text = $1 ORDER BY 1",
                                   {TEXTOID});
    std::vector<std::string> slugs;
    {
        rows found = find_slugs.run({param::text(owner)});
        for (size_t i = 0; i < found.size(); ++i) slugs.push_back(found.text(i, 1));
    }
    for (const std::string& slug : slugs) lock_definition(slug);
    const std::vector<int64_t> versions = find_versions.run({param::text(owner)}).int8_column(1);
    for (int64_t flow_id : versions) lock_of_version(flow_id).take(ExclusiveLock);
}

int64_t hand_over_flows(const std::string& from, Oid to) {
    static statement write(
        "WITH handed AS (UPDATE fanout.flows SET owner = $2 WHERE owner::text = $1 RETURNING flow_slug) "
        "SELECT count(DISTINCT flow_slug) FROM handed",
        {TEXTOID, OIDOID});
    return write.run({param::text(from), param::oid(to)}).int8(0, 1);
}

}  // namespace fanout

using namespace fanout;

/// create_flow(flow_slug, max_attempts, base_delay, max_delay, timeout, run_timeout, description, retention,
/// retention_failed, notify) returns int
FANOUT_FUNCTION(fanout_create_flow) {
    static statement create(
        "INSERT INTO fanout.flows (flow_slug, version, owner, max_attempts, base_delay, max_delay, timeout, "
        "                          run_timeout, description, retention, retention_failed, notify) "
        "VALUES ($1, 1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        {TEXTOID, OIDOID, INT4OID, INTERVALOID, INTERVALOID, INTERVALOID, INTERVALOID, TEXTOID, INTERVALOID,
         INTERVALOID, BOOLOID});
    static statement same(
        "SELECT FROM fanout.flows WHERE flow_id = $1 AND max_attempts = $2 AND base_delay = $3 AND max_delay = $4 "
        "AND timeout = $5 AND run_timeout IS NOT DISTINCT FROM $6 AND description IS NOT DISTINCT FROM $7",
        {INT8OID, INT4OID, INTERVALOID, INTERVALOID, INTERVALOID, INTERVALOID, TEXTOID});
    static statement change(
        "UPDATE fanout.flows SET max_attempts = $2, base_delay = $3, max_delay = $4, timeout = $5, "
        "run_timeout = $6, description = $7 WHERE flow_id = $1",
        {INT8OID, INT4OID, INTERVALOID, INTERVALOID, INTERVALOID, INTERVALOID, TEXTOID});
    // What changes nothing that a run does: of all versions, and makes none.
    static statement ends_alike(
        "SELECT FROM fanout.flows WHERE flow_id = $1 AND retention IS NOT DISTINCT FROM $2 "
        "AND retention_failed IS NOT DISTINCT FROM $3 AND notify = $4",
        {INT8OID, INTERVALOID, INTERVALOID, BOOLOID});
    static statement change_ends(
        "UPDATE fanout.flows SET retention = $2, retention_failed = $3, notify = $4 WHERE flow_slug = $1",
        {TEXTOID, INTERVALOID, INTERVALOID, BOOLOID});
    const named_arguments c(call);
    c.require({"flow_slug", "max_attempts", "base_delay", "max_delay", "timeout", "notify"}, "create_flow");
    const std::string slug = c.text("flow_slug"), where = "flow \"" + slug + "\"";
    check_slug(slug, "flow_slug");
    check_retry_options(c, where);
    check_positive_interval(c, "run_timeout", where);
    check_retention(c, "retention", where);
    check_retention(c, "retention_failed", where);
    auto with_options = [&](std::vector<parameter> values) {
        for (const char* option :
             {"max_attempts", "base_delay", "max_delay", "timeout", "run_timeout", "description"})
            values.push_back(given(c, option));
        return values;
    };
    auto is_same = [&](const flow_version& version) {
        return !same.run(with_options({param::int8(version.flow_id)})).empty();
    };
    auto with_ends = [&](std::vector<parameter> values) {
        for (const char* option : {"retention", "retention_failed", "notify"})
            values.push_back(given(c, option));
        return values;
    };
    auto has_same_ends = [&](const flow_version& version) {
        return !ends_alike.run(with_ends({param::int8(version.flow_id)})).empty();
    };
    std::optional<flow_version> current = find_own_version(slug, call.caller);
    if (!current || !is_same(*current) || !has_same_ends(*current)) {
        lock_definition(slug);
        current = find_own_version(slug, call.caller);
    }
    if (!current) {
        create.run(with_ends(with_options({param::text(slug), param::oid(call.caller)})));
        return Int32GetDatum(1);
    }
    if (!has_same_ends(*current)) change_ends.run(with_ends({param::text(slug)}));
    if (is_same(*current)) return Int32GetDatum(current->version);
    const flow_version version = changeable(*current);
    change.run(with_options({param::int8(version.flow_id)}));
    return Int32GetDatum(version.version);
}
