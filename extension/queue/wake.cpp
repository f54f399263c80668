#include "queue/wake.hpp"

#include "postgres/hint_life.hpp"
#include "postgres/index_scan.hpp"
#include "postgres/statement.hpp"

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

/// Whether the worker takes tasks of this handler from this queue.
bool serves(const read_snapshot& now, Datum worker_id, const std::string& queue,
            const std::string& queue_handler) {
    static const index_scan find("workers", "workers_pkey", {{1, BTEqualStrategyNumber, F_INT8EQ}},
                                 {"queues", "handlers"});
    const found_rows w = find.run(now, {worker_id});
    return !w.empty() && has(w.datum(0, 1), queue) && has(w.datum(0, 2), queue_handler);
}

bool find_idle(const std::string& queue, const std::string& queue_handler) {
    static const index_scan find("exchanges", "exchanges_idle", {}, {"worker_id"});
    const read_snapshot now;
    // Mostly one of the first will do.
    for (uint64_t most : {uint64_t{4}, index_scan::all}) {
        const found_rows idle = find.run(now, {}, most);
        for (size_t i = 0; i < idle.size(); ++i) {
            if (serves(now, idle.datum(i, 1), queue, queue_handler)) return true;
        }
        if (idle.size() < most) break;
    }
    return false;
}

bool ask_each(const std::string& queue, const std::string& queue_handler) {
    static statement find(
        "SELECT FROM fanout.workers w WHERE $1 = ANY (w.queues) AND $2 = ANY (w.handlers) AND ("
        "    SELECT e.idle FROM fanout.exchanges e WHERE e.worker_id = w.worker_id "
        "    ORDER BY e.sequence DESC LIMIT 1) LIMIT 1",
        {TEXTOID, TEXTOID});
    return !find.run({param::text(queue), param::text(queue_handler)}).empty();
}

/// Whether a worker that serves them is recorded as idle. Those that were, and are no longer, leave dead
/// entries in the index, which stay as long as any snapshot is old enough to need them: where a look at it
/// takes long, each worker is asked about for some time, which takes longer where there are none.
bool any_is_idle(const std::string& queue, const std::string& queue_handler) {
    constexpr int64_t long_us = 100, times = 50;
    static int64_t asks_each_until = 0;
    const int64_t began = steady_clock_us();
    const bool asks_each = began < asks_each_until;
    const bool found = asks_each ? ask_each(queue, queue_handler) : find_idle(queue, queue_handler);
    const bool took_long = steady_clock_us() - began > long_us;
    if (!asks_each && took_long) asks_each_until = believed_until(began, times);
    return found;
}

}  // namespace

void wake_idle_workers(const std::string& queue, const std::string& queue_handler) {
    if (noted) {
        noted->emplace(queue, queue_handler);
        return;
    }
    if (any_is_idle(queue, queue_handler)) wake_workers(queue_handler);
}

void wake_workers(const std::string& queue_handler) {
    pg_call([&] { Async_Notify("fanout", queue_handler.c_str()); });
}

deferred_wakes::deferred_wakes() {
    noted.emplace();
}

deferred_wakes::~deferred_wakes() {
    noted.reset();
}

void deferred_wakes::wake() {
    const pairs all = std::exchange(noted, std::nullopt).value();
    for (const auto& [queue, handler] : all) wake_idle_workers(queue, handler);
}

void deferred_wakes::wake_others(Datum queues, Datum handlers) {
    std::erase_if(noted.value(),
                  [&](const auto& entry) { return has(queues, entry.first) && has(handlers, entry.second); });
    wake();
}

}  // namespace fanout
