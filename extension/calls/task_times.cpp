// What the views say of a step's tasks beside their rows: how long they waited and took, how many were tried again, and how many are
// unfinished where no counter says it. A step may have a million, and a row of results for each, so
// of a large step some are looked at: tasks evenly spread over its indexes, each found by its key. And without a statement of
// the caller's: to plan one over the partitions takes several times as long as all of these looks.
#include "postgres/access.hpp"
#include "postgres/entry.hpp"
#include "postgres/index_scan.hpp"
#include "postgres/row_writer.hpp"
#include "postgres/statement.hpp"
#include "runs/results.hpp"

#include <limits>
#include <map>

using namespace fanout;

namespace {

constexpr int32_t most_looked_at = 500;
constexpr int64_t most_retries = 10000;

struct looked_at_state {
    int64_t id;
    int generation;
    int32_t tasks;
    bool has_children;
};

/// None where there is no such state, or where the caller may not see it.
///
/// @param to_monitors  whether members of pg_monitor see everybody's
std::optional<looked_at_state> find_visible(const call& c, bool to_monitors = false) {
    static statement find(
        "SELECT r.generation, coalesce(s.total_tasks, 0), t.handler LIKE 'flow:%', "
        "fanout.role_number(r.owner) FROM fanout.step_states s JOIN fanout.runs r USING (run_id) "
        "JOIN fanout.steps t USING (step_id) WHERE s.state_id = $1",
        {INT8OID});
    rows found = find.run({param::int8(c.int8(0))});
    if (found.empty()) return std::nullopt;
    const bool is_visible =
        has_run_access(c.caller, found.oid(0, 4)) || (to_monitors && is_monitor(c.caller));
    if (!is_visible) return std::nullopt;
    return looked_at_state{c.int8(0), found.int2(0, 1), found.int4(0, 2), found.boolean(0, 3)};
}

/// All of few tasks; of many some that are evenly spread, the last one among them.
std::vector<int32_t> spread_indexes(int32_t tasks) {
    const int32_t count = std::min(tasks, most_looked_at);
    std::vector<int32_t> result;
    for (int64_t n = 1; n <= count; ++n) result.push_back(static_cast<int32_t>(n * tasks / count - 1));
    return result;
}

/// When the child runs of tasks have started, by task: whoever claimed the task didn't execute it.
std::map<int32_t, TimestampTz> child_starts(const looked_at_state& of,
                                            const std::vector<last_attempt>& tasks) {
    static const index_scan find("runs", "runs_by_parent",
                                 {{1, BTEqualStrategyNumber, F_INT8EQ}, {2, BTEqualStrategyNumber, F_INT4EQ}},
                                 {"parent_index", "started_at"});
    std::vector<Datum> keys;
    for (const last_attempt& t : tasks)
        keys.insert(keys.end(), {Int64GetDatum(of.id), Int32GetDatum(t.task_index)});
    const found_rows found = find.run_each(read_snapshot(), keys);
    std::map<int32_t, TimestampTz> result;
    for (size_t i = 0; i < found.size(); ++i) result[found.int4(i, 1)] = found.int8(i, 2);
    return result;
}

Datum interval_of(int64_t microseconds) {
    return pg_call([&] {
        auto* result = static_cast<Interval*>(palloc0(sizeof(Interval)));
        result->time = microseconds;
        return IntervalPGetDatum(result);
    });
}

void write_task(row_writer& writer, const looked_at_state& of, const last_attempt& t) {
    const failed_time before =
        t.number > 1 ? time_of_attempts_before(of.id, of.generation, t.task_index, t.number) : failed_time();
    const bool has_ended = t.completed_at != 0;
    writer.write(
        {Int32GetDatum(t.task_index), Int32GetDatum(t.number),
         TimestampTzGetDatum(before.first_claimed_at != 0 ? before.first_claimed_at : t.claimed_at),
         TimestampTzGetDatum(t.claimed_at), TimestampTzGetDatum(t.completed_at),
         interval_of(before.microseconds)},
        {false, !has_ended, !has_ended && before.first_claimed_at == 0, !has_ended, !has_ended, false});
}

}  // namespace

/// task_times(state_id bigint, only_task int) returns table (task_index int, attempt int, first_claimed_at timestamptz,
/// claimed_at timestamptz, completed_at timestamptz, failed interval): of tasks that have ended, or of this one
FANOUT_FUNCTION(fanout_task_times) {
    row_writer writer(call);
    call.require({{0, "state_id"}}, "task_times");
    const std::optional<looked_at_state> state = find_visible(call);
    if (!state) return 0;
    const bool is_one = !call.is_null(1);
    std::vector<last_attempt> tasks = last_attempts(
        state->id, state->generation, is_one ? std::vector{call.int4(1)} : spread_indexes(state->tasks));
    if (state->has_children) {
        const std::map<int32_t, TimestampTz> starts = child_starts(*state, tasks);
        for (last_attempt& t : tasks) {
            const auto start = starts.find(t.task_index);
            if (start != starts.end()) t.claimed_at = start->second;
        }
    }
    if (is_one && tasks.empty()) tasks.push_back({call.int4(1), std::numeric_limits<int16_t>::max(), 0, 0});
    for (const last_attempt& t : tasks) write_task(writer, *state, t);
    return 0;
}

/// retries(state_id bigint) returns bigint
FANOUT_FUNCTION(fanout_retries) {
    call.require({{0, "state_id"}}, "retries");
    const std::optional<looked_at_state> state = find_visible(call);
    if (!state) return call.null_result();
    return Int64GetDatum(count_retries(state->id, state->generation, most_retries));
}

/// tasks_without_result(state_id bigint) returns bigint
FANOUT_FUNCTION(fanout_tasks_without_result) {
    call.require({{0, "state_id"}}, "tasks_without_result");
    constexpr bool to_monitors = true;
    const std::optional<looked_at_state> state = find_visible(call, to_monitors);
    if (!state) return call.null_result();
    return Int64GetDatum(state->tasks - count_results(state->id, state->generation));
}
