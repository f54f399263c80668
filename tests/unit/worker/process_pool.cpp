// process handlers: a pool of real children.
#include "base/log.hpp"
#include "handlers/programs/process_executor.hpp"

#include "catch.hpp"

#include <signal.h>

#include <algorithm>
#include <condition_variable>
#include <filesystem>
#include <set>

using namespace fanout::worker_detail;
using namespace std::chrono_literals;

namespace {

[[maybe_unused]] const bool quiet = (log::set_up("text", "off"), true);

std::shared_ptr<claim> make_claim(std::chrono::milliseconds timeout = 60s) {
    signal(SIGPIPE, SIG_IGN);
    auto c = std::make_shared<claim>();
    *c = {7, 2, "the-run", "the_flow", "the_step", "h", {}, timeout, {}, {}};
    return c;
}

claimed_task make_task(const std::string& input = R"({"item": 1})", std::chrono::milliseconds timeout = 60s) {
    return {make_claim(timeout), 3, input, {}};
}

process_settings settings(std::vector<std::string> argv, size_t limit = 1000) {
    process_settings s;
    s.argv = std::move(argv);
    s.max_output_bytes = limit;
    s.stop_grace = s.cancel_grace = 300ms;
    return s;
}

/// A shell that does this for each line.
process_settings loop(const std::string& body, size_t limit = 1000) {
    return settings({"sh", "-c", "while read -r line; do " + body + "; done"}, limit);
}

/// Perl that does this for each line; $id is the line's task.
process_settings perl(const std::string& body, const std::string& before = "") {
    return settings(
        {"perl", "-e",
         "$| = 1; " + before + " while (<STDIN>) { my ($id) = /\"id\":\"([^\"]*)\"/ or next; " + body + " }"},
        10'000'000);
}

/// Answers with the child's pid.
const std::string answer_pid = R"(print "{\"id\":\"$id\",\"output\":$$}\n";)";

class pool {
public:
    explicit pool(process_settings s, int min = 1, int max = 1)
        : executor_("h", std::move(s), min, max, [this](std::vector<outcome> done) {
              std::lock_guard lock(mutex_);
              for (outcome& o : done) done_.push_back(std::move(o));
              changed_.notify_all();
          }) {}

    void submit(std::vector<claimed_task> tasks) { executor_.submit(std::move(tasks)); }

    /// The next outcomes, in the order in which they came.
    std::vector<outcome> wait(size_t count) {
        std::unique_lock lock(mutex_);
        const bool came = changed_.wait_for(lock, 300s, [&] { return done_.size() >= count; });
        REQUIRE(came);
        return std::exchange(done_, {});
    }
    outcome run(const claimed_task& task) {
        submit({task});
        return wait(1).front();
    }
    process_executor& executor() { return executor_; }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<outcome> done_;
    process_executor executor_;
};

std::string output_of(pool& p, const claimed_task& task) {
    const outcome o = p.run(task);
    return o.error ? "error: " + *o.error : o.output;
}

outcome failure_of(process_settings s, const claimed_task& task) {
    pool p(std::move(s));
    outcome o = p.run(task);
    REQUIRE(o.error);
    return o;
}

std::string error_of(process_settings s, const claimed_task& task = make_task()) {
    return *failure_of(std::move(s), task).error;
}

std::vector<claimed_task> many(int count, const std::shared_ptr<claim>& c = make_claim()) {
    std::vector<claimed_task> tasks;
    for (int i = 0; i < count; ++i) tasks.push_back({c, i, std::to_string(i), {}});
    return tasks;
}

size_t count_errors(const std::vector<outcome>& all) {
    return static_cast<size_t>(
        std::count_if(all.begin(), all.end(), [](const outcome& o) { return o.error.has_value(); }));
}

template <typename F> bool becomes_true(F condition) {
    for (int i = 0; i < 6000; ++i) {
        if (condition()) return true;
        std::this_thread::sleep_for(10ms);
    }
    return false;
}

/// A folder in which children leave a file each, named by their pid.
class children_folder {
public:
    children_folder() {
        std::string name = "/tmp/worker_process_pool.XXXXXX";
        path = mkdtemp(name.data());
    }
    children_folder(const children_folder&) = delete;
    children_folder& operator=(const children_folder&) = delete;
    ~children_folder() { std::filesystem::remove_all(path); }

