#include "postgres/object_lock.hpp"

#include "postgres/relation.hpp"

namespace fanout {

object_lock::object_lock(const char* table, std::string_view key) {
    const Oid of_class = pg_call([&] { return find_relation(table); });
    const uint64_t hash = DatumGetUInt64(hash_any_extended(reinterpret_cast<const unsigned char*>(key.data()),
                                                           static_cast<int>(key.size()), 0));
    SET_LOCKTAG_OBJECT(tag_, MyDatabaseId, of_class, static_cast<uint32_t>(hash),
                       static_cast<uint16_t>(hash >> 32));
}

object_lock::object_lock(const char* table, int64_t key)
    : object_lock(table, std::string_view(reinterpret_cast<const char*>(&key), sizeof key)) {}

void object_lock::take(LOCKMODE mode) const {
    check_lock_order(lock_phase::objects);
    pg_call([&] { (void)LockAcquire(&tag_, mode, false, false); });
}

bool object_lock::try_to_take(LOCKMODE mode) const {
    return pg_call([&] { return LockAcquire(&tag_, mode, false, true) != LOCKACQUIRE_NOT_AVAIL; });
}

void object_lock::release(LOCKMODE mode) const {
    pg_call([&] { (void)LockRelease(&tag_, mode, false); });
}

}  // namespace fanout
