#include "lanes/metrics.hpp"

#include "catch.hpp"

#include <thread>

using namespace fanout::worker_detail;
using namespace std::chrono_literals;
using Catch::Contains;

namespace {

outcome completed_after(std::chrono::steady_clock::duration took) {
    outcome result{1, 0, "1", {}};
    result.took = took;
    return result;
}

outcome failed(failure_cause cause, bool is_final = false) {
    outcome result{1, 0, {}, "no"};
    result.cause = cause;
    result.final = is_final;
    return result;
}

std::string tasks(const std::string& outcome, int count) {
    return "fanoutd_tasks_total{handler=\"h\",outcome=\"" + outcome + "\"} " + std::to_string(count) + "\n";
}

std::string bucket(const std::string& le, int count) {
    return "fanoutd_task_duration_seconds_bucket{handler=\"h\",le=\"" + le + "\"} " + std::to_string(count) +
           "\n";
}

}  // namespace

TEST_CASE("attempts are counted by what became of them") {
    metrics m;
    const auto h = m.of_handler("h");
    h->attempts_ended({completed_after(0s), failed(failure_cause::handler), completed_after(0s)});
    h->attempts_ended({failed(failure_cause::timeout), failed(failure_cause::overload),
                       failed(failure_cause::stopped), failed(failure_cause::handler, true)});
    const std::string text = m.text({});
    CHECK_THAT(text, Contains(tasks("completed", 2)));
    for (const char* name : {"failed", "final", "timed_out", "overload", "stopped"}) {
        CHECK_THAT(text, Contains(tasks(name, 1)));
    }
}

TEST_CASE("durations are sorted into buckets, their upper ends included") {
    metrics m;
    m.of_handler("h")->attempts_ended({completed_after(10ms), completed_after(11ms), completed_after(2h)});
    const std::string text = m.text({});
    CHECK_THAT(text, Contains(bucket("0.005", 0)) && Contains(bucket("0.01", 1)) &&
                         Contains(bucket("0.025", 2)) && Contains(bucket("1800", 2)) &&
                         Contains(bucket("+Inf", 3)));
    CHECK_THAT(text, Contains("fanoutd_task_duration_seconds_sum{handler=\"h\"} 7200.021"));
    CHECK_THAT(text, Contains("fanoutd_task_duration_seconds_count{handler=\"h\"} 3\n"));
}

TEST_CASE("exchanges without outcomes or tasks count as exchanges only") {
    metrics m;
    m.of_handler("h")->exchanged(1ms, 0, 0);
    m.of_handler("h")->exchanged(1ms, 5, 7);
    const std::string text = m.text({});
    CHECK_THAT(text, Contains("fanoutd_exchange_duration_seconds_count{handler=\"h\"} 2\n"));
    CHECK_THAT(text, Contains("fanoutd_completed_tasks_count{handler=\"h\"} 1\n"));
    CHECK_THAT(text, Contains("fanoutd_completed_tasks_sum{handler=\"h\"} 5\n"));
    CHECK_THAT(text, Contains("fanoutd_claimed_tasks_count{handler=\"h\"} 1\n"));
    CHECK_THAT(text, Contains("fanoutd_claimed_tasks_sum{handler=\"h\"} 7\n"));
}

TEST_CASE("nothing is lost where many threads count and somebody reads") {
    metrics m;
    constexpr int threads = 4, batches = 1000;
    {
        std::vector<std::jthread> counting;
        for (int i = 0; i < threads; ++i) {
            counting.emplace_back([&] {
                const auto h = m.of_handler("h");
                for (int j = 0; j < batches; ++j)
                    h->attempts_ended({completed_after(1ms), completed_after(1s)});
            });
        }
        for (int i = 0; i < 20; ++i) CHECK_FALSE(m.text({}).empty());
    }
    const std::string text = m.text({});
    CHECK_THAT(text, Contains(tasks("completed", 2 * threads * batches)));
    CHECK_THAT(text, Contains(bucket("+Inf", 2 * threads * batches)));
}

TEST_CASE("samples of one name stand together, and labels are escaped") {
    const std::string text = metrics().text({{"fanout_runs", {{"status", "started"}}, 1},
                                             {"fanout_other", {}, 2},
                                             {"fanout_runs", {{"status", "a\"b\\c\nd"}}, 3}});
    CHECK_THAT(text, Contains("# TYPE fanout_runs gauge\nfanout_runs{status=\"started\"} 1\n"
                              "fanout_runs{status=\"a\\\"b\\\\c\\nd\"} 3\n"));
    CHECK_THAT(text, Contains("fanout_other 2\n"));
}

TEST_CASE("a sample whose name is none is left out") {
    const std::string text = metrics().text({{"no name", {}, 1}, {"fanout_runs", {{"no label", "x"}}, 1}});
    CHECK_THAT(text, !Contains("no name") && !Contains("no label"));
}
