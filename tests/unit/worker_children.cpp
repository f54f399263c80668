// exec and process handlers, with real children.
#include "exec_runner.hpp"
#include "log.hpp"
#include "process_runner.hpp"

#include <catch2/catch.hpp>

#include <signal.h>

#include <filesystem>

using namespace fanout::worker_detail;
using namespace std::chrono_literals;

namespace {

[[maybe_unused]] const bool quiet = (log::set_up("text", "off"), true);

claimed_task make_task(const std::string& input = R"({"item": 1})", std::chrono::milliseconds timeout = 5s) {
    signal(SIGPIPE, SIG_IGN);
    auto c = std::make_shared<claim>();
    *c = {7, 2, "the-run", "the_flow", "the_step", "h", timeout, {}, {}};
    return {c, 3, input, {}};
}

std::string run(runner& r, const claimed_task& task) {
    return r.run(task, std::chrono::steady_clock::now() + task.of->timeout);
}

exec_runner shell(const std::string& script, size_t limit = 1000) {
    return {{"sh", "-c", script}, limit};
}

process_runner loop(const std::string& body, size_t limit = 1000) {
    return {{"sh", "-c", "while read -r line; do " + body + "; done"}, limit};
}

const std::string answer = R"(printf '{"id":"the-run/the_step/3/2",%s}\n' )";

struct failure {
    std::string error;
    bool final = false;
};

failure failure_of(runner&& r, const claimed_task& task) {
    try {
        return {"none: it returned " + run(r, task)};
    } catch (const attempt_failed& e) {
        return {e.what(), e.final};
    }
}

size_t open_descriptors() {
    const std::filesystem::directory_iterator all("/proc/self/fd");
    return static_cast<size_t>(std::distance(begin(all), end(all)));
}

}  // namespace

