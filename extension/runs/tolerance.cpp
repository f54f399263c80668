#include "runs/tolerance.hpp"

namespace fanout {

std::optional<std::string> tolerance_exceeded(const step_state& state) {
    // In numeric: 33.3 percent of 1,000 are 333, and not a little less.
    static statement judge(
        "SELECT CASE WHEN s.failed_items > t.tolerated_failures "
        "            THEN format('%s of %s items failed; tolerated_failures is %s', s.failed_items, s.total_items, "
        "                        t.tolerated_failures) "
        "            WHEN NOT s.is_open AND s.failed_items * 100.0 > t.tolerated_failure_percentage * s.total_items "
        "            THEN format('%s of %s items failed; tolerated_failure_percentage is %s', s.failed_items, "
        "                        s.total_items, trim_scale(t.tolerated_failure_percentage)) END "
        "FROM fanout.step_states s JOIN fanout.steps t USING (step_id) WHERE s.state_id = $1",
        {INT8OID});
    if (state.failed_items == 0) return std::nullopt;
    if (!state.has_tolerance) return std::nullopt;
    return judge.run({param::int8(state.state_id)}).optional_text(0, 1);
}

std::optional<std::string> failures_left(const step_state& state) {
    if (state.collects) return tolerance_exceeded(state);
    if (state.failed_items == 0) return std::nullopt;
    return std::to_string(state.failed_items) + " of its items have failed, and were not tried again";
}

}  // namespace fanout
