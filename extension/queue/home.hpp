// Whether this database is the one in which its runs are under way, or a copy of that, made by pg_restore or
// with TEMPLATE: a daemon on a copy would execute the same tasks as one on the original. See sql/home.sql.
#pragma once

namespace fanout {

/// Throws database_copy in a copy. To be called before a worker is served.
void refuse_in_copy();

/// Whether it is a copy.
bool is_copy();

/// This database is no copy any more: what is under way is its own.
void move_in();

/// To be called before a run starts: in a copy that waits until somebody adopts it, which a warning says.
void warn_in_copy();

}  // namespace fanout
