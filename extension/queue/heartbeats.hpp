// When workers were last heard of, and until when they have their leases: the rows of heartbeats. A table of its
// own, so that a heartbeat never waits for an exchange.
#pragma once

#include "postgres/statement.hpp"

#include <map>
#include <vector>

namespace fanout {

/// A worker's first.
void begin_heartbeats(int64_t worker_id, TimestampTz now);

/// Whether renewing a lease writes nothing but that: the table may have triggers of an administrator's.
bool heartbeats_are_written_alone();
/// Of workers, which of their claims were taken from them and not told yet.
using claims_noted_as_gone = std::map<int64_t, std::vector<int64_t>>;

/// Renews the workers' leases. Returns those that are still there.
claims_noted_as_gone record_heartbeats(const std::vector<int64_t>& worker_ids);

/// The clock was set back since these were heard of: that counts as now, or else a worker that is lost would
/// be waited for until the clock is where it was.
void move_future_heartbeats(TimestampTz now);

/// Suspicion comes first, shortly before the lease ends: after a restart of the server every worker has been
/// silent, and those that live get an interval to say so.
void suspect_silent_workers(TimestampTz now);

/// Workers that were suspect at least one heartbeat interval ago and whose lease has ended: the one that they
/// were given when they were heard of last, whatever fanout.lease is now. What was suspected before a restart
/// of the server has an interval to be heard of after it.
std::vector<int64_t> find_lost_workers(TimestampTz now);

/// Forgets the heartbeats of one of them. Returns false where it has been heard of meanwhile, or is just being
/// heard of.
bool forget_lost_heartbeats(int64_t worker_id, TimestampTz now);

void forget_heartbeats(int64_t worker_id);
void forget_all_heartbeats();

/// The worker learns with its next heartbeat that it has lost this claim. One whose heartbeat is under way
/// learns it when it hands in the result.
void tell_gone_claim(int64_t worker_id, int64_t claim_id);

/// The same of one that is not heard of at this moment.
std::vector<int64_t> find_noted_as_gone(int64_t worker_id);

/// It has been told which of its claims are gone.
void forget_gone_claims(int64_t worker_id);

}  // namespace fanout
