#include "postgres/lock_order.hpp"

#include <cstring>

namespace fanout {
namespace {

constexpr std::pair<lock_phase, lock_key> no_lock = {lock_phase::objects, {0, 0}};
std::pair<lock_phase, lock_key> last_lock = no_lock;

}  // namespace

lock_key key_of(const pg_uuid_t& run_id) {
    uint64_t halves[2];
    std::memcpy(halves, run_id.data, sizeof halves);
    return {pg_ntoh64(halves[0]), pg_ntoh64(halves[1])};
}

void check_lock_order([[maybe_unused]] lock_phase phase, [[maybe_unused]] lock_key key) {
#ifdef USE_ASSERT_CHECKING
    const std::pair<lock_phase, lock_key> next = {phase, key};
    Assert(last_lock <= next);
    last_lock = next;
#endif
}

lock_order_scope::lock_order_scope() : outer_(last_lock) {
    last_lock = no_lock;
}

lock_order_scope::~lock_order_scope() {
    last_lock = outer_;
}

}  // namespace fanout
