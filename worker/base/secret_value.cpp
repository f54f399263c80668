#include "base/secret_value.hpp"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fstream>

namespace fanout::worker_detail {

std::string secret_of_file(const section& s, const std::string& file) {
    std::ifstream stream(file);
    std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    if (!stream) s.fail_key("file", "names a file that can't be read: " + file + ": " + strerror(errno));
    if (text.ends_with('\n')) text.pop_back();
    if (text.ends_with('\r')) text.pop_back();
    if (text.find('\0') != std::string::npos) s.fail_key("file", "names a file with a NUL byte: " + file);
    return text;
}

std::string secret_of_variable(const section& s, const std::string& name) {
    const char* value = std::getenv(name.c_str());
    if (!value) s.fail_key("env", "names a variable that isn't set: " + name);
    return value;
}

section::reader secret_value(const section& s, std::string& into) {
    return [&s, &into](const json_place& at) {
        if (at.value.is_string()) {
            into = at.value.get<std::string>();
            if (into.find('\0') != std::string::npos) s.fail(at, "has a NUL byte");
            return;
        }
        if (!at.value.is_object() || at.value.size() != 1) {
            s.fail(at, R"(is neither a text nor {"file": "/path"} nor {"env": "NAME"})");
        }
        const section from(s, at);
        std::string name;
        auto then = [&](auto read) -> section::reader {
            return [&, read](const json_place& place) {
                from.text(name)(place);
                into = read(from, name);
            };
        };
        from.read({{"file", then(secret_of_file)}, {"env", then(secret_of_variable)}});
    };
}

}  // namespace fanout::worker_detail
