// Advisory locks of the session, which neither the end of a transaction nor an error gives back.
#pragma once

#include "postgres/guard.hpp"

namespace fanout {

/// Remembers, when it is made, which advisory locks the session has. drop_new() gives back what has come
/// since, and takes again what was given back: meanwhile nobody else has got it. Where the transaction or
/// subtransaction in which it was made aborts, that is done then.
class session_locks {
public:
    session_locks();
    void drop_new();
};

/// To be called once, when the library is loaded.
void watch_for_aborts();

}  // namespace fanout
