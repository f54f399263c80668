#include "engine/stream.hpp"

namespace fanout {

spawned open_stream(const step_state& state, TimestampTz now) {
    constexpr int32_t stripe_width = 1024;
    static statement mark(
        "UPDATE fanout.step_states SET status = 'started', total_tasks = 0, total_items = 0, "
        "open_stripes = 1, stripe_width = $2, is_open = true, started_at = $3 WHERE state_id = $1",
        {INT8OID, INT4OID, TIMESTAMPTZOID});
    mark.run({param::int8(state.state_id), param::int4(stripe_width), param::time(now)});
    return {0, {stripe_width, 1}};
}

}  // namespace fanout
