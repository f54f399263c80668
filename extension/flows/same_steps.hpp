// Whether two versions of a flow have the same steps: then what a run has done by the one goes on by the other.
#pragma once

#include "flows/definition.hpp"

#include <set>

namespace fanout {

/// Which steps of another version stand in the place of a version's own, by id.
using step_substitutes = std::map<int64_t, const step_definition*>;

/// Pairs the steps of two versions by name.
step_substitutes pair_steps(const flow_definition& own, const flow_definition& other);

/// What of their steps keeps a run from going on by the other version, step by step, in words; empty where they are the same. They are
/// of one type, depend on the same, and their tasks and outputs are made of the same. What they run, where, how often and
/// how long may differ, and of a step that has no tasks yet the path or the function that finds its items.
///
/// @param begun  the steps of `own` that have tasks
std::vector<std::string> find_differences(const flow_definition& own, const flow_definition& other,
                                          const std::set<int64_t>& begun);

}  // namespace fanout
