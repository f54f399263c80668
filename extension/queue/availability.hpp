// When what enters the queue may be claimed, and until when it may wait.
#pragma once

#include "runs/state.hpp"

namespace fanout {

/// Of a queue row; 0 stands for none, as in `claim`.
struct availability {
    TimestampTz available_at;  ///< 0: at once
    TimestampTz expires_at;    ///< 0: it may wait for ever
};

/// Of tasks of the state that enter for the first time: after its start_delay.
inline availability first_availability(const step_state& state, TimestampTz now) {
    const TimestampTz from = now + state.start_delay_us;
    return {state.start_delay_us > 0 ? from : 0,
            state.schedule_timeout_us ? from + *state.schedule_timeout_us : 0};
}

/// Of tasks that come back, for a retry or unattempted.
///
/// @param available_at  0: at once
inline availability next_availability(const step_state& state, TimestampTz available_at, TimestampTz now) {
    const TimestampTz from = available_at == 0 ? now : available_at;
    return {available_at, state.schedule_timeout_us ? from + *state.schedule_timeout_us : 0};
}

}  // namespace fanout
