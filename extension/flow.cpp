// create_flow and add_step: definitions, their checks and their versions.
#include "flow.hpp"

#include "errors.hpp"
#include "graph.hpp"
#include "handler.hpp"
#include "slug.hpp"

#include <algorithm>

namespace fanout {
namespace {

void check_slug(const std::string& slug, const char* argument) {
    std::string problem = slug_problem(slug);
    if (problem.empty()) return;
    raise(
        sqlstate::invalid_slug, std::string(argument) + " \"" + slug + "\" " + problem,
        "A slug is a letter, then letters, digits, _ or -, up to 63 bytes; run, stream, item and items are reserved.");
}

bool less(Datum left, Datum right) {
    return pg_call([&] { return DatumGetBool(DirectFunctionCall2(interval_lt, left, right)); });
}

[[noreturn]] void bad_option(const std::string& where, const std::string& problem, const std::string& hint) {
    raise(sqlstate::invalid_argument, where + ": " + problem, hint);
}

/// The options that a flow gives its steps and a step can override; positions are those of the call.
struct retry_options {
    int max_attempts, base_delay, max_delay, timeout;
};

/// Long enough for anybody, and far from what a timestamp can't hold.
void check_length(Datum interval, const std::string& where, const char* name) {
    static Interval longest{0, 0, 100 * MONTHS_PER_YEAR};
    if (less(IntervalPGetDatum(&longest), interval)) {
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
    for (auto [position, name] :
         {std::pair{at.base_delay, "base_delay"}, {at.max_delay, "max_delay"}, {at.timeout, "timeout"}}) {
        if (given(position)) check_length(call.datum(position), where, name);
    }
    if (given(at.base_delay) && less(call.datum(at.base_delay), none)) {
        bad_option(where, "base_delay is negative", "Give an interval of zero or more.");
    }
    if (given(at.timeout) && !less(none, call.datum(at.timeout))) {
        bad_option(where, "timeout is not positive", "Give an interval above zero.");
    }
    if (given(at.base_delay) && given(at.max_delay) &&
        less(call.datum(at.max_delay), call.datum(at.base_delay))) {
        bad_option(where, "max_delay is shorter than base_delay", "Raise max_delay or lower base_delay.");
    }
}

/// Makes two definitions of one flow wait for each other.
void lock_definition(const std::string& flow_slug) {
    static statement lock("SELECT pg_advisory_xact_lock(hashtextextended('fanout.flow ' || $1, 0))",
                          {TEXTOID});
    lock.run({param::text(flow_slug)});
}

struct locked_version {
    flow_version version;
    bool found;
};

locked_version lock_current_version(const std::string& flow_slug) {
    static statement find("SELECT flow_id, version, owner::oid, used FROM fanout.flows WHERE flow_slug = $1 "
                          "ORDER BY version DESC LIMIT 1 FOR UPDATE",
                          {TEXTOID});
    rows found = find.run({param::text(flow_slug)});
    if (found.empty()) return {{}, false};
    return {{found.int8(0, 1), found.int4(0, 2), found.oid(0, 3), found.boolean(0, 4)}, true};
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
    static statement copy_steps(
        "INSERT INTO fanout.steps (flow_id, step_slug, position, step_type, handler, sql_function, sql_search_path, "
        "                          max_attempts, base_delay, max_delay, timeout, queue, priority, fanout_from) "
        "SELECT $2, step_slug, position, step_type, handler, sql_function, sql_search_path, "
        "       max_attempts, base_delay, max_delay, timeout, queue, priority, fanout_from "
        "FROM fanout.steps WHERE flow_id = $1",
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
    flow_version result{made.int8(0, 1), made.int4(0, 2), old.owner, false};
    copy_steps.run({param::int8(old.flow_id), param::int8(result.flow_id)});
    copy_deps.run({param::int8(old.flow_id), param::int8(result.flow_id)});
    return result;
}

flow_version changeable(const flow_version& version) {
    return version.used ? copy_version(version) : version;
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

std::string joined(const std::vector<std::string>& words) {
    std::string result;
    for (const std::string& word : words) result += (result.empty() ? "" : ", ") + word;
    return result;
}

struct step_definition {
    std::string flow_slug, step_slug, step_type, handler, queue;
    std::vector<std::string> dependencies;
    std::optional<std::string> fanout_from, sql_function, sql_search_path;
    std::string where;  // how messages name it
};

void check_dependencies(const step_definition& step, graph steps) {
    for (const std::string& dependency : step.dependencies) {
        if (dependency == step.step_slug) {
            raise(sqlstate::cycle, step.where + " depends on itself", "Remove it from depends_on.");
        }
        if (!steps.count(dependency)) {
            std::vector<std::string> known;
            for (const auto& entry : steps) known.push_back(entry.first);
            raise(sqlstate::unknown_dependency,
                  step.where + " depends on unknown step \"" + dependency + "\"",
                  known.empty() ? "The flow has no steps yet: add the dependency first."
                                : "Add the dependency first. Steps so far: " + joined(known) + ".");
        }
    }
    steps[step.step_slug] = step.dependencies;
    if (!topological_order(steps)) {
        raise(sqlstate::cycle, step.where + " would close a cycle: " + describe_cycle(steps),
              "A step can't depend on a step that depends on it.");
    }
}

void check_source(const step_definition& step) {
    const std::string hint = "Give depends_on the one step whose output is the array, or for a step without "
                             "dependencies fanout_from => 'run', to fan out over the run's input.";
    if (step.step_type != "fanout") {
        if (step.fanout_from) bad_option(step.where, "fanout_from belongs to a step of type fanout", hint);
        return;
    }
    const size_t n = step.dependencies.size();
    if (!step.fanout_from) {
        if (n != 1) {
            bad_option(step.where,
                       "a fanout step has exactly one source, this one depends on " + std::to_string(n) +
                           " steps",
                       hint);
        }
        return;
    }
    const bool from_run = *step.fanout_from == "run" && n == 0;
    const bool from_dependency = n == 1 && *step.fanout_from == step.dependencies[0];
    if (!from_run && !from_dependency) {
        bad_option(step.where, "fanout_from \"" + *step.fanout_from + "\" is not its one dependency", hint);
    }
}

/// Whether the step stands in the flow just as it is defined now.
bool is_unchanged(const call& call, int64_t flow_id, const step_definition& step, Datum dependencies) {
    static statement same(
        "SELECT FROM fanout.steps s WHERE s.flow_id = $1 AND s.step_slug = $2 AND s.step_type = $3 AND s.handler = $4 "
        "AND s.sql_function IS NOT DISTINCT FROM $5 AND s.sql_search_path IS NOT DISTINCT FROM $6 "
        "AND s.max_attempts IS NOT DISTINCT FROM $7 AND s.base_delay IS NOT DISTINCT FROM $8 "
        "AND s.max_delay IS NOT DISTINCT FROM $9 AND s.timeout IS NOT DISTINCT FROM $10 "
        "AND s.queue = $11 AND s.priority = $12 AND s.fanout_from IS NOT DISTINCT FROM $13 "
        "AND ARRAY(SELECT d.step_slug FROM fanout.deps e JOIN fanout.steps d ON d.step_id = e.dep_step_id "
        "          WHERE e.step_id = s.step_id ORDER BY 1) = ARRAY(SELECT DISTINCT unnest($14) ORDER BY 1)",
        {INT8OID, TEXTOID, TEXTOID, TEXTOID, TEXTOID, TEXTOID, INT4OID, INTERVALOID, INTERVALOID, INTERVALOID,
         TEXTOID, INT4OID, TEXTOID, TEXTARRAYOID});
    auto given = [&](int argument) { return parameter{call.datum(argument), call.is_null(argument)}; };
    return !same.run({param::int8(flow_id), param::text(step.step_slug), param::text(step.step_type),
                      param::text(step.handler), param::optional_text(step.sql_function),
                      param::optional_text(step.sql_search_path), given(5), given(6), given(7), given(8),
                      param::text(step.queue), param::int4(call.int4(10)),
                      param::optional_text(step.fanout_from), param::datum(dependencies)})
                .empty();
}

void write_step(const call& call, int64_t flow_id, const step_definition& step, Datum dependencies) {
    static statement write(
        "INSERT INTO fanout.steps (flow_id, step_slug, position, step_type, handler, sql_function, sql_search_path, "
        "                          max_attempts, base_delay, max_delay, timeout, queue, priority, fanout_from) "
        "VALUES ($1, $2, 0, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) "
        "ON CONFLICT ON CONSTRAINT steps_slug_is_unique DO UPDATE "
        "SET step_type = excluded.step_type, handler = excluded.handler, sql_function = excluded.sql_function, "
        "    sql_search_path = excluded.sql_search_path, max_attempts = excluded.max_attempts, "
        "    base_delay = excluded.base_delay, max_delay = excluded.max_delay, timeout = excluded.timeout, "
        "    queue = excluded.queue, priority = excluded.priority, fanout_from = excluded.fanout_from "
        "RETURNING step_id",
        {INT8OID, TEXTOID, TEXTOID, TEXTOID, TEXTOID, TEXTOID, INT4OID, INTERVALOID, INTERVALOID, INTERVALOID,
         TEXTOID, INT4OID, TEXTOID});
    static statement clear_deps("DELETE FROM fanout.deps WHERE step_id = $1", {INT8OID});
    static statement write_deps(
        "INSERT INTO fanout.deps (step_id, dep_step_id) SELECT DISTINCT $1, s.step_id "
        "FROM fanout.steps s WHERE s.flow_id = $2 AND s.step_slug = ANY ($3)",
        {INT8OID, INT8OID, TEXTARRAYOID});
    auto given = [&](int argument) { return parameter{call.datum(argument), call.is_null(argument)}; };
    rows written = write.run({param::int8(flow_id), param::text(step.step_slug), param::text(step.step_type),
                              param::text(step.handler), param::optional_text(step.sql_function),
                              param::optional_text(step.sql_search_path), given(5), given(6), given(7),
                              given(8), param::text(step.queue), param::int4(call.int4(10)),
                              param::optional_text(step.fanout_from)});
    const int64_t step_id = written.int8(0, 1);
    clear_deps.run({param::int8(step_id)});
    write_deps.run({param::int8(step_id), param::int8(flow_id), param::datum(dependencies)});
}

void write_positions(int64_t flow_id) {
    static statement write("UPDATE fanout.steps s SET position = o.position "
                           "FROM unnest($2) WITH ORDINALITY o (step_slug, position) "
                           "WHERE s.flow_id = $1 AND s.step_slug = o.step_slug AND s.position <> o.position",
                           {INT8OID, TEXTARRAYOID});
    write.run({param::int8(flow_id), param::text_array(*topological_order(read_graph(flow_id)))});
}

step_definition read_definition(const call& call) {
    call.require({{0, "flow_slug"},
                  {1, "step_slug"},
                  {2, "depends_on"},
                  {3, "step_type"},
                  {9, "queue"},
                  {10, "priority"}},
                 "add_step");
    step_definition step;
    step.flow_slug = call.text(0);
    step.step_slug = call.text(1);
    check_slug(step.step_slug, "step_slug");
    step.where = "step \"" + step.step_slug + "\" of flow \"" + step.flow_slug + "\"";
    step.dependencies = text_elements(call.datum(2), step.where + ": depends_on");
    std::sort(step.dependencies.begin(), step.dependencies.end());
    step.dependencies.erase(std::unique(step.dependencies.begin(), step.dependencies.end()),
                            step.dependencies.end());
    step.step_type = call.text(3);
    step.handler = call.optional_text(4).value_or(step.step_slug);
    step.queue = call.text(9);
    step.fanout_from = call.optional_text(11);
    if (step.step_type != "single" && step.step_type != "fanout") {
        bad_option(step.where, "step_type is \"" + step.step_type + "\"", "It is 'single' or 'fanout'.");
    }
    if (step.queue.empty())
        bad_option(step.where, "queue is empty", "Name a queue, or leave it out for 'default'.");
    check_priority(call.int4(10), step.where);
    check_retry_options(call, {5, 6, 7, 8}, step.where);
    return step;
}

/// A step's delays, each the flow's unless given, must not contradict each other.
void check_delays_with_flow(const call& call, const flow_version& flow, const step_definition& step) {
    static statement check("SELECT coalesce($2, base_delay) <= coalesce($3, max_delay) FROM fanout.flows "
                           "WHERE flow_id = $1",
                           {INT8OID, INTERVALOID, INTERVALOID});
    auto given = [&](int argument) { return parameter{call.datum(argument), call.is_null(argument)}; };
    if (check.run({param::int8(flow.flow_id), given(6), given(7)}).boolean(0, 1)) return;
    bad_option(step.where, "its base_delay is longer than its max_delay (the flow's unless given)",
               "Raise max_delay or lower base_delay.");
}

}  // namespace

void check_priority(int32_t priority, const std::string& where) {
    if (std::abs(static_cast<int64_t>(priority)) <= most_priority) return;
    bad_option(where, "priority is " + std::to_string(priority),
               "priority is from -1000000000 to 1000000000; higher goes first.");
}

flow_version current_version(const std::string& flow_slug) {
    static statement find("SELECT flow_id, version, owner::oid, used FROM fanout.flows WHERE flow_slug = $1 "
                          "ORDER BY version DESC LIMIT 1",
                          {TEXTOID});
    rows found = find.run({param::text(flow_slug)});
    if (found.empty()) raise_unknown_flow(flow_slug);
    return {found.int8(0, 1), found.int4(0, 2), found.oid(0, 3), found.boolean(0, 4)};
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
    static Interval zero{};
    if (!call.is_null(5) && !less(IntervalPGetDatum(&zero), call.datum(5))) {
        bad_option("flow \"" + slug + "\"", "run_timeout is not positive",
                   "Give an interval above zero, or null.");
    }
    if (!call.is_null(5)) check_length(call.datum(5), "flow \"" + slug + "\"", "run_timeout");
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

/// add_step(flow_slug, step_slug, depends_on, step_type, handler, max_attempts, base_delay, max_delay,
/// timeout, queue, priority, fanout_from) returns int
FANOUT_PROCEDURE(fanout_add_step) {
    step_definition step = read_definition(call);
    // Before the engine takes its own search_path: the handler is what the caller means by that name.
    sql_handler handler = resolve_handler(step.handler, call.caller, step.where);
    step.sql_function = handler.function;
    step.sql_search_path = handler.search_path;
    step.handler = handler.canonical;
    engine_scope scope;
    lock_definition(step.flow_slug);
    locked_version current = lock_current_version(step.flow_slug);
    if (!current.found) raise_unknown_flow(step.flow_slug);
    require_owner(call.caller, current.version.owner, "flow \"" + step.flow_slug + "\"");
    check_dependencies(step, read_graph(current.version.flow_id));
    check_source(step);
    check_delays_with_flow(call, current.version, step);
    Datum dependencies = param::text_array(step.dependencies).datum;
    int32_t version = current.version.version;
    if (!is_unchanged(call, current.version.flow_id, step, dependencies)) {
        flow_version target = changeable(current.version);
        write_step(call, target.flow_id, step, dependencies);
        write_positions(target.flow_id);
        version = target.version;
    }
    scope.leave();
    return Int32GetDatum(version);
}
