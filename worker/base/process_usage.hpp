// What this process uses of the machine, under the names that Prometheus' clients have agreed on.
#pragma once

#include "base/sample.hpp"

namespace fanout::worker_detail {

samples read_process_usage();

}  // namespace fanout::worker_detail
