#include "tasks/thread_executor.hpp"
#include "handlers/functions/function_runner.hpp"

#include "catch.hpp"

#include <map>

using namespace fanout::worker_detail;
using namespace std::chrono_literals;

namespace {

/// An executor for a C++ handler, and the outcomes that it handed back.
class fixture {
public:
    fixture(fanout::handler function, int threads, size_t most_at_once = 64)
        : function_(std::move(function)), watch_(std::make_shared<call_watch>()),
          executor_(
              threads, most_at_once,
              [this](outcome_sink sink) {
                  return std::make_unique<function_runner>(function_, watch_, std::move(sink));
              },
              [this](std::vector<outcome> done) { keep(std::move(done)); }) {}

    std::shared_ptr<claim> submit(int64_t claim_id, int count, std::chrono::milliseconds timeout = 10s) {
        auto c = std::make_shared<claim>();
        *c = {claim_id, 1, "run", "flow", "step", "h", {}, timeout, {}, report_};
        std::vector<claimed_task> tasks;
        for (int i = 0; i < count; ++i) tasks.push_back({c, i, std::to_string(i), {}});
        executor_.submit(std::move(tasks));
        return c;
    }

    /// What the handlers say with heartbeat(), a text for every call.
    std::vector<std::string> heartbeats() {
        std::lock_guard lock(mutex_);
        return heartbeats_;
    }

    std::map<int, outcome> wait_for(size_t count) {
        std::unique_lock lock(mutex_);
        REQUIRE(changed_.wait_for(lock, 120s, [&] { return outcomes_.size() >= count; }));
        REQUIRE(outcomes_.size() == count);
        return outcomes_;
    }

    thread_executor& its_executor() { return executor_; }

private:
    void keep(std::vector<outcome> done) {
        std::lock_guard lock(mutex_);
        for (outcome& o : done) {
            const int index = o.index;
            CHECK(outcomes_.emplace(index, std::move(o)).second);
        }
        changed_.notify_all();
    }

    std::mutex mutex_;
    std::condition_variable changed_;
    std::map<int, outcome> outcomes_;
    std::vector<std::string> heartbeats_;
    std::function<void(int, std::string)> report_ = [this](int index, std::string details) {
        std::lock_guard lock(mutex_);
        heartbeats_.push_back(std::to_string(index) + ": " + details);
    };
    fanout::handler function_;
    std::shared_ptr<call_watch> watch_;
    thread_executor executor_;
};

}  // namespace

TEST_CASE("every task has one outcome, whatever the threads") {
    fixture f([](fanout::task& t) { return t.input; }, 4);
    f.submit(1, 10000);
    for (const auto& [index, o] : f.wait_for(10000)) {
        REQUIRE_FALSE(o.error);
        REQUIRE(o.output == std::to_string(index));
    }
    while (!f.its_executor().is_idle()) std::this_thread::sleep_for(5ms);
}

TEST_CASE("a handler's exceptions become errors") {
    fixture f(
        [](fanout::task& t) -> std::string {
            switch (t.index) {
            case 0:
                throw std::runtime_error("try again");
            case 1:
                throw fanout::final_error("no use");
            case 2:
                throw 42;
            case 3:
                return std::string("\"a\0b\"", 5);
            case 4:
                return "\"\xff\"";
            default:
                return "null";
            }
        },
        1);
    f.submit(1, 6);
    const auto outcomes = f.wait_for(6);
    CHECK(outcomes.at(0).error == "try again");
    CHECK_FALSE(outcomes.at(0).final);
    CHECK(outcomes.at(1).error == "no use");
    CHECK(outcomes.at(1).final);
    CHECK(outcomes.at(2).error == "an exception that is no std::exception");
    CHECK(outcomes.at(3).error == "the output has a NUL byte");
    CHECK(outcomes.at(4).error == "the output is not valid UTF-8");
    CHECK(outcomes.at(5).output == "null");
}

TEST_CASE("tasks are spread over the threads") {
    // None ends before there is one in each thread.
    std::atomic<int> begun = 0;
    fixture f(
        [&](fanout::task&) -> std::string {
            ++begun;
            while (begun < 4) std::this_thread::sleep_for(5ms);
            return "1";
        },
        4);
    f.submit(1, 8);
    f.wait_for(8);
}

TEST_CASE("a handler past its timeout fails its attempt, and its late result is dropped") {
    std::atomic<bool> asked_to_stop = false;
    fixture f(
        [&](fanout::task& t) -> std::string {
            if (t.index > 0) return "1";
            while (!t.stop_token.stop_requested()) std::this_thread::sleep_for(5ms);
            asked_to_stop = true;
            std::this_thread::sleep_for(50ms);
            return "2";
        },
        1, 1);
    f.submit(1, 2, 200ms);
    const auto outcomes = f.wait_for(2);
    CHECK(asked_to_stop);
    CHECK(outcomes.at(0).error == "did not return within its timeout of 200 ms");
    CHECK(outcomes.at(1).output == "1");
}

TEST_CASE("a stopped claim's running handler is told, and the rest doesn't begin") {
    std::atomic<int> begun = 0;
    fixture f(
        [&](fanout::task& t) -> std::string {
            ++begun;
            while (!t.stop_token.stop_requested()) std::this_thread::sleep_for(5ms);
            throw std::runtime_error("told to stop");
        },
        1);
    const auto c = f.submit(1, 3);
    while (begun == 0) std::this_thread::sleep_for(5ms);
    c->stop.request_stop();
    const auto outcomes = f.wait_for(3);
    CHECK(begun == 1);
    CHECK(outcomes.at(0).error == "told to stop");
    CHECK_THAT(*outcomes.at(2).error, Catch::Contains("stopped"));
}

