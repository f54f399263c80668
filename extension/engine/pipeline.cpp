#include "engine/pipeline.hpp"

#include "engine/entry_in_order.hpp"
#include "queue/entering_rows.hpp"
#include "runs/results.hpp"

#include <algorithm>

namespace fanout {
namespace {

struct pipelined_state {
    int64_t state_id;
    bool is_next;  ///< pipelined over the source itself
};

std::vector<pipelined_state> find_pipeline(const step_state& source) {
    static statement find(
        "WITH RECURSIVE pipeline (state_id, step_id, is_next) AS ("
        "    SELECT s.state_id, t.step_id, true FROM fanout.steps t JOIN fanout.step_states s "
        "        ON s.run_id = $1 AND s.step_id = t.step_id WHERE t.pipelined_step_id = $2 UNION ALL "
        "    SELECT s.state_id, t.step_id, false FROM pipeline p "
        "      JOIN fanout.steps t ON t.pipelined_step_id = p.step_id "
        "      JOIN fanout.step_states s ON s.run_id = $1 AND s.step_id = t.step_id) "
        "SELECT state_id, is_next FROM pipeline ORDER BY state_id",
        {UUIDOID, INT8OID});
    std::vector<pipelined_state> result;
    if (!source.feeds_steps) return result;
    rows found = find.run({param::uuid(source.run_id), param::int8(source.step_id)});
    for (size_t i = 0; i < found.size(); ++i) result.push_back({found.int8(i, 1), found.boolean(i, 2)});
    return result;
}

/// Everything that its source has results for, but of those that are yet to be counted there, who does so tells. Of one that is
/// completed all: what isn't there has been lost, and its task says so.
void enqueue_all_ready(const step_state& state, const step_state& source) {
    const bool is_completed = source.status == step_status::completed;
    const index_set there = is_completed ? index_set(0, source.total_tasks) : counted_results(source);
    std::map<int32_t, std::vector<int32_t>> ready;
    for (int32_t index : there.elements()) ready[index / source.stripe_width].push_back(index);
    enqueue_ready(state, ready);
}

/// Ready tasks that enter the queue together: of one stripe, at one attempt.
using ready_sets = std::map<std::pair<int32_t, int16_t>, index_set>;

ready_sets sets_of(const step_state& state, const std::map<int32_t, std::vector<int32_t>>& ready_by_stripe) {
    ready_sets result;
    for (const auto& [stripe, ready] : ready_by_stripe) {
        if (ready.empty()) continue;
        std::vector<int32_t> sorted = ready;
        std::sort(sorted.begin(), sorted.end());
        const std::map<int32_t, int16_t> before = failed_attempts(state, sorted.front(), sorted.back());
        for (int32_t index : sorted) result[{stripe, attempt_after(before, state, index)}].append(index);
    }
    return result;
}

}  // namespace

std::vector<int64_t> pipeline_of(const step_state& source) {
    std::vector<int64_t> ids;
    for (const pipelined_state& p : find_pipeline(source)) ids.push_back(p.state_id);
    return ids;
}

void announce_start(const step_state& source, const spawned& given, change_set& changes) {
    for (const pipelined_state& p : find_pipeline(source)) {
        if (p.is_next) ++changes.states[p.state_id].dependencies_done;
        if (given.stripes.count == 0) continue;
        if (given.tasks > 0) insert_stripes(p.state_id, given.stripes, given.tasks);
        state_change& change = changes.states[p.state_id];
        change.stripes_opened += given.stripes.count;
        change.stripe_width = given.stripes.width;
    }
}

bool start_pipelined(const step_state& state, TimestampTz now) {
    static statement mark(
        "UPDATE fanout.step_states SET status = 'started', total_tasks = $2, total_items = $3, "
        "is_open = $4, started_at = $5 WHERE state_id = $1",
        {INT8OID, INT4OID, INT4OID, BOOLOID, TIMESTAMPTZOID});
    const step_state source = load_state(*state.pipelined_state_id);
    if (source.total_tasks == 0 && !source.is_open) return true;
    mark.run({param::int8(state.state_id), param::int4(source.total_tasks), param::int4(source.total_items),
              param::boolean(source.is_open), param::time(now)});
    enters_in_order(state) ? enqueue_next_in_order(state) : enqueue_all_ready(state, source);
    return false;
}

void announce_ready(const step_states& states,
                    const std::map<std::pair<int64_t, int32_t>, std::vector<int32_t>>& done,
                    change_set& changes) {
    std::map<int64_t, std::vector<int64_t>> next;  // by source
    for (const auto& [at, indexes] : done) {
        auto [known, is_new] = next.try_emplace(at.first);
        if (is_new) {
            for (const pipelined_state& p : find_pipeline(states.at(at.first))) {
                if (p.is_next) known->second.push_back(p.state_id);
            }
        }
        for (int64_t state_id : known->second) {
            std::vector<int32_t>& ready = changes.states[state_id].ready[at.second];
            ready.insert(ready.end(), indexes.begin(), indexes.end());
        }
    }
}

void enqueue_ready(const step_state& state, const std::map<int32_t, std::vector<int32_t>>& ready_by_stripe) {
    const auto sets = sets_of(state, ready_by_stripe);
    if (sets.empty()) return;
    entering_rows rows(state);
    for (const auto& [at, indexes] : sets) rows.add(at.first, at.second, indexes, false);
    rows.finish();
}

}  // namespace fanout
