// create_flow: definitions of flows, their versions, and what all definitions check.
#include "flow.hpp"

#include "errors.hpp"
#include "graph.hpp"
#include "slug.hpp"
#include "step_columns.hpp"

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

void check_retry_options(const call& call, const retry_options& at, const std::string& where) {
    static Interval zero{};
    Datum none = IntervalPGetDatum(&zero);
    auto given = [&](int argument) { return !call.is_null(argument); };
    if (given(at.max_attempts) && (call.int4(at.max_attempts) < 1 || call.int4(at.max_attempts) > 1000)) {
        bad_option(where, "max_attempts is " + std::to_string(call.int4(at.max_attempts)),
                   "max_attempts is from 1 to 1000.");
    }
    for (auto [position, name] : {std::pair{at.base_delay, "base_delay"}, {at.max_delay, "max_delay"}}) {
        if (given(position)) check_length(call.datum(position), where, name);
    }
    if (given(at.base_delay) && is_shorter(call.datum(at.base_delay), none)) {
        bad_option(where, "base_delay is negative", "Give an interval of zero or more.");
    }
    check_positive_interval(call, at.timeout, where, "timeout");
    if (given(at.base_delay) && given(at.max_delay) &&
        is_shorter(call.datum(at.max_delay), call.datum(at.base_delay))) {
        bad_option(where, "max_delay is shorter than base_delay", "Raise max_delay or lower base_delay.");
    }
}

void check_positive_interval(const call& call, int argument, const std::string& where, const char* name) {
    static Interval zero{};
    if (call.is_null(argument)) return;
    if (!is_shorter(IntervalPGetDatum(&zero), call.datum(argument))) {
        bad_option(where, std::string(name) + " is not positive",
                   "Give an interval above zero, or null for none.");
    }
    check_length(call.datum(argument), where, name);
}

void lock_definition(const std::string& flow_slug) {
    static statement lock("SELECT pg_advisory_xact_lock(hashtextextended('fanout.flow ' || $1, 0))",
                          {TEXTOID});
    lock.run({param::text(flow_slug)});
}

