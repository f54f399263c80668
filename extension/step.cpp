// add_step and drop_step: definitions of steps and their checks.
#include "errors.hpp"
#include "flow.hpp"
#include "handler.hpp"
#include "held_limits.hpp"
#include "step_columns.hpp"

#include <algorithm>

namespace fanout {
namespace {

/// The arguments of add_step, by position.
enum argument {
    flow_slug,
    step_slug,
    depends_on,
    step_type,
    handler,
    max_attempts,
    base_delay,
    max_delay,
    timeout,
    queue,
    priority,
    fanout_from,
    fanout_path,
    context,
    batch_size,
    max_concurrency,
    limits,
    start_delay,
    schedule_timeout,
    heartbeat_timeout,
    on_failure,
    tolerated_failures,
    tolerated_failure_percentage,
    retry_budget,
    output_mode,
    max_buffered
};

std::string joined(const std::vector<std::string>& words) {
    std::string result;
    for (const std::string& word : words) result += (result.empty() ? "" : ", ") + word;
    return result;
}

/// Sorted, each once.
std::vector<std::string> distinct(std::vector<std::string> words) {
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
}

bool contains(const std::vector<std::string>& words, const std::string& word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

struct given_step {
    std::string flow_slug, step_slug, step_type, queue;
    std::vector<std::string> dependencies, limits;
    std::optional<std::vector<std::string>> context;
    std::optional<std::string> fanout_from;
    sql_handler handler, source;
    std::string where;  // how messages name it

    bool is_fanout() const { return step_type == "fanout"; }
    bool is_stream() const { return fanout_from == "stream"; }
    bool is_child_run() const { return handler.canonical.starts_with(child_handler_prefix); }
};

/// One of two words.
void check_at_least(const call& c, argument at, const char* name, int32_t least, const std::string& where) {
    if (c.is_null(at) || c.int4(at) >= least) return;
    bad_option(where, std::string(name) + " is " + std::to_string(c.int4(at)),
               std::string(name) + " is " + std::to_string(least) + " or more.");
}

void check_numbers(const call& c, const std::string& where) {
    check_priority(c.int4(priority), where);
    check_at_least(c, batch_size, "batch_size", 1, where);
    check_at_least(c, max_concurrency, "max_concurrency", 1, where);
    check_at_least(c, tolerated_failures, "tolerated_failures", 0, where);
    check_at_least(c, retry_budget, "retry_budget", 0, where);
    check_at_least(c, max_buffered, "max_buffered", 1, where);
    if (c.is_null(tolerated_failure_percentage)) return;
    const double percentage = pg_call([&] {
        return DatumGetFloat8(DirectFunctionCall1(numeric_float8, c.datum(tolerated_failure_percentage)));
    });
    if (percentage >= 0 && percentage <= 100) return;
    bad_option(where, "tolerated_failure_percentage is not from 0 to 100", "Give a percentage of the items.");
}

void check_intervals(const call& c, const std::string& where) {
    static Interval zero{};
    check_retry_options(c, {max_attempts, base_delay, max_delay, timeout}, where);
    check_positive_interval(c, schedule_timeout, where, "schedule_timeout");
    check_positive_interval(c, heartbeat_timeout, where, "heartbeat_timeout");
    if (c.is_null(start_delay)) return;
    check_length(c.datum(start_delay), where, "start_delay");
    if (is_shorter(c.datum(start_delay), IntervalPGetDatum(&zero))) {
        bad_option(where, "start_delay is negative", "Give an interval of zero or more.");
    }
}

/// Options that mean something for a fan-out only, and those that mean nothing without another.
void check_combinations(const call& c, const given_step& step) {
    const bool collects = c.text(on_failure) == "collect";
    const bool counts = c.text(output_mode) == "counts";
    auto belongs = [&](bool given, const char* name, bool fits, const char* to) {
        if (given && !fits) bad_option(step.where, std::string(name) + " belongs to " + to, "Leave it out.");
    };
    const char* fanout = "a step of type fanout";
    belongs(!c.is_null(fanout_path), "fanout_path", step.is_fanout(), fanout);
    belongs(!c.is_null(context), "context", step.is_fanout(), fanout);
    belongs(c.int4(batch_size) > 1, "batch_size", step.is_fanout(), fanout);
    belongs(!c.is_null(max_concurrency), "max_concurrency", step.is_fanout(), fanout);
    belongs(!c.is_null(retry_budget), "retry_budget", step.is_fanout(), fanout);
    belongs(counts, "output_mode counts", step.is_fanout(), fanout);
    belongs(c.int4(batch_size) > 1, "batch_size", !step.handler.canonical.starts_with(child_handler_prefix),
            "a handler that returns an array: a child run's output is an object");
    const char* collect = "a fan-out with on_failure => 'collect'";
    belongs(!c.is_null(tolerated_failures), "tolerated_failures", collects && step.is_fanout(), collect);
    belongs(!c.is_null(tolerated_failure_percentage), "tolerated_failure_percentage",
            collects && step.is_fanout(), collect);
    belongs(!c.is_null(heartbeat_timeout), "heartbeat_timeout",
            step.handler.canonical.find(':') == std::string::npos,
            "a handler that reports: one of a worker's own");
    belongs(!c.is_null(fanout_path), "fanout_path", !step.is_stream() && !step.source.function,
            "an array: a dependency or the run's input");
}

void check_path(const call& c, const std::string& where) {
    if (c.is_null(fanout_path)) return;
    const std::string path = c.text(fanout_path);
    try {
        pg_call([&] { DirectFunctionCall1(jsonpath_in, CStringGetDatum(path.c_str())); });
    } catch (const pg_error& error) {
        bad_option(where, "fanout_path is no jsonpath: " + error.message(),
                   "It is one as in jsonb_path_query, for example $.orders[*].");
    }
}

/// Whoever occupies a limit holds up all others that name it: so it is its owner's, and who else may name it
/// is theirs to say.
void check_limits(const call& c, const given_step& step) {
    // Nobody drops them until this transaction has ended.
    static statement keep("SELECT FROM fanout.limits WHERE name = ANY ($1) ORDER BY limit_id FOR KEY SHARE",
                          {TEXTARRAYOID});
    static statement missing(
        "SELECT w.name FROM unnest($1) AS w (name) WHERE NOT EXISTS ("
        "    SELECT FROM fanout.limits l WHERE l.name = w.name AND (pg_has_role($2, l.owner, 'USAGE') "
        "        OR has_function_privilege($2, 'fanout.is_operator()', 'EXECUTE') "
        "        OR EXISTS (SELECT FROM fanout.limit_grants g "
        "                   WHERE g.limit_id = l.limit_id AND pg_has_role($2, g.role, 'USAGE')))) LIMIT 1",
        {TEXTARRAYOID, OIDOID});
    if (step.limits.empty()) return;
    keep.run({param::text_array(step.limits)});
    rows found = missing.run({param::text_array(step.limits), param::oid(c.caller)});
    if (found.empty()) return;
    raise(sqlstate::unknown_limit,
          step.where + ": limit \"" + found.text(0, 1) + "\" does not exist, or is not yours to name",
          "Create it with fanout.create_limit, or ask its owner for fanout.grant_limit.");
}

void check_dependencies(const given_step& step, graph steps) {
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

void check_source(const given_step& step) {
    const std::string hint =
        "The source is the step's one dependency, or with fanout_from one of several, 'run' (the run's input), "
        "'sql:function' or 'stream'.";
    if (!step.is_fanout()) {
        if (step.fanout_from) bad_option(step.where, "fanout_from belongs to a step of type fanout", hint);
        return;
    }
    const size_t n = step.dependencies.size();
    if (!step.fanout_from) {
        if (n == 1) return;
        bad_option(step.where,
                   "a fanout step has exactly one source, this one depends on " + std::to_string(n) +
                       " steps",
                   hint);
    }
    const bool known = *step.fanout_from == "run" || step.is_stream() || step.source.function ||
                       contains(step.dependencies, *step.fanout_from);
    if (!known)
        bad_option(step.where, "fanout_from \"" + *step.fanout_from + "\" is not one of its dependencies",
                   hint);
}

/// The step whose output is the source, where it is one.
std::optional<std::string> source_step(const given_step& step) {
    if (!step.is_fanout()) return std::nullopt;
    if (!step.fanout_from) return step.dependencies[0];
    if (contains(step.dependencies, *step.fanout_from)) return step.fanout_from;
    return std::nullopt;
}

/// Counts are no array to fan out over.
void check_source_is_built(const given_step& step, int64_t flow_id) {
    static statement counts(
        "SELECT FROM fanout.steps WHERE flow_id = $1 AND step_slug = $2 AND output_mode = 'counts'",
        {INT8OID, TEXTOID});
    const std::optional<std::string> source = source_step(step);
    if (!source || counts.run({param::int8(flow_id), param::text(*source)}).empty()) return;
    bad_option(step.where, "its source \"" + *source + "\" has output_mode counts, so there is no array",
               "Give that step output_mode => 'array'.");
}

void check_context(const given_step& step) {
    if (!step.context) return;
    for (const std::string& slug : *step.context) {
        if (slug == "run" || contains(step.dependencies, slug)) continue;
        bad_option(step.where, "context names \"" + slug + "\", which is not one of its dependencies",
                   "Name dependencies, or 'run' for the run's input.");
    }
}

/// The values of step_options.
std::vector<parameter> option_values(const call& c, const given_step& step) {
    auto given = [&](argument at) { return parameter{c.datum(at), c.is_null(at)}; };
    return {param::text(step.step_type),
            param::text(step.handler.canonical),
            param::optional_text(step.handler.function),
            param::optional_text(step.handler.search_path),
            param::optional_text(step.source.function ? step.source.canonical : step.fanout_from),
            param::optional_text(step.source.function),
            param::optional_text(step.source.search_path),
            given(max_attempts),
            given(base_delay),
            given(max_delay),
            given(timeout),
            param::text(step.queue),
            given(priority),
            given(fanout_path),
            step.context ? param::text_array(*step.context) : param::null(),
            given(batch_size),
            given(max_concurrency),
            param::text_array(step.limits),
            given(start_delay),
            given(schedule_timeout),
            given(heartbeat_timeout),
            given(on_failure),
            given(tolerated_failures),
            given(tolerated_failure_percentage),
            given(retry_budget),
            given(output_mode),
            given(max_buffered)};
}

/// `$first, $first+1, …`, one for each of step_options.
std::string placeholders(int first) {
    std::string text;
    for ([[maybe_unused]] const step_column& column : step_options) {
        text += (text.empty() ? "$" : ", $") + std::to_string(first++);
    }
    return text;
}

std::vector<Oid> types_before_options(std::vector<Oid> types) {
    for (const step_column& column : step_options) types.push_back(column.type);
    return types;
}

/// Whether the step stands in the flow just as it is defined now.
bool is_unchanged(int64_t flow_id, const given_step& step, const std::vector<parameter>& options) {
    static statement same(
        "SELECT FROM fanout.steps s WHERE s.flow_id = $1 AND s.step_slug = $2 "
        "AND ARRAY(SELECT d.step_slug COLLATE \"C\" FROM fanout.deps e JOIN fanout.steps d ON d.step_id = e.dep_step_id "
        "          WHERE e.step_id = s.step_id ORDER BY 1) = $3 "
        "AND NOT s.is_chain AND (" +
            step_option_names() + ") IS NOT DISTINCT FROM (" + placeholders(4) + ")",
        types_before_options({INT8OID, TEXTOID, TEXTARRAYOID}));
    std::vector<parameter> values = {param::int8(flow_id), param::text(step.step_slug),
                                     param::text_array(step.dependencies)};
    values.insert(values.end(), options.begin(), options.end());
    return !same.run(values).empty();
}

void write_step(int64_t flow_id, const given_step& step, const std::vector<parameter>& options) {
    static statement write("INSERT INTO fanout.steps (flow_id, step_slug, position, " + step_option_names() +
                               ") "
                               "VALUES ($1, $2, 0, " +
                               placeholders(3) +
                               ") ON CONFLICT ON CONSTRAINT steps_slug_is_unique "
                               "DO UPDATE SET (" +
                               step_option_names() + ") = ROW (" + placeholders(3) + ") RETURNING step_id",
                           types_before_options({INT8OID, TEXTOID}));
    static statement clear_deps("DELETE FROM fanout.deps WHERE step_id = $1", {INT8OID});
    static statement write_deps("INSERT INTO fanout.deps (step_id, dep_step_id) SELECT $1, s.step_id "
                                "FROM fanout.steps s WHERE s.flow_id = $2 AND s.step_slug = ANY ($3)",
                                {INT8OID, INT8OID, TEXTARRAYOID});
    std::vector<parameter> values = {param::int8(flow_id), param::text(step.step_slug)};
    values.insert(values.end(), options.begin(), options.end());
    const int64_t step_id = write.run(values).int8(0, 1);
    clear_deps.run({param::int8(step_id)});
    write_deps.run({param::int8(step_id), param::int8(flow_id), param::text_array(step.dependencies)});
}

void read_names(const call& c, given_step& step) {
    step.flow_slug = c.text(flow_slug);
    step.step_slug = c.text(step_slug);
    check_slug(step.step_slug, "step_slug");
    step.where = "step \"" + step.step_slug + "\" of flow \"" + step.flow_slug + "\"";
    step.dependencies = distinct(text_elements(c.datum(depends_on), step.where + ": depends_on"));
    step.limits = distinct(text_elements(c.datum(limits), step.where + ": limits"));
    if (!c.is_null(context))
        step.context = distinct(text_elements(c.datum(context), step.where + ": context"));
    step.fanout_from = c.optional_text(fanout_from);
    step.queue = c.text(queue);
    check_name(step.queue, "queue", step.where);
    for (const std::string& limit : step.limits) check_name(limit, "limit", step.where);
    if (step.queue.empty())
        bad_option(step.where, "queue is empty", "Name a queue, or leave it out for 'default'.");
}

/// With the caller's own search_path: a function is what the caller means by that name.
void resolve_functions(const call& c, given_step& step) {
    const std::string name = c.optional_text(handler).value_or(step.step_slug);
    check_name(name, "handler", step.where);
    step.handler = resolve_handler(name, c.caller, step.where);
    check_name(step.handler.canonical, "handler", step.where);
    if (step.fanout_from && step.fanout_from->starts_with("sql:")) {
        step.source = resolve_source(*step.fanout_from, c.caller, step.where);
    }
}

given_step read_definition(const call& c) {
    c.require({{flow_slug, "flow_slug"},
               {step_slug, "step_slug"},
               {depends_on, "depends_on"},
               {step_type, "step_type"},
               {queue, "queue"},
               {priority, "priority"},
               {batch_size, "batch_size"},
               {limits, "limits"},
               {on_failure, "on_failure"},
               {output_mode, "output_mode"},
               {max_buffered, "max_buffered"}},
              "add_step");
    given_step step;
    read_names(c, step);
    check_word(c.text(step_type), "step_type", "single", "fanout", step.where);
    step.step_type = c.text(step_type);
    check_word(c.text(on_failure), "on_failure", "fail_fast", "collect", step.where);
    check_word(c.text(output_mode), "output_mode", "array", "counts", step.where);
    check_numbers(c, step.where);
    check_intervals(c, step.where);
    check_path(c, step.where);
    resolve_functions(c, step);
    check_combinations(c, step);
    return step;
}

/// A step's delays, each the flow's unless given, must not contradict each other.
void check_delays_with_flow(const call& c, const flow_version& flow, const given_step& step) {
    static statement check("SELECT coalesce($2, base_delay) <= coalesce($3, max_delay) FROM fanout.flows "
                           "WHERE flow_id = $1",
                           {INT8OID, INTERVALOID, INTERVALOID});
    auto given = [&](argument at) { return parameter{c.datum(at), c.is_null(at)}; };
    if (check.run({param::int8(flow.flow_id), given(base_delay), given(max_delay)}).boolean(0, 1)) return;
    bad_option(step.where, "its base_delay is longer than its max_delay (the flow's unless given)",
               "Raise max_delay or lower base_delay.");
}

/// `flow:slug` must be there, and its owner's child runs the caller's to start.
void check_child_flow(const call& c, const given_step& step) {
    if (!step.is_child_run()) return;
    const std::string slug = step.handler.canonical.substr(std::string_view(child_handler_prefix).size());
    require_owner(c.caller, current_version(slug).owner, "flow \"" + slug + "\"");
}

void check_with_flow(const call& c, const flow_version& flow, const given_step& step) {
    check_dependencies(step, read_graph(flow.flow_id));
    check_source(step);
    check_source_is_built(step, flow.flow_id);
    check_context(step);
    check_limits(c, step);
    check_child_flow(c, step);
    check_delays_with_flow(c, flow, step);
}

}  // namespace
}  // namespace fanout

using namespace fanout;

/// add_step(flow_slug, step_slug, …) returns int: the version that has the step. A procedure to the entry
/// code, because functions are looked up before the engine takes its own search_path.
FANOUT_PROCEDURE(fanout_add_step) {
    const given_step step = read_definition(call);
    engine_scope scope;
    const flow_version current = lock_for_change(step.flow_slug, call.caller);
    check_with_flow(call, current, step);
    const std::vector<parameter> options = option_values(call, step);
    int32_t version = current.version;
    if (!is_unchanged(current.flow_id, step, options)) {
        const flow_version target = changeable(current);
        write_step(target.flow_id, step, options);
        write_graph(target.flow_id);
        if (!step.limits.empty() || step.is_child_run())
            check_no_held_limit_is_named(target.flow_id, step.step_slug, step.where);
        version = target.version;
    }
    scope.leave();
    return Int32GetDatum(version);
}

/// drop_step(flow_slug text, step_slug text) returns int: the version that is without it
FANOUT_FUNCTION(fanout_drop_step) {
    static statement dependents(
        "SELECT b.step_slug FROM fanout.steps a JOIN fanout.deps d ON d.dep_step_id = a.step_id "
        "JOIN fanout.steps b ON b.step_id = d.step_id "
        "WHERE a.flow_id = $1 AND a.step_slug = $2 ORDER BY 1",
        {INT8OID, TEXTOID});
    static statement drop("DELETE FROM fanout.steps WHERE flow_id = $1 AND step_slug = $2",
                          {INT8OID, TEXTOID});
    call.require({{0, "flow_slug"}, {1, "step_slug"}}, "drop_step");
    const std::string slug = call.text(1), where = "step \"" + slug + "\" of flow \"" + call.text(0) + "\"";
    const flow_version current = lock_for_change(call.text(0), call.caller);
    if (!read_graph(current.flow_id).count(slug)) {
        raise(sqlstate::unknown_step, where + " does not exist", "It was dropped already, or never added.");
    }
    std::vector<std::string> others;
    {
        rows found = dependents.run({param::int8(current.flow_id), param::text(slug)});
        for (size_t i = 0; i < found.size(); ++i) others.push_back(found.text(i, 1));
    }
    if (!others.empty()) {
        raise(sqlstate::unknown_dependency, where + " is what others depend on: " + joined(others),
              "Drop those first, or let them depend on something else.");
    }
    const flow_version target = changeable(current);
    drop.run({param::int8(target.flow_id), param::text(slug)});
    write_graph(target.flow_id);
    return Int32GetDatum(target.version);
}
