// What generated flows may use. A feature that the engine doesn't have yet is switched off here, and only
// here.
#pragma once

namespace model::features {

inline constexpr bool current_task = true;     // SQL handlers know their attempt
inline constexpr bool several_sources = true;  // fanout_from names one of several dependencies
inline constexpr bool context = true;
inline constexpr bool pipelining = true;
inline constexpr bool paths = true;
inline constexpr bool function_sources = true;
inline constexpr bool batches = true;
inline constexpr bool collecting = true;
inline constexpr bool error_inputs = true;  // what was collected is in dependents' $errors
inline constexpr bool tolerances = true;
inline constexpr bool retry_budgets = true;
inline constexpr bool counts = true;
inline constexpr bool limits = true;
inline constexpr bool resuming = true;
inline constexpr bool steering = true;
inline constexpr bool streams = false;
inline constexpr bool children = false;

}  // namespace model::features
