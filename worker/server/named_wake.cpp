#include "server/named_wake.hpp"

#include <algorithm>
#include <charconv>
#include <string_view>

namespace fanout::worker_detail {

bool named_wake::names(int64_t worker_id) const {
    return std::find(worker_ids.begin(), worker_ids.end(), worker_id) != worker_ids.end();
}

named_wake read_named_wake(const std::string& payload) {
    named_wake result;
    const char* at = payload.data();
    const char* const end = at + payload.size();
    while (true) {
        int64_t id = 0;
        const auto [behind, error] = std::from_chars(at, end, id);
        if (error != std::errc() || behind == end) return {};
        result.worker_ids.push_back(id);
        at = behind + 1;
        if (*behind == ' ') break;
        if (*behind != ',') return {};
    }
    result.handler.assign(at, end);
    return result;
}

}  // namespace fanout::worker_detail
