#include "lanes/unit_set.hpp"

#include <algorithm>

namespace fanout::worker_detail {

std::shared_ptr<const unit_set::units> unit_set::snapshot() const {
    std::lock_guard lock(mutex_);
    return units_;
}

void unit_set::add(const units& added) {
    std::lock_guard lock(mutex_);
    auto next = std::make_shared<units>(*units_);
    next->insert(next->end(), added.begin(), added.end());
    units_ = std::move(next);
}

void unit_set::remove_over() {
    auto is_over = [](const std::shared_ptr<unit>& u) { return u->is_over(); };
    {
        std::lock_guard lock(mutex_);
        if (std::any_of(units_->begin(), units_->end(), is_over)) {
            auto next = std::make_shared<units>();
            std::partition_copy(units_->begin(), units_->end(), std::back_inserter(removed_),
                                std::back_inserter(*next), is_over);
            units_ = std::move(next);
        }
    }
    std::erase_if(removed_, [](const std::shared_ptr<unit>& u) { return u.use_count() == 1; });
}

}  // namespace fanout::worker_detail
