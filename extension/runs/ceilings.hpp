// Ceilings that an administrator sets on what a role may define and start, so that nobody crowds out the
// others: settings of superusers, for all, a database or a role; -1: none. They are those of the session that
// calls. What is beyond one is the error PFMAX.
#pragma once

#include "flows/flow.hpp"

namespace fanout {

/// Defines the settings.
void define_ceilings();

/// fanout.max_priority.
void check_step_priority(int32_t priority, const std::string& where);

/// fanout.max_priority, of a run and the highest of its steps together.
void check_run_priority(const flow_version& version, int32_t priority, const std::string& where);

/// fanout.max_timeout; `argument` is an interval, or null.
void check_timeout_ceiling(const call& call, int argument, const std::string& where);

/// This timeout, or fanout.max_timeout where that is shorter: for what gets its timeout from nobody.
int32_t timeout_within_ceiling(int32_t timeout_ms);

/// fanout.max_steps, before the step is written. One that is there already is no further one.
void check_step_count(int64_t flow_id, const std::string& step_slug, const std::string& flow_slug);

/// fanout.max_open_runs, once the run is there, so that a start that is repeated isn't a further one. Child
/// runs don't count: they are part of another.
void check_open_runs(Oid owner);

/// fanout.max_stored_bytes, before this value is stored; with a run whose id the caller gave, unless that is
/// there already.
void check_stored_bytes(Oid owner, Datum value, const std::string& where,
                        const pg_uuid_t* given_run = nullptr);

}  // namespace fanout
