#include "pipeline.hpp"

#include "availability.hpp"
#include "entry_mark.hpp"
#include "fair_key.hpp"
#include "handler.hpp"
#include "index_set.hpp"
#include "queue_writer.hpp"
#include "wake.hpp"

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

/// Everything that its source has results for.
void enqueue_all_ready(const step_state& state, const step_state& source) {
    static statement find("SELECT task_index FROM fanout.results_$g WHERE state_id = $1 ORDER BY task_index",
                          {INT8OID});
    std::map<int32_t, std::vector<int32_t>> ready;
    rows found = find.run_in(source.generation, {param::int8(source.state_id)});
    for (size_t i = 0; i < found.size(); ++i)
        ready[found.int4(i, 1) / source.stripe_width].push_back(found.int4(i, 1));
    enqueue_ready(state, ready);
}

/// Ready tasks that enter the queue together: of one stripe, at one attempt.
using ready_sets = std::map<std::pair<int32_t, int16_t>, index_set>;

/// The attempts that tasks have failed before, the last of each: a resume may have run their item again.
std::map<int32_t, int16_t> attempts_before(const step_state& state, int32_t first, int32_t last) {
    static statement find("SELECT task_index, max(attempt) FROM fanout.failures_$g "
                          "WHERE state_id = $1 AND task_index BETWEEN $2 AND $3 GROUP BY task_index",
                          {INT8OID, INT4OID, INT4OID});
    rows found =
        find.run_in(state.generation, {param::int8(state.state_id), param::int4(first), param::int4(last)});
    std::map<int32_t, int16_t> result;
    for (size_t i = 0; i < found.size(); ++i) result[found.int4(i, 1)] = found.int2(i, 2);
    return result;
}

ready_sets sets_of(const step_state& state, const std::map<int32_t, std::vector<int32_t>>& ready_by_stripe) {
    ready_sets result;
    for (const auto& [stripe, ready] : ready_by_stripe) {
        if (ready.empty()) continue;
        std::vector<int32_t> sorted = ready;
        std::sort(sorted.begin(), sorted.end());
        const std::map<int32_t, int16_t> before = attempts_before(state, sorted.front(), sorted.back());
        for (int32_t index : sorted) {
            const auto failed = before.find(index);
            const int last = failed == before.end() ? 0 : failed->second;
            result[{stripe, static_cast<int16_t>(last + 1)}].append(index);
        }
    }
    return result;
}

/// Where tasks that run one at a time enter: behind those that wait, so that they go by their order.
int64_t place_in_order(const step_state& state) {
    static statement last(
        "SELECT coalesce(max(virtual_time + width), 0) FROM fanout.queue WHERE state_id = $1 "
        "AND worker_id IS NULL AND kind = 'task'",
        {INT8OID});
    return state.max_concurrency == 1 ? last.run({param::int8(state.state_id)}).int8(0, 1) : 0;
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
    enqueue_all_ready(state, source);
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
    const availability when = first_availability(state, engine_clock());
    claim row = waiting_row(state, "task", queue_handler(state.handler));
    const entry_mark mark({row.queue, row.handler, row.priority});
    row.virtual_time = std::max(mark.return_time() + 1, place_in_order(state));
    row.expires_at = when.expires_at;
    queue_writer rows;
    std::vector<int64_t> entered;
    for (const auto& [at, indexes] : sets) {
        row.stripe = at.first;
        row.attempt = static_cast<int16_t>(at.second);
        row.indexes = indexes;
        entered.push_back(rows.add(row, std::nullopt, when.available_at));
    }
    rows.finish();
    if (state.fair_key) move_to_end_of_line(entered);
    if (when.available_at == 0) wake_idle_workers(row.queue, row.handler);
}

}  // namespace fanout
