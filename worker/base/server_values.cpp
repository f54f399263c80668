#include "base/server_values.hpp"

#include <utility>

namespace fanout::worker_detail {
namespace {

constexpr std::chrono::seconds fresh_for{3};
constexpr std::chrono::milliseconds patience{500};

}  // namespace

samples server_values::read() {
    std::unique_lock lock(mutex_);
    if (stored_at_ == clock::time_point{} || clock::now() - stored_at_ > fresh_for) {
        wanted_ = true;
        changed_.wait_for(lock, patience, [&] { return !wanted_ || !reachable_; });
    }
    samples result = values_;
    if (stored_at_ != clock::time_point{}) {
        const std::chrono::duration<double> age = clock::now() - stored_at_;
        result.push_back({"fanoutd_server_values_age_seconds", {}, age.count()});
    }
    return result;
}

bool server_values::are_wanted() const {
    std::lock_guard lock(mutex_);
    return wanted_;
}

void server_values::store(samples values) {
    {
        std::lock_guard lock(mutex_);
        values_ = std::move(values);
        stored_at_ = clock::now();
        wanted_ = false;
        reachable_ = true;
    }
    changed_.notify_all();
}

void server_values::set_reachable(bool reachable) {
    {
        std::lock_guard lock(mutex_);
        reachable_ = reachable;
        if (!reachable) wanted_ = false;
    }
    changed_.notify_all();
}

}  // namespace fanout::worker_detail
