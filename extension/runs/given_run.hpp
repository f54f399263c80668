// The run that a call names.
#pragma once

#include "postgres/entry.hpp"
#include "runs/status.hpp"

namespace fanout {

struct given_run {
    pg_uuid_t run_id;
    run_status status;
    Oid owner;
};

/// Reads the run that is the call's first argument, and checks that the caller may act on it. Throws invalid_argument
/// where that is null, unknown_run and not_owner.
given_run load_run(const call& c);

}  // namespace fanout
