// jsonb as text, the same as PostgreSQL's own.
//
// JsonbToCString goes through a state machine that takes a value apart into copies, and looks at strings a
// character at a time: that was a quarter of all that the server does for a task. Here a container's entries are
// read where they lie, and of a string the parts between characters that are escaped are copied at once.
//
// As json_array.hpp, it is for the inside of pg_call.
#pragma once

#include "postgres/json_array.hpp"

namespace fanout {

/// Appends a value. Raises statement_too_complex for what is nested too deep for the stack.
void append_json(StringInfo text, const json_piece& value);

}  // namespace fanout
