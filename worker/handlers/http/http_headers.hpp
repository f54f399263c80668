// The headers of an HTTP handler's requests, as its configuration says them.
#pragma once

#include "base/json_section.hpp"

namespace fanout::worker_detail {

struct http_headers {
    std::vector<std::string> lines;    ///< `Name: value`
    std::vector<std::string> secrets;  ///< what came from the environment or files: not to be said anywhere

    bool operator==(const http_headers&) const = default;

    /// Reads an object of headers. A value is a text, or the place of a secret: {"env": …} or {"file": …}.
    static http_headers read(const section& s);

    /// Whether there is one of this name; case doesn't count.
    bool contains(std::string_view name) const;
};

/// The text without the secrets in it. @param is_cut  whether it may end in the middle of one
std::string without_secrets(std::string text, const std::vector<std::string>& secrets, bool is_cut);

}  // namespace fanout::worker_detail
