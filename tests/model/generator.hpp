// Makes flows from seeds.
#pragma once

#include "flow.hpp"

#include <climits>
#include <cstdint>

namespace model {

/// The most that a flow may have: a flow of the same seed with lower ones is a part of the flow without.
struct caps {
    int steps = INT_MAX;
    int items = INT_MAX;
};

/// @param slug  the flow's: what a seed gives doesn't depend on it
flow generate(uint64_t seed, const std::string& slug, const caps& most);

}  // namespace model
