// Finding what is in the schema fanout by name, and its sequences: for code that goes past SQL.
#pragma once

#include "postgres/guard.hpp"

#include <algorithm>

namespace fanout {

/// The table, index or sequence with this name. To be called inside of pg_call: it raises PostgreSQL's
/// errors.
Oid find_relation(const char* name);

/// Columns of a table, by name. To be used inside of pg_call.
struct column_numbers {
    AttrNumber of[32];
    size_t count;

    void find(Relation table, const char* const* names, size_t name_count);
    bool has(AttrNumber column) const { return std::find(of, of + count, column) != of + count; }
};

/// What nextval gives.
int64_t next_value(const char* sequence);

/// What nextval or setval gave last, to whomever; 0 before the first.
int64_t last_value(const char* sequence);

/// What setval does.
void set_value(const char* sequence, int64_t value);

}  // namespace fanout
