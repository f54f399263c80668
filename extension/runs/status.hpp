// The statuses of runs and of their steps.
#pragma once

#include "plain/named_values.hpp"

namespace fanout {

enum class run_status { started, completed, failed, cancelled };
inline constexpr named_values<run_status, 4> run_statuses{{{{run_status::started, "started"},
                                                            {run_status::completed, "completed"},
                                                            {run_status::failed, "failed"},
                                                            {run_status::cancelled, "cancelled"}}}};

enum class step_status { created, started, completed, failed, cancelled };
inline constexpr named_values<step_status, 5> step_statuses{{{{step_status::created, "created"},
                                                              {step_status::started, "started"},
                                                              {step_status::completed, "completed"},
                                                              {step_status::failed, "failed"},
                                                              {step_status::cancelled, "cancelled"}}}};

}  // namespace fanout
