// A run, as people name it: by its id or the beginning of that.
#pragma once

#include "control/session.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace fanout::control {

/// The first and the last id that begin so, without dashes; the same one twice for a whole id.
struct id_range {
    std::string first, last;
    bool operator==(const id_range&) const = default;
};

/// Nothing where no id may be meant: it is to have four hexadecimal digits at least.
std::optional<id_range> ids_beginning_with(std::string_view given);

/// The run's whole id. A beginning is looked for among the runs that the role may see. Throws usage_error where it is
/// none, or not the only one.
std::string find_run(session& s, const std::string& given);

}  // namespace fanout::control
