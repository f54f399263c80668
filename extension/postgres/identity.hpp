// As whom the engine works, and with which settings of the session.
#pragma once

#include "postgres/guard.hpp"
#include "postgres/lock_order.hpp"

namespace fanout {

/// From construction to leave(): runs as the extension's owner, with a search_path that nobody else can
/// write to and with plans that use the indexes (a kept plan made on empty tables would be a sequential scan
/// for ever). Throws where this library doesn't serve the schema. Without leave(), an error is under way and PostgreSQL restores all of it when the
/// (sub)transaction aborts.
class engine_identity {
public:
    engine_identity();
    void leave();

private:
    Oid user_;
    int security_context_;
    int guc_level_;
};

/// The engine's identity, with SPI connected.
class engine_scope {
public:
    engine_scope();
    void leave();

private:
    lock_order_scope lock_order_;
    engine_identity identity_;
};

/// Gives the planner settings that the engine changes their session defaults, likewise: for a user's
/// functions.
void reset_planner_settings();

/// Sets a setting (a null value: to the session's default) until the level of settings that was opened last
/// ends.
void set_locally(const char* name, const char* value);

/// The owner of the schema fanout, as whom the engine works.
Oid engine_owner();

}  // namespace fanout
