#include "postgres/jsonb.hpp"

namespace fanout {

Datum json_null() {
    return pg_call([] { return DirectFunctionCall1(jsonb_in, CStringGetDatum("null")); });
}

int32_t array_length(Datum json) {
    return pg_call([&] {
        Jsonb* value = DatumGetJsonbP(json);
        return JB_ROOT_IS_ARRAY(value) && !JB_ROOT_IS_SCALAR(value)
                   ? static_cast<int32_t>(JB_ROOT_COUNT(value))
                   : -1;
    });
}

}  // namespace fanout
