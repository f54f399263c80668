// Tasks that enter the queue one part after the other, as their items come.
#pragma once

#include "queue/entry_mark.hpp"
#include "queue/queue_writer.hpp"

namespace fanout {

/// Rows of one state's tasks that enter together.
class entering_rows {
public:
    explicit entering_rows(const step_state& state);

    /// @param has_progress  whether one of them may have reported something, before a resume
    void add(int32_t stripe, int16_t attempt, const index_set& indexes, bool has_progress);
    void finish();

private:
    const step_state& state_;
    const availability when_;
    queue_row row_;
    const entry_mark mark_;
    queue_writer rows_;
    std::vector<int64_t> entered_;
};

}  // namespace fanout
