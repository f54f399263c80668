// What the daemon counts, and the text of /metrics. Recording takes no lock that a scrape holds for long, and
// is done for many tasks at once where many end at once.
#pragma once

#include "base/sample.hpp"
#include "tasks/task.hpp"

#include <chrono>
#include <memory>
#include <vector>

namespace fanout::worker_detail {

/// What the lanes of one handler count. Any thread may call.
class handler_metrics {
public:
    virtual ~handler_metrics() = default;

    /// Attempts have ended in this process or outside of the database.
    virtual void attempts_ended(const std::vector<outcome>& outcomes) = 0;
    /// One exchange with the server: how long it took, how many outcomes it was told and how many tasks it
    /// gave.
    virtual void exchanged(std::chrono::steady_clock::duration took, size_t completed, size_t claimed) = 0;
    /// A claim was taken back before it was finished.
    virtual void claim_lost() = 0;
    /// A lane has its connection again, after it had lost it.
    virtual void reconnected() = 0;
    /// SQL tasks were run on the server, which records what became of them.
    virtual void ran_on_server(const std::string& handler, std::chrono::steady_clock::duration took,
                               int tasks) = 0;
};

class metrics {
public:
    metrics();
    ~metrics();

    /// The counters of a handler, the same ones for the same name.
    std::shared_ptr<handler_metrics> of_handler(const std::string& handler);
    /// The keeper has its connection again, after it had lost it.
    void keeper_reconnected();

    /// All that was counted, and these, in Prometheus' text format.
    std::string text(const samples& others) const;

private:
    class handler_counters;
    struct families;

    std::unique_ptr<families> families_;
};

}  // namespace fanout::worker_detail
