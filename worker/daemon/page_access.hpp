// Who may see the status page and act on it, by a request's headers alone.
#pragma once

#include "configuration/page_settings.hpp"
#include "daemon/web_page.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace fanout::worker_detail {

/// Whether two secrets are the same, in a time that tells nothing of where they differ.
bool is_same_secret(std::string_view given, std::string_view right);

class page_access {
public:
    /// @param session  a secret that nobody knows yet: who has shown the token gets it as a cookie
    page_access(const page_settings& s, std::string session);

    /// Whether the browser asked for a host that is ours: an IP address, localhost, or a name of the settings. Any other name
    /// may be somebody else's, who has let it lead here.
    bool is_for_us(const request& r) const;
    /// Whether another site's page has made its reader's browser send this.
    bool is_from_elsewhere(const request& r) const;
    /// Whether the token is in it, or the cookie that it has brought.
    bool is_known(const request& r) const;
    /// Whether it may be answered with what the page shows.
    bool may_read(const request& r) const;
    /// Whether it may change anything: the token is in it, or the cookie with an Origin that is ours.
    bool may_act(const request& r) const;
    /// Whether the token is in it.
    bool has_token(const request& r) const;

    /// The cookie to set for who has shown the token; and the one that takes it back.
    std::string cookie(const request& r) const;
    static std::string no_cookie(const request& r);

private:
    bool has_cookie(const request& r) const;

    page_settings settings_;
    std::string session_;
};

}  // namespace fanout::worker_detail
