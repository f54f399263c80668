// Texts as a terminal may have them: how wide they are, and without what would steer it.
#pragma once

#include <string>
#include <string_view>

namespace fanout::control {

/// On one line: ? for control characters and what would break or turn the line, as fanout.printable has it, and for
/// what is not UTF-8.
std::string printable(std::string_view text);

/// Several lines, each of them printable.
std::string printable_lines(std::string_view text);

/// How many columns of a terminal a printable text takes, in a locale whose characters are Unicode's.
size_t width_of(std::string_view text);

/// As much of it as fits, with … for the rest.
std::string shortened(std::string_view text, size_t width);

/// A JSON text with escapes for what would steer a terminal, and the same meaning.
std::string printable_json(std::string_view json);

}  // namespace fanout::control