namespace {

#define VERSION "flow_id, version, owner::oid, used, run_timeout"

flow_version read_version(const rows& found) {
    std::optional<Interval> run_timeout;
    if (!found.is_null(0, 5)) run_timeout = *DatumGetIntervalP(found.datum(0, 5));
    return {found.int8(0, 1), found.int4(0, 2), found.oid(0, 3), found.boolean(0, 4), run_timeout};
}

struct locked_version {
    flow_version version;
    bool found;
};

locked_version lock_current_version(const std::string& flow_slug) {
    static statement find("SELECT " VERSION " FROM fanout.flows WHERE flow_slug = $1 "
                          "ORDER BY version DESC LIMIT 1 FOR UPDATE",
                          {TEXTOID});
    rows found = find.run({param::text(flow_slug)});
    if (found.empty()) return {{}, false};
    return {read_version(found), true};
}

[[noreturn]] void raise_unknown_flow(const std::string& flow_slug) {
    raise(sqlstate::unknown_flow, "flow \"" + flow_slug + "\" does not exist",
          "Create it with fanout.create_flow('" + flow_slug + "').");
}

/// Copies a version that runs have used, so that the copy can be changed.
flow_version copy_version(const flow_version& old) {
    static statement copy_flow(
        "INSERT INTO fanout.flows (flow_slug, version, owner, max_attempts, base_delay, max_delay, timeout, "
        "                          run_timeout, description) "
        "SELECT flow_slug, version + 1, owner, max_attempts, base_delay, max_delay, timeout, run_timeout, description "
        "FROM fanout.flows WHERE flow_id = $1 RETURNING flow_id, version",
        {INT8OID});
    static statement copy_steps("INSERT INTO fanout.steps (flow_id, step_slug, position, " +
                                    step_column_names() + ") SELECT $2, step_slug, position, " +
                                    step_column_names() + " FROM fanout.steps WHERE flow_id = $1",
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
    flow_version result{made.int8(0, 1), made.int4(0, 2), old.owner, false, old.run_timeout};
    copy_steps.run({param::int8(old.flow_id), param::int8(result.flow_id)});
    copy_deps.run({param::int8(old.flow_id), param::int8(result.flow_id)});
    write_graph(result.flow_id);
    return result;
}

}  // namespace

flow_version changeable(const flow_version& version) {
    return version.used ? copy_version(version) : version;
}

namespace {

Datum start_lock_key(const std::string& flow_slug) {
    const std::string key = "fanout.start " + flow_slug;
    return pg_call([&] {
        return UInt64GetDatum(DatumGetUInt64(hash_any_extended(
            reinterpret_cast<const unsigned char*>(key.data()), static_cast<int>(key.size()), 0)));
    });
}

}  // namespace

void lock_for_start(const std::string& flow_slug) {
    const Datum key = start_lock_key(flow_slug);
    pg_call([&] { DirectFunctionCall1(pg_advisory_xact_lock_shared_int8, key); });
}

void lock_against_starts(const std::string& flow_slug) {
    const Datum key = start_lock_key(flow_slug);
    pg_call([&] { DirectFunctionCall1(pg_advisory_xact_lock_int8, key); });
}

flow_version lock_for_change(const std::string& flow_slug, Oid caller) {
    lock_definition(flow_slug);
    locked_version current = lock_current_version(flow_slug);
    if (!current.found) raise_unknown_flow(flow_slug);
    require_owner(caller, current.version.owner, "flow \"" + flow_slug + "\"");
    return current.version;
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

void write_graph(int64_t flow_id) {
    static statement write_positions(
        "UPDATE fanout.steps s SET position = o.position "
        "FROM unnest($2) WITH ORDINALITY o (step_slug, position) "
        "WHERE s.flow_id = $1 AND s.step_slug = o.step_slug AND s.position <> o.position",
        {INT8OID, TEXTARRAYOID});
    // Item i of the one is item i of the other: neither is a batch, picks by a path, or gets the whole array
    // besides.
    static statement write_pipelines(
        "UPDATE fanout.steps s SET pipelined_step_id = ("
        "    SELECT a.step_id FROM fanout.deps d JOIN fanout.steps a ON a.step_id = d.dep_step_id "
        "     WHERE d.step_id = s.step_id AND s.step_type = 'fanout' AND a.step_type = 'fanout' "
        "       AND coalesce(s.fanout_from, a.step_slug) = a.step_slug AND s.fanout_path IS NULL "
        "       AND s.batch_size = 1 AND a.batch_size = 1 AND a.output_mode = 'array' "
        "       AND a.step_slug <> ALL (coalesce(s.context, '{}'))) "
        "WHERE s.flow_id = $1",
        {INT8OID});
    static statement write_needs(
        "UPDATE fanout.steps s SET "
        "feeds_steps = EXISTS (SELECT FROM fanout.steps b WHERE b.pipelined_step_id = s.step_id), "
        "builds_output = NOT EXISTS (SELECT FROM fanout.deps d WHERE d.dep_step_id = s.step_id) "
        "    OR EXISTS (SELECT FROM fanout.deps d JOIN fanout.steps b ON b.step_id = d.step_id "
        "               WHERE d.dep_step_id = s.step_id AND b.pipelined_step_id IS DISTINCT FROM s.step_id), "
        // Where there is none, no claim looks for one. What a step collects is in its dependents' contexts.
        "has_context = s.step_type = 'single' OR cardinality(coalesce(s.context, '{}')) > 0 OR EXISTS ("
        "    SELECT FROM fanout.deps d JOIN fanout.steps a ON a.step_id = d.dep_step_id WHERE d.step_id = s.step_id "
        "       AND (a.on_failure = 'collect' OR (s.context IS NULL AND a.step_slug <> coalesce(s.fanout_from, a.step_slug)))) "
        "WHERE s.flow_id = $1",
        {INT8OID});
    write_positions.run({param::int8(flow_id), param::text_array(*topological_order(read_graph(flow_id)))});
    write_pipelines.run({param::int8(flow_id)});
    write_needs.run({param::int8(flow_id)});
}

void check_priority(int32_t priority, const std::string& where) {
    if (std::abs(static_cast<int64_t>(priority)) <= most_priority) return;
    bad_option(where, "priority is " + std::to_string(priority),
               "priority is from -1000000000 to 1000000000; higher goes first.");
}

flow_version current_version(const std::string& flow_slug) {
    static statement find("SELECT " VERSION " FROM fanout.flows WHERE flow_slug = $1 "
                          "ORDER BY version DESC LIMIT 1",
                          {TEXTOID});
    rows found = find.run({param::text(flow_slug)});
    if (found.empty()) raise_unknown_flow(flow_slug);
    return read_version(found);
}

}  // namespace fanout

using namespace fanout;

/// create_flow(flow_slug, max_attempts, base_delay, max_delay, timeout, run_timeout, description) returns int
FANOUT_FUNCTION(fanout_create_flow) {
    static statement create(
        "INSERT INTO fanout.flows (flow_slug, version, owner, max_attempts, base_delay, max_delay, timeout, "
        "                          run_timeout, description) VALUES ($1, 1, $2, $3, $4, $5, $6, $7, $8)",
        {TEXTOID, OIDOID, INT4OID, INTERVALOID, INTERVALOID, INTERVALOID, INTERVALOID, TEXTOID});
    static statement same(
        "SELECT FROM fanout.flows WHERE flow_id = $1 AND max_attempts = $2 AND base_delay = $3 AND max_delay = $4 "
        "AND timeout = $5 AND run_timeout IS NOT DISTINCT FROM $6 AND description IS NOT DISTINCT FROM $7",
        {INT8OID, INT4OID, INTERVALOID, INTERVALOID, INTERVALOID, INTERVALOID, TEXTOID});
    static statement change(
        "UPDATE fanout.flows SET max_attempts = $2, base_delay = $3, max_delay = $4, timeout = $5, "
        "run_timeout = $6, description = $7 WHERE flow_id = $1",
        {INT8OID, INT4OID, INTERVALOID, INTERVALOID, INTERVALOID, INTERVALOID, TEXTOID});
    call.require({{0, "flow_slug"}, {1, "max_attempts"}, {2, "base_delay"}, {3, "max_delay"}, {4, "timeout"}},
                 "create_flow");
    const std::string slug = call.text(0);
    check_slug(slug, "flow_slug");
    check_retry_options(call, {1, 2, 3, 4}, "flow \"" + slug + "\"");
    check_positive_interval(call, 5, "flow \"" + slug + "\"", "run_timeout");
    auto given = [&](int argument) { return parameter{call.datum(argument), call.is_null(argument)}; };
    lock_definition(slug);
    locked_version current = lock_current_version(slug);
    if (!current.found) {
        create.run({param::text(slug), param::oid(call.caller), given(1), given(2), given(3), given(4),
                    given(5), given(6)});
        return Int32GetDatum(1);
    }
    require_owner(call.caller, current.version.owner, "flow \"" + slug + "\"");
    if (!same.run({param::int8(current.version.flow_id), given(1), given(2), given(3), given(4), given(5),
                   given(6)})
             .empty()) {
        return Int32GetDatum(current.version.version);
    }
    flow_version version = changeable(current.version);
    change.run({param::int8(version.flow_id), given(1), given(2), given(3), given(4), given(5), given(6)});
    return Int32GetDatum(version.version);
}
