// The only file that includes prometheus-cpp.
#include "lanes/metrics.hpp"

#include "base/version.hpp"

#include <prometheus/check_names.h>
#include <prometheus/counter.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <algorithm>
#include <array>
#include <map>
#include <mutex>

namespace fanout::worker_detail {
namespace {

using prometheus::Counter;
using prometheus::Histogram;

const Histogram::BucketBoundaries task_seconds = {0.0001, 0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5,
                                                  1,      2.5,   5,     10,   30,    60,   300, 1800};
const Histogram::BucketBoundaries call_seconds = {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1,
                                                  0.25,  0.5,    1,     2.5,  5,     10};
const Histogram::BucketBoundaries batch_tasks = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000};

/// What can become of an attempt; the label's values stand in `names`.
enum class ending { completed, failed, final, timed_out, overload, stopped };
constexpr std::array<const char*, 6> ending_names = {"completed", "failed",   "final",
                                                     "timed_out", "overload", "stopped"};

ending ending_of(const outcome& o) {
    if (!o.error) return ending::completed;
    if (o.final) return ending::final;
    switch (o.cause) {
    case failure_cause::timeout:
        return ending::timed_out;
    case failure_cause::overload:
        return ending::overload;
    case failure_cause::stopped:
        return ending::stopped;
    default:
        return ending::failed;
    }
}

double seconds(std::chrono::steady_clock::duration time) {
    return std::chrono::duration<double>(time).count();
}

const std::map<std::string, const char*> help_texts = {
    {"fanoutd_healthy", "Whether all of the daemon's loops turn, as /healthz says"},
    {"fanoutd_ready", "Whether the daemon can take tasks, as /readyz says"},
    {"fanoutd_draining", "Whether the daemon finishes what runs and claims nothing more"},
    {"fanoutd_database_ready", "Whether tasks can be taken of a database, where there are several"},
    {"fanoutd_lanes", "Lanes of a handler: each claims and completes on a connection of its own"},
    {"fanoutd_lanes_connected", "Lanes that are registered and connected"},
    {"fanoutd_tasks_in_flight",
     "Tasks claimed and not yet completed, those that wait for their turn included"},
    {"fanoutd_concurrency_limit", "How many tasks of a handler may run at once at present"},
    {"fanoutd_server_values_age_seconds", "How old the values are that the database was asked for"},
    {"fanoutd_build_info", "The daemon's version; always 1"},
    {"fanout_queue_tasks", "Tasks in the database's queue, by state: waiting, delayed, claimed"},
    {"fanout_queue_oldest_seconds",
     "How long ago the step of the oldest task that waits for this reason was started"},
    {"fanout_workers", "Registered workers of the database, by state: busy, idle, suspect"},
    {"fanout_runs", "Runs of the database by status; completed ones are not counted"},
    {"fanout_health", "What fanout.health() says of the database, by check: 0 ok, 1 a warning, 2 bad"},
    {"process_cpu_seconds_total", "CPU time used, user and system"},
    {"process_resident_memory_bytes", "Resident memory"},
    {"process_virtual_memory_bytes", "Virtual memory"},
    {"process_threads", "Threads"},
    {"process_start_time_seconds", "When the process was started, in seconds since 1970"},
    {"process_open_fds", "Open file descriptors"},
    {"process_max_fds", "Most file descriptors that may be open"}};

prometheus::MetricFamily family_of(const sample& s) {
    prometheus::MetricFamily result;
    result.name = s.name;
    if (auto help = help_texts.find(s.name); help != help_texts.end()) result.help = help->second;
    result.type =
        s.name.ends_with("_total") ? prometheus::MetricType::Counter : prometheus::MetricType::Gauge;
    return result;
}

prometheus::ClientMetric metric_of(const sample& s) {
    prometheus::ClientMetric result;
    for (const auto& [name, value] : s.labels) {
        if (prometheus::CheckLabelName(name)) result.label.push_back({name, value});
    }
    result.gauge.value = result.counter.value = s.value;
    return result;
}

/// A family's metrics stand together, whatever the samples' order. What has no valid name is left out.
void add_families(const samples& values, std::vector<prometheus::MetricFamily>& to) {
    std::map<std::string, prometheus::MetricFamily> families;
    for (const sample& s : values) {
        if (!prometheus::CheckMetricName(s.name)) continue;
        families.try_emplace(s.name, family_of(s)).first->second.metric.push_back(metric_of(s));
    }
    for (auto& entry : families) to.push_back(std::move(entry.second));
}

}  // namespace

