#include "configuration/page_settings.hpp"

#include "base/secret_value.hpp"
#include "server/connection_string.hpp"

#include <algorithm>

namespace fanout::worker_detail {
namespace {

constexpr size_t shortest_token = 16;

/// Nothing of a secret goes into a message.
section::reader connection_string(const section& s, std::string& into) {
    return [&s, &into](const json_place& at) {
        secret_value(s, into)(at);
        if (!is_connection_string(into)) s.fail(at, "is no connection string that libpq can read, or empty");
    };
}

/// It travels in a header, and nobody is to guess it.
section::reader access_token(const section& s, std::string& into) {
    return [&s, &into](const json_place& at) {
        secret_value(s, into)(at);
        const bool is_plain =
            std::all_of(into.begin(), into.end(), [](char c) { return c > ' ' && c < '\x7f'; });
        if (!is_plain || into.size() < shortest_token) {
            s.fail(at, "is no token: one has 16 characters at least, all of them visible ASCII");
        }
    };
}

section::reader host_names(const section& s, std::vector<std::string>& into) {
    constexpr const char* letters = "abcdefghijklmnopqrstuvwxyz0123456789-.";
    return [=, &s, &into](const json_place& at) {
        s.texts(into)(at);
        for (const std::string& name : into) {
            if (name.empty() || name.find_first_not_of(letters) != std::string::npos) {
                s.fail(at, "has what is no host's name, in lower case and without a port: " + name);
            }
        }
    };
}

}  // namespace

page_settings page_settings::read(const section& s) {
    page_settings result;
    s.read({{"connection", connection_string(s, result.connection)},
            {"token", access_token(s, result.token)},
            {"public", s.boolean(result.is_public)},
            {"steering", s.boolean(result.steering)},
            {"hosts", host_names(s, result.hosts)},
            {"timeout_ms", s.milliseconds(result.timeout, 100, 60000)}});
    if (result.connection.empty()) s.fail_key("connection", "is missing: the page has a role of its own");
    if (result.token.empty() && result.steering) s.fail_key("token", "is missing: steering wants one");
    if (result.token.empty() && !result.is_public) {
        s.fail_key("token", "is missing: or say \"public\": true, and everybody who can connect may read");
    }
    return result;
}

}  // namespace fanout::worker_detail
