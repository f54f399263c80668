// How fanoutctl ends. `--help` and docs/fanoutctl.md have these, too.
#pragma once

#include <string>

namespace fanout::control {

enum exit_status {
    succeeded = 0,
    run_failed = 1,
    not_done = 2,  ///< the command line, the connection, or an error of the server's
    run_cancelled = 3,
    time_is_up = 4
};

/// What Nagios and those like it go by.
enum health_status { health_ok = 0, health_warning = 1, health_bad = 2, health_unknown = 3 };

/// Of a run's status after it was waited for: a run that still goes on has outlasted the time.
inline int status_of_run(const std::string& status) {
    if (status == "completed") return succeeded;
    if (status == "failed") return run_failed;
    return status == "cancelled" ? run_cancelled : time_is_up;
}

/// Of one row of fanout.health().
inline health_status status_of_health(const std::string& status) {
    if (status == "ok") return health_ok;
    if (status == "warning") return health_warning;
    return status == "bad" ? health_bad : health_unknown;
}

}  // namespace fanout::control
