// exec handlers, with real commands.
#include "base/log.hpp"
#include "handlers/programs/exec_runner.hpp"

#include "catch.hpp"

#include <signal.h>

#include <filesystem>

using namespace fanout::worker_detail;
using namespace std::chrono_literals;

namespace {

[[maybe_unused]] const bool quiet = (log::set_up("text", "off"), true);

claimed_task make_task(const std::string& input = R"({"item": 1})", std::chrono::milliseconds timeout = 60s) {
    signal(SIGPIPE, SIG_IGN);
    auto c = std::make_shared<claim>();
    *c = {7, 2, "the-run", "the_flow", "the_step", "h", {}, timeout, {}, {}};
    return {c, 3, input, {}};
}

std::string run(runner& r, const claimed_task& task) {
    return r.run(task, attempt_clock(*task.of, std::chrono::steady_clock::now()));
}

exec_settings settings(std::vector<std::string> argv, size_t limit = 1000) {
    exec_settings s;
    s.argv = std::move(argv);
    s.max_output_bytes = limit;
    s.stop_grace = 200ms;
    return s;
}

exec_runner shell(const std::string& script, size_t limit = 1000) {
    return exec_runner(settings({"sh", "-c", script}, limit));
}

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
    auto marked = shell(R"(printf '\357\273\277[1]')");
    CHECK(run(marked, make_task()) == "[1]");
}

TEST_CASE("exec: a large input and output pass each other") {
    exec_runner cat(settings({"cat"}, 10'000'000));
    const std::string input = '"' + std::string(5'000'000, 'x') + '"';
    CHECK(run(cat, make_task(input)) == input);
}

TEST_CASE("exec: a command need not read its input") {
    auto ignorant = shell("echo 1");
    CHECK(run(ignorant, make_task('"' + std::string(1'000'000, 'x') + '"')) == "1\n");
}

TEST_CASE("exec: what a command leaves running in the background is not waited for") {
    auto background = shell("sleep 300 & echo 1");
    CHECK(run(background, make_task()) == "1\n");
}

TEST_CASE("exec: every way to fail says what happened") {
    CHECK(failure_of(shell("exit 3"), make_task()).error == "sh exited with status 3");
    CHECK(failure_of(shell("kill -9 $$"), make_task()).error == "sh was killed by signal 9 (Killed)");
    CHECK(failure_of(shell("true"), make_task()).error == "sh printed nothing");
    CHECK(failure_of(shell("echo hello"), make_task()).error ==
          "sh printed no valid JSON: unexpected 'h' at byte 1, in \"hello\\n\"");
    CHECK_THAT(failure_of(shell("printf '\"a\\0b\"'"), make_task()).error, Catch::Contains("NUL"));
    CHECK_THAT(failure_of(shell("printf '\"\\377\"'"), make_task()).error, Catch::Contains("UTF-8"));
    CHECK_THAT(failure_of(shell("yes"), make_task()).error, Catch::Contains("max_output_bytes (1000)"));
    CHECK_THAT(failure_of(exec_runner(settings({"/nowhere/command"})), make_task()).error,
               Catch::Contains("can't start /nowhere/command: No such file"));
    const failure final = failure_of(shell("exit 100"), make_task());
    CHECK(final.error == "sh exited with status 100");
    CHECK(final.final);
    CHECK_FALSE(failure_of(shell("exit 1"), make_task()).final);
}

TEST_CASE("exec: a timeout ends the whole process group") {
    // Whoever waited for a sleep would wait longer than that.
    const auto began = std::chrono::steady_clock::now();
    const failure late = failure_of(shell("sleep 300; echo 1"), make_task("1", 200ms));
    CHECK(late.error == "did not answer within its timeout of 200 ms");
    const failure closed = failure_of(shell("exec >&- 2>&-; sleep 300"), make_task("1", 200ms));
    CHECK(closed.error == "did not answer within its timeout of 200 ms");
    CHECK(std::chrono::steady_clock::now() - began < 200s);
}

TEST_CASE("exec: a stopped task's command is ended") {
    const claimed_task task = make_task("1");
    std::jthread stopper([&] {
        std::this_thread::sleep_for(100ms);
        task.of->stop.request_stop();
    });
    CHECK_THAT(failure_of(shell("sleep 300"), task).error, Catch::Contains("stopped"));
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

TEST_CASE("exec: a command that ignores SIGTERM is killed after the grace") {
    CHECK_THAT(failure_of(shell("trap '' TERM; while :; do sleep 0.1; done"), make_task("1", 200ms)).error,
               Catch::Contains("timeout"));
}

TEST_CASE("exec: a command works in its directory, and is found there") {
    exec_settings s = settings({"./true", "x"});
    s.directory = "/bin";
    CHECK(failure_of(exec_runner(s), make_task()).error == "./true printed nothing");
    s = settings({"sh", "-c", "printf '\"%s\"' \"$PWD\""});
    s.directory = "/usr";
    exec_runner in_usr(s);
    CHECK(run(in_usr, make_task()) == "\"/usr\"");
    s.directory = "/nowhere";
    CHECK(failure_of(exec_runner(s), make_task()).error ==
          "can't start sh in /nowhere: No such file or directory");
}

TEST_CASE("exec: a command gets the variables that are listed, and no others") {
    setenv("PGPASSWORD", "secret", 1);
    setenv("LC_TEST", "C", 1);
    exec_settings s = settings({"sh", "-c", "env | grep -c -e PGPASSWORD; env | grep -c LC_TEST"});
    s.variables = {{"MODE", "x y"}};
    auto all = [&](const std::string& script) {
        s.argv = {"sh", "-c", script};
        exec_runner r(s);
        return run(r, make_task());
    };
    CHECK(all("echo \"\\\"$PGPASSWORD-$LC_TEST-$MODE\\\"\"") == "\"-C-x y\"\n");
    s.environment = {"PGPASSWORD"};
    CHECK(all("echo \"\\\"$PGPASSWORD-$LC_TEST-$HOME\\\"\"") == "\"secret--\"\n");
    s.environment.clear();
    CHECK(all("env | grep -cv -e FANOUT_ -e ^PWD= -e ^SHLVL= -e ^_=") == "1\n");
}

TEST_CASE("exec: memory and processor time are limited") {
    exec_settings s = settings({"perl", "-e", "my $n = 300_000_000; my $x = 'x' x $n; print length $x"});
    exec_runner unlimited(s);
    CHECK(run(unlimited, make_task()) == "300000000");
    s.memory_limit_bytes = 100 << 20;
    CHECK_THAT(failure_of(exec_runner(s), make_task()).error, Catch::Contains("exited with status 1"));
    s = settings({"perl", "-e", "1 while 1"});
    s.cpu_limit_seconds = 1;
    CHECK_THAT(failure_of(exec_runner(s), make_task("1", 60s)).error,
               Catch::Contains("CPU time limit exceeded"));
}

TEST_CASE("exec: a command has three descriptors, whatever the daemon has open") {
    auto count = shell("ls /proc/self/fd | grep -c -v -x -e 0 -e 1 -e 2");
    // One is ls's own, on that folder.
    CHECK(run(count, make_task()) == "1\n");
}
