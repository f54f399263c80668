#include "handlers/http/http_headers.hpp"

#include "base/secret_value.hpp"

#include <strings.h>

#include <algorithm>
#include <cctype>

namespace fanout::worker_detail {
namespace {

constexpr std::string_view hidden = "[secret]";

/// A token of RFC 9110.
bool is_header_name(const std::string& name) {
    auto is_token_character = [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) ||
               std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
    };
    return !name.empty() && std::all_of(name.begin(), name.end(), is_token_character);
}

bool same_name(std::string_view a, std::string_view b) {
    return a.size() == b.size() && strncasecmp(a.data(), b.data(), a.size()) == 0;
}

/// Those that are fanoutd's to set, and those that say where a request ends.
bool is_reserved(std::string_view name) {
    constexpr std::string_view ours = "Fanout-";
    constexpr std::string_view reserved[] = {"Connection", "Content-Length",    "Expect", "Idempotency-Key",
                                             "Keep-Alive", "Transfer-Encoding", "TE",     "Trailer",
                                             "Upgrade"};
    return same_name(name.substr(0, ours.size()), ours) ||
           std::any_of(std::begin(reserved), std::end(reserved),
                       [&](std::string_view r) { return same_name(name, r); });
}

/// A line's end in a value would begin another header.
bool is_one_line(const std::string& value) {
    return std::none_of(value.begin(), value.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && c != '\t') || byte == 0x7f;
    });
}

/// As a service may repeat it in JSON.
std::string escaped(const std::string& secret, std::string_view special) {
    std::string result;
    for (char c : secret) {
        if (special.find(c) != std::string_view::npos) result += '\\';
        result += c;
    }
    return result;
}

/// Reads where a secret is, and the secret; errors name the place alone.
std::string read_secret(const section& s, std::vector<std::string>& secrets) {
    std::string variable, file, prefix;
    s.read({{"env", s.text(variable)}, {"file", s.text(file)}, {"prefix", s.text(prefix)}});
    if (variable.empty() == file.empty())
        s.fail_key("env", "and \"file\": one of them says where the secret is");
    const char* key = variable.empty() ? "file" : "env";
    std::string secret = variable.empty() ? secret_of_file(s, file) : secret_of_variable(s, variable);
    if (secret.empty()) s.fail_key(key, "holds nothing");
    if (!is_one_line(secret)) s.fail_key(key, "holds more than one line, or control characters");
    secrets.insert(secrets.end(), {secret, escaped(secret, "\"\\"), escaped(secret, "\"\\/")});
    return prefix + secret;
}

/// The longest start of the secret that the text ends with, in bytes.
size_t started_at_end(std::string_view text, std::string_view secret) {
    size_t length = std::min(secret.size() - 1, text.size());
    while (length > 0 && !text.ends_with(secret.substr(0, length))) --length;
    return length;
}

}  // namespace

http_headers http_headers::read(const section& s) {
    http_headers result;
    s.read_each([&](const std::string& name, const json_place& at) {
        if (!is_header_name(name)) s.fail(at, "is no header's name");
        if (is_reserved(name)) s.fail(at, "is a header that fanoutd sets itself");
        if (result.contains(name)) s.fail(at, "is there twice: case doesn't count");
        std::string value;
        if (at.value.is_object()) {
            value = read_secret(section(s, at), result.secrets);
        } else {
            s.text(value)(at);
        }
        if (!is_one_line(value)) s.fail(at, "has more than one line, or control characters");
        result.lines.push_back(name + ": " + value);
    });
    // The longest first: another one may be a part of it.
    std::sort(result.secrets.begin(), result.secrets.end(),
              [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
    return result;
}

bool http_headers::contains(std::string_view name) const {
    return std::any_of(lines.begin(), lines.end(), [&](std::string_view line) {
        return same_name(line.substr(0, line.find(':')), name);
    });
}

std::string without_secrets(std::string text, const std::vector<std::string>& secrets, bool is_cut) {
    for (const std::string& secret : secrets) {
        for (size_t at = 0; (at = text.find(secret, at)) != std::string::npos; at += hidden.size()) {
            text.replace(at, secret.size(), hidden);
        }
        if (is_cut) text.resize(text.size() - started_at_end(text, secret));
    }
    return text;
}

}  // namespace fanout::worker_detail
