// add_step and drop_step: definitions of steps and their checks.
#include "flows/ceilings.hpp"
#include "flows/flow.hpp"
#include "flows/handler.hpp"
#include "flows/held_limits.hpp"
#include "flows/step_options.hpp"
#include "plain/joined.hpp"
#include "plain/sqlstates.hpp"
#include "postgres/access.hpp"
#include "postgres/entry.hpp"
#include "postgres/identity.hpp"

#include <algorithm>

namespace fanout {
namespace {

/// Sorted, each once.
std::vector<std::string> distinct(std::vector<std::string> words) {
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
}

bool contains(const std::vector<std::string>& words, const std::string& word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// A number that may be left out.
void check_at_least(const named_arguments& c, const char* name, int32_t least, const std::string& where) {
    if (c.is_null(name) || c.int4(name) >= least) return;
    bad_option(where, std::string(name) + " is " + std::to_string(c.int4(name)),
               std::string(name) + " is " + std::to_string(least) + " or more.");
}

void check_numbers(const named_arguments& c, const std::string& where) {
    check_priority(c.int4("priority"), where);
    check_step_priority(c.int4("priority"), where);
    check_at_least(c, "batch_size", 1, where);
    check_at_least(c, "max_concurrency", 1, where);
    check_at_least(c, "tolerated_failures", 0, where);
    check_at_least(c, "retry_budget", 0, where);
    check_at_least(c, "max_buffered", 1, where);
    if (c.is_null("tolerated_failure_percentage")) return;
    const double percentage = pg_call([&] {
        return DatumGetFloat8(DirectFunctionCall1(numeric_float8, c.datum("tolerated_failure_percentage")));
    });
    if (percentage >= 0 && percentage <= 100) return;
    bad_option(where, "tolerated_failure_percentage is not from 0 to 100", "Give a percentage of the items.");
}

void check_intervals(const named_arguments& c, const std::string& where) {
    static Interval zero{};
    check_retry_options(c, where);
    check_positive_interval(c, "schedule_timeout", where);
    check_positive_interval(c, "heartbeat_timeout", where);
    if (c.is_null("start_delay")) return;
    check_length(c.datum("start_delay"), where, "start_delay");
    if (is_shorter(c.datum("start_delay"), IntervalPGetDatum(&zero))) {
        bad_option(where, "start_delay is negative", "Give an interval of zero or more.");
    }
}

/// Options that mean something for a fan-out only, and those that mean nothing without another.
void check_combinations(const named_arguments& c, const given_step& step) {
    const bool collects = c.text("on_failure") == "collect";
    const bool counts = c.text("output_mode") == "counts";
    auto belongs = [&](bool given, const char* name, bool fits, const char* to) {
        if (given && !fits) bad_option(step.where, std::string(name) + " belongs to " + to, "Leave it out.");
    };
    const char* fanout = "a step of type fanout";
    belongs(!c.is_null("fanout_path"), "fanout_path", step.is_fanout(), fanout);
    belongs(!c.is_null("context"), "context", step.is_fanout(), fanout);
    belongs(c.int4("batch_size") > 1, "batch_size", step.is_fanout(), fanout);
    belongs(!c.is_null("max_concurrency"), "max_concurrency", step.is_fanout(), fanout);
    belongs(!c.is_null("retry_budget"), "retry_budget", step.is_fanout(), fanout);
    belongs(counts, "output_mode counts", step.is_fanout(), fanout);
    belongs(c.int4("batch_size") > 1, "batch_size", !step.handler.canonical.starts_with(child_handler_prefix),
            "a handler that returns an array: a child run's output is an object");
    const char* collect = "a fan-out with on_failure => 'collect'";
    belongs(!c.is_null("tolerated_failures"), "tolerated_failures", collects && step.is_fanout(), collect);
    belongs(!c.is_null("tolerated_failure_percentage"), "tolerated_failure_percentage",
            collects && step.is_fanout(), collect);
    belongs(!c.is_null("heartbeat_timeout"), "heartbeat_timeout",
            step.handler.canonical.find(':') == std::string::npos,
            "a handler that reports: one of a worker's own");
    belongs(!c.is_null("fanout_path"), "fanout_path", !step.is_stream() && !step.source.function,
            "an array: a dependency or the run's input");
}

void check_path(const named_arguments& c, const std::string& where) {
    if (c.is_null("fanout_path")) return;
    const std::string path = c.text("fanout_path");
    try {
        pg_call([&] { DirectFunctionCall1(jsonpath_in, CStringGetDatum(path.c_str())); });
    } catch (const pg_error& error) {
        bad_option(where, "fanout_path is no jsonpath: " + error.message(),
                   "It is one as in jsonb_path_query, for example $.orders[*].");
    }
}

/// Whoever occupies a limit holds up all others that name it: so it is its owner's, and who else may name it
/// is theirs to say.
void check_limits(const named_arguments& c, const given_step& step) {
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
    rows found = missing.run({param::text_array(step.limits), param::oid(c.caller())});
    if (found.empty()) return;
    raise(sqlstate::unknown_limit,
          step.where + ": limit \"" + found.text(0, 1) + "\" does not exist, or is not yours to name",
          "Create it with fanout.create_limit, or ask its owner for fanout.grant_limit.");
}

[[noreturn]] void raise_unknown_dependency(const given_step& step, const std::string& dependency,
                                           int64_t flow_id) {
    std::vector<std::string> known;
    for (const auto& entry : read_graph(flow_id)) known.push_back(entry.first);
    raise(sqlstate::unknown_dependency, step.where + " depends on unknown step \"" + dependency + "\"",
          known.empty() ? "The flow has no steps yet: add the dependency first."
                        : "Add the dependency first. Steps so far: " + joined(known) + ".");
}

[[noreturn]] void raise_cycle(const given_step& step, int64_t flow_id) {
    graph steps = read_graph(flow_id);
    steps[step.step_slug] = step.dependencies;
    raise(sqlstate::cycle, step.where + " would close a cycle: " + describe_cycle(steps),
          "A step can't depend on a step that depends on it.");
}

/// Looks only at what the step depends on, and at what depends on it if it is there already.
void check_dependencies(const given_step& step, int64_t flow_id) {
    static statement unknown(
        "SELECT w.slug FROM unnest($2) AS w (slug) WHERE NOT EXISTS ("
        "    SELECT FROM fanout.steps s WHERE s.flow_id = $1 AND s.step_slug = w.slug) LIMIT 1",
        {INT8OID, TEXTARRAYOID});
    static statement depends_on_it(
        "WITH RECURSIVE below AS ("
        "    SELECT s.step_id FROM fanout.steps s WHERE s.flow_id = $1 AND s.step_slug = $2 UNION "
        "    SELECT d.step_id FROM below b JOIN fanout.deps d ON d.dep_step_id = b.step_id) "
        "SELECT FROM below b JOIN fanout.steps s USING (step_id) WHERE s.step_slug = ANY ($3) LIMIT 1",
        {INT8OID, TEXTOID, TEXTARRAYOID});
    if (step.dependencies.empty()) return;
    if (contains(step.dependencies, step.step_slug)) {
        raise(sqlstate::cycle, step.where + " depends on itself", "Remove it from depends_on.");
    }
    const parameter flow = param::int8(flow_id), wanted = param::text_array(step.dependencies);
    rows missing = unknown.run({flow, wanted});
    if (!missing.empty()) raise_unknown_dependency(step, missing.text(0, 1), flow_id);
    if (!depends_on_it.run({flow, param::text(step.step_slug), wanted}).empty()) raise_cycle(step, flow_id);
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
std::vector<parameter> option_values(const named_arguments& c, const given_step& step) {
    std::vector<parameter> values;
    for (const step_option& option : step_options)
        values.push_back(option.value ? option.value(step) : given(c, option.column));
    return values;
}

/// `$first, $first+1, …`, one for each of step_options.
std::string placeholders(int first) {
    std::string text;
    for ([[maybe_unused]] const step_option& option : step_options) {
        text += (text.empty() ? "$" : ", $") + std::to_string(first++);
    }
    return text;
}

std::vector<Oid> types_before_options(std::vector<Oid> types) {
    for (const step_option& option : step_options) types.push_back(option.type);
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

/// Behind what it depends on.
int64_t write_step_row(int64_t flow_id, const given_step& step, const std::vector<parameter>& options) {
    static statement write(
        "INSERT INTO fanout.steps AS s (flow_id, step_slug, position, " + step_option_names() +
            ") SELECT $1, $2, (SELECT coalesce(max(d.position), 0) + 1 FROM fanout.steps d "
            "                  WHERE d.flow_id = $1 AND d.step_slug = ANY ($3)), " +
            placeholders(4) +
            " ON CONFLICT ON CONSTRAINT steps_slug_is_unique DO UPDATE SET "
            "position = greatest(s.position, EXCLUDED.position), (" +
            step_option_names() + ") = ROW (" + placeholders(4) + ") RETURNING step_id",
        types_before_options({INT8OID, TEXTOID, TEXTARRAYOID}));
    std::vector<parameter> values = {param::int8(flow_id), param::text(step.step_slug),
                                     param::text_array(step.dependencies)};
    values.insert(values.end(), options.begin(), options.end());
    return write.run(values).int8(0, 1);
}

/// Returns what it doesn't depend on any more.
std::vector<int64_t> write_dependencies(int64_t flow_id, int64_t step_id, const given_step& step) {
    static statement remove(
        "DELETE FROM fanout.deps d USING fanout.steps a WHERE d.step_id = $1 AND a.step_id = d.dep_step_id "
        "AND a.step_slug <> ALL ($2) RETURNING d.dep_step_id",
        {INT8OID, TEXTARRAYOID});
    static statement add("INSERT INTO fanout.deps (step_id, dep_step_id) SELECT $1, s.step_id "
                         "FROM fanout.steps s WHERE s.flow_id = $2 AND s.step_slug = ANY ($3) "
                         "ON CONFLICT DO NOTHING",
                         {INT8OID, INT8OID, TEXTARRAYOID});
    const parameter id = param::int8(step_id), slugs = param::text_array(step.dependencies);
    std::vector<int64_t> removed = remove.run({id, slugs}).int8_column(1);
    add.run({id, param::int8(flow_id), slugs});
    return removed;
}

/// Moves what depends on the step behind it, and so on, as far as it isn't there.
void move_dependents_behind(int64_t step_id) {
    static statement move(
        "UPDATE fanout.steps s SET position = n.position FROM ("
        "    SELECT d.step_id, max(a.position) + 1 AS position FROM fanout.steps a "
        "      JOIN fanout.deps d ON d.dep_step_id = a.step_id WHERE a.step_id = ANY ($1) GROUP BY d.step_id) n "
        "WHERE s.step_id = n.step_id AND s.position < n.position RETURNING s.step_id",
        {INT8ARRAYOID});
    std::vector<int64_t> moved{step_id};
    while (!moved.empty()) moved = move.run({param::int8_array(moved)}).int8_column(1);
}

/// Those on which the step depends, and that depend on it.
std::vector<int64_t> steps_next_to(int64_t step_id) {
    static statement find("SELECT dep_step_id FROM fanout.deps WHERE step_id = $1 UNION ALL "
                          "SELECT step_id FROM fanout.deps WHERE dep_step_id = $1",
                          {INT8OID});
    return find.run({param::int8(step_id)}).int8_column(1);
}

/// Writes the step, and what changes by it next to it. What it costs depends on how many steps those are, not
/// on how many the flow has.
void write_step(int64_t flow_id, const given_step& step, const std::vector<parameter>& options) {
    const int64_t step_id = write_step_row(flow_id, step, options);
    std::vector<int64_t> changed = write_dependencies(flow_id, step_id, step);
    move_dependents_behind(step_id);
    const std::vector<int64_t> next = steps_next_to(step_id);
    changed.insert(changed.end(), next.begin(), next.end());
    changed.push_back(step_id);
    write_from_graph(changed);
}

void read_names(const named_arguments& c, given_step& step) {
    step.flow_slug = c.text("flow_slug");
    step.step_slug = c.text("step_slug");
    check_slug(step.step_slug, "step_slug");
    step.where = "step \"" + step.step_slug + "\" of flow \"" + step.flow_slug + "\"";
    step.dependencies = distinct(text_elements(c.datum("depends_on"), step.where + ": depends_on"));
    step.limits = distinct(text_elements(c.datum("limits"), step.where + ": limits"));
    if (!c.is_null("context"))
        step.context = distinct(text_elements(c.datum("context"), step.where + ": context"));
    step.fanout_from = c.optional_text("fanout_from");
    step.queue = c.text("queue");
    check_name(step.queue, "queue", step.where);
    for (const std::string& limit : step.limits) check_name(limit, "limit", step.where);
    if (step.queue.empty())
        bad_option(step.where, "queue is empty", "Name a queue, or leave it out for 'default'.");
}

/// With the caller's own search_path: a function is what the caller means by that name.
void resolve_functions(const named_arguments& c, given_step& step) {
    const std::string name = c.optional_text("handler").value_or(step.step_slug);
    check_name(name, "handler", step.where);
    step.handler = resolve_handler(name, c.caller(), step.where);
    check_name(step.handler.canonical, "handler", step.where);
    if (step.fanout_from && step.fanout_from->starts_with("sql:")) {
        step.source = resolve_source(*step.fanout_from, c.caller(), step.where);
    }
}

given_step read_definition(const named_arguments& c) {
    c.require({"flow_slug", "step_slug", "depends_on", "step_type", "queue", "priority", "batch_size",
               "limits", "on_failure", "output_mode", "max_buffered"},
              "add_step");
    given_step step;
    read_names(c, step);
    check_word(c.text("step_type"), "step_type", "single", "fanout", step.where);
    step.step_type = c.text("step_type");
    check_word(c.text("on_failure"), "on_failure", "fail_fast", "collect", step.where);
    check_word(c.text("output_mode"), "output_mode", "array", "counts", step.where);
    check_numbers(c, step.where);
    check_intervals(c, step.where);
    check_path(c, step.where);
    resolve_functions(c, step);
    check_combinations(c, step);
    return step;
}

/// A step's delays, each the flow's unless given, must not contradict each other.
void check_delays_with_flow(const named_arguments& c, const flow_version& flow, const given_step& step) {
    static statement check("SELECT coalesce($2, base_delay) <= coalesce($3, max_delay) FROM fanout.flows "
                           "WHERE flow_id = $1",
                           {INT8OID, INTERVALOID, INTERVALOID});
    if (check.run({param::int8(flow.flow_id), given(c, "base_delay"), given(c, "max_delay")}).boolean(0, 1))
        return;
    bad_option(step.where, "its base_delay is longer than its max_delay (the flow's unless given)",
               "Raise max_delay or lower base_delay.");
}

/// `flow:slug` must be there, and its owner's child runs the caller's to start.
void check_child_flow(const named_arguments& c, const given_step& step) {
    if (!step.is_child_run()) return;
    const std::string slug = step.handler.canonical.substr(std::string_view(child_handler_prefix).size());
    require_owner(c.caller(), current_version(slug).owner, "flow \"" + slug + "\"");
}

void check_with_flow(const named_arguments& c, const flow_version& flow, const given_step& step) {
    check_step_count(flow.flow_id, step.step_slug, step.flow_slug);
    check_dependencies(step, flow.flow_id);
    check_source(step);
    check_source_is_built(step, flow.flow_id);
    check_context(step);
    check_limits(c, step);
    check_delays_with_flow(c, flow, step);
}

/// Returns the version that has the step.
int32_t define_step(const named_arguments& c, const given_step& step) {
    const std::vector<parameter> options = option_values(c, step);
    const flow_version seen = current_version(step.flow_slug);
    require_owner(c.caller(), seen.owner, "flow \"" + step.flow_slug + "\"");
    if (is_unchanged(seen.flow_id, step, options)) return seen.version;
    const flow_version current = lock_for_change(step.flow_slug, c.caller());
    if (is_unchanged(current.flow_id, step, options)) return current.version;
    check_with_flow(c, current, step);
    const flow_version target = changeable(current);
    write_step(target.flow_id, step, options);
    if (!step.limits.empty() || step.is_child_run())
        check_no_held_limit_is_named(target.flow_id, step.step_slug, step.where);
    return target.version;
}

}  // namespace
}  // namespace fanout

using namespace fanout;

/// add_step(flow_slug, step_slug, …) returns int: the version that has the step. A procedure to the entry
/// code, because functions are looked up before the engine takes its own search_path.
FANOUT_PROCEDURE(fanout_add_step) {
    const named_arguments arguments(call);
    const given_step step = read_definition(arguments);
    engine_scope scope;
    check_child_flow(arguments, step);
    const int32_t version = define_step(arguments, step);
    scope.leave();
    return Int32GetDatum(version);
}

namespace fanout {
namespace {

void refuse_while_depended_on(int64_t step_id, const std::string& where) {
    static statement dependents(
        "SELECT b.step_slug FROM fanout.deps d JOIN fanout.steps b ON b.step_id = d.step_id "
        "WHERE d.dep_step_id = $1 ORDER BY 1",
        {INT8OID});
    rows found = dependents.run({param::int8(step_id)});
    if (found.empty()) return;
    std::vector<std::string> others;
    for (size_t i = 0; i < found.size(); ++i) others.push_back(found.text(i, 1));
    raise(sqlstate::unknown_dependency, where + " is what others depend on: " + joined(others),
          "Drop those first, or let them depend on something else.");
}

std::optional<int64_t> find_step(int64_t flow_id, const std::string& slug) {
    static statement find("SELECT step_id FROM fanout.steps WHERE flow_id = $1 AND step_slug = $2",
                          {INT8OID, TEXTOID});
    rows found = find.run({param::int8(flow_id), param::text(slug)});
    return found.empty() ? std::nullopt : std::optional(found.int8(0, 1));
}

}  // namespace
}  // namespace fanout

/// drop_step(flow_slug text, step_slug text) returns int: the version that is without it
FANOUT_FUNCTION(fanout_drop_step) {
    static statement drop_deps("DELETE FROM fanout.deps WHERE step_id = $1", {INT8OID});
    static statement drop("DELETE FROM fanout.steps WHERE step_id = $1", {INT8OID});
    call.require({{0, "flow_slug"}, {1, "step_slug"}}, "drop_step");
    const std::string slug = call.text(1), where = "step \"" + slug + "\" of flow \"" + call.text(0) + "\"";
    const flow_version current = lock_for_change(call.text(0), call.caller);
    const std::optional<int64_t> step_id = find_step(current.flow_id, slug);
    if (!step_id) {
        raise(sqlstate::unknown_step, where + " does not exist", "It was dropped already, or never added.");
    }
    refuse_while_depended_on(*step_id, where);
    const flow_version target = changeable(current);
    const int64_t dropped = *find_step(target.flow_id, slug);
    const std::vector<int64_t> next = steps_next_to(dropped);
    drop_deps.run({param::int8(dropped)});
    drop.run({param::int8(dropped)});
    write_from_graph(next);
    return Int32GetDatum(target.version);
}
