#include "definition.hpp"

#include "interval.hpp"
#include "relation.hpp"

#include <set>

namespace fanout {
namespace {

/// Any change of a definition, by whomever, makes every backend forget all of them. It is told as a change of
/// this index, on which no kept plan depends, so that plans stay.
constexpr const char* told_by = "steps_slug_is_unique";

bool is_outdated = false;
Oid watched = InvalidOid;

void note_change(Datum, Oid relation) {
    if (relation == watched || relation == InvalidOid) is_outdated = true;
}

Oid index_to_watch() {
    return pg_call([] { return find_relation(told_by); });
}

/// Reads one row of read_flow, column after column.
class definition_reader {
public:
    definition_reader(const rows& found, size_t row) : found_(found), row_(row) {}

    step_definition read() {
        step_definition d;
        d.step_id = int8();
        for (std::string* value : {&d.flow_slug, &d.step_slug, &d.handler, &d.queue}) *value = *text();
        d.owner = found_.oid(row_, next());
        d.is_fanout = boolean();
        d.step_priority = int4();
        d.sql_function = text();
        d.sql_search_path = text();
        read_source(d);
        read_attempts(d);
        d.max_concurrency = optional(&definition_reader::int4);
        d.limits = *texts();
        d.dependencies = 0;
        return d;
    }

private:
    void read_source(step_definition& d) {
        d.fanout_from = text();
        d.source_function = text();
        d.source_search_path = text();
        d.fanout_path = text();
        d.context = texts();
        d.has_context = boolean();
        d.batch_size = int4();
        d.max_buffered = int4();
        d.pipelined_step_id = optional(&definition_reader::int8);
    }

    void read_attempts(step_definition& d) {
        d.max_attempts = int4();
        d.base_delay_us = microseconds(interval());
        d.max_delay_us = microseconds(interval());
        d.timeout = interval();
        d.heartbeat_timeout = optional(&definition_reader::interval);
        d.schedule_timeout = optional(&definition_reader::interval);
        if (d.heartbeat_timeout) d.heartbeat_timeout_us = microseconds(*d.heartbeat_timeout);
        if (d.schedule_timeout) d.schedule_timeout_us = microseconds(*d.schedule_timeout);
        d.start_delay_us = microseconds(interval());
        d.retry_budget = optional(&definition_reader::int4);
        d.collects = boolean();
        d.has_tolerance = boolean();
        d.counts_only = boolean();
        d.builds_output = boolean();
        d.feeds_steps = boolean();
    }

    int next() { return ++column_; }
    int32_t int4() { return found_.int4(row_, next()); }
    int64_t int8() { return found_.int8(row_, next()); }
    bool boolean() { return found_.boolean(row_, next()); }
    Interval interval() { return *DatumGetIntervalP(found_.datum(row_, next())); }
    std::optional<std::string> text() { return found_.optional_text(row_, next()); }

    static int64_t microseconds(const Interval& value) { return static_cast<int64_t>(interval_us(value)); }

    template <typename T> std::optional<T> optional(T (definition_reader::*read)()) {
        if (!found_.is_null(row_, column_ + 1)) return (this->*read)();
        ++column_;
        return std::nullopt;
    }

    std::optional<std::vector<std::string>> texts() {
        const int at = next();
        if (found_.is_null(row_, at)) return std::nullopt;
        return text_elements(found_.datum(row_, at), "a step's array");
    }

