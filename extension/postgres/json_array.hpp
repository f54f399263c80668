// One jsonb array from its elements, put together as fast as they can be copied.
//
// jsonb_agg takes each value apart and keeps the parts in memory until the end: a million small objects
// took 1.3 to 2.8 seconds, and many times the array's size. Here an element's bytes are copied as they are: a
// nested array or object has the same form as one that stands alone. The form is that of
// src/include/utils/jsonb.h: a word for the number of elements, an entry for each of them, which tells its
// type and its length (every JB_OFFSET_STRIDE'th: its end), and their data.
#pragma once

#include "postgres/postgres_api.hpp"

namespace fanout {

/// Plain C in what it does, so that an aggregate can call it for each row, without the engine's identity and
/// its exceptions: in the engine it is to be used inside of pg_call. It lives in the memory context in which
/// it was begun, and raises program_limit_exceeded for what is larger than a jsonb array can be.
struct json_array_builder {
    StringInfoData entries, data;
    uint32 count;

    void begin();
    /// @param element  null: JSON's null
    void add(Jsonb* element);
    Datum finish() const;
};

}  // namespace fanout
