// The type fanout.role: see sql/roles.sql.
#pragma once

#include "postgres/guard.hpp"

namespace fanout {

/// Its value for a role by its number.
Datum role_value(Oid role);

/// As SQL writes it: the present name, or (missing: name), (dropped: number).
std::string role_text(Datum value);

/// The number that it has kept; InvalidOid of a role that is missing.
Oid role_number(Datum value);

/// Whether there is such a role.
bool role_exists(Oid role);

}  // namespace fanout
