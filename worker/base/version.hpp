// What this build of the daemon is, which it tells databases, services and people.
#pragma once

namespace fanout::worker_detail {

extern const char* const daemon_version;

/// Numbers of protocols between a worker and a database (docs/sql-api.md: protocols).
struct protocol_range {
    int oldest, newest;
};

/// Those that this daemon speaks.
extern const protocol_range spoken_protocols;

}  // namespace fanout::worker_detail
