// The engine's own identity and settings while one of its functions runs, its clock, and its settings.
#pragma once

#include "postgres/guard.hpp"
#include "postgres/lock_order.hpp"

namespace fanout {

/// Text inside a Datum, not copied unless it was compressed or stored out of line.
struct text_view {
    const char* data;
    size_t size;
};
text_view view_text(Datum value);

/// A copy of a value of variable length that outlives the rows it was read from, neither compressed nor out
/// of line.
Datum plain_copy(Datum value);

/// From construction to leave(): runs as the extension's owner, with a search_path that nobody else can
/// write to and with plans that use the indexes (a kept plan made on empty tables would be a sequential scan
/// for ever). Without leave(), an error is under way and PostgreSQL restores all of it when the
/// (sub)transaction aborts.
class engine_identity {
public:
    engine_identity();
    void leave();

private:
    Oid user_;
    int security_context_;
    int guc_level_;
};

/// The engine's identity, with SPI connected.
class engine_scope {
public:
    engine_scope();
    void leave();

private:
    lock_order_scope lock_order_;
    engine_identity identity_;
};

/// Gives the planner settings that the engine changes their session defaults, likewise: for a user's
/// functions.
void reset_planner_settings();

/// Sets a setting (a null value: to the session's default) until the level of settings that was opened last
/// ends.
void set_locally(const char* name, const char* value);

/// JSON's null, as jsonb.
Datum json_null();

/// The owner of the schema fanout, as whom the engine works.
Oid engine_owner();

/// The time by which leases, retries and timeouts are judged: the wall clock, moved by fanout.clock_offset.
TimestampTz engine_clock();

/// fanout.lease and fanout.heartbeat_interval, in microseconds.
int64_t lease_us();
int64_t heartbeat_interval_us();

/// fanout.max_depth: how many levels of child runs there may be.
int max_depth();

/// fanout.bulk_rows: how many rows at least go into a table in bulk.
size_t least_bulk_rows();

/// fanout.inline_tasks: what is long of a step of more tasks is done by queue rows of its own, not by the
/// call that made it due: seconds of work and hundreds of megabytes must not hold anyone's locks.
int32_t inline_task_limit();

/// fanout.superuser_handlers.
bool superuser_handlers_allowed();

/// Throws not_owner unless the caller may act on what the owner has, or is an operator.
void require_run_access(Oid caller, Oid owner, const std::string& what);

/// Throws not_owner unless the caller is the owner, a member of it, or a superuser.
void require_owner(Oid caller, Oid owner, const std::string& what);

}  // namespace fanout
