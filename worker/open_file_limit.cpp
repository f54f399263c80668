#include "open_file_limit.hpp"

#include "log.hpp"

#include <sys/resource.h>

#include <algorithm>

namespace fanout::worker_detail {

void raise_open_file_limit(size_t wanted) {
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= wanted) return;
    limit.rlim_cur = std::min<rlim_t>(limit.rlim_max, wanted);
    setrlimit(RLIMIT_NOFILE, &limit);
    if (limit.rlim_cur < wanted) {
        log::warn("too few files may be open (ulimit -n): some requests will fail",
                  {{"limit", std::to_string(limit.rlim_cur)}, {"wanted", std::to_string(wanted)}});
    }
}

}  // namespace fanout::worker_detail
