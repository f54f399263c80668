// The part of jsonpath that generated flows use: `$`, `.key` and `[*]`, in lax mode.
#pragma once

#include "jsonb_text.hpp"

#include <string>

namespace model {

/// All matches, as an array.
json json_path(const json& value, const std::string& path);

}  // namespace model
