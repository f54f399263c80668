// What tasks do: a pure function of a step's behaviour, the task's input and the attempt. The clients do it,
// the model foretells it, and setup.sql says it again in SQL, for handlers that run on the server.
#pragma once

#include "flow.hpp"

#include <optional>
#include <string>

namespace model {

struct attempt_end {
    json output;
    std::optional<std::string> error;
    bool is_final = false;
};

/// How an attempt at a task ends. The input of a batch has `items` where that of a task has `item`.
attempt_end make_attempt(const behaviour& does, const json& input, int attempt);

/// Items to fan out over, from a digest.
json items_of(const std::string& from, int width);

/// For setup.sql's functions.
json parameters(const behaviour& does);

}  // namespace model
