// Arrays of jsonb, taken apart and put together as fast as their elements can be copied.
//
// jsonb_agg takes each value apart and keeps the parts in memory until the end: a million small objects
// took 1.3 to 2.8 seconds, and many times the array's size. Here an element's bytes are copied as they are: a
// nested array or object has the same form as one that stands alone. The form is that of
// src/include/utils/jsonb.h: a word for the number of elements, an entry for each of them, which tells its
// type and its length (every JB_OFFSET_STRIDE'th: its end), and their data.
//
// All of it is plain C in what it does, so that an aggregate can call it for each row, without the engine's
// identity and its exceptions: in the engine it is to be used inside of pg_call.
#pragma once

#include "postgres/postgres_api.hpp"

namespace fanout {

/// A value as an array has it. Its bytes are somebody else's.
struct json_piece {
    uint32 type;  ///< as its entry has it
    const char* data;
    int size;

    bool is_aligned() const { return type == JENTRY_ISNUMERIC || type == JENTRY_ISCONTAINER; }
};

inline constexpr json_piece json_null_piece = {JENTRY_ISNULL, nullptr, 0};

json_piece piece_of(Jsonb* value);

/// The piece as a value that stands alone, in the current memory context.
Jsonb* value_of(const json_piece& piece);

/// Goes through a container's entries: an array's elements, or an object's keys, all of them, and then their
/// values. They live as long as it.
struct json_entries {
    /// From the entry `first`.
    void begin(const JsonbContainer* container, uint32 first);
    /// False after the last one.
    bool next(json_piece& entry);

private:
    const JsonbContainer* container_;
    const char* data_;
    uint32 next_, count_, end_;
};

/// Goes through an array's elements.
struct json_array_walk : json_entries {
    /// To the element `first`; raises invalid_parameter_value for what is no array.
    void begin(Jsonb* array, int first = 0);
};

/// It lives in the memory context in which it was begun, and raises program_limit_exceeded for what is larger
/// than a jsonb array can be.
struct json_array_builder {
    StringInfoData entries, data;
    uint32 count;

    void begin();
    void add(const json_piece& element);
    /// All elements of an array.
    void add_all(Jsonb* array);
    /// How long the value will be with another element.
    int64 size_with(const json_piece& element) const;
    Datum finish() const;
    /// What it has is forgotten.
    void clear();
};

}  // namespace fanout
