#include "queue/unserved.hpp"

#include "flows/handler.hpp"
#include "plain/steady_clock.hpp"

#include <unordered_map>

namespace fanout {
namespace {

/// A queue, and a handler as it stands there.
using served_pair = std::pair<std::string, std::string>;

/// What this session was told of.
std::set<served_pair> noticed;

bool has_live_worker(const served_pair& wanted) {
    static statement find(
        "SELECT FROM fanout.known_workers WHERE $1 = ANY (queues) AND $2 = ANY (handlers) AND is_live LIMIT 1",
        {TEXTOID, TEXTOID});
    return !find.run({param::text(wanted.first), param::text(wanted.second)}).empty();
}

void look_at(const flow_definition& steps) {
    std::set<served_pair> looked_at;
    for (const step_definition& step : steps) {
        const served_pair wanted{step.queue, queue_handler(step.handler)};
        if (noticed.contains(wanted) || !looked_at.insert(wanted).second || has_live_worker(wanted)) continue;
        noticed.insert(wanted);
        notice("handler \"" + step.handler + "\" of queue \"" + step.queue +
                   "\" has no live worker: tasks of step \"" + step.step_slug + "\" wait for one",
               "Start a fanoutd whose configuration has them. fanout.why(run_id) says what a run waits for.");
    }
}

}  // namespace

void notice_unserved(int64_t flow_id) {
    constexpr size_t most_kept = 10000;
    constexpr int64_t minute_us = 60 * USECS_PER_SEC;
    static std::unordered_map<int64_t, int64_t> believed_until;
    const int64_t now = steady_clock_us();
    auto known = believed_until.find(flow_id);
    if (known != believed_until.end() && now < known->second) return;
    look_at(*definition_of(flow_id));
    if (believed_until.size() >= most_kept) believed_until.clear();
    believed_until[flow_id] = now + minute_us;
}

}  // namespace fanout
