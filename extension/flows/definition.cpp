#include "flows/definition.hpp"

#include "postgres/datum.hpp"
#include "postgres/index_scan.hpp"
#include "postgres/interval.hpp"
#include "postgres/relation.hpp"
#include "postgres/trigger_call.hpp"

#include <set>
#include <unordered_map>

namespace fanout {
namespace {

// How a change is told. PostgreSQL tells all backends when a transaction that has changed a relation commits,
// and its own at once, by the relation's OID, for which there need be no relation. So what backends keep has
// such a number, from its id or name, beyond those of most databases: where there is a relation with it,
// that is looked up once more than it has to be.

Oid told_as(std::string_view key) {
    constexpr uint32_t beyond_relations = uint32_t{1} << 31;
    return beyond_relations | DatumGetUInt32(hash_any(reinterpret_cast<const unsigned char*>(key.data()),
                                                      static_cast<int>(key.size())));
}

Oid told_as(int64_t id) {
    return told_as(std::string_view(reinterpret_cast<const char*>(&id), sizeof id));
}

void tell_change(Oid number) {
    pg_call([&] {
        HeapTuple relation = SearchSysCacheCopy1(RELOID, ObjectIdGetDatum(find_relation("flows")));
        if (!HeapTupleIsValid(relation)) elog(ERROR, "fanout.flows does not exist");
        reinterpret_cast<Form_pg_class>(GETSTRUCT(relation))->oid = number;
        CacheInvalidateRelcacheByTuple(relation);
        heap_freetuple(relation);
    });
}

/// What this backend keeps, or is about to, by its number, and whether it has changed since it was read.
std::unordered_map<Oid, bool> watched;
bool any_has_changed = false, all_has_changed = false;

/// May be called at any time: it allocates nothing.
void note_change(Datum, Oid relation) {
    if (relation == InvalidOid) {
        all_has_changed = true;
    } else if (auto found = watched.find(relation); found != watched.end()) {
        found->second = any_has_changed = true;
    }
}

/// To be called before what is to be kept is read, so that no change is missed that is made meanwhile.
void watch_for_changes(Oid number) {
    static bool is_listening = false;
    if (!is_listening) pg_call([] { CacheRegisterRelcacheCallback(note_change, static_cast<Datum>(0)); });
    is_listening = true;
    watched.emplace(number, false);
}

/// Reads a row of read_flow's statement, by its columns' names.
class definition_reader {
public:
    definition_reader(const rows& found, size_t row) : found_(found), row_(row) {}

    step_definition read() const {
        step_definition d;
        d.step_id = int8("step_id");
        d.flow_slug = *text("flow_slug");
        d.step_slug = *text("step_slug");
        d.handler = *text("handler");
        d.queue = *text("queue");
        d.owner = found_.oid(row_, found_.column("owner"));
        d.is_fanout = boolean("is_fanout");
        d.step_priority = *int4("priority");
        d.sql_function = text("sql_function");
        d.sql_search_path = text("sql_search_path");
        d.max_concurrency = int4("max_concurrency");
        d.limits = *texts("limits");
        read_source(d);
        read_attempts(d);
        return d;
    }

private:
    void read_source(step_definition& d) const {
        d.fanout_from = text("fanout_from");
        d.source_function = text("source_function");
        d.source_search_path = text("source_search_path");
        d.fanout_path = text("fanout_path");
        d.context = texts("context");
        d.has_context = boolean("has_context");
        d.batch_size = *int4("batch_size");
        d.max_buffered = *int4("max_buffered");
        if (!is_null("pipelined_step_id")) d.pipelined_step_id = int8("pipelined_step_id");
    }

    void read_attempts(step_definition& d) const {
        d.max_attempts = *int4("max_attempts");
        d.base_delay_us = *microseconds("base_delay");
        d.max_delay_us = *microseconds("max_delay");
        d.timeout = *interval("timeout");
        d.heartbeat_timeout = interval("heartbeat_timeout");
        d.heartbeat_timeout_us = microseconds("heartbeat_timeout");
        d.schedule_timeout = interval("schedule_timeout");
        d.schedule_timeout_us = microseconds("schedule_timeout");
        d.start_delay_us = *microseconds("start_delay");
        d.retry_budget = int4("retry_budget");
        d.collects = boolean("collects");
        d.has_tolerance = boolean("has_tolerance");
        d.counts_only = boolean("counts_only");
        d.builds_output = boolean("builds_output");
        d.feeds_steps = boolean("feeds_steps");
        d.notifies_ends = boolean("notifies_ends");
    }

