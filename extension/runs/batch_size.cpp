#include "runs/batch_size.hpp"

#include "plain/steady_clock.hpp"

#include <algorithm>
#include <map>

namespace fanout {
namespace {

constexpr int64_t most_tasks = 10000;

struct small_batches {
    int64_t most_tasks;
    int64_t until;
    int64_t lasts_us;
};

/// Other backends meet deadlocks of their own.
std::map<std::pair<Oid, std::string>, small_batches> known;

std::pair<Oid, std::string> key_of(const step_state& state) {
    return {state.owner, *state.sql_function};
}

}  // namespace

int64_t most_tasks_a_batch(const step_state& state) {
    const auto found = known.find(key_of(state));
    if (found == known.end() || found->second.until < steady_clock_us()) return most_tasks;
    return found->second.most_tasks;
}

void note_deadlock(const step_state& state, int64_t tasks_before) {
    constexpr int64_t first_us = 10 * USECS_PER_SEC, longest_us = 300 * USECS_PER_SEC, share = 8;
    constexpr size_t most_handlers = 1000;
    const int64_t now = steady_clock_us();
    const auto found = known.find(key_of(state));
    int64_t lasts_us = first_us;
    if (found != known.end() && now < found->second.until + found->second.lasts_us)
        lasts_us = std::min(2 * found->second.lasts_us, longest_us);
    if (known.size() >= most_handlers) known.clear();
    known[key_of(state)] = {std::max<int64_t>(tasks_before / share, 1), now + lasts_us, lasts_us};
}

}  // namespace fanout
