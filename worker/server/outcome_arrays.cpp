#include "server/outcome_arrays.hpp"

#include "server/array_text.hpp"

#include <algorithm>
#include <utility>

namespace fanout::worker_detail {

outcome_arrays::outcome_arrays(const std::vector<outcome>& outcomes)
    : any_failed(std::any_of(outcomes.begin(), outcomes.end(),
                             [](const outcome& o) { return o.error && !o.goes_back; })) {
    for (const outcome& o : outcomes) add(o);
}

void outcome_arrays::add(const outcome& o) {
    claim_ids.add_int8(o.claim_id);
    if (o.index == outcome::whole_claim) {
        indexes.add_null();
    } else {
        indexes.add_int4(o.index);
    }
    if (o.goes_back) {
        outputs.add_null();
        if (any_failed) errors.add_null();
    } else if (o.error) {
        outputs.add_null();
        errors.add_text(*o.error);
    } else {
        outputs.add_text(o.output);
        if (any_failed) errors.add_null();
    }
    if (any_failed) finals.add_boolean(o.final);
}

std::string retry_times(const std::vector<outcome>& outcomes) {
    auto asks = [](const outcome& o) { return o.retry_after.count() > 0; };
    if (std::none_of(outcomes.begin(), outcomes.end(), asks)) return no_retry_times;
    array_text times;
    for (const outcome& o : outcomes) {
        if (asks(o)) {
            times.add_plain(std::to_string(o.retry_after.count()) + " ms");
        } else {
            times.add_null();
        }
    }
    return std::move(times).finish();
}

}  // namespace fanout::worker_detail
