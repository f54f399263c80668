// How much each owner has stored: the values of inputs, items, outputs and errors, as large as they are
// stored. Estimated from a sample, so that it reads a bounded number of pages whatever there is.
#pragma once

#include "postgres/statement.hpp"

namespace fanout {

/// As measured a minute ago at most.
int64_t stored_bytes_of(Oid owner);

/// Measures for all owners, at most every ten seconds, where somebody has a ceiling: so that no start has to.
void measure_stored_bytes();

/// Of an owner that has changed: it is measured anew.
void forget_stored_bytes(Oid owner);

}  // namespace fanout
