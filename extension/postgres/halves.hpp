// Work for many owners that is done together, and apart where it can't be.
#pragma once

#include "postgres/guard.hpp"

#include <span>

namespace fanout {

/// How many subtransactions one call begins at most for such work. PostgreSQL's snapshots keep 64 ids a
/// session.
inline constexpr int most_subtransactions = 40;

/// How often in a row the same error is seen before it is believed to last: an internal error may come from
/// anywhere.
inline int times_to_believe(const pg_error& error) {
    constexpr int usual = 2, internal = 5;
    return error.has_sqlstate("XX000") ? internal : usual;
}

/// Does `work` for all of these in a subtransaction, and after an error for each half of them, until the one
/// that is to blame stands alone. Where it fails there as often as is believed, `failed` hears of it, with
/// the error. An error that passes is thrown on. What is left when the subtransactions are used up is for the
/// next call.
///
/// @param subtransactions  how many may still begin
template <typename T, typename Work, typename Failed>
void in_halves(std::span<const T> all, int& subtransactions, const Work& work, const Failed& failed) {
    if (all.empty()) return;
    const bool is_lone = all.size() == 1;
    for (int failures = 1; subtransactions > 0; ++failures) {
        --subtransactions;
        const std::optional<pg_error> error = subtransaction([&] { work(all); });
        if (!error) return;
        if (error->passes()) throw pg_error(*error);
        if (!is_lone) break;
        if (failures >= times_to_believe(*error)) return failed(all.front(), *error);
    }
    if (is_lone) return;
    const size_t middle = all.size() / 2;
    in_halves(all.first(middle), subtransactions, work, failed);
    in_halves(all.subspan(middle), subtransactions, work, failed);
}

}  // namespace fanout
