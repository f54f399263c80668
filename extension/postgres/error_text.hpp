// The texts of errors as they are kept.
#pragma once

#include <string>
#include <string_view>

namespace fanout {

/// What is kept of an error's text: 8 kB at most, the end included; of one that is longer it says so.
/// @param ending  what comes after the text in any case
std::string error_text(std::string text, std::string_view ending = {});

}  // namespace fanout
