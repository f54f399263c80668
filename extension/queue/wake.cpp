#include "queue/wake.hpp"

#include "postgres/hint_life.hpp"
#include "postgres/index_scan.hpp"
#include "postgres/statement.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace fanout {
namespace {

/// Queues and handlers.
using pairs = std::set<std::pair<std::string, std::string>>;

std::optional<pairs> noted;

bool has(Datum texts, const std::string& wanted) {
    const std::vector<std::string> all = text_elements(texts, "what a worker serves");
    return std::find(all.begin(), all.end(), wanted) != all.end();
}

/// Of one wake: a dead worker is recorded as idle until its lease ends, and is not to be the only one that is told.
constexpr size_t most_woken = 3;

/// The first protocol whose workers hear by name that they are meant.
constexpr int32_t hears_names = 2;

struct idle_worker {
    int64_t worker_id;
    int32_t protocol;
};

/// Adds those of the workers that listen, and take tasks of this handler from this queue.
void add_those_that_serve(const read_snapshot& now, const std::vector<Datum>& worker_ids,
                          const std::string& queue, const std::string& queue_handler,
                          std::vector<idle_worker>& to) {
    static const index_scan find("workers", "workers_pkey", {{1, BTEqualStrategyNumber, F_INT8EQ}},
                                 {"worker_id", "protocol", "listens", "queues", "handlers"});
    const found_rows found = find.run_each(now, worker_ids);
    for (size_t i = 0; i < found.size() && to.size() < most_woken; ++i) {
        if (found.boolean(i, 3) && has(found.datum(i, 4), queue) && has(found.datum(i, 5), queue_handler))
            to.push_back({found.int8(i, 1), found.int4(i, 2)});
    }
}

/// Adds idle workers whose ids are on one side of this one.
void add_idle(const read_snapshot& now, const index_scan& find, int64_t from, const std::string& queue,
              const std::string& queue_handler, std::vector<idle_worker>& to) {
    // Mostly some of the first will do.
    uint64_t looked_at = 0;
    for (uint64_t most : {uint64_t{4}, index_scan::all}) {
        const found_rows idle = find.run(now, {Int64GetDatum(from)}, most);
        while (looked_at < idle.size() && to.size() < most_woken) {
            std::vector<Datum> some;
            for (; looked_at < idle.size() && some.size() < 4; ++looked_at)
                some.push_back(idle.datum(looked_at, 1));
            add_those_that_serve(now, some, queue, queue_handler, to);
        }
        if (idle.size() < most || to.size() == most_woken) return;
    }
}

std::vector<idle_worker> find_idle(int64_t from, const std::string& queue, const std::string& queue_handler) {
    static const index_scan above("exchanges", "exchanges_idle",
                                  {{1, BTGreaterEqualStrategyNumber, F_INT8GE}}, {"worker_id"});
    static const index_scan below("exchanges", "exchanges_idle", {{1, BTLessStrategyNumber, F_INT8LT}},
                                  {"worker_id"});
    const read_snapshot now;
    std::vector<idle_worker> found;
    add_idle(now, above, from, queue, queue_handler, found);
    if (found.size() < most_woken) add_idle(now, below, from, queue, queue_handler, found);
    return found;
}

std::vector<idle_worker> ask_each(int64_t from, const std::string& queue, const std::string& queue_handler) {
#define IDLE_WORKERS                                                                                         \
    "SELECT w.worker_id, w.protocol FROM fanout.workers w "                                                  \
    " WHERE w.listens AND $1 = ANY (w.queues) AND $2 = ANY (w.handlers) AND ("                               \
    "    SELECT e.idle FROM fanout.exchanges e WHERE e.worker_id = w.worker_id "                             \
    "    ORDER BY e.sequence DESC LIMIT 1) "
    static statement find("(" IDLE_WORKERS "AND w.worker_id >= $3 ORDER BY w.worker_id) UNION ALL "
                          "(" IDLE_WORKERS "AND w.worker_id < $3 ORDER BY w.worker_id) LIMIT $4",
                          {TEXTOID, TEXTOID, INT8OID, INT8OID});
#undef IDLE_WORKERS
    const rows found = find.run(
        {param::text(queue), param::text(queue_handler), param::int8(from), param::int8(most_woken)});
    std::vector<idle_worker> result;
    for (size_t i = 0; i < found.size(); ++i) result.push_back({found.int8(i, 1), found.int4(i, 2)});
    return result;
}

/// Ids are random: so is which of the workers is the first from here on.
int64_t random_id() {
    constexpr int unused_bits = 11;
    return static_cast<int64_t>(pg_prng_uint64(&pg_global_prng_state) >> unused_bits);
}

/// Some workers that serve them and are recorded as idle. Those that were, and are no longer, leave dead entries
/// in the index, which stay as long as any snapshot is old enough to need them: where a look at it takes long,
/// each worker is asked about for some time, which takes longer where there are none.
std::vector<idle_worker> some_idle_workers(const std::string& queue, const std::string& queue_handler) {
    constexpr int64_t long_us = 100, times = 50;
    static int64_t asks_each_until = 0;
    const int64_t began = steady_clock_us(), from = random_id();
    const bool asks_each = began < asks_each_until;
    std::vector<idle_worker> found =
        asks_each ? ask_each(from, queue, queue_handler) : find_idle(from, queue, queue_handler);
    const bool took_long = steady_clock_us() - began > long_us;
    if (!asks_each && took_long) asks_each_until = believed_until(began, times);
    return found;
}

void wake_by_name(const std::vector<idle_worker>& woken, const std::string& queue_handler) {
    std::string payload;
    for (const idle_worker& w : woken) payload += (payload.empty() ? "" : ",") + std::to_string(w.worker_id);
    payload += ' ' + queue_handler;
    pg_call([&] { Async_Notify("fanout_workers", payload.c_str()); });
}

}  // namespace

void wake_idle_workers(const std::string& queue, const std::string& queue_handler) {
    if (noted) {
        noted->emplace(queue, queue_handler);
        return;
    }
    const std::vector<idle_worker> woken = some_idle_workers(queue, queue_handler);
    if (woken.empty()) return;
    const bool all_hear_names = std::all_of(woken.begin(), woken.end(),
                                            [](const idle_worker& w) { return w.protocol >= hears_names; });
    if (all_hear_names) {
        wake_by_name(woken, queue_handler);
    } else {
        wake_workers(queue_handler);
    }
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
