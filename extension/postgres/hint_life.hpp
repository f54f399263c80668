// How long a backend believes what it has found out by looking at the whole of something.
#pragma once

#include "plain/steady_clock.hpp"
#include "postgres/postgres_api.hpp"

#include <algorithm>

namespace fanout {

/// By steady_clock_us: a look that began then has ended now. The next one is made after so many times what it
/// took, so that looks take no more than that share of the time, but after `longest_us` at the latest.
inline int64_t believed_until(int64_t began, int64_t times, int64_t longest_us = PG_INT64_MAX) {
    const int64_t now = steady_clock_us();
    return now + std::min((now - began) * times, longest_us);
}

}  // namespace fanout
