#include "postgres/datum.hpp"

namespace fanout {

text_view view_text(Datum value) {
    return pg_call([&] {
        struct varlena* plain = PG_DETOAST_DATUM_PACKED(value);
        return text_view{VARDATA_ANY(plain), static_cast<size_t>(VARSIZE_ANY_EXHDR(plain))};
    });
}

Datum plain_copy(Datum value) {
    return pg_call([&] { return PointerGetDatum(PG_DETOAST_DATUM_COPY(value)); });
}

}  // namespace fanout
