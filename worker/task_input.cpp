#include "task_input.hpp"

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

}  // namespace fanout::worker_detail