TEST_CASE("exec: input on standard input, the task in the environment, output as it stands") {
    CHECK(run(*std::make_unique<exec_runner>(shell("cat")), make_task()) == R"({"item": 1})");
    auto names =
        shell(R"(echo "[\"$FANOUT_RUN_ID/$FANOUT_FLOW/$FANOUT_STEP\",$FANOUT_TASK_INDEX,$FANOUT_ATTEMPT]")");
    CHECK(run(names, make_task()) == "[\"the-run/the_flow/the_step\",3,2]\n");
    auto precise = shell("echo 1.10");
    CHECK(run(precise, make_task()) == "1.10\n");
}

TEST_CASE("exec: a large input and output pass each other") {
    exec_runner cat({"cat"}, 10'000'000);
    const std::string input = '"' + std::string(5'000'000, 'x') + '"';
    CHECK(run(cat, make_task(input)) == input);
}

TEST_CASE("exec: a command need not read its input") {
    auto ignorant = shell("echo 1");
    CHECK(run(ignorant, make_task('"' + std::string(1'000'000, 'x') + '"')) == "1\n");
}

TEST_CASE("exec: what a command leaves running in the background is not waited for") {
    const auto began = std::chrono::steady_clock::now();
    auto background = shell("sleep 30 & echo 1");
    CHECK(run(background, make_task()) == "1\n");
    CHECK(std::chrono::steady_clock::now() - began < 3s);
}

TEST_CASE("exec: every way to fail says what happened") {
    CHECK(failure_of(shell("exit 3"), make_task()).error == "sh exited with status 3");
    CHECK(failure_of(shell("kill -9 $$"), make_task()).error == "sh was killed by signal 9 (Killed)");
    CHECK(failure_of(shell("true"), make_task()).error == "sh printed nothing");
    CHECK(failure_of(shell("echo hello"), make_task()).error ==
          "sh printed no valid JSON: unexpected 'h' at byte 1");
    CHECK_THAT(failure_of(shell("printf '\"a\\0b\"'"), make_task()).error, Catch::Contains("NUL"));
    CHECK_THAT(failure_of(shell("printf '\"\\377\"'"), make_task()).error, Catch::Contains("UTF-8"));
    CHECK_THAT(failure_of(shell("yes"), make_task()).error, Catch::Contains("max_output_bytes (1000)"));
    CHECK_THAT(failure_of(exec_runner({"/nowhere/command"}, 10), make_task()).error,
               Catch::Contains("can't start /nowhere/command: No such file"));
    const failure final = failure_of(shell("exit 100"), make_task());
    CHECK(final.error == "sh exited with status 100");
    CHECK(final.final);
    CHECK_FALSE(failure_of(shell("exit 1"), make_task()).final);
}

TEST_CASE("exec: a timeout ends the whole process group") {
    const auto began = std::chrono::steady_clock::now();
    const failure late = failure_of(shell("sleep 30; echo 1"), make_task("1", 200ms));
    CHECK(late.error == "did not answer within its timeout of 200 ms");
    CHECK(std::chrono::steady_clock::now() - began < 2s);
    const failure closed = failure_of(shell("exec >&- 2>&-; sleep 30"), make_task("1", 200ms));
    CHECK(closed.error == "did not answer within its timeout of 200 ms");
}

TEST_CASE("exec: a stopped task's command is ended") {
    const claimed_task task = make_task("1", 30s);
    std::jthread stopper([&] {
        std::this_thread::sleep_for(100ms);
        task.of->stop.request_stop();
    });
    CHECK_THAT(failure_of(shell("sleep 30"), task).error, Catch::Contains("stopped"));
}

TEST_CASE("exec: much on standard error, and none of it in the output") {
    auto noisy = shell("head -c 300000 /dev/zero | tr '\\0' x >&2; echo 1");
    CHECK(run(noisy, make_task()) == "1\n");
}

TEST_CASE("children leave no descriptors behind") {
    auto echo = shell("echo 1");
    run(echo, make_task());
    const size_t before = open_descriptors();
    for (int i = 0; i < 20; ++i) run(echo, make_task());
    CHECK(open_descriptors() == before);
}

TEST_CASE("process: one child answers many tasks, its output as it stands") {
    auto child = loop(answer + "'\"output\":[1.10, '$$']'");
    const std::string first = run(child, make_task());
    CHECK(first.starts_with("[1.10, "));
    CHECK(run(child, make_task()) == first);
}

TEST_CASE("process: it gets one line, whatever the input") {
    auto child = loop(answer + "'\"output\":'\"$(printf '%s' \"$line\" | wc -l)\"");
    CHECK(run(child, make_task("{\"a\":\n1,\r\n\"b\": \"\\n\"}")) == "0");
}

TEST_CASE("process: every way to fail says what happened") {
    CHECK(failure_of(loop("exit 3"), make_task()).error == "sh exited with status 3 without an answer");
    CHECK(failure_of(loop("kill -9 $$"), make_task()).error ==
          "sh was killed by signal 9 (Killed) without an answer");
    CHECK_THAT(failure_of(loop("echo hello"), make_task()).error, Catch::Contains("answered no valid JSON"));
    CHECK_THAT(failure_of(loop("echo '[1]'"), make_task()).error,
               Catch::Contains("another task, or without its id"));
    CHECK_THAT(failure_of(loop("echo '{\"id\":\"x\",\"output\":1}'"), make_task()).error,
               Catch::Contains("another task"));
    CHECK_THAT(failure_of(loop(answer + "'\"result\":1'"), make_task()).error,
               Catch::Contains("neither output nor error"));
    CHECK_THAT(failure_of(loop("yes | tr -d '\\n'"), make_task()).error,
               Catch::Contains("max_output_bytes (1000)"));
    CHECK_THAT(failure_of(loop("sleep 30"), make_task("1", 200ms)).error,
               Catch::Contains("within its timeout of 200 ms"));
    CHECK_THAT(failure_of(process_runner({"/nowhere/command"}, 10), make_task()).error,
               Catch::Contains("No such file"));
}

TEST_CASE("process: the child's own errors") {
    CHECK(failure_of(loop(answer + R"('"error":"it \"broke\""')"), make_task()).error == "it \"broke\"");
    CHECK(failure_of(loop(answer + R"('"error":{"code":1}')"), make_task()).error == "{\"code\":1}");
    const failure final = failure_of(loop(answer + R"('"error":"no use","final":true')"), make_task());
    CHECK(final.error == "no use");
    CHECK(final.final);
    auto both = loop(answer + R"('"error":null,"output":1')");
    CHECK(run(both, make_task()) == "1");
}

TEST_CASE("process: a deep output takes no stack") {
    process_runner child({"perl", "-e", R"($| = 1; while (<STDIN>) {
        print '{"id":"the-run/the_step/3/2","output":', '[' x 1000000, ']' x 1000000, "}\n" })"},
                         10'000'000);
    CHECK(run(child, make_task()).size() == 2'000'000);
}

TEST_CASE("process: a child that died between tasks costs the next one nothing") {
    auto child = loop(answer + "'\"output\":1'; exit");
    CHECK(run(child, make_task()) == "1");
    std::this_thread::sleep_for(200ms);
    CHECK(run(child, make_task()) == "1");
}

TEST_CASE("process: a child that spoke unasked costs the next task nothing") {
    auto child = loop(answer + "'\"output\":1'; sleep 0.05; echo more");
    CHECK(run(child, make_task()) == "1");
    std::this_thread::sleep_for(300ms);
    CHECK(run(child, make_task()) == "1");
}
