// Which of the server's errors pass, and which come again however often what was asked is repeated.
#pragma once

#include "server/errors.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace fanout::worker_detail {

/// Errors that will be gone with time, whatever was asked: conflicts, resources that are short, objects that
/// are in use, an operator's doing, the system's, and what an administrator still has to do.
inline bool is_transient(const std::string& sqlstate) {
    if (refusal_of_all(sqlstate)) return true;
    constexpr std::array classes = {"40", "53", "55", "57", "58"};
    return std::any_of(classes.begin(), classes.end(),
                       [&](const char* c) { return sqlstate.starts_with(c); });
}

/// Counts equal errors of one statement that is repeated. Corrupted data (XX001, XX002) is nobody's fault,
/// and an internal error (XX000) may be a race's.
class error_patience {
public:
    /// Returns whether it is to be believed now that the error comes from what was asked.
    bool is_over_with(const std::string& sqlstate) {
        if (is_transient(sqlstate) || sqlstate == "XX001" || sqlstate == "XX002") return false;
        count_ = std::exchange(last_, sqlstate) == sqlstate ? count_ + 1 : 1;
        return count_ >= (sqlstate == "XX000" ? 5 : 2);
    }

private:
    std::string last_;
    int count_ = 0;
};

}  // namespace fanout::worker_detail
