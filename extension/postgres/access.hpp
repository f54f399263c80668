// Who may act on what others own.
#pragma once

#include "postgres/guard.hpp"

namespace fanout {

/// Whether a role may act on everybody's runs.
bool is_operator(Oid role);

/// Whether a role sees of everybody's how much there is, and how it goes.
bool is_monitor(Oid role);

/// Whether the caller may act on what the owner has, or is an operator.
bool has_run_access(Oid caller, Oid owner);

/// Throws not_owner unless it is so.
void require_run_access(Oid caller, Oid owner, const std::string& what);

/// Throws not_owner unless the caller is the owner, a member of it, or a superuser.
void require_owner(Oid caller, Oid owner, const std::string& what);

}  // namespace fanout
