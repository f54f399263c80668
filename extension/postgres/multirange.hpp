// Sets of indexes, as columns have them: int4multirange.
#pragma once

#include "plain/index_set.hpp"
#include "postgres/guard.hpp"

namespace fanout {

Datum multirange_datum(const index_set& indexes);
index_set multirange_indexes(Datum multirange);

}  // namespace fanout
