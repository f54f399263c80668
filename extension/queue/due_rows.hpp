// Rows that wait for their time: delayed ones, and those behind a limit that has no token.
#pragma once

#include "postgres/postgres_api.hpp"
#include "queue/registered_worker.hpp"

#include <optional>

namespace fanout {

/// How long until something that waits for its time is there for this worker, in microseconds, if that is
/// within a second.
std::optional<int64_t> next_due_us(const worker& w);

/// Makes delayed rows whose time has come claimable; rows of one state and attempt become one row. Lets in
/// rows whose limit has a token again. Returns whether there may be others, due within a second.
bool promote_due_rows();

}  // namespace fanout
