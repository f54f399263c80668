#include "wake.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

namespace fanout {
namespace {

/// Queues and handlers.
using pairs = std::set<std::pair<std::string, std::string>>;

std::optional<pairs> noted;

bool has(Datum texts, const std::string& wanted) {
    const std::vector<std::string> all = text_elements(texts, "what a worker serves");
    return std::find(all.begin(), all.end(), wanted) != all.end();
}

}  // namespace

void wake_idle_workers(const std::string& queue, const std::string& queue_handler) {
    static statement find(
        "SELECT FROM fanout.workers WHERE idle AND $1 = ANY (queues) AND $2 = ANY (handlers) LIMIT 1",
        {TEXTOID, TEXTOID});
    if (noted) {
        noted->emplace(queue, queue_handler);
        return;
    }
    if (find.run({param::text(queue), param::text(queue_handler)}).empty()) return;
    pg_call([&] { Async_Notify("fanout", queue_handler.c_str()); });
}

deferred_wakes::deferred_wakes() {
    noted.emplace();
}

deferred_wakes::~deferred_wakes() {
    noted.reset();
}

void deferred_wakes::wake_others(const worker& w, const claimed_tasks& claimed) {
    const pairs all = std::exchange(noted, std::nullopt).value();
    for (const auto& [queue, handler] : all) {
        const bool has_taken_it = claimed.all && has(w.queues, queue) && has(w.handlers, handler);
        if (!has_taken_it) wake_idle_workers(queue, handler);
    }
}

}  // namespace fanout
