// The ring of generations: which partition of tasks, results and failures the runs that start now use, and the
// partitions as a whole.
//
// A generation is truncated when no snapshot shows a run in it any more. What a transaction has seen of a run it
// can still read, then, however old its snapshot is; and an old snapshot keeps a generation, as it keeps dead
// rows from being vacuumed.
#pragma once

#include "postgres/statement.hpp"

namespace fanout {

/// The one that follows in the ring.
inline int next_generation(int generation) {
    return (generation + 1) % generation_count;
}

/// The generation that runs start in.
int current_generation();

/// The same for who starts a run. Until the transaction ends nobody truncates it.
int lock_current_generation();

/// Since when runs start in the current generation: from now on where that isn't known, or is yet to come.
TimestampTz current_generation_began(TimestampTz now);

/// From now on runs start in this generation. Not taken back with the transaction: the sequence's value isn't.
void begin_generation(int generation, TimestampTz now);

/// The size of its partitions, with their indexes.
int64_t generation_bytes(int generation);

/// Whether nothing is in its partitions, no garbage either.
bool is_blank(int generation);

/// Whether any snapshot shows a run in it, or may yet.
bool has_runs(int generation);

/// Truncates a generation that isn't the current one. Returns whether: not where it has a run, or somebody has a
/// lock on one of its tables.
bool truncate_generation(int generation);

/// Of what is stored in it the part that belongs to runs which are in it, estimated from a sample; of nothing, 0.
double kept_part(int generation);

/// Copies what these states have in one generation to another. What is left behind is garbage once their run is
/// said to be in the other one.
void copy_rows(const std::vector<int64_t>& state_ids, int from, int to);

}  // namespace fanout
