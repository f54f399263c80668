// The claims that wait to be run on the server: whose turn it is, and which go together in one statement.
#pragma once

#include "base/backoff_pause.hpp"
#include "server/error_patience.hpp"
#include "tasks/task.hpp"

#include <chrono>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace fanout::worker_detail {

struct server_job {
    using clock = std::chrono::steady_clock;
    static constexpr int first_batch = 2000, most_together_at_first = 32;

    std::string kind;
    std::shared_ptr<claim> of;
    int tasks;
    int next_max = first_batch;  ///< how many tasks its next statement is to have
    /// How many claims its next statement is to have: fewer once one of several has failed, of which nobody
    /// knows whose fault that was.
    int most_together = most_together_at_first;
    std::string crash{};  ///< what ran is to blame; to be reported
    error_patience patience{}, report_patience{};
    backoff_pause backoff{};  ///< has begun: it is here to be tried again
    clock::time_point submitted = clock::now();
    clock::time_point due = submitted;  ///< not before; whoever is due first has its turn
    int noted = 0;                      ///< how many of its tasks are known to have ended

    /// Whether it may have taken a connection down, or is one of several that have failed: elsewhere it would
    /// go along with others, and fail these, too.
    bool is_suspect() const { return !crash.empty() || most_together < most_together_at_first; }
    /// What is to be reported or tried again isn't.
    bool is_overdue(clock::time_point now) const {
        return !is_suspect() && !backoff.has_begun() && now - submitted > longest_claim;
    }

    /// Claims are made for a fifth of a second. What is still there after so long was believed to be faster, and
    /// others, here and elsewhere, are to have their turn.
    static constexpr std::chrono::seconds longest_claim{2};
};

/// The pool's mutex guards it.
class server_jobs {
public:
    using time_point = server_job::clock::time_point;

    bool empty() const { return jobs_.empty(); }
    /// How many tasks its jobs have.
    size_t tasks() const;
    void add(server_job j);
    /// When the first one is due; nothing where there is none.
    std::optional<time_point> next_due() const;
    bool is_due(time_point now) const { return !jobs_.empty() && jobs_.front().due <= now; }
    /// Removes the one that is due first.
    std::optional<server_job> take(time_point now);
    /// Removes those that go along with one that was taken: they are of its step and due, and all have one task.
    /// As many as are this runner's share where so many runners would otherwise find nothing to do.
    std::vector<server_job> take_along(const server_job& first, time_point now, int runners);
    /// Removes a claim's.
    std::optional<server_job> remove(int64_t claim_id);
    /// They return the claims of those that they have removed.
    std::vector<int64_t> remove_overdue(time_point now);
    std::vector<int64_t> remove_all_but_suspects();

private:
    template <typename Goes> std::vector<int64_t> remove_if(const Goes& goes);

    std::deque<server_job> jobs_;  // by when they are due
};

}  // namespace fanout::worker_detail
