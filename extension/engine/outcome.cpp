#include "engine/outcome.hpp"

#include "plain/sqlstates.hpp"
#include "postgres/interval.hpp"

#include <algorithm>
#include <cmath>

namespace fanout {

int64_t retry_after_us(Datum interval, const std::string& function) {
    constexpr double most = USECS_PER_DAY, step = USECS_PER_SEC / 10;
    const double asked = interval_us(*DatumGetIntervalP(interval));
    if (asked < 0) {
        raise(sqlstate::invalid_argument, function + ": retry_after is negative",
              "Give the time that is to pass before the next attempt.");
    }
    // In tenths of a second, so that retries that are due at almost the same time share a row.
    return static_cast<int64_t>(std::ceil(std::min(asked, most) / step) * step);
}

bool is_final(const outcome& o, const queue_row& c, const step_state& state) {
    return o.final || o.is_out_of_retries || state.attempts_since_begun(c.attempt) >= state.max_attempts;
}

void parse_outputs(std::vector<outcome>& outcomes, const std::vector<Datum>& texts) {
    auto parse = [&](size_t i) {
        if (outcomes[i].error) return;
        outcomes[i].output = pg_call([&] {
            return DirectFunctionCall1(jsonb_in, CStringGetDatum(text_to_cstring(DatumGetTextPP(texts[i]))));
        });
    };
    std::optional<pg_error> any = subtransaction([&] {
        for (size_t i = 0; i < outcomes.size(); ++i) parse(i);
    });
    if (!any) return;
    for (size_t i = 0; i < outcomes.size(); ++i) {
        std::optional<pg_error> error = subtransaction([&] { parse(i); });
        if (error) outcomes[i].error = "its output is not valid JSON: " + error->message_with_detail();
    }
}

}  // namespace fanout
