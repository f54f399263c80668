#include "daemon/page_access.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <cctype>

namespace fanout::worker_detail {
namespace {

std::string in_lower_case(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
    return text;
}

bool is_ip_address(int family, const std::string& text) {
    in6_addr address{};
    return inet_pton(family, text.c_str(), &address) == 1;
}

/// Of `name:port`, `name` or `[address]:port`.
std::string without_port(const std::string& host) {
    if (host.starts_with('[')) return host.substr(0, host.find(']') + 1);
    return host.substr(0, host.find(':'));
}

std::string port_of(const std::string& host) {
    const std::string rest = host.substr(without_port(host).size());
    return rest.starts_with(':') ? rest.substr(1) : "";
}

bool is_number(const std::string& text) {
    return std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isdigit(c); });
}

/// Cookies know no ports: daemons beside each other must not overwrite each other's.
std::string cookie_name(const request& r) {
    const std::string port = port_of(r.header("host"));
    return "fanoutd_page" + (port.empty() || !is_number(port) ? "" : "_" + port);
}

std::string cookie_text(const request& r, const std::string& value) {
    const bool is_encrypted = r.header("origin").starts_with("https://");
    return cookie_name(r) + "=" + value + "; Path=/; HttpOnly; SameSite=Strict" +
           (is_encrypted ? "; Secure" : "");
}

/// The value of a cookie in a Cookie header.
std::string cookie_of(std::string_view header, const std::string& name) {
    while (!header.empty()) {
        const std::string_view pair = header.substr(0, header.find(';'));
        header.remove_prefix(std::min(pair.size() + 1, header.size()));
        const size_t start = std::min(pair.find_first_not_of(' '), pair.size());
        const size_t equals = pair.find('=');
        if (equals != std::string_view::npos && pair.substr(start, equals - start) == name) {
            return std::string(pair.substr(equals + 1));
        }
    }
    return "";
}

}  // namespace

bool is_same_secret(std::string_view given, std::string_view right) {
    volatile unsigned char difference = given.size() == right.size() && !right.empty() ? 0 : 1;
    for (size_t i = 0; i < given.size() && !right.empty(); ++i) {
        difference = difference | static_cast<unsigned char>(given[i] ^ right[i % right.size()]);
    }
    return difference == 0;
}

page_access::page_access(const page_settings& s, std::string session)
    : settings_(s), session_(std::move(session)) {}

bool page_access::is_for_us(const request& r) const {
    const std::string host = in_lower_case(r.header("host")), name = without_port(host);
    if (!host.substr(name.size()).empty() && (port_of(host).empty() || !is_number(port_of(host))))
        return false;
    if (name == "localhost" || is_ip_address(AF_INET, name)) return true;
    if (name.size() > 2 && name.front() == '[')
        return is_ip_address(AF_INET6, name.substr(1, name.size() - 2));
    return std::find(settings_.hosts.begin(), settings_.hosts.end(), name) != settings_.hosts.end();
}

bool page_access::is_from_elsewhere(const request& r) const {
    const std::string origin = in_lower_case(r.header("origin")), host = in_lower_case(r.header("host"));
    if (!origin.empty() && origin != "http://" + host && origin != "https://" + host) return true;
    const std::string site = r.header("sec-fetch-site");
    return !site.empty() && site != "same-origin" && site != "none";
}

bool page_access::is_known(const request& r) const {
    return has_token(r) || has_cookie(r);
}

bool page_access::may_read(const request& r) const {
    return settings_.is_public || is_known(r);
}

bool page_access::may_act(const request& r) const {
    if (!settings_.steering || is_from_elsewhere(r)) return false;
    // A browser sends Origin with every POST. Who sends none is no browser, and has no cookie.
    return has_token(r) || (has_cookie(r) && !r.header("origin").empty());
}

bool page_access::has_token(const request& r) const {
    const std::string header = r.header("authorization"), scheme = "bearer ";
    return in_lower_case(header.substr(0, scheme.size())) == scheme &&
           is_same_secret(std::string_view(header).substr(scheme.size()), settings_.token);
}

bool page_access::has_cookie(const request& r) const {
    return is_same_secret(cookie_of(r.header("cookie"), cookie_name(r)), session_);
}

std::string page_access::cookie(const request& r) const {
    return cookie_text(r, session_);
}

std::string page_access::no_cookie(const request& r) {
    return cookie_text(r, "") + "; Max-Age=0";
}

}  // namespace fanout::worker_detail
