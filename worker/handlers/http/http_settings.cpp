#include "handlers/http/http_settings.hpp"

#include "base/http_url.hpp"

#include <cerrno>
#include <cstring>
#include <fstream>

namespace fanout::worker_detail {
namespace {

/// An http or https URL without a name and password: those would be a secret in the file.
section::reader service_url(const section& s, std::string& into) {
    return [&s, &into](const json_place& at) {
        s.text(into)(at);
        const std::optional<http_url> url = http_url::parse(into);
        if (!url) s.fail(at, "is no http or https URL");
        if (url->has_credentials())
            s.fail(at, "has a user or password: these belong into \"headers\", as a secret");
    };
}

section::reader network_list(const section& s, std::vector<network>& into) {
    return [&s, &into](const json_place& at) {
        std::vector<std::string> texts;
        s.texts(texts)(at);
        for (const std::string& text : texts) {
            const std::optional<network> parsed = network::parse(text);
            if (!parsed) s.fail(at, "has what is no network like 10.0.0.0/8 or fd00::/8: " + text);
            into.push_back(*parsed);
        }
    };
}

/// The path of a file that can be read now.
section::reader readable_file(const section& s, std::string& into) {
    return [&s, &into](const json_place& at) {
        s.text(into)(at);
        if (!std::ifstream(into)) s.fail(at, "can't be read: " + into + ": " + strerror(errno));
    };
}

}  // namespace

void http_settings::add_keys(const section& s, std::map<std::string, section::reader>& keys) {
    keys["url"] = service_url(s, url);
    keys["method"] = s.choice(method, {"POST", "PUT", "PATCH"});
    keys["headers"] = [&](const json_place& at) { headers = http_headers::read(section(s, at)); };
    keys["idempotency_key"] = s.choice(idempotency_key, {"task", "attempt"});
    keys["connect_timeout_ms"] = s.milliseconds(connect_timeout, 1, 300000);
    keys["max_output_bytes"] = s.number(max_output_bytes, 1, 256 << 20);
    keys["allow_addresses"] = network_list(s, allow_addresses);
    keys["follow_redirects"] = s.boolean(follow_redirects);
    keys["verify_tls"] = s.boolean(verify_tls);
    keys["http2"] = s.boolean(http2);
    keys["ca_file"] = readable_file(s, ca_file);
    keys["client_certificate"] = readable_file(s, client_certificate);
    keys["client_key"] = readable_file(s, client_key);
}

void http_settings::check(const section& s) const {
    if (url.empty()) s.fail_key("url", "is missing: where the requests go");
    if (client_certificate.empty() && !client_key.empty()) {
        s.fail_key("client_certificate", "is missing: client_key is there");
    }
}

}  // namespace fanout::worker_detail
