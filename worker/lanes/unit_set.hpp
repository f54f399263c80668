// The daemon's units, which come and go while others look at them.
#pragma once

#include "lanes/unit.hpp"

#include <memory>
#include <mutex>
#include <vector>

namespace fanout::worker_detail {

class unit_set {
public:
    using units = std::vector<std::shared_ptr<unit>>;

    /// All of them, as they are now: those that serve, and those that drain.
    std::shared_ptr<const units> snapshot() const;
    void add(const units& added);
    /// Lets go of those that are over. One that is in somebody's snapshot is kept until it isn't, so that its
    /// end, which may take a while, is waited for here and nowhere else.
    void remove_over();

private:
    mutable std::mutex mutex_;
    std::shared_ptr<const units> units_ = std::make_shared<units>();
    units removed_;
};

}  // namespace fanout::worker_detail
