// Starts what the configuration asks for and ends it: signals, reload, drain, `--once`.
#pragma once

#include "daemon/keeper.hpp"
#include "daemon/maintenance.hpp"
#include "daemon/unit_plan.hpp"

#include <signal.h>

#include <map>

namespace fanout::worker_detail {

class supervisor {
public:
    using configuration_reader = std::function<configuration()>;
    using planner = std::function<std::vector<unit_plan>(const configuration&)>;

    /// @param read  reads the configuration anew; throws configuration_error
    /// @param plan  says what is to run by a configuration
    supervisor(const options& o, configuration c, configuration_reader read, planner plan,
               monitor& watched_by);

    /// Starts all, and returns the exit status when all has ended. `signals` are SIGTERM, SIGINT and SIGHUP,
    /// blocked.
    int run(const sigset_t& signals);

private:
    using clock = std::chrono::steady_clock;

    /// What runs, or is to run, by a plan.
    struct service {
        unit_plan plan;
        unit_set::units units;  // none while its program is missing
        bool is_reported_missing = false;
    };

    struct changes {
        std::string added, changed, removed;
        size_t unchanged = 0;
    };

    changes apply(const configuration& c);
    void reload();
    void read_and_apply();
    void start_what_can();
    bool can_start(service& s) const;
    void start(service& s);
    void drain(const char* reason);
    std::optional<int> handle_signal(int signal);
    /// Returns the exit status once it is time to end.
    std::optional<int> look(int signal);
    bool is_past_drain_timeout() const;
    bool is_out_of_reach(const keeper& k) const;
    int end(int status);

    options options_;
    configuration configuration_;
    configuration_reader read_;
    planner plan_;
    monitor& monitor_;
    std::map<std::string, service> services_;
    unit_set units_;
    std::optional<keeper> keeper_;
    std::optional<maintenance> maintenance_;
    std::optional<clock::time_point> draining_since_;
    clock::time_point next_program_check_{};
};

}  // namespace fanout::worker_detail
