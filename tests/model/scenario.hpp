// Plays one flow: defines it, starts its runs, cancels and resumes them as planned, and compares what they
// come to.
#pragma once

#include "catalogue.hpp"
#include "observation.hpp"

#include <string>
#include <vector>

namespace model {

/// Returns the differences from the model.
std::vector<std::string> play(connection& database, const flow& of, catalogue& flows);

}  // namespace model
