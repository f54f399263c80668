// A database that the daemon works for: first contact, then units by the configuration, with a keeper and maintenance of its own. What
// becomes of one costs the others nothing.
#pragma once

#include "daemon/first_contact.hpp"
#include "daemon/keeper.hpp"
#include "daemon/maintenance.hpp"
#include "daemon/unit_plan.hpp"

#include <map>

namespace fanout::worker_detail {

class served_database {
public:
    using planner =
        std::function<std::vector<unit_plan>(const options&, const configuration&, database_watch&)>;

    /// What a new configuration has changed, by handlers' names.
    struct changes {
        std::string added, changed, removed;
        size_t unchanged = 0;
    };

    /// @param o         with the connection string of this one
    /// @param c         how it is to be served, to begin with
    /// @param plan      says what is to run by a configuration
    /// @param watch     of this one
    /// @param is_alone  whether it is the only one: then a server that refuses is no reason to go on trying
    served_database(options o, configuration c, planner plan, std::shared_ptr<database_watch> watch,
                    bool is_alone);

    /// To be called often: begins once the server has answered, starts what has become possible, lets go of what is over.
    void turn();
    changes apply(const configuration& c);
    /// Claims nothing more, finishes what runs, gives the rest back.
    void drain();
    /// Stops what runs and gives everything back.
    void abandon();
    /// Ends all that still asks the server.
    void stop();

    const std::string& name() const { return watch_->name(); }
    bool is_at(const std::string& connection) const { return options_.connection == connection; }
    /// Whether the server has answered and units were started.
    bool has_begun() const { return keeper_.has_value(); }
    /// Once the first contact is over: the exit status where it was of no use.
    std::optional<int> refusal() const { return refusal_; }
    /// Whether the server has refused all lanes from the start; with `once` whether it refuses any, so that not all would be done.
    bool is_refused() const;
    /// For how long the server has been out of reach; zero where it isn't.
    std::chrono::steady_clock::duration out_of_reach() const;
    /// With `once`: whether the server says that nothing is left.
    bool nothing_is_left() const { return maintenance_ && maintenance_->nothing_is_left(); }
    /// Whether all units have ended; of one that hasn't begun there are none.
    bool has_ended() const;
    /// Whether nothing runs any more either.
    bool is_over() const;
    /// After stop(): whether it asks the server nothing more.
    bool has_stopped() const;

private:
    using clock = std::chrono::steady_clock;

    /// What runs, or is to run, by a plan.
    struct service {
        unit_plan plan;
        unit_set::units units;  // none while its program is missing
        bool is_reported_missing = false;
    };

    void begin();
    void start_what_can();
    bool can_start(service& s) const;
    void start(service& s);

    options options_;
    configuration configuration_;
    planner plan_;
    std::shared_ptr<database_watch> watch_;
    const bool is_alone_;
    std::optional<first_contact> contact_;
    std::optional<int> refusal_;
    clock::time_point contact_since_ = clock::now();
    std::map<std::string, service> services_;
    unit_set units_;
    std::optional<keeper> keeper_;
    std::optional<maintenance> maintenance_;
    bool has_served_ = false;
    bool is_draining_ = false;
    clock::time_point next_program_check_{};
};

}  // namespace fanout::worker_detail
