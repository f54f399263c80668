// PostgreSQL's intervals as numbers.
#pragma once

#include "postgres/postgres_api.hpp"

namespace fanout {

/// In microseconds, as extract(epoch) counts: a month has thirty days, a year 365.25.
inline double interval_us(const Interval& i) {
    const int years = i.month / MONTHS_PER_YEAR;
    const double days = i.day + years * DAYS_PER_YEAR + i.month % MONTHS_PER_YEAR * DAYS_PER_MONTH;
    return static_cast<double>(i.time) + days * USECS_PER_DAY;
}

}  // namespace fanout
