// How many tasks a lane asks for, and when it asks though nobody says that there is something.
#pragma once

#include "base/claim_window.hpp"
#include "lanes/lane_peers.hpp"
#include "lanes/lane_settings.hpp"
#include "server/exchange_answer.hpp"

#include <chrono>
#include <cstddef>
#include <optional>

namespace fanout::worker_detail {

/// It has neither clock nor lock of its own: times are given, and the ledger's mutex guards it.
class demand {
public:
    using time_point = std::chrono::steady_clock::time_point;

    explicit demand(const lane_settings& settings);

    void set_slots(int slots);
    int slots() const { return slots_; }
    /// Something may be claimable: it asks once there is room.
    void wake();
    /// It asks for nothing any more.
    void end() { has_ended_ = true; }
    /// At what pace tasks end, by which it asks.
    claim_window& window() { return window_; }
    const claim_window& window() const { return window_; }

    /// How many tasks there is room for; none while the executors have enough to do and it would be a small
    /// claim.
    int room(int in_flight) const;
    /// Whether it is to ask now.
    bool is_due(int in_flight) const { return woken_ && room(in_flight) > 0; }
    /// When it asks in any case, from now.
    std::chrono::microseconds time_to_next_look(const lane_peers& peers) const;
    /// Decides how many tasks the call asks for which is made now: none where they are left to others.
    int ask(int in_flight, const lane_peers& peers, time_point now);

    /// The call has been answered.
    void note_answer(int wanted, int claimed, const exchange_answer& answer);
    /// Whether the last answer gave something, but less than was wanted.
    bool took_all() const { return took_all_; }
    /// Whether the server had nothing when it was asked last.
    bool found_nothing() const { return empty_answers_ > 0; }

private:
    int slots_;
    const int least_claims_, most_a_claim_;
    const std::chrono::microseconds poll_interval_;
    claim_window window_;
    bool woken_ = true, has_ended_ = false;
    bool took_all_ = false;
    bool is_left_to_others_ = false;  // it was left to a lane before this one to ask
    int empty_answers_ = 0;
    size_t late_looks_left_ = 0;                        // since something was claimed
    bool has_more_soon_ = false;                        // the last answer: there will be something soon
    std::optional<std::chrono::microseconds> more_in_;  // and how long to wait for it, where that is known
};

}  // namespace fanout::worker_detail
