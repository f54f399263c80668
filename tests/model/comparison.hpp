// Compares what the engine shows of a run with what the model says.
#pragma once

#include "evaluator.hpp"
#include "observation.hpp"

#include <string>
#include <vector>

namespace model {

/// Returns the differences, each a sentence. A run that was cancelled, or that failed, may have done any part
/// of what it would have come to.
std::vector<std::string> compare(const flow& of, const run_plan& plan, const observation& seen);

}  // namespace model
