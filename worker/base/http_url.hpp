// URLs of services.
#pragma once

#include <optional>
#include <string>

namespace fanout::worker_detail {

class http_url {
public:
    /// None where the text is no http or https URL.
    static std::optional<http_url> parse(const std::string& text);

    bool has_credentials() const { return has_credentials_; }
    bool is_encrypted() const { return scheme_ == "https"; }
    /// Whether scheme, host and port are the same: whether both are one service's.
    bool same_origin(const http_url& other) const;
    /// What may be shown of it: no credentials, and no query, which may hold one.
    std::string plain() const { return scheme_ + "://" + host_ + ":" + port_ + path_; }

private:
    std::string scheme_, host_, port_, path_;
    bool has_credentials_ = false;
};

}  // namespace fanout::worker_detail