    /// Perl: leaves the file.
    /// What a child does until so many have begun.
    std::string wait_for(int children) const {
        return "select undef, undef, undef, 0.01 until (() = glob '" + path +
               "/*') >= " + std::to_string(children) + ";";
    }
    std::string leave_file() const { return "open my $f, '>', \"" + path + "/$$\"; close $f;"; }
    size_t started() const {
        const std::filesystem::directory_iterator all(path);
        return static_cast<size_t>(std::distance(begin(all), end(all)));
    }
    size_t alive() const {
        size_t count = 0;
        for (const auto& entry : std::filesystem::directory_iterator(path)) {
            if (kill(std::stoi(entry.path().filename()), 0) == 0) ++count;
        }
        return count;
    }

    std::string path;
};

size_t open_descriptors() {
    const std::filesystem::directory_iterator all("/proc/self/fd");
    return static_cast<size_t>(std::distance(begin(all), end(all)));
}

const std::string answer = R"(printf '{"id":"the-run/the_step/3/2",%s}\n' )";

}  // namespace

// -- the protocol -------------------------------------------------------------------------------------------

TEST_CASE("process: one child answers many tasks, its output as it stands") {
    pool p(loop(answer + "'\"output\":[1.10, '$$']'"));
    const std::string first = output_of(p, make_task());
    CHECK(first.starts_with("[1.10, "));
    CHECK(output_of(p, make_task()) == first);
}

TEST_CASE("process: it gets one line, whatever the input") {
    pool p(loop(answer + "'\"output\":'\"$(printf '%s' \"$line\" | wc -l)\""));
    CHECK(output_of(p, make_task("{\"a\":\n1,\r\n\"b\": \"\\n\"}")) == "0");
}

TEST_CASE("process: the request says all about the task") {
    pool p(loop("printf '{\"id\":\"the-run/the_step/3/2\",\"output\":%s}\\n' \"$line\""));
    claimed_task task = make_task("1.10", 1500ms);
    task.progress = "{\"at\":\n5}";
    CHECK(output_of(p, task) ==
          R"({"id":"the-run/the_step/3/2","run_id":"the-run","flow":"the_flow","step":"the_step",)"
          R"("attempt":2,"timeout_ms":1500,"index":3,"progress":{"at": 5},"input":1.10})");
    task.progress.clear();
    CHECK(output_of(p, task).find("progress") == std::string::npos);
}

TEST_CASE("process: a byte order mark before a child's first line is passed over") {
    pool p(perl(answer_pid, R"(print "\xEF\xBB\xBF";)"));
    for (int i = 0; i < 2; ++i) CHECK(output_of(p, make_task()).find("error") == std::string::npos);
    CHECK(output_of(p, make_task()) == output_of(p, make_task()));
}

TEST_CASE("process: every way to fail says what happened") {
    CHECK(error_of(loop("exit 3")) == "sh exited with status 3 without an answer");
    CHECK(error_of(loop("kill -9 $$")) == "sh was killed by signal 9 (Killed) without an answer");
    CHECK_THAT(error_of(loop("echo '{\"id\":\"x\",\"output\":1}'")), Catch::Contains("another task"));
    CHECK_THAT(error_of(loop("echo '{\"output\":1}'")),
               Catch::Contains("or without its id: \"{\\\"output\\\":1}\""));
    CHECK_THAT(error_of(loop(answer + "'\"result\":1'")), Catch::Contains("neither output nor error"));
    CHECK_THAT(error_of(loop("yes | tr -d '\\n'")), Catch::Contains("max_output_bytes (1000)"));
    CHECK_THAT(error_of(loop("exec >&-; sleep 300")), Catch::Contains("closed its output"));
    CHECK_THAT(error_of(settings({"/nowhere/command"})), Catch::Contains("No such file"));
    const outcome late = failure_of(loop("sleep 300"), make_task("1", 200ms));
    CHECK(*late.error ==
          "did not answer within its timeout of 200 ms, and has printed nothing since it was started: "
          "perhaps it doesn't flush its output");
    CHECK(late.cause == failure_cause::timeout);
}

TEST_CASE("process: what is meant as the task's answer and is none is shown") {
    CHECK_THAT(
        error_of(loop(answer + "'\"output\":NaN'")),
        Catch::Contains("no valid JSON: NaN at byte 39, a number that JSON doesn't have, in \"{\\\"id\\\""));
    CHECK_THAT(error_of(loop(answer + "'\"result\":1'")), Catch::Contains(R"(\"result\":1})"));
    CHECK_THAT(error_of(loop("printf 'working '; " + answer + "'\"output\":1'")),
               Catch::Contains("unexpected 'w' at byte 1, in \"working {"));
}

