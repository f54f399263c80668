#include "control/json_argument.hpp"

#include "base/byte_order_mark.hpp"
#include "base/json_text.hpp"
#include "control/usage_error.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <iterator>
#include <memory>

namespace fanout::control {
namespace {

std::string file_text(const std::string& option, const std::string& file) {
    const std::unique_ptr<FILE, int (*)(FILE*)> stream(std::fopen(file.c_str(), "rb"), std::fclose);
    std::string text;
    char part[65536];
    for (size_t n; stream && (n = std::fread(part, 1, sizeof part, stream.get())) > 0;) text.append(part, n);
    if (!stream || std::ferror(stream.get())) {
        throw usage_error(option + ": can't read " + file + ": " + std::strerror(errno));
    }
    return text;
}

std::string given_text(const std::string& option, const std::string& argument, std::istream& standard_input) {
    if (argument == "-") {
        return {std::istreambuf_iterator<char>(standard_input), std::istreambuf_iterator<char>()};
    }
    return argument.starts_with('@') ? file_text(option, argument.substr(1)) : argument;
}

}  // namespace

std::string read_json_argument(const std::string& option, const std::string& argument,
                               std::istream& standard_input) {
    std::string text = given_text(option, argument, standard_input);
    worker_detail::skip_byte_order_mark(text);
    try {
        worker_detail::check_json(text);
    } catch (const worker_detail::json_error& e) {
        throw usage_error(option + ": " + e.what());
    }
    return text;
}

}  // namespace fanout::control
