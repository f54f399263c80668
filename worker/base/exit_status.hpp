// How the daemon ends. `--help` and docs/worker.md have these, too.
#pragma once

namespace fanout::worker_detail {

enum exit_status {
    finished = 0,
    aborted = 1,
    bad_configuration = 2,
    server_refused = 3,
    drain_timed_out = 4,
    unreachable = 5
};

}  // namespace fanout::worker_detail
