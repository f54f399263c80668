// usual_retention: for the view of what is kept.
#include "postgres/entry.hpp"
#include "postgres/settings.hpp"

using namespace fanout;

/// usual_retention(has_failed boolean) returns interval
FANOUT_FUNCTION(fanout_usual_retention) {
    call.require({{0, "has_failed"}}, "usual_retention");
    const int minutes = call.boolean(0) ? retention_failed_minutes() : retention_minutes();
    if (minutes < 0) return call.null_result();
    return pg_call([&] {
        auto* result = static_cast<Interval*>(MemoryContextAllocZero(call.context, sizeof(Interval)));
        result->time = minutes * USECS_PER_MINUTE;
        return IntervalPGetDatum(result);
    });
}
