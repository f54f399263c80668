#include "tasks/executor.hpp"

#include <utility>

namespace fanout::worker_detail {

void executor::submit(std::vector<claimed_task> tasks) {
    {
        std::lock_guard lock(mutex_);
        std::move(tasks.begin(), tasks.end(), std::back_inserter(queue_));
    }
    wake();
}

size_t executor::drop(int64_t claim_id) {
    std::lock_guard lock(mutex_);
    return std::erase_if(queue_, [&](const claimed_task& t) { return t.of->claim_id == claim_id; });
}

size_t executor::drop_all() {
    std::lock_guard lock(mutex_);
    return std::exchange(queue_, {}).size();
}

bool executor::has_waiting() const {
    std::lock_guard lock(mutex_);
    return !queue_.empty();
}

}  // namespace fanout::worker_detail
