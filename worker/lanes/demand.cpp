#include "lanes/demand.hpp"

#include <algorithm>
#include <iterator>

namespace fanout::worker_detail {
namespace {

using std::chrono::microseconds;

constexpr std::chrono::milliseconds pause_before_more{5};
constexpr std::chrono::milliseconds shortest_pause{1};
// The looks at what was about to be committed while the last one before found nothing: whoever started it had seen us at work and
// notified nobody, and its commit may wait for the disk or a standby.
constexpr std::chrono::milliseconds late_looks[] = {std::chrono::milliseconds(5),
                                                    std::chrono::milliseconds(50)};
// What comes within this time is asked for without another look before, and the server doesn't take us for
// idle.
constexpr std::chrono::milliseconds soon{20};

}  // namespace

demand::demand(const lane_settings& s)
    : slots_(s.slots), least_claims_(s.least_claims), most_a_claim_(s.most_a_claim),
      poll_interval_(std::chrono::milliseconds(s.poll_interval_ms)), window_(s.slots, s.capacity) {}

void demand::set_slots(int slots) {
    // What was told while there were none is still to be looked for.
    woken_ = woken_ || (slots_ == 0 && slots > 0);
    slots_ = slots;
    window_.set_slots(slots);
}

void demand::wake() {
    woken_ = true;
    empty_answers_ = 0;
}

int demand::room(int in_flight) const {
    const int size = window_.size();
    const int room = size - in_flight;
    if (has_ended_ || room <= 0 || slots_ == 0) return 0;
    if (in_flight > slots_ && room < size / 4) return 0;
    return std::min({room, std::max(size / least_claims_, 1), most_a_claim_});
}

microseconds demand::time_to_next_look(const lane_peers& peers) const {
    const microseconds shortest = std::min<microseconds>(shortest_pause, poll_interval_);
    if (more_in_) return std::clamp(*more_in_, shortest, poll_interval_);
    if (has_more_soon_) return pause_before_more;
    // For what comes now: the server wakes only workers that have found nothing. But to look at once would
    // make the results of tasks that take no time wait for the answer.
    if (is_left_to_others_ && peers.may_leave_some()) return std::min<microseconds>(soon, poll_interval_);
    if (took_all_) return shortest;
    if (late_looks_left_ == 0) return poll_interval_;
    return std::min<microseconds>(late_looks[std::size(late_looks) - late_looks_left_], poll_interval_);
}

int demand::ask(int in_flight, const lane_peers& peers, time_point now) {
    is_left_to_others_ = (!woken_ && peers.one_takes_all(now)) || peers.enough_wait(now);
    woken_ = took_all_ = false;
    more_in_.reset();
    return is_left_to_others_ ? 0 : room(in_flight);
}

void demand::note_answer(int wanted, int claimed, const exchange_answer& answer) {
    const bool is_full = claimed > 0 && claimed == wanted;
    more_in_ = answer.more_in;
    has_more_soon_ = answer.has_more_soon || (more_in_ && *more_in_ < soon);
    took_all_ = claimed > 0 && claimed < wanted;
    if (wanted > 0) empty_answers_ = claimed > 0 || has_more_soon_ ? 0 : empty_answers_ + 1;
    if (claimed > 0) late_looks_left_ = std::size(late_looks);
    if (wanted > 0 && empty_answers_ > 2 && late_looks_left_ > 0) --late_looks_left_;
    // One more look right after the first empty answer: from that one on the server wakes us.
    if (is_full || empty_answers_ == 1) woken_ = true;
}

}  // namespace fanout::worker_detail
