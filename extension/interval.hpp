// PostgreSQL's intervals as numbers.
#pragma once

#include "postgres_api.hpp"

namespace fanout {

/// In microseconds, a month having thirty days.
inline double interval_us(Datum interval) {
    const Interval& i = *DatumGetIntervalP(interval);
    const double days = i.day + static_cast<double>(i.month) * DAYS_PER_MONTH;
    return static_cast<double>(i.time) + days * USECS_PER_DAY;
}

}  // namespace fanout
