#include "lanes/server_jobs.hpp"

#include <algorithm>
#include <utility>

namespace fanout::worker_detail {
namespace {

/// What isn't wanted any more is only for the server to let go of.
bool can_go_with_others(const server_job& j) {
    return j.kind == "sql" && j.tasks == 1 && j.crash.empty() && !j.of->stop.stop_requested();
}

bool are_of_one_step(const claim& a, const claim& b) {
    return a.step_slug == b.step_slug && a.flow_slug == b.flow_slug;
}

}  // namespace

size_t server_jobs::tasks() const {
    size_t result = 0;
    for (const server_job& j : jobs_) result += static_cast<size_t>(j.tasks);
    return result;
}

/// Behind those that are due at the same time.
void server_jobs::add(server_job j) {
    const auto at = std::upper_bound(jobs_.begin(), jobs_.end(), j.due,
                                     [](time_point due, const server_job& other) { return due < other.due; });
    jobs_.insert(at, std::move(j));
}

std::optional<server_jobs::time_point> server_jobs::next_due() const {
    if (jobs_.empty()) return std::nullopt;
    return jobs_.front().due;
}

std::optional<server_job> server_jobs::take(time_point now) {
    if (!is_due(now)) return std::nullopt;
    server_job result = std::move(jobs_.front());
    jobs_.pop_front();
    return result;
}

std::vector<server_job> server_jobs::take_along(const server_job& first, time_point now, int runners) {
    std::vector<server_job> along;
    if (!can_go_with_others(first)) return along;
    const auto end_of_due =
        std::find_if(jobs_.begin(), jobs_.end(), [&](const server_job& j) { return j.due > now; });
    auto goes_along = [&](const server_job& j) {
        return can_go_with_others(j) && are_of_one_step(*j.of, *first.of);
    };
    const auto together = 1 + static_cast<int>(std::count_if(jobs_.begin(), end_of_due, goes_along));
    int most = std::min(first.most_together, (together + runners - 1) / runners);
    for (auto at = jobs_.begin(); at != jobs_.end() && at->due <= now;) {
        const int with_it = static_cast<int>(along.size()) + 2;
        if (with_it > most) break;
        if (!goes_along(*at) || with_it > at->most_together) {
            ++at;
            continue;
        }
        most = std::min(most, at->most_together);
        along.push_back(std::move(*at));
        at = jobs_.erase(at);
    }
    return along;
}

std::optional<server_job> server_jobs::remove(int64_t claim_id) {
    const auto found = std::find_if(jobs_.begin(), jobs_.end(),
                                    [claim_id](const server_job& j) { return j.of->claim_id == claim_id; });
    if (found == jobs_.end()) return std::nullopt;
    server_job result = std::move(*found);
    jobs_.erase(found);
    return result;
}

template <typename Goes> std::vector<int64_t> server_jobs::remove_if(const Goes& goes) {
    std::vector<int64_t> result;
    for (const server_job& j : jobs_) {
        if (goes(j)) result.push_back(j.of->claim_id);
    }
    std::erase_if(jobs_, goes);
    return result;
}

std::vector<int64_t> server_jobs::remove_overdue(time_point now) {
    return remove_if([&](const server_job& j) { return j.is_overdue(now); });
}

std::vector<int64_t> server_jobs::remove_all_but_suspects() {
    return remove_if([](const server_job& j) { return !j.is_suspect(); });
}

}  // namespace fanout::worker_detail