TEST_CASE("what hasn't begun can be taken back, by claim or altogether") {
    std::atomic<bool> go = false;
    std::atomic<int> begun = 0;
    fixture f(
        [&](fanout::task&) -> std::string {
            ++begun;
            while (!go) std::this_thread::sleep_for(5ms);
            return "1";
        },
        1, 1);
    f.submit(1, 1);
    while (begun == 0) std::this_thread::sleep_for(5ms);
    f.submit(2, 5);
    f.submit(3, 4);
    CHECK(f.its_executor().drop(2) == 5);
    CHECK(f.its_executor().drop_all() == 4);
    CHECK_FALSE(f.its_executor().is_idle());
    go = true;
    f.wait_for(1);
}

TEST_CASE("a handler can ask for time before its retry") {
    fixture f(
        [](fanout::task& t) -> std::string {
            throw fanout::retry_error("busy", t.index == 0 ? 1500ms : -1ms);
        },
        1);
    f.submit(1, 2);
    const auto outcomes = f.wait_for(2);
    CHECK(outcomes.at(0).error == "busy");
    CHECK_FALSE(outcomes.at(0).final);
    CHECK(outcomes.at(0).retry_after == 1500ms);
    CHECK(outcomes.at(1).retry_after == 0ms);
}

TEST_CASE("an attempt that breaks off because it was told to stop is counted as stopped") {
    std::atomic<bool> begun = false;
    fixture f(
        [&](fanout::task& t) -> std::string {
            begun = true;
            while (!t.stop_token.stop_requested()) std::this_thread::sleep_for(5ms);
            throw std::runtime_error("told to stop");
        },
        1);
    const auto c = f.submit(1, 1);
    while (!begun) std::this_thread::sleep_for(5ms);
    c->stop.request_stop();
    CHECK(f.wait_for(1).at(0).cause == failure_cause::stopped);
}

TEST_CASE("heartbeats reach the claim, from any thread of the handler's") {
    fixture f(
        [](fanout::task& t) -> std::string {
            t.heartbeat("1");
            std::thread([&] { t.heartbeat(R"({"rows": 2})"); }).join();
            return "null";
        },
        1);
    f.submit(1, 1);
    f.wait_for(1);
    CHECK(f.heartbeats() == std::vector<std::string>{"0: 1", R"(0: {"rows": 2})"});
}

TEST_CASE("a heartbeat that is no JSON fails its attempt, and goes nowhere") {
    fixture f(
        [](fanout::task& t) -> std::string {
            t.heartbeat("half way");
            return "null";
        },
        1);
    f.submit(1, 1);
    CHECK_THAT(*f.wait_for(1).at(0).error,
               Catch::StartsWith("the heartbeat is no valid JSON: unexpected 'h'"));
    CHECK(f.heartbeats().empty());
}

TEST_CASE("an attempt that was given up has no say any more") {
    std::atomic<bool> late = false;
    fixture f(
        [&](fanout::task& t) -> std::string {
            t.heartbeat("1");
            while (!t.stop_token.stop_requested()) std::this_thread::sleep_for(5ms);
            // Stop is requested a moment before the attempt is given up; nobody says when that has happened.
            while (!late) std::this_thread::sleep_for(5ms);
            t.heartbeat("2");
            return "null";
        },
        1);
    f.submit(1, 1, 100ms);
    CHECK(f.wait_for(1).at(0).cause == failure_cause::timeout);
    late = true;
    while (!f.its_executor().is_idle()) std::this_thread::sleep_for(5ms);
    CHECK(f.heartbeats() == std::vector<std::string>{"0: 1"});
}

TEST_CASE("where nobody takes heartbeats they are no error") {
    fanout::handler function = [](fanout::task& t) -> std::string {
        t.heartbeat("1");
        return "null";
    };
    function_runner runner(function, std::make_shared<call_watch>(), [](const std::vector<outcome>&) {});
    auto c = std::make_shared<claim>();
    *c = {1, 1, "run", "flow", "step", "h", {}, 10s, {}, {}};
    CHECK(runner.run({c, 0, "{}", {}}, attempt_clock(*c, std::chrono::steady_clock::now())) == "null");
}

TEST_CASE("a handler gets all that there is to know about its task") {
    const auto began = std::chrono::steady_clock::now();
    fanout::handler function = [&](fanout::task& t) -> std::string {
        CHECK(t.run_id == "run");
        CHECK(t.flow_slug == "flow");
        CHECK(t.step_slug == "step");
        CHECK(t.index == 7);
        CHECK(t.attempt == 2);
        CHECK(t.input == "{}");
        CHECK(t.progress == "[5]");
        CHECK(t.deadline == began + 10s);
        CHECK(t.idempotency_key() == "run/step/7/2");
        return "null";
    };
    function_runner runner(function, std::make_shared<call_watch>(), [](const std::vector<outcome>&) {});
    auto c = std::make_shared<claim>();
    *c = {1, 2, "run", "flow", "step", "h", {}, 10s, {}, {}};
    CHECK(runner.run({c, 7, "{}", "[5]"}, attempt_clock(*c, began)) == "null");
}
