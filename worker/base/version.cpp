#include "base/version.hpp"

namespace fanout::worker_detail {

const char* const daemon_version = FANOUT_VERSION;
const protocol_range spoken_protocols = {2, 2};

}  // namespace fanout::worker_detail
