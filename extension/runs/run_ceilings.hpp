// Ceilings on the runs of a role, and on what they have stored: see flows/ceilings.hpp.
#pragma once

#include "postgres/guard.hpp"

namespace fanout {

/// Defines the settings.
void define_run_ceilings();

/// fanout.max_open_runs, once the run is there, so that a start that is repeated isn't a further one. Child
/// runs don't count: they are part of another.
void check_open_runs(Oid owner);

/// fanout.max_stored_bytes, before this value is stored; with a run whose id the caller gave, unless that is
/// there already.
void check_stored_bytes(Oid owner, Datum value, const std::string& where,
                        const pg_uuid_t* given_run = nullptr);

}  // namespace fanout