    bool is_null(const char* name) const { return found_.is_null(row_, found_.column(name)); }
    Datum datum(const char* name) const { return found_.datum(row_, found_.column(name)); }
    int64_t int8(const char* name) const { return DatumGetInt64(datum(name)); }
    bool boolean(const char* name) const { return DatumGetBool(datum(name)); }
    std::optional<std::string> text(const char* name) const {
        return found_.optional_text(row_, found_.column(name));
    }
    std::optional<int32_t> int4(const char* name) const {
        if (is_null(name)) return std::nullopt;
        return DatumGetInt32(datum(name));
    }
    std::optional<Interval> interval(const char* name) const {
        if (is_null(name)) return std::nullopt;
        return *DatumGetIntervalP(datum(name));
    }
    std::optional<int64_t> microseconds(const char* name) const {
        const std::optional<Interval> value = interval(name);
        if (!value) return std::nullopt;
        return static_cast<int64_t>(interval_us(*value));
    }
    std::optional<std::vector<std::string>> texts(const char* name) const {
        if (is_null(name)) return std::nullopt;
        return text_elements(datum(name), "a step's array");
    }

    const rows& found_;
    size_t row_;
};

flow_definition read_flow(int64_t flow_id) {
    static statement read(
        "SELECT t.step_id, f.flow_slug, t.step_slug, t.handler, t.queue, f.owner::oid AS owner, "
        "       t.step_type = 'fanout' AS is_fanout, t.priority, t.sql_function, t.sql_search_path, t.fanout_from, "
        "       t.source_function, t.source_search_path, t.fanout_path, t.context, t.has_context, t.batch_size, "
        "       t.max_buffered, t.pipelined_step_id, coalesce(t.max_attempts, f.max_attempts) AS max_attempts, "
        "       coalesce(t.base_delay, f.base_delay) AS base_delay, coalesce(t.max_delay, f.max_delay) AS max_delay, "
        "       coalesce(t.timeout, f.timeout) AS timeout, t.heartbeat_timeout, t.schedule_timeout, "
        "       coalesce(t.start_delay, '0') AS start_delay, t.retry_budget, t.on_failure = 'collect' AS collects, "
        "       num_nonnulls(t.tolerated_failures, t.tolerated_failure_percentage) > 0 AS has_tolerance, "
        "       t.output_mode = 'counts' AS counts_only, t.builds_output, t.feeds_steps, f.notify AS notifies_ends, t.max_concurrency, t.limits "
        "FROM fanout.steps t JOIN fanout.flows f ON f.flow_id = t.flow_id WHERE t.flow_id = $1 ORDER BY t.position",
        {INT8OID});
    static statement read_edges("SELECT d.dep_step_id, d.step_id FROM fanout.steps t "
                                "JOIN fanout.deps d ON d.step_id = t.step_id WHERE t.flow_id = $1",
                                {INT8OID});
    flow_definition result;
    rows found = read.run({param::int8(flow_id)});
    for (size_t i = 0; i < found.size(); ++i) result.push_back(definition_reader(found, i).read());
    std::map<int64_t, step_definition*> by_id;
    for (step_definition& step : result) by_id[step.step_id] = &step;
    rows edges = read_edges.run({param::int8(flow_id)});
    for (size_t i = 0; i < edges.size(); ++i) {
        by_id.at(edges.int8(i, 1))->dependents.push_back(edges.int8(i, 2));
        by_id.at(edges.int8(i, 2))->depends_on.push_back(edges.int8(i, 1));
    }
    return result;
}

using steps_by_id = std::unordered_map<int64_t, const step_definition*>;

std::vector<int64_t> changed_by_start_in(const steps_by_id& steps, const step_definition& step) {
    std::set<int64_t> changed(step.dependents.begin(), step.dependents.end());
    std::vector<const step_definition*> sources{&step};
    while (!sources.empty()) {
        const step_definition& source = *sources.back();
        sources.pop_back();
        if (!source.feeds_steps) continue;
        for (int64_t id : source.dependents) {
            const step_definition& next = *steps.at(id);
            if (next.pipelined_step_id != source.step_id) continue;
            changed.insert(id);
            sources.push_back(&next);
        }
    }
    return {changed.begin(), changed.end()};
}

std::vector<int64_t> find_reach(const steps_by_id& steps, const step_definition& step) {
    constexpr size_t much = 100;
    const size_t most = step.dependents.size() + much;
    std::vector<int64_t> reach = step.dependents;
    std::set<int64_t> known(reach.begin(), reach.end());
    for (size_t i = 0; i < reach.size(); ++i) {
        const step_definition& next = *steps.at(reach[i]);
        if (!next.is_fanout || reach.size() + next.dependents.size() > most) continue;
        const std::vector<int64_t> changed = changed_by_start_in(steps, next);
        if (reach.size() + changed.size() > most) continue;
        for (int64_t id : changed) {
            if (known.insert(id).second) reach.push_back(id);
        }
    }
    return reach;
}

constexpr size_t most_kept = 10000;

std::map<int64_t, std::shared_ptr<const flow_definition>> kept_flows;
steps_by_id kept_steps;                             // those of the kept flows
std::map<std::string, flow_version> kept_versions;  // the current ones, by slug

void forget_all() {
    kept_steps.clear();
    kept_flows.clear();
    kept_versions.clear();
    watched.clear();
    any_has_changed = all_has_changed = false;
}

void forget_what_has_changed() {
    auto has_changed = [](Oid number) {
        const auto found = watched.find(number);
        return found == watched.end() || found->second;
    };
    std::erase_if(kept_versions, [&](const auto& entry) { return has_changed(told_as(entry.first)); });
    std::erase_if(kept_flows, [&](const auto& entry) {
        if (!has_changed(told_as(entry.first))) return false;
        for (const step_definition& step : *entry.second) kept_steps.erase(step.step_id);
        return true;
    });
    std::erase_if(watched, [](const auto& entry) { return entry.second; });
    any_has_changed = false;
}

/// Whatever was committed before this call began, or before a lock that it has waited for was released, is
/// known then.
void forget_what_is_outdated() {
    pg_call([] { AcceptInvalidationMessages(); });
    if (all_has_changed || kept_steps.size() > most_kept || watched.size() > most_kept) {
        forget_all();
    } else if (any_has_changed) {
        forget_what_has_changed();
    }
}

void keep_flow(int64_t flow_id) {
    const Oid number = told_as(flow_id);
    watch_for_changes(number);
    auto flow = std::make_shared<flow_definition>(read_flow(flow_id));
    // An old snapshot may have seen what was long changed.
    if (IsolationUsesXactSnapshot()) watched.at(number) = any_has_changed = true;
    steps_by_id steps;
    for (const step_definition& step : *flow) steps.emplace(step.step_id, &step);
    for (step_definition& step : *flow) step.reach = find_reach(steps, step);
    kept_steps.merge(steps);
    kept_flows[flow_id] = std::move(flow);
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
    return found == kept_steps.end() ? nullptr : found->second;
}

std::vector<int64_t> changed_by_start(const step_definition& step) {
    if (!step.feeds_steps) return step.dependents;
    if (!find_definition(step.step_id)) return step.dependents;
    return changed_by_start_in(kept_steps, step);
}

std::shared_ptr<const flow_definition> definition_of(int64_t flow_id) {
    forget_what_is_outdated();
    if (!kept_flows.contains(flow_id)) keep_flow(flow_id);
    return kept_flows.at(flow_id);
}

std::optional<flow_version> known_version(const std::string& flow_slug) {
    forget_what_is_outdated();
    // An old snapshot has a current version of its own.
    if (IsolationUsesXactSnapshot()) return std::nullopt;
    auto found = kept_versions.find(flow_slug);
    if (found != kept_versions.end()) return found->second;
    watch_for_changes(told_as(flow_slug));
    return std::nullopt;
}

void keep_version(const std::string& flow_slug, const flow_version& version) {
    if (IsolationUsesXactSnapshot()) return;
    kept_versions.insert_or_assign(flow_slug, version);
}

namespace {

Datum column_of(const TriggerData& trigger, HeapTuple row, const char* name) {
    return pg_call([&] {
        bool null;
        const int column = SPI_fnumber(trigger.tg_relation->rd_att, name);
        return SPI_getbinval(row, trigger.tg_relation->rd_att, column, &null);
    });
}

/// The version of a flow that a row of steps or deps is of. A step that is gone was told by itself.
std::optional<int64_t> flow_of_row(const TriggerData& trigger, HeapTuple row) {
    static const index_scan find("steps", "steps_pkey", {{1, BTEqualStrategyNumber, F_INT8EQ}}, {"flow_id"});
    const bool is_edge = trigger.tg_relation->rd_id == pg_call([] { return find_relation("deps"); });
    if (!is_edge) return DatumGetInt64(column_of(trigger, row, "flow_id"));
    const found_rows step = find.run(read_snapshot(), {column_of(trigger, row, "step_id")});
    return step.empty() ? std::nullopt : std::optional(step.int8(0, 1));
}

void tell_change_of(const TriggerData& trigger, HeapTuple row) {
    if (!row) return;
    if (const std::optional<int64_t> flow_id = flow_of_row(trigger, row)) tell_change(told_as(*flow_id));
    const bool is_flow = trigger.tg_relation->rd_id == pg_call([] { return find_relation("flows"); });
    if (!is_flow) return;
    const text_view slug = view_text(column_of(trigger, row, "flow_slug"));
    tell_change(told_as(std::string_view(slug.data, slug.size)));
}

}  // namespace
}  // namespace fanout

using namespace fanout;

/// The trigger on the tables of definitions: forget_definitions() returns trigger. A procedure to the entry
/// code: it is called for each row, and needs nothing of the engine's.
FANOUT_PROCEDURE(fanout_forget_definitions) {
    const TriggerData& trigger = trigger_of(call);
    if (TRIGGER_FIRED_FOR_STATEMENT(trigger.tg_event)) {
        pg_call([] { CacheInvalidateRelcacheAll(); });
    } else {
        tell_change_of(trigger, trigger.tg_trigtuple);
        tell_change_of(trigger, trigger.tg_newtuple);
    }
    return PointerGetDatum(nullptr);
}
