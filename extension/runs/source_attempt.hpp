// Attempts at evaluating a step's source: they fail and are tried again as a task's.
#pragma once

#include "runs/state.hpp"

namespace fanout {

/// What becomes of a step after an attempt at its source failed.
struct source_failure {
    std::string error;
    bool is_final;                        ///< it was said that it's not to be retried
    std::optional<TimestampTz> retry_at;  ///< none: it was the last
};

/// Records a failed attempt in fanout.failures, where a source stands at index -1. The caller has locked the
/// state. A source that gave nothing to fan out over (invalid_source) would do so again: of that nothing is
/// recorded, and no retry follows.
source_failure record_source_failure(const step_state& state, const pg_error& error);

}  // namespace fanout
