// Returning rows from a set-returning function.
#pragma once

#include "postgres/entry.hpp"
#include "postgres/guard.hpp"

#include <initializer_list>

namespace fanout {

/// Writes a function's rows into its tuplestore.
class row_writer {
public:
    explicit row_writer(const call& c);
    void write(std::initializer_list<Datum> values, std::initializer_list<bool> nulls);
    void write(const Datum* values, const bool* nulls);

private:
    ReturnSetInfo* result_;
};

}  // namespace fanout