    const rows& found_;
    size_t row_;
    int column_ = 0;
};

using definitions = std::map<int64_t, step_definition>;

/// A version of a flow, with its steps in topological order.
struct flow_definition {
    definitions steps;
    std::vector<int64_t> order;
};

flow_definition read_flow(int64_t flow_id) {
    static statement read(
        "SELECT t.step_id, f.flow_slug, t.step_slug, t.handler, t.queue, f.owner::oid, t.step_type = 'fanout', t.priority, "
        "       t.sql_function, t.sql_search_path, t.fanout_from, t.source_function, t.source_search_path, t.fanout_path, "
        "       t.context, t.has_context, t.batch_size, t.max_buffered, t.pipelined_step_id, "
        "       coalesce(t.max_attempts, f.max_attempts), coalesce(t.base_delay, f.base_delay), "
        "       coalesce(t.max_delay, f.max_delay), coalesce(t.timeout, f.timeout), t.heartbeat_timeout, t.schedule_timeout, "
        "       coalesce(t.start_delay, '0'), t.retry_budget, t.on_failure = 'collect', "
        "       num_nonnulls(t.tolerated_failures, t.tolerated_failure_percentage) > 0, t.output_mode = 'counts', "
        "       t.builds_output, t.feeds_steps, t.max_concurrency, t.limits "
        "FROM fanout.steps t JOIN fanout.flows f ON f.flow_id = t.flow_id WHERE t.flow_id = $1 ORDER BY t.position",
        {INT8OID});
    static statement read_edges("SELECT d.dep_step_id, d.step_id FROM fanout.steps t "
                                "JOIN fanout.deps d ON d.step_id = t.step_id WHERE t.flow_id = $1",
                                {INT8OID});
    flow_definition result;
    rows found = read.run({param::int8(flow_id)});
    for (size_t i = 0; i < found.size(); ++i) {
        step_definition d = definition_reader(found, i).read();
        result.order.push_back(d.step_id);
        result.steps.emplace(d.step_id, std::move(d));
    }
    rows edges = read_edges.run({param::int8(flow_id)});
    for (size_t i = 0; i < edges.size(); ++i) {
        result.steps.at(edges.int8(i, 1)).dependents.push_back(edges.int8(i, 2));
        ++result.steps.at(edges.int8(i, 2)).dependencies;
    }
    return result;
}

/// What depends on the step; and where that is a fan-out, which may be empty and end as it starts, what
/// depends on that.
void add_reach(const definitions& flow, int64_t step_id, std::set<int64_t>& reach) {
    for (int64_t next : flow.at(step_id).dependents) {
        if (reach.insert(next).second && flow.at(next).is_fanout) add_reach(flow, next, reach);
    }
}

void write_reach(definitions& flow) {
    for (auto& [step_id, definition] : flow) {
        std::set<int64_t> reach;
        add_reach(flow, step_id, reach);
        definition.reach.assign(reach.begin(), reach.end());
    }
}

constexpr size_t most_kept = 10000;

definitions kept_steps;
std::map<int64_t, std::vector<int64_t>> kept_orders;  // by flow
std::map<std::string, flow_version> kept_versions;    // the current ones, by slug

void forget_all() {
    kept_steps.clear();
    kept_orders.clear();
    kept_versions.clear();
}

/// Whatever was committed before this call began, or before a lock that it has waited for was released, is
/// known then.
void forget_what_is_outdated() {
    pg_call([] { AcceptInvalidationMessages(); });
    if (!is_outdated) return;
    is_outdated = false;
    forget_all();
}

void watch_for_changes() {
    if (watched == InvalidOid)
        pg_call([] { CacheRegisterRelcacheCallback(note_change, static_cast<Datum>(0)); });
    watched = index_to_watch();
}

void keep_flow(int64_t flow_id) {
    // First, so that no change is missed that is made while they are read.
    watch_for_changes();
    flow_definition flow = read_flow(flow_id);
    write_reach(flow.steps);
    if (kept_steps.size() + flow.steps.size() > most_kept) forget_all();
    kept_steps.merge(flow.steps);
    kept_orders[flow_id] = std::move(flow.order);
    // An old snapshot may have seen what was long changed.
    if (IsolationUsesXactSnapshot()) is_outdated = true;
}

std::optional<int64_t> flow_of(int64_t step_id) {
    static statement find("SELECT flow_id FROM fanout.steps WHERE step_id = $1", {INT8OID});
    rows found = find.run({param::int8(step_id)});
    return found.empty() ? std::nullopt : std::optional(found.int8(0, 1));
}

}  // namespace

const step_definition* find_definition(int64_t step_id) {
    forget_what_is_outdated();
    auto found = kept_steps.find(step_id);
    if (found == kept_steps.end()) {
        const std::optional<int64_t> flow_id = flow_of(step_id);
        if (flow_id) keep_flow(*flow_id);
        found = kept_steps.find(step_id);
    }
    return found == kept_steps.end() ? nullptr : &found->second;
}

std::vector<step_definition> definitions_of(int64_t flow_id) {
    forget_what_is_outdated();
    if (!kept_orders.contains(flow_id)) keep_flow(flow_id);
    std::vector<step_definition> result;
    for (int64_t step_id : kept_orders.at(flow_id)) result.push_back(kept_steps.at(step_id));
    return result;
}

std::optional<flow_version> known_version(const std::string& flow_slug) {
    forget_what_is_outdated();
    // An old snapshot has a current version of its own.
    if (IsolationUsesXactSnapshot()) return std::nullopt;
    auto found = kept_versions.find(flow_slug);
    if (found != kept_versions.end()) return found->second;
    // Before it is read, so that no change is missed that is made meanwhile.
    watch_for_changes();
    return std::nullopt;
}

void keep_version(const std::string& flow_slug, const flow_version& version) {
    if (version.used && !IsolationUsesXactSnapshot() && kept_versions.size() < most_kept)
        kept_versions.insert_or_assign(flow_slug, version);
}

}  // namespace fanout

using namespace fanout;

/// The trigger on the tables of definitions: forget_definitions() returns trigger.
FANOUT_FUNCTION(fanout_forget_definitions) {
    const Oid index = index_to_watch();
    pg_call([&] { CacheInvalidateRelcacheByRelid(index); });
    return PointerGetDatum(nullptr);
}
