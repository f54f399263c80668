// JSON values.
#pragma once

#include "postgres/guard.hpp"

namespace fanout {

/// JSON's null, as jsonb.
Datum json_null();

/// An array's length; -1 for what is no array.
int32_t array_length(Datum json);

}  // namespace fanout
