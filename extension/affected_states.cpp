#include "affected_states.hpp"

#include "row_lock.hpp"

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
    return !state.is_fanout && state.status == "created";
}

state_keys affected(const std::map<int64_t, state_change>& changes, const step_states& seen) {
    state_keys result;
    for (const auto& [id, change] : changes) {
        const auto state = seen.find(id);
        if (state == seen.end()) continue;
        result.add(state->second.run_id, state->second.step_id);
        if (only_itself(state->second)) continue;
        for (int64_t step_id : state->second.reach) result.add(state->second.run_id, step_id);
    }
    return result;
}

/// By rising id: in topological order within a run.
std::vector<int64_t> lock_states(const state_keys& which) {
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
    return lock.run_each({ids.begin(), ids.end()}, when_locked::wait).int8_column(1);
}

}  // namespace

step_states lock_affected(const std::map<int64_t, state_change>& changes, const step_states& seen,
                          state_locks locks) {
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
    if (locks == state_locks::held && which.steps.size() == known.size()) return known;
    if (locks == state_locks::to_take) check_lock_order(lock_phase::states);
    return load_states(lock_states(which));
}

}  // namespace fanout
