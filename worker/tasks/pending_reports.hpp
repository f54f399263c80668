// What tasks have said of themselves and the server hasn't stored yet.
#pragma once

#include "tasks/task.hpp"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

namespace fanout::worker_detail {

struct task_report {
    int64_t claim_id;
    int index;
    std::string details;  ///< JSON text
};

/// Of each task the latest report. They are sent once a second, however often tasks report, and more often
/// where the server would soon take a task for silent; those of an attempt that has failed at once, before
/// its failure, so that the next attempt has them.
class pending_reports {
public:
    using time_point = std::chrono::steady_clock::time_point;

    void add(task_report r, std::optional<std::chrono::milliseconds> heartbeat_timeout = {}) {
        if (heartbeat_timeout) interval_ = std::min(interval_, *heartbeat_timeout / 4);
        reports_[{r.claim_id, r.index}] = std::move(r.details);
    }
    bool empty() const { return reports_.empty(); }
    void clear() { reports_.clear(); }

    /// When they are to be sent; far in the future where there are none.
    time_point due_at() const { return empty() ? time_point::max() : last_sent_ + interval_; }

    /// Takes what is to be sent now, where these attempts have just ended. What a task said that has been
    /// completed is dropped.
    std::vector<task_report> take(const std::vector<outcome>& ended, time_point now) {
        std::vector<task_report> result;
        for (const outcome& o : ended) {
            auto report = reports_.extract({o.claim_id, o.index});
            if (report && o.error) result.push_back({o.claim_id, o.index, std::move(report.mapped())});
        }
        if (now < due_at()) return result;
        last_sent_ = now;
        std::vector<task_report> rest = take_all();
        std::move(rest.begin(), rest.end(), std::back_inserter(result));
        return result;
    }

    std::vector<task_report> take_all() {
        std::vector<task_report> result;
        for (auto& [task, details] : reports_)
            result.push_back({task.first, task.second, std::move(details)});
        reports_.clear();
        interval_ = longest_interval;
        return result;
    }

private:
    static constexpr std::chrono::milliseconds longest_interval{1000};

    std::map<std::pair<int64_t, int>, std::string> reports_;  // by claim and index
    std::chrono::milliseconds interval_ = longest_interval;
    time_point last_sent_ = time_point::min();
};

}  // namespace fanout::worker_detail
