// Locks on what is no row: a worker's calls, the end of a stream, a flow's definition. They live in shared
// memory, until the transaction ends, and write nothing.
//
// They are PostgreSQL's locks on objects, as DROP and COMMENT take them, of the class of a table of ours. No
// SQL statement locks such an object, so that nobody holds one but through a function of ours: advisory locks
// are numbers that every role can take. pg_locks shows them, and who waits for one in a circle is found.
//
// A lock has 48 bits for its key, which is hashed to fit. So two keys may share a lock: that may only make
// somebody wait. For that a call waits for such locks before it has locked any row, and a call inside of
// another, which has locked rows, only tries.
#pragma once

#include "postgres/lock_order.hpp"

namespace fanout {

class object_lock {
public:
    /// @param table  of ours, to which what is locked belongs
    object_lock(const char* table, std::string_view key);
    object_lock(const char* table, int64_t key);

    /// Waits for it.
    /// @param mode  ExclusiveLock, or for what many may do at once ShareLock, or where a standby does it, too,
    ///              RowExclusiveLock; AccessShareLock, which is in nobody's way, says that somebody waits
    void take(LOCKMODE mode) const;

    /// Without waiting. Returns whether the lock is held now.
    bool try_to_take(LOCKMODE mode) const;

    /// Gives back what this transaction took last, before it ends.
    void release(LOCKMODE mode) const;

    const LOCKTAG& tag() const { return tag_; }

private:
    LOCKTAG tag_;
};

}  // namespace fanout
