#include "queue/queue_id.hpp"

#include "postgres/entry.hpp"
#include "postgres/relation.hpp"

namespace fanout {
namespace {

constexpr const char* sequence = "queue_id_seq";
constexpr int random_bits = 20;

}  // namespace

int64_t next_queue_id() {
    constexpr uint64_t mask = (uint64_t{1} << random_bits) - 1;
    return next_value(sequence) << random_bits |
           static_cast<int64_t>(pg_prng_uint64(&pg_global_prng_state) & mask);
}

int64_t least_next_queue_id() {
    return (last_value(sequence) + 1) << random_bits;
}

}  // namespace fanout

using namespace fanout;

/// next_queue_id() returns bigint
FANOUT_PROCEDURE(fanout_next_queue_id) {
    return Int64GetDatum(next_queue_id());
}
