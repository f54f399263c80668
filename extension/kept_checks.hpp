// The tables' CHECK constraints, compiled once a backend.
//
// PostgreSQL parses and compiles them anew for each statement that writes: measured, 20 of the 30 µs that a
// one-row update of step_states takes, and a quarter of a short run. A statement of the engine gets those
// that were compiled before, as long as nothing has changed the table.
#pragma once

#include "postgres_api.hpp"

namespace fanout {

/// Gives a table that is about to be written its compiled constraints. PostgreSQL's rules hold: an error is
/// PostgreSQL's.
///
/// @param target  not written yet; of a table in the schema fanout, else nothing happens
void provide_checks(ResultRelInfo* target);

/// Called once, when the library is loaded: from then on the engine's statements get them by themselves.
void install_kept_checks();

}  // namespace fanout
