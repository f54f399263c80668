// A task's input, as it comes from the server: its own part, and apart from it what the tasks of a claim
// share.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fanout::worker_detail {

/// Adds the members of one JSON object to another, text to text. Both are as the server writes them: they
/// begin with a brace and end with one, and the context has a member at least; an empty text is no context.
std::string input_with_context(std::string_view input, std::string_view context);

/// The inputs of consecutive tasks, which come as one JSON array: `[`, the inputs with a comma and a line
/// feed between them, and `]`. As the server writes them they have no line feed of their own.
std::vector<std::string> split_inputs(std::string_view array);

}  // namespace fanout::worker_detail
