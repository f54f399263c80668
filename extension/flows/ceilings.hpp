// Ceilings that an administrator sets on what a role may define and start, so that nobody crowds out the
// others: settings of superusers, for all, a database or a role; -1: none. They are those of the session that
// calls. What is beyond one is the error PFMAX.
#pragma once

#include "postgres/entry.hpp"

namespace fanout {

/// Defines the settings of those that stand here.
void define_ceilings();

/// fanout.max_priority.
void check_step_priority(int32_t priority, const std::string& where);

/// fanout.max_priority, of a run and the highest of its steps together.
void check_run_priority(int64_t flow_id, int32_t priority, const std::string& where);

/// fanout.max_timeout; the argument of that name is an interval, or null.
void check_timeout_ceiling(const named_arguments& c, const char* name, const std::string& where);

/// This timeout, or fanout.max_timeout where that is shorter: for what gets its timeout from nobody.
int32_t timeout_within_ceiling(int32_t timeout_ms);

/// fanout.max_steps, before the step is written. One that is there already is no further one.
void check_step_count(int64_t flow_id, const std::string& step_slug, const std::string& flow_slug);

/// For ceilings elsewhere: the value of one that isn't set.
inline constexpr int no_ceiling = -1;

/// Defines the setting of one.
///
/// @param unit  as PostgreSQL's flags of settings say it; 0: none
void define_ceiling(const char* name, const char* description, int& value, int unit);

/// Throws PFMAX.
///
/// @param hint  what the caller can do
[[noreturn]] void raise_beyond_ceiling(const char* setting, const std::string& problem,
                                       const std::string& hint);

}  // namespace fanout