TEST_CASE("process: a task that gets no answer says what was printed instead") {
    const auto hello =
        Catch::Contains(R"(, but printed what is no answer: "hello\u0001"; only answers belong on)");
    CHECK_THAT(error_of(loop("printf 'hello\\001\\n'"), make_task("1", 300ms)), hello);
    CHECK_THAT(error_of(loop("printf 'hello\\001\\n'; exit 3")), hello);
    CHECK_THAT(error_of(loop("printf 'hello\\001\\n'; exec >&-; sleep 300")), hello);
    CHECK_THAT(error_of(loop("echo '[1]'"), make_task("1", 300ms)), Catch::Contains(R"("[1]")"));
    CHECK_THAT(error_of(loop("printf done"), make_task("1", 300ms)),
               Catch::Contains(R"(printed "done" without a line break)"));
}

TEST_CASE("process: what is printed beside the answers fails nobody, whenever it is read") {
    const auto banner = R"(print "{\"level\":30}\nready\n";)";
    // Twice as fast as any daemon could tell what it is about.
    for (const auto* stray : {R"(print "hello\n";)", R"(print "{\"id\":\"$id\",\"output\":2}\n";)",
                              R"(print "{\"output\":2}\n";)", R"(print "[1]\n\n";)"}) {
        pool p(perl(answer_pid + stray + " select undef, undef, undef, 0.002 if $. % 2;", banner));
        p.submit(many(50));
        const std::vector<outcome> done = p.wait(50);
        CHECK(count_errors(done) == 0);
        CHECK(std::all_of(done.begin(), done.end(),
                          [&](const outcome& o) { return o.output == done[0].output; }));
    }
}

TEST_CASE("process: the child's own errors") {
    CHECK(error_of(loop(answer + R"('"error":"it \"broke\""')")) == "it \"broke\"");
    CHECK(error_of(loop(answer + R"('"error":{"code":1}')")) == "{\"code\":1}");
    CHECK(error_of(loop(answer + R"('"error":""')")) == "an error without a message");
    const outcome final = failure_of(loop(answer + R"('"error":"no use","final":true')"), make_task());
    CHECK(*final.error == "no use");
    CHECK(final.final);
    pool both(loop(answer + R"('"error":null,"output":1')"));
    CHECK(output_of(both, make_task()) == "1");
}

TEST_CASE("process: a deep output takes no stack") {
    pool p(perl(R"(print "{\"id\":\"$id\",\"output\":", '[' x 1000000, ']' x 1000000, "}\n";)"));
    CHECK(output_of(p, make_task()).size() == 2'000'000);
}

TEST_CASE("process: a large input reaches a child that prints much before it reads on") {
    pool p(perl(R"(print STDERR "x" x 300_000, "\n"; print "{\"id\":\"$id\",\"output\":", length, "}\n";)"));
    const std::string input = '"' + std::string(5'000'000, 'x') + '"';
    CHECK(std::stoi(output_of(p, make_task(input))) > 5'000'000);
}

TEST_CASE("process: heartbeats are reported as they stand, and the last of them comes late for nobody") {
    pool p(
        perl(R"(print "{\"id\":\"$id\",\"heartbeat\":{\"at\": 1.10}}\n{\"id\":\"$id\",\"heartbeat\":null}\n",
                         "{\"id\":\"$id\",\"output\":1}\n{\"id\":\"$id\",\"heartbeat\":3}\n";)"));
    claimed_task task = make_task();
    std::vector<std::pair<int, std::string>> reports;
    task.of->report = [&](int index, const std::string& details) { reports.emplace_back(index, details); };
    CHECK(output_of(p, task) == "1");
    CHECK(reports == std::vector<std::pair<int, std::string>>{{3, R"({"at": 1.10})"}, {3, "null"}});
    task.of->report = {};
    CHECK(output_of(p, task) == "1");
}

// -- cancelling ---------------------------------------------------------------------------------------------

namespace {

/// Answers a cancel message; what it does before is for the test.
const std::string answers_cancel = R"(
    my $cancel = <STDIN>;
    die "no cancel: $cancel" unless $cancel eq "{\"cancel\":\"$id\"}\n";
    print "{\"id\":\"$id\",\"error\":\"cancelled $$\"}\n"; next;)";

}  // namespace

TEST_CASE("process: a child that answers a cancel message stays, whose task failed by its time") {
    process_settings s = perl("if (/\"input\":1/) {" + answers_cancel + "}" + answer_pid);
    s.cancel_grace = 20s;
    pool p(s);
    const std::string pid = output_of(p, make_task("0"));
    CHECK(output_of(p, make_task("1", 100ms)) == "error: did not answer within its timeout of 100 ms");
    CHECK(output_of(p, make_task("0")) == pid);
}

TEST_CASE("process: a stopped task's child gets the message") {
    process_settings s = perl("if (/\"input\":1/) {" + answers_cancel + "}" + answer_pid);
    s.cancel_grace = 20s;
    pool p(s);
    const std::string pid = output_of(p, make_task("0"));
    const claimed_task task = make_task("1");
    p.submit({task});
    REQUIRE(becomes_true([&] { return !p.executor().has_waiting(); }));
    task.of->stop.request_stop();
    const outcome o = p.wait(1).front();
    CHECK_THAT(*o.error, Catch::Contains("stopped"));
    CHECK(o.cause == failure_cause::stopped);
    CHECK(output_of(p, make_task("0")) == pid);
}

TEST_CASE("process: a child that does not answer gets SIGTERM, then SIGKILL") {
    // The last words of each tell which signal it was. It is there when its time begins.
    children_folder folder;
    const std::string note = "$SIG{TERM} = sub { open my $f, '>', '" + folder.path + "/term'; ";
    auto last_words = [&](const std::string& then, const std::string& at_term, auto stop_grace) {
        process_settings s = perl("if (/\"input\":1/) {" + then + "}" + answer_pid, note + at_term + "};");
        s.stop_grace = stop_grace;
        pool p(s);
        CHECK_FALSE(output_of(p, make_task("0")).starts_with("error"));
        CHECK_THAT(output_of(p, make_task("1", 100ms)), Catch::Contains("timeout"));
        CHECK(std::filesystem::remove(folder.path + "/term"));
    };
    last_words("sleep 300", "exit 0", 60s);
    last_words("sleep 1 while 1", "", 2s);
}

TEST_CASE("process: tasks that were stopped before they began reach no child") {
    children_folder folder;
    pool p(perl(answer_pid));
    auto c = make_claim();
    c->stop.request_stop();
    p.submit(many(3, c));
    CHECK(count_errors(p.wait(3)) == 3);
}

// -- children that end --------------------------------------------------------------------------------------

TEST_CASE("process: a child that died between tasks costs the next one nothing") {
    pool p(loop(answer + "'\"output\":1'; exit"));
    for (int i = 0; i < 20; ++i) CHECK(output_of(p, make_task()) == "1");
}

TEST_CASE("process: a child that spoke unasked stays, and costs the next task nothing") {
    pool p(perl(R"(print "{\"id\":\"$id\",\"output\":$$}\nmore\n";)"));
    const std::string pid = output_of(p, make_task());
    CHECK(output_of(p, make_task()) == pid);
}

TEST_CASE("process: a child is recycled after its number of tasks, and nobody notices") {
    process_settings s = perl(answer_pid);
    s.recycle_after = 3;
    for (int pipeline : {1, 5}) {
        s.pipeline = pipeline;
        pool p(s);
        p.submit(many(12));
        std::map<std::string, int> tasks_of;
        for (const outcome& o : p.wait(12)) {
            CHECK_FALSE(o.error);
            ++tasks_of[o.output];
        }
        CHECK(tasks_of.size() == 4);
        for (const auto& [pid, tasks] : tasks_of) CHECK(tasks == 3);
    }
}

TEST_CASE("process: with a pipeline, a child's death fails only the task that it was at") {
    // A child dies when it begins task 10, having been given others behind it.
    process_settings s = perl("kill 'KILL', $$ if /\"input\":10\\}/;" + answer_pid);
    s.pipeline = 8;
    pool p(s, 2, 2);
    p.submit(many(100));
    const std::vector<outcome> done = p.wait(100);
    CHECK(done.size() == 100);
    std::set<int> indexes;
    for (const outcome& o : done) {
        indexes.insert(o.index);
        CHECK(o.error.has_value() == (o.index == 10));
    }
    CHECK(indexes.size() == 100);
}

TEST_CASE("process: with a pipeline, each task has its whole time") {
    // All of them together take longer.
    process_settings s = perl("select undef, undef, undef, 0.2;" + answer_pid);
    s.pipeline = 20;
    pool p(s);
    p.submit(many(20, make_claim(3s)));
    CHECK(count_errors(p.wait(20)) == 0);
}

TEST_CASE("process: a memory limit fails its task only") {
    process_settings s = perl("my $n = 300_000_000; my $x = 'x' x $n if /\"input\":2\\}/;" + answer_pid);
    s.memory_limit_bytes = 100 << 20;
    pool p(s);
    p.submit(many(5));
    for (const outcome& o : p.wait(5)) {
        INFO(o.error.value_or(o.output));
        CHECK(o.error.has_value() == (o.index == 2));
    }
}

TEST_CASE("process: a limit of processor time is each task's") {
    // Each task takes 0.6 s, three of them more than the limit.
    process_settings s =
        perl("my $end = used() + (/\"input\":3\\}/ ? 60 : 0.6); 1 while used() < $end;" + answer_pid,
             "sub used { my @t = times; $t[0] + $t[1] }");
    s.cpu_limit_seconds = 1;
    pool p(s);
    p.submit(many(4, make_claim(600s)));
    for (const outcome& o : p.wait(4)) {
        INFO(o.error.value_or(o.output));
        CHECK(o.error.has_value() == (o.index == 3));
        if (o.error) CHECK_THAT(*o.error, Catch::Contains("CPU time limit exceeded"));
    }
}

// -- the pool -----------------------------------------------------------------------------------------------

TEST_CASE("process: the minimum is started ahead") {
    children_folder folder;
    pool p(perl(answer_pid, folder.leave_file()), 3, 5);
    CHECK(becomes_true([&] { return folder.alive() == 3; }));
}

TEST_CASE("process: no more than the maximum, or what is allowed at present") {
    children_folder folder;
    pool p(perl(folder.wait_for(3) + answer_pid, folder.leave_file()), 1, 3);
    p.submit(many(30));
    CHECK(count_errors(p.wait(30)) == 0);
    CHECK(folder.started() == 3);
    p.executor().set_concurrency(1);
    p.submit(many(10));
    std::set<std::string> used;
    for (const outcome& o : p.wait(10)) used.insert(o.output);
    CHECK(used.size() == 1);
}

TEST_CASE("process: what isn't needed is ended, down to the minimum") {
    children_folder folder;
    process_settings s = perl(folder.wait_for(4) + answer_pid, folder.leave_file());
    s.idle_timeout = 200ms;
    pool p(s, 2, 4);
    p.submit(many(8));
    CHECK(count_errors(p.wait(8)) == 0);
    CHECK(folder.started() == 4);
    CHECK(becomes_true([&] { return folder.alive() == 2; }));
    CHECK(count_errors({p.run(make_task())}) == 0);
    CHECK(folder.started() == 4);
}

TEST_CASE("process: a program that dies at once is started at growing intervals, for the whole pool") {
    children_folder folder;
    pool p(settings({"perl", "-e", folder.leave_file() + " exit 3"}), 4, 8);
    p.submit(many(1000));
    const std::vector<outcome> done = p.wait(1);
    CHECK(count_errors(done) == done.size());
    // Eight at once at most, and then one after each of the pauses, which double: not how many of them fail a
    // task, because a child may die before it gets one.
    std::this_thread::sleep_for(2s);
    CHECK(folder.started() < 8 + 8);
}

TEST_CASE("process: children that fail at the start hold up no healthy one, and cost no attempt") {
    // Only the first child works.
    children_folder folder;
    pool p(perl(answer_pid, "exit 3 if glob '" + folder.path + "/*';" + folder.leave_file()), 1, 4);
    CHECK_FALSE(p.run(make_task()).error);
    p.submit(many(2000));
    CHECK(count_errors(p.wait(2000)) == 0);
    CHECK(folder.started() == 1);
}

TEST_CASE("process: dropped tasks reach no child, those that were returned by one included") {
    pool p(perl("sleep 300"));
    auto c = make_claim();
    p.submit(many(5, c));
    REQUIRE(becomes_true([&] { return !p.executor().is_idle(); }));
    CHECK(p.executor().drop(c->claim_id) == 4);
    CHECK_FALSE(p.executor().has_waiting());
}

TEST_CASE("process: a pool ends its children, and leaves no descriptors behind") {
    const size_t before = open_descriptors();
    children_folder folder;
    {
        pool p(perl(answer_pid, folder.leave_file()), 3, 3);
        p.submit(many(10));
        p.wait(10);
    }
    {
        pool busy(perl("sleep 300", folder.leave_file()), 2, 2);
        busy.submit(many(2, make_claim()));
        REQUIRE(becomes_true([&] { return folder.alive() == 2; }));
    }
    CHECK(folder.alive() == 0);
    CHECK(open_descriptors() == before);
}

TEST_CASE("process: what a child says when nobody asked never blocks it") {
    // More than a pipe holds, at the start and between tasks.
    const std::string flood = "print STDERR 'x' x 999, \"\\n\" for 1 .. 300;";
    pool p(perl(answer_pid + flood, flood));
    const std::string pid = output_of(p, make_task());
    CHECK(output_of(p, make_task()) == pid);
    CHECK(output_of(p, make_task()) == pid);
}
