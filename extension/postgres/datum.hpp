// Values of variable length, as PostgreSQL keeps them.
#pragma once

#include "postgres/guard.hpp"

namespace fanout {

/// Text inside a Datum, not copied unless it was compressed or stored out of line.
struct text_view {
    const char* data;
    size_t size;
};
text_view view_text(Datum value);

/// A copy of a value of variable length that outlives the rows it was read from, neither compressed nor out
/// of line.
Datum plain_copy(Datum value);

}  // namespace fanout