struct metrics::families {
    prometheus::Registry registry;
    prometheus::Family<Counter>& tasks = prometheus::BuildCounter()
                                             .Name("fanoutd_tasks_total")
                                             .Help("Attempts at tasks that ended, by outcome")
                                             .Register(registry);
    prometheus::Family<Histogram>& task_durations =
        prometheus::BuildHistogram()
            .Name("fanoutd_task_duration_seconds")
            .Help("How long attempts at tasks took; not of tasks that ran on the server")
            .Register(registry);
    prometheus::Family<Histogram>& sql_batch_durations =
        prometheus::BuildHistogram()
            .Name("fanoutd_sql_batch_duration_seconds")
            .Help("How long calls took that ran SQL tasks on the server, some at once")
            .Register(registry);
    prometheus::Family<Histogram>& exchange_durations =
        prometheus::BuildHistogram()
            .Name("fanoutd_exchange_duration_seconds")
            .Help("How long calls took that completed and claimed tasks")
            .Register(registry);
    prometheus::Family<Histogram>& claimed = prometheus::BuildHistogram()
                                                 .Name("fanoutd_claimed_tasks")
                                                 .Help("Tasks that an exchange claimed, where it claimed any")
                                                 .Register(registry);
    prometheus::Family<Histogram>& completed =
        prometheus::BuildHistogram()
            .Name("fanoutd_completed_tasks")
            .Help("Ended attempts that an exchange handed in, where it handed in any")
            .Register(registry);
    prometheus::Family<Counter>& claims_lost =
        prometheus::BuildCounter()
            .Name("fanoutd_claims_lost_total")
            .Help("Claims that the server took back, or whose run ended, before they were finished")
            .Register(registry);
    prometheus::Family<Counter>& reconnects =
        prometheus::BuildCounter()
            .Name("fanoutd_reconnects_total")
            .Help("Times that a lost connection to the database was made again")
            .Register(registry);
    Counter& keeper_reconnects = reconnects.Add({{"loop", "keeper"}});
    std::mutex mutex;
    std::map<std::string, std::shared_ptr<handler_counters>> handlers;
};

class metrics::handler_counters : public handler_metrics {
public:
    handler_counters(families& f, const std::string& handler)
        : families_(f), durations_(f.task_durations.Add({{"handler", handler}}, task_seconds)),
          exchanges_(f.exchange_durations.Add({{"handler", handler}}, call_seconds)),
          claimed_(f.claimed.Add({{"handler", handler}}, batch_tasks)),
          completed_(f.completed.Add({{"handler", handler}}, batch_tasks)),
          claims_lost_(f.claims_lost.Add({{"handler", handler}})),
          reconnects_(f.reconnects.Add({{"loop", handler}})) {
        for (size_t i = 0; i < endings_.size(); ++i) {
            endings_[i] = &f.tasks.Add({{"handler", handler}, {"outcome", ending_names[i]}});
        }
    }

    void attempts_ended(const std::vector<outcome>& outcomes) override {
        std::array<int, ending_names.size()> counts{};
        std::vector<double> buckets(task_seconds.size() + 1);
        double sum = 0;
        for (const outcome& o : outcomes) {
            if (o.goes_back) continue;
            const double took = seconds(o.took);
            const auto bucket = std::lower_bound(task_seconds.begin(), task_seconds.end(), took);
            ++buckets[static_cast<size_t>(bucket - task_seconds.begin())];
            ++counts[static_cast<size_t>(ending_of(o))];
            sum += took;
        }
        durations_.ObserveMultiple(buckets, sum);
        for (size_t i = 0; i < counts.size(); ++i) {
            if (counts[i] > 0) endings_[i]->Increment(counts[i]);
        }
    }

    void exchanged(std::chrono::steady_clock::duration took, size_t completed, size_t claimed) override {
        exchanges_.Observe(seconds(took));
        if (completed > 0) completed_.Observe(static_cast<double>(completed));
        if (claimed > 0) claimed_.Observe(static_cast<double>(claimed));
    }

    void claim_lost() override { claims_lost_.Increment(); }
    void reconnected() override { reconnects_.Increment(); }

    void ran_on_server(const std::string& handler, std::chrono::steady_clock::duration took,
                       int tasks) override {
        families_.sql_batch_durations.Add({{"handler", handler}}, call_seconds).Observe(seconds(took));
        families_.tasks.Add({{"handler", handler}, {"outcome", "recorded"}}).Increment(tasks);
    }

private:
    families& families_;
    std::array<Counter*, ending_names.size()> endings_{};
    Histogram &durations_, &exchanges_, &claimed_, &completed_;
    Counter &claims_lost_, &reconnects_;
};

metrics::metrics() : families_(std::make_unique<families>()) {}

metrics::~metrics() = default;

std::shared_ptr<handler_metrics> metrics::of_handler(const std::string& handler) {
    std::lock_guard lock(families_->mutex);
    std::shared_ptr<handler_counters>& counters = families_->handlers[handler];
    if (!counters) counters = std::make_shared<handler_counters>(*families_, handler);
    return counters;
}

void metrics::keeper_reconnected() {
    families_->keeper_reconnects.Increment();
}

std::string metrics::text(const samples& others) const {
    std::vector<prometheus::MetricFamily> all = families_->registry.Collect();
    add_families(others, all);
    add_families({{"fanoutd_build_info", {{"version", daemon_version}}, 1}}, all);
    return prometheus::TextSerializer().Serialize(all);
}

}  // namespace fanout::worker_detail
