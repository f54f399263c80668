// Workers: who they are, and what they exchanged last. Nobody else writes the rows of workers and exchanges.
#pragma once

#include "queue/registered_worker.hpp"

#include <map>
#include <optional>

namespace fanout {

/// Reads workers: those of these that are registered, by worker_id. Throws not_owner where another role registered one.
std::map<int64_t, worker> find_workers(const std::vector<int64_t>& worker_ids, Oid caller);
/// Reads one. Throws unknown_worker where it isn't registered.
worker load_worker(int64_t worker_id, Oid caller);

/// Whether the server knows of a call of the worker that was recorded, or has forgotten it.
///
/// @param recorded  the last call that the worker knows to be recorded; 0: none
bool remembers(const worker& w, int64_t recorded);
/// Throws unknown_worker where it doesn't.
void require_memory(const worker& w, int64_t recorded);

/// Makes this worker's calls wait for each other until the transaction ends. Heartbeats don't.
void lock_worker(int64_t worker_id);

/// The same without waiting. Returns whether none of its calls is under way.
bool try_lock_worker(int64_t worker_id);

/// Gives a worker's claims back without using up an attempt, and forgets it.
void remove_worker(int64_t worker_id);

/// Registers a worker. Returns its id, which is random, so that it never comes again.
///
/// @param handlers  text[]
/// @param queues    text[]
/// @param version   its program's, where it says so
/// @param protocol  of fanout.protocols()
int64_t add_worker(const std::string& name, Oid owner, Datum handlers, Datum queues, int32_t slots,
                   const std::optional<std::string>& version, int32_t protocol);

/// Forgets workers that are lost; maintain then takes back their claims. One whose exchange is under way is
/// passed over: that waits for its row at the end, with counters locked.
void forget_lost_workers(TimestampTz now);

/// Forgets all workers, whatever they hold.
void forget_all_workers();

/// Remembers an exchange, so that the same sequence again gets the same answer. A call that changed nothing
/// isn't remembered: an idle worker's polls write nothing.
void remember_exchange(const worker& w, int64_t sequence, const std::vector<int64_t>& stale, bool idle);

}  // namespace fanout
