// Serves the databases that the configuration names and ends that: signals, reload, drain, `--once`.
#pragma once

#include "daemon/monitor.hpp"
#include "daemon/served_database.hpp"

#include <signal.h>

#include <list>

namespace fanout::worker_detail {

class supervisor {
public:
    using configuration_reader = std::function<configuration()>;

    /// @param read  reads the configuration anew; throws configuration_error
    /// @param plan  says what is to run for a database by a configuration
    supervisor(const options& o, configuration c, configuration_reader read, served_database::planner plan,
               monitor& watched_by);

    /// Starts all, and returns the exit status when all has ended. `signals` are SIGTERM, SIGINT and SIGHUP,
    /// blocked.
    int run(const sigset_t& signals);

private:
    using clock = std::chrono::steady_clock;

    void serve(const std::string& connection, bool is_alone);
    void choose_databases(const configuration& c);
    void reload();
    void read_and_apply();
    void drain(const char* reason);
    std::optional<int> handle_signal(int signal);
    /// Returns the exit status once it is time to end.
    std::optional<int> look(int signal);
    std::optional<int> trouble() const;
    bool is_out_of_reach(const served_database& d) const;
    bool nothing_is_left() const;
    bool is_past_drain_timeout() const;
    int end(int status);
    template <typename Test> bool all(Test test) const;

    options options_;
    configuration configuration_;
    configuration_reader read_;
    served_database::planner plan_;
    monitor& monitor_;
    std::list<served_database> databases_;
    std::list<served_database> leaving_;  ///< those that the configuration has no longer
    std::optional<clock::time_point> draining_since_;
};

}  // namespace fanout::worker_detail
