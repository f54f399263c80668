// What a user's function can leave behind in a session: cursors, and temporary objects of any kind, which
// another owner's function would find.
#pragma once

#include "postgres/guard.hpp"

#include <set>

namespace fanout {

/// Remembers, when it is made, what the session has; drop_new drops what has come since. While it lives, the
/// cursors that the session had can neither be read nor closed.
class session_objects {
public:
    session_objects();
    ~session_objects();
    session_objects(const session_objects&) = delete;
    session_objects& operator=(const session_objects&) = delete;
    void drop_new() const;

private:
    std::set<std::string> cursors_;
    std::vector<Portal> shielded_;
    std::set<std::pair<Oid, Oid>> temporary_;  // catalog and object
};

}  // namespace fanout
