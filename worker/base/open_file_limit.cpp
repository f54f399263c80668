#include "base/open_file_limit.hpp"

#include "base/log.hpp"

#include <sys/resource.h>

#include <algorithm>

namespace fanout::worker_detail {
namespace {

constexpr rlim_t enough = 65536;

}  // namespace

void raise_open_file_limit(size_t needed) {
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
    const rlim_t raised = std::min(limit.rlim_max, std::max(limit.rlim_cur, enough));
    if (raised != limit.rlim_cur) {
        limit.rlim_cur = raised;
        setrlimit(RLIMIT_NOFILE, &limit);
    }
    if (raised < needed) {
        log::warn("too few files may be open (ulimit -n): some requests will fail",
                  {{"limit", std::to_string(raised)}, {"needed", std::to_string(needed)}});
    }
}

}  // namespace fanout::worker_detail
