#include "tasks/task_input.hpp"

namespace fanout::worker_detail {

std::string input_with_context(std::string_view input, std::string_view context) {
    if (context.empty()) return std::string(input);
    input.remove_suffix(1);
    context.remove_prefix(1);
    std::string result;
    result.reserve(input.size() + 2 + context.size());
    result.append(input).append(", ").append(context);
    return result;
}

std::vector<std::string> split_inputs(std::string_view array) {
    std::vector<std::string> inputs;
    array = array.substr(1, array.size() - 2);
    for (size_t line_feed; (line_feed = array.find('\n')) != std::string_view::npos;) {
        inputs.emplace_back(array.substr(0, line_feed - 1));
        array.remove_prefix(line_feed + 1);
    }
    inputs.emplace_back(array);
    return inputs;
}

}  // namespace fanout::worker_detail
