#include "postgres/multirange.hpp"

namespace fanout {

Datum multirange_datum(const index_set& indexes) {
    std::string text = indexes.text();
    return pg_call([&] { return OidInputFunctionCall(F_MULTIRANGE_IN, text.data(), INT4MULTIRANGEOID, -1); });
}

index_set multirange_indexes(Datum multirange) {
    const char* text = pg_call([&] { return OidOutputFunctionCall(F_MULTIRANGE_OUT, multirange); });
    return index_set::parse(text);
}

}  // namespace fanout
