// Finds out how many tasks of a handler should run at once.
#pragma once

#include "base/concurrency_range.hpp"
#include "tasks/task.hpp"

#include <chrono>
#include <optional>

namespace fanout::worker_detail {

/// Climbs towards the least concurrency that gives (almost) the most throughput, by trial: it measures how
/// many tasks succeed in a second at one limit and at another, and keeps the larger limit where at least half
/// of what the difference promises comes true. A service that is saturated answers later, not faster: its
/// throughput stays, and so does the limit. First it doubles, then tries a quarter more and a fifth less in
/// turn, ever more rarely while nothing comes of it.
///
/// A measurement is as long as the tasks' own variation demands. It counts only while tasks were waiting all
/// the time: otherwise it says how much work there was, and not how fast it can be done.
///
/// Overload, timeouts, errors that become frequent, and a machine that is too busy lower the limit by three
/// tenths at once, before the measurement is complete.
///
/// The idea is that of hill climbing thread pools (Hellerstein, Morrison and Eilebrecht: Applying control
/// theory in the real world, SIGMETRICS PER 37(3), 2009), with plain comparisons instead of their Fourier
/// analysis, and of TCP's slow start and multiplicative decrease (Jacobson and Karels 1988).
class concurrency_control {
public:
    using time_point = std::chrono::steady_clock::time_point;

    concurrency_control(concurrency_range range, time_point now);

    /// What became of an attempt.
    struct sample {
        std::chrono::duration<double> took;
        std::optional<failure_cause> failure;
        bool others_waited;  ///< whether a task was ready to take its place
    };

    /// Takes what is known of an attempt that has just ended; the limit may be another afterwards.
    void add(const sample& s, time_point now);
    /// Whether the machine has too much to do, as of now.
    void set_machine_is_busy(bool busy) { machine_is_busy_ = busy; }

    /// How many tasks may run at once.
    int limit() const { return limit_; }

private:
    enum class phase { doubling, holding, probing };

    /// What is seen of one limit.
    struct measurement {
        time_point since;
        int to_skip = 0;  ///< attempts that may have begun under another limit
        int attempts = 0, successes = 0, overloads = 0, starved = 0;
        double sum = 0, sum_of_squares = 0;  ///< of how long attempts took, in seconds

        void add(const sample& s);
        int needed(int limit) const;
        double throughput(time_point now) const;
        double failure_ratio() const;
    };

    void give_up_measurement(time_point now);
    bool is_in_trouble() const;
    void back_off(time_point now);
    void conclude(double throughput, time_point now);
    void hold(double throughput, time_point now);
    void try_limit(int limit, phase why, time_point now);
    void settle(int limit, std::optional<double> throughput, time_point now);
    void restart(time_point now, int to_skip);
    bool is_worth_it(double throughput) const;
    int next_probe();

    concurrency_range range_;
    int limit_;  ///< the one that is measured
    phase phase_ = phase::doubling;
    measurement measured_;
    int base_;                          ///< the best limit so far
    std::optional<double> base_speed_;  ///< its throughput
    std::optional<double> usual_failure_ratio_;
    int holds_left_ = 0, holds_between_probes_ = 1;
    bool probe_up_next_ = true;
    bool machine_is_busy_ = false;
};

}  // namespace fanout::worker_detail
