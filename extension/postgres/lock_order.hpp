// The order in which a call takes the locks that it may wait for. Every call takes them in this order and
// never goes back, so calls can't deadlock. Locks taken with SKIP LOCKED, and on rows that the call has
// locked or inserted itself, don't wait and don't count.
//
// A server built with assertions checks it, in everything that runs there: `make asan` runs the tests in one.
#pragma once

#include "postgres/postgres_api.hpp"

namespace fanout {

enum class lock_phase { objects, claims, limits, budgets, counters, states, runs };

/// `objects` are locks on what is no row. Within a phase, rows are locked by rising key.
using lock_key = std::pair<uint64_t, uint64_t>;
lock_key key_of(const pg_uuid_t& run_id);

/// To be called before each lock that may wait.
void check_lock_order(lock_phase phase, lock_key key = {0, 0});

/// From construction to destruction: one call, which has taken no lock yet. A call inside of another (an SQL
/// handler that starts a run) has an order of its own.
class lock_order_scope {
public:
    lock_order_scope();
    ~lock_order_scope();
    lock_order_scope(const lock_order_scope&) = delete;
    lock_order_scope& operator=(const lock_order_scope&) = delete;

private:
    std::pair<lock_phase, lock_key> outer_;
};

}  // namespace fanout
