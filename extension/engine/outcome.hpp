// The end of one attempt at one task.
#pragma once

#include "queue/claims.hpp"

namespace fanout {

/// An output, or an error.
struct outcome {
    int64_t claim_id;
    int32_t task_index;
    Datum output = 0;  ///< jsonb, where there is no error
    std::optional<std::string> error{};
    bool final = false;              ///< it was said that the error is not to be retried
    int64_t retry_after_us = 0;      ///< nor is it before this time has passed
    bool is_out_of_retries = false;  ///< nor at all, though nobody said so: time or a budget is spent

    // Found by judge_batches: of a batch.
    int32_t items = 1;                        ///< how many items fail where the task does
    int32_t failed_items = 0;                 ///< how many failed alone, in an output
    std::optional<std::string> item_error{};  ///< the first of these, and what it says
};

/// An interval argument as an outcome has it: a day at most. Throws invalid_argument where it is negative.
int64_t retry_after_us(Datum interval, const std::string& function);

/// Whether a failed attempt is the task's last.
bool is_final(const outcome& o, const queue_row& c, const step_state& state);

/// Parses the outputs of an exchange, which come as text: all in one subtransaction, or where one is bad each
/// in its own, so that it is that task's failure and nobody else's. Outcomes that have an error are passed
/// over.
void parse_outputs(std::vector<outcome>& outcomes, const std::vector<Datum>& texts);

}  // namespace fanout
