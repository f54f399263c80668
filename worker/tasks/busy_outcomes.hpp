// Outcomes that the server could not take: somebody else's transaction has locked their claim.
#pragma once

#include "tasks/task.hpp"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <utility>
#include <vector>

namespace fanout::worker_detail {

/// Keeps them until they are to be handed in again. Not safe for threads.
class busy_outcomes {
public:
    using clock = std::chrono::steady_clock;

    /// Takes those of these claims out of what was sent.
    void keep(std::vector<outcome>& sent, const std::vector<int64_t>& claim_ids, clock::time_point now) {
        const auto first = std::stable_partition(sent.begin(), sent.end(), [&](const outcome& o) {
            return std::find(claim_ids.begin(), claim_ids.end(), o.claim_id) == claim_ids.end();
        });
        std::move(first, sent.end(), std::back_inserter(outcomes_));
        sent.erase(first, sent.end());
        due_at_ = now + pause;
    }

    /// Where their time has come, the first of them, until they have so many bytes.
    std::vector<outcome> take(clock::time_point now, size_t most_bytes) {
        if (now < due_at()) return {};
        auto end = outcomes_.begin();
        for (size_t bytes = 0; end != outcomes_.end() && bytes < most_bytes; ++end) bytes += size_of(*end);
        std::vector<outcome> result(std::make_move_iterator(outcomes_.begin()), std::make_move_iterator(end));
        outcomes_.erase(outcomes_.begin(), end);
        return result;
    }

    clock::time_point due_at() const { return outcomes_.empty() ? clock::time_point::max() : due_at_; }
    bool empty() const { return outcomes_.empty(); }
    void clear() { outcomes_.clear(); }

    void add_claims_to(std::vector<int64_t>& claim_ids) const {
        for (const outcome& o : outcomes_) {
            if (claim_ids.empty() || claim_ids.back() != o.claim_id) claim_ids.push_back(o.claim_id);
        }
    }

private:
    // The server waits itself, for a tenth of a second.
    static constexpr std::chrono::milliseconds pause{250};

    std::vector<outcome> outcomes_;
    clock::time_point due_at_{};
};

}  // namespace fanout::worker_detail
