#include "engine/affected_states.hpp"

#include "postgres/lock_order.hpp"
#include "postgres/patience.hpp"

#include <algorithm>

namespace fanout {
namespace {

/// States, by their runs and steps.
struct state_keys {
    void add(const pg_uuid_t& run_id, int64_t step_id) {
        if (!known_.emplace(key_of(run_id), step_id).second) return;
        runs.push_back(run_id);
        steps.push_back(step_id);
    }

    std::vector<pg_uuid_t> runs;
    std::vector<int64_t> steps;

private:
    std::set<std::pair<lock_key, int64_t>> known_;
};

/// A single step that has yet to start will not end in this call.
bool only_itself(const step_state& state) {
    return !state.is_fanout && state.status == step_status::created;
}

state_keys affected(const std::map<int64_t, state_change>& changes, const step_states& seen) {
    state_keys result;
    for (const auto& [id, change] : changes) {
        const auto state = seen.find(id);
        if (state == seen.end()) continue;
        result.add(state->second.run_id, state->second.step_id);
        if (only_itself(state->second)) continue;
        for (int64_t step_id : state->second.reach) result.add(state->second.run_id, step_id);
        if (state->second.has_tasks) continue;
        for (int64_t step_id : changed_by_start(state->second)) result.add(state->second.run_id, step_id);
    }
    return result;
}

struct locked_ids {
    std::vector<int64_t> locked, busy;
};

/// By rising id: in topological order within a run.
locked_ids lock_states(const state_keys& which, patience* waits) {
    static const index_scan find(
        "step_states", "step_states_step_is_unique",
        {{1, BTEqualStrategyNumber, F_UUID_EQ}, {2, BTEqualStrategyNumber, F_INT8EQ}}, {"state_id"});
    static const row_lock lock("step_states", "step_states_pkey", {{1, BTEqualStrategyNumber, F_INT8EQ}},
                               LockTupleNoKeyExclusive, {"state_id"});
    std::vector<Datum> keys;
    for (size_t i = 0; i < which.runs.size(); ++i)
        keys.insert(keys.end(), {UUIDPGetDatum(&which.runs[i]), Int64GetDatum(which.steps[i])});
    std::vector<int64_t> ids = find.run_each(read_snapshot(), keys).int8_column(1);
    std::sort(ids.begin(), ids.end());
    const locked_in_time found = lock_in_time(lock, {ids.begin(), ids.end()}, waits);
    locked_ids result{found.rows.int8_column(1), {}};
    for (size_t position : found.busy) result.busy.push_back(ids[position]);
    return result;
}

/// Which of the changes can't be made while somebody else has locked these states.
class busy_changes {
public:
    busy_changes(std::map<int64_t, state_change>& changes, const step_states& known,
                 const std::vector<int64_t>& busy_ids)
        : changes_(changes), known_(known) {
        const step_states busy = load_states(busy_ids);
        for (const auto& [id, change] : changes_) {
            if (known_.contains(id) && leads_to(known_.at(id), busy)) add(id);
        }
    }

    std::set<int64_t> remove() {
        for (int64_t id : ids_) changes_.erase(id);
        // What has ended there is announced when it is counted.
        for (auto& [id, change] : changes_) {
            const auto state = known_.find(id);
            if (state == known_.end() || !state->second.pipelined_state_id) continue;
            if (ids_.contains(*state->second.pipelined_state_id)) change.ready.clear();
        }
        return std::move(ids_);
    }

private:
    static bool leads_to(const step_state& state, const step_states& busy) {
        for (const auto& [id, other] : busy) {
            if (id == state.state_id) return true;
            if (only_itself(state) || key_of(other.run_id) != key_of(state.run_id)) continue;
            if (std::find(state.reach.begin(), state.reach.end(), other.step_id) != state.reach.end())
                return true;
        }
        return false;
    }

    /// Where tasks are ready by what has ended at their source, that isn't counted there either: both are
    /// told by one row.
    void add(int64_t id) {
        if (!ids_.insert(id).second) return;
        const auto change = changes_.find(id);
        if (change == changes_.end() || change->second.ready.empty()) return;
        const std::optional<int64_t>& source = known_.at(id).pipelined_state_id;
        if (source) add(*source);
    }

    std::map<int64_t, state_change>& changes_;
    const step_states& known_;
    std::set<int64_t> ids_;
};

}  // namespace

affected_states lock_affected(std::map<int64_t, state_change>& changes, const step_states& seen,
                              state_locks locks, patience* waits) {
    std::vector<int64_t> unseen;
    for (const auto& [id, change] : changes) {
        if (!seen.contains(id)) unseen.push_back(id);
    }
    step_states known = load_states(unseen);
    for (const auto& [id, change] : changes) {
        const auto state = seen.find(id);
        if (state != seen.end()) known.insert(*state);
    }
    const state_keys which = affected(changes, known);
    if (which.steps.empty()) return {};
    if (locks == state_locks::held && which.steps.size() == known.size()) return {std::move(known), {}};
    if (locks == state_locks::to_take) check_lock_order(lock_phase::states);
    const locked_ids ids = lock_states(which, locks == state_locks::held ? nullptr : waits);
    std::set<int64_t> busy;
    if (!ids.busy.empty()) busy = busy_changes(changes, known, ids.busy).remove();
    return {load_states(ids.locked), std::move(busy)};
}

}  // namespace fanout
