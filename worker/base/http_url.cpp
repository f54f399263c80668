#include "base/http_url.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <cctype>
#include <memory>

namespace fanout::worker_detail {
namespace {

std::string part(CURLU* url, CURLUPart which) {
    char* text = nullptr;
    if (curl_url_get(url, which, &text, CURLU_DEFAULT_PORT) != CURLUE_OK) return "";
    std::string result = text;
    curl_free(text);
    return result;
}

std::string lower_case(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
    return text;
}

}  // namespace

std::optional<http_url> http_url::parse(const std::string& text) {
    const std::unique_ptr<CURLU, decltype(&curl_url_cleanup)> url(curl_url(), curl_url_cleanup);
    if (curl_url_set(url.get(), CURLUPART_URL, text.c_str(), 0) != CURLUE_OK) return std::nullopt;
    http_url result;
    result.scheme_ = part(url.get(), CURLUPART_SCHEME);
    result.host_ = lower_case(part(url.get(), CURLUPART_HOST));
    result.port_ = part(url.get(), CURLUPART_PORT);
    result.path_ = part(url.get(), CURLUPART_PATH);
    result.has_credentials_ =
        !part(url.get(), CURLUPART_USER).empty() || !part(url.get(), CURLUPART_PASSWORD).empty();
    if (result.scheme_ != "http" && result.scheme_ != "https") return std::nullopt;
    return result;
}

bool http_url::same_origin(const http_url& other) const {
    return scheme_ == other.scheme_ && host_ == other.host_ && port_ == other.port_;
}

}  // namespace fanout::worker_detail
