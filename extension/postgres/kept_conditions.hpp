// What PostgreSQL compiles anew for each statement that writes to a table, compiled once a backend: the
// table's CHECK constraints, and the conditions of its partial indexes.
//
// To compile them takes most of a one-row update of step_states. They are used again for as long as nothing
// has changed the table or its indexes: each such change sends a relcache invalidation.
#pragma once

#include "postgres/postgres_api.hpp"

namespace fanout {

/// A table that rows are written to past the executor, with its constraints and indexes. PostgreSQL's rules
/// hold: an error is PostgreSQL's.
struct write_target {
    EState* state;
    ResultRelInfo* info;

    void open(Relation table);
    void close();
};

/// Called once, when the library is loaded: from then on the engine's statements get the constraints by
/// themselves.
void install_kept_checks();

}  // namespace fanout
