// A lane against a server. Hidden: tests/e2e/reports_and_retry_times.sh prepares the database and runs this.
#include "lanes/lane.hpp"

#include "catch.hpp"

#include <filesystem>
#include <thread>

using namespace fanout::worker_detail;
using namespace std::chrono_literals;

namespace {

/// Runs each task by a function, on a thread of its own.
class function_sink : public task_sink {
public:
    using function = std::function<outcome(const claimed_task&)>;

    function_sink(lane& owner, function f) : owner_(owner), function_(std::move(f)) {}

    void submit(std::vector<claimed_task> tasks) override {
        for (claimed_task& t : tasks) {
            threads_.emplace_back([this, task = std::move(t)] { owner_.finish({function_(task)}); });
        }
    }
    void submit_claim(const std::string&, std::shared_ptr<claim>, int) override {}
    size_t drop(int64_t) override { return 0; }
    size_t drop_all() override { return 0; }

private:
    lane& owner_;
    function function_;
    std::vector<std::jthread> threads_;
};

outcome failure(const claimed_task& task, std::chrono::milliseconds retry_after = 0ms) {
    outcome o{task.of->claim_id, task.index, {}, "not yet"};
    o.retry_after = retry_after;
    return o;
}

lane_settings settings_for(const std::string& handler) {
    return {"", handler, {handler}, {"default"}, 1, 1, 50};
}

lane_watch unwatched() {
    static metrics all;
    return {all.of_handler("h"), std::make_shared<loop_status>("lane", "h", true)};
}

/// Waits for what the script does.
void wait_for_file(const char* name) {
    for (int i = 0; i < 600 && !std::filesystem::exists(name); ++i) std::this_thread::sleep_for(50ms);
}

}  // namespace

TEST_CASE("an attempt knows what the one before reported", "[.][server]") {
    lane l(settings_for("reporter"), unwatched());
    std::string seen;
    function_sink sink(l, [&](const claimed_task& task) -> outcome {
        seen += (seen.empty() ? "[" : ", ") + (task.progress.empty() ? "null" : task.progress);
        const auto& report = task.of->report;
        if (task.of->attempt == 1) {
            report(task.index, R"({"at": 1})");
            report(task.index, R"({"at": 2})");
            report(task.index, "no JSON");
            return failure(task);
        }
        if (task.of->attempt == 2) return failure(task, 1500ms);
        report(task.index, R"({"at": 3})");
        wait_for_file("seen");
        l.drain();
        return {task.of->claim_id, task.index, seen + "]", {}};
    });
    l.run(sink);
    CHECK_FALSE(l.is_refused());
}

TEST_CASE("what an attempt reported that was broken off goes to the next one", "[.][server]") {
    lane first(settings_for("leaver"), unwatched());
    function_sink breaks_off(first, [&](const claimed_task& task) {
        task.of->report(task.index, R"({"at": 7})");
        first.abandon();
        return failure(task);
    });
    first.run(breaks_off);
    lane second(settings_for("leaver"), unwatched());
    function_sink completes(second, [&](const claimed_task& task) -> outcome {
        second.drain();
        return {task.of->claim_id,
                task.index,
                "[" + std::to_string(task.of->attempt) + ", " + task.progress + "]",
                {}};
    });
    second.run(completes);
    CHECK_FALSE(second.is_refused());
}
