#include "flows/definition.hpp"

#include "postgres/datum.hpp"
#include "postgres/entry.hpp"
#include "postgres/index_scan.hpp"
#include "postgres/interval.hpp"
#include "postgres/relation.hpp"

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
    for (size_t i = 0; i < found.size(); ++i) result.push_back(definition_reader(found, i).read());
    std::map<int64_t, step_definition*> by_id;
    for (step_definition& step : result) by_id[step.step_id] = &step;
    rows edges = read_edges.run({param::int8(flow_id)});
    for (size_t i = 0; i < edges.size(); ++i) {
        by_id.at(edges.int8(i, 1))->dependents.push_back(edges.int8(i, 2));
        ++by_id.at(edges.int8(i, 2))->dependencies;
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
        return heap_getattr(row, column, trigger.tg_relation->rd_att, &null);
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
    const auto& trigger = *reinterpret_cast<TriggerData*>(call.fcinfo->context);
    if (TRIGGER_FIRED_FOR_STATEMENT(trigger.tg_event)) {
        pg_call([] { CacheInvalidateRelcacheAll(); });
    } else {
        tell_change_of(trigger, trigger.tg_trigtuple);
        tell_change_of(trigger, trigger.tg_newtuple);
    }
    return PointerGetDatum(nullptr);
}
