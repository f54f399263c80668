#include "lanes/lane_peers.hpp"

#include <algorithm>
#include <thread>

namespace fanout::worker_detail {
namespace {

/// Of a handler's lanes that wait for the server: more wouldn't make it faster.
std::ptrdiff_t most_that_wait() {
    static const auto most =
        std::max<std::ptrdiff_t>(4, std::ptrdiff_t{2} * std::thread::hardware_concurrency());
    return most;
}

}  // namespace

void lane_peers::wake_next() const {
    const std::shared_ptr<lane_peer> next = next_.lock();
    if (next && next->signs().is_idle) next->wake();
}

/// How many lanes before this one are like that.
template <typename F> std::ptrdiff_t lane_peers::count_before(F is_so) const {
    return std::count_if(before_.begin(), before_.end(), [&](const std::weak_ptr<lane_peer>& other) {
        const std::shared_ptr<lane_peer> l = other.lock();
        return l && is_so(l->signs());
    });
}

bool lane_peers::one_takes_all(clock::time_point now) const {
    return count_before([now](const lane_signs& s) { return s.takes_all(now); }) > 0;
}

bool lane_peers::enough_wait(clock::time_point now) const {
    return count_before([now](const lane_signs& s) { return s.waits(now); }) >= most_that_wait();
}

bool lane_peers::may_leave_some() const {
    return std::ssize(before_) <= most_that_wait() &&
           count_before([](const lane_signs& s) { return !s.is_idle; }) > 0;
}

}  // namespace fanout::worker_detail
