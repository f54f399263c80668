#include "postgres/patience.hpp"

#include "plain/sqlstates.hpp"
#include "postgres/identity.hpp"

namespace fanout {

void patience::begin_wait(int64_t longest_us) {
    settings_level_ = NewGUCNestLevel();
    set_locally("lock_timeout", std::to_string(longest_us / 1000).c_str());
}

void patience::end_wait() {
    pg_call([&] { AtEOXact_GUC(true, settings_level_); });
}

locked_in_time lock_in_time(const row_lock& lock, const std::vector<Datum>& keys, patience* waits) {
    if (!waits) return {lock.run_each(keys, when_locked::wait), {}};
    std::span<const Datum> rest = keys;
    const found_rows at_once = lock.run_until_busy(rest);
    if (rest.empty()) return {at_once, {}};
    // One after the other: whoever takes them in another order waits for ever.
    const size_t size = lock.key_size();
    std::vector<Datum> got(keys.begin(), keys.end() - static_cast<std::ptrdiff_t>(rest.size()));
    std::vector<size_t> busy;
    while (!rest.empty()) {
        const std::vector<Datum> one(rest.begin(), rest.begin() + static_cast<std::ptrdiff_t>(size));
        if (waits->wait_for([&] { (void)lock.run_each(one, when_locked::wait); })) {
            got.insert(got.end(), one.begin(), one.end());
        } else {
            busy.push_back((keys.size() - rest.size()) / size);
        }
        const std::span<const Datum> others = rest = rest.subspan(size);
        (void)lock.run_until_busy(rest);
        got.insert(got.end(), others.begin(), others.end() - static_cast<std::ptrdiff_t>(rest.size()));
    }
    // As they are now; to lock them again waits for nobody.
    return {lock.run_each(got, when_locked::skip), busy};
}

void raise_busy(const std::string& what, const std::string& hint) {
    raise(sqlstate::lock_not_available, what + " is locked by another transaction", hint);
}

}  // namespace fanout
