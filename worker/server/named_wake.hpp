// A notification that names the workers it is for.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace fanout::worker_detail {

struct named_wake {
    std::vector<int64_t> worker_ids;
    std::string handler;

    bool names(int64_t worker_id) const;
};

/// Reads a payload: ids with commas between them, a space, and the handler, which may be any text. Every role may
/// notify: in what is no such payload nobody is named.
named_wake read_named_wake(const std::string& payload);

}  // namespace fanout::worker_detail
