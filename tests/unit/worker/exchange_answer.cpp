#include "server/exchange_answer.hpp"

#include "catch.hpp"

using namespace fanout::worker_detail;
using namespace std::chrono_literals;

namespace {

namespace column = answer_column;

/// Of a claim, its first.
answer_row first_row(std::string_view kind, std::string_view claim_id) {
    answer_row r{};
    r[column::kind] = kind;
    r[column::claim_id] = claim_id;
    r[column::attempt] = "2";
    r[column::run_id] = "run";
    r[column::flow_slug] = "flow";
    r[column::step_slug] = "step";
    r[column::handler] = "resize";
    r[column::timeout] = "1.5";
    return r;
}

answer_row with(answer_row r, size_t at, std::string_view value) {
    r[at] = value;
    return r;
}

answer_row task_row(std::string_view index, std::string_view input) {
    return with(with(first_row("tasks", "7"), column::task_index, index), column::input, input);
}

/// Of the claim of the row before.
answer_row next_row(std::string_view index, std::string_view input) {
    answer_row r{};
    r[column::kind] = "tasks";
    r[column::claim_id] = "7";
    r[column::task_index] = index;
    r[column::input] = input;
    return r;
}

answer_row notice(std::string_view kind, std::string_view claim_id) {
    answer_row r{};
    r[column::kind] = kind;
    r[column::claim_id] = claim_id;
    return r;
}

answer_row again(std::optional<std::string_view> seconds) {
    answer_row r{};
    r[column::kind] = "again";
    r[column::timeout] = seconds;
    return r;
}

exchange_answer read(const std::vector<answer_row>& rows,
                     const std::vector<std::string>& handlers = {"resize"}) {
    return read_answer(rows, handlers);
}

std::string refusal(const std::vector<answer_row>& rows,
                    const std::vector<std::string>& handlers = {"resize"}) {
    try {
        read(rows, handlers);
        return "";
    } catch (const answer_refused& e) {
        return e.what();
    }
}

}  // namespace

TEST_CASE("an empty answer says nothing") {
    const exchange_answer a = read({});
    CHECK(a.claims.empty());
    CHECK(a.tasks.empty());
    CHECK(a.claimed_tasks() == 0);
    CHECK_FALSE(a.has_more_soon);
    CHECK_FALSE(a.more_in);
}

TEST_CASE("a claim's rows are its tasks, one after the other") {
    const exchange_answer a =
        read({with(with(task_row("3", "[{\"a\": 1},\n{\"a\": 2}]"), column::heartbeat_timeout, "0.25"),
                   column::context, "{\"c\": 1}"),
              with(next_row("9", "[5]"), column::progress, "\"half\"")});
    REQUIRE(a.claims.size() == 1);
    CHECK(a.claims[0].tasks == 3);
    CHECK_FALSE(a.claims[0].runs_on_server());
    const claim& c = *a.claims[0].of;
    CHECK(c.claim_id == 7);
    CHECK(c.attempt == 2);
    CHECK(c.run_id == "run");
    CHECK(c.flow_slug == "flow");
    CHECK(c.step_slug == "step");
    CHECK(c.handler == "resize");
    CHECK(c.context == "{\"c\": 1}");
    CHECK(c.timeout == 1500ms);
    CHECK(c.heartbeat_timeout == 250ms);
    REQUIRE(a.tasks.size() == 3);
    CHECK(a.tasks[0].index == 3);
    CHECK(a.tasks[0].input == "{\"a\": 1}");
    CHECK(a.tasks[0].progress.empty());
    CHECK(a.tasks[1].index == 4);
    CHECK(a.tasks[1].input == "{\"a\": 2}");
    CHECK(a.tasks[2].index == 9);
    CHECK(a.tasks[2].input == "5");
    CHECK(a.tasks[2].progress == "\"half\"");
    CHECK(a.tasks[2].of == a.claims[0].of);
}

TEST_CASE("a task whose input doesn't come has failed for good") {
    answer_row r = task_row("4", "");
    r[column::input] = std::nullopt;
    const exchange_answer a = read({r});
    CHECK(a.claimed_tasks() == 1);
    CHECK(a.tasks.empty());
    REQUIRE(a.unreadable.size() == 1);
    CHECK(a.unreadable[0].claim_id == 7);
    CHECK(a.unreadable[0].index == 4);
    CHECK(a.unreadable[0].error == "its input is missing, or too long to be given as text");
    CHECK(a.unreadable[0].final);
}

TEST_CASE("what is run on the server is a claim with a number of tasks") {
    const exchange_answer a = read({with(first_row("sql", "1"), column::task_index, "2000"),
                                    with(first_row("internal", "2"), column::task_index, "1")},
                                   {"sql:", "flow:"});
    REQUIRE(a.claims.size() == 2);
    CHECK(a.claims[0].kind == "sql");
    CHECK(a.claims[0].tasks == 2000);
    CHECK(a.claims[0].runs_on_server());
    CHECK(a.claims[1].kind == "internal");
    CHECK(a.claimed_tasks() == 2001);
    CHECK(a.tasks.empty());
}

TEST_CASE("what is said of claims is kept apart") {
    const exchange_answer a = read({notice("stale", "1"), notice("stop", "2"), notice("busy", "3"),
                                    notice("stale", "9007199254740991")});
    CHECK(a.stale == std::vector<int64_t>{1, 9007199254740991});
    CHECK(a.to_stop == std::vector<int64_t>{2});
    CHECK(a.busy == std::vector<int64_t>{3});
}

TEST_CASE("there may be more soon, or at a known time") {
    CHECK(read({again({})}).has_more_soon);
    CHECK_FALSE(read({again({})}).more_in);
    const exchange_answer later = read({again("0.0015001")});
    CHECK_FALSE(later.has_more_soon);
    CHECK(later.more_in == 1501us);
    CHECK(read({again({}), again("2")}).more_in == 2s);
}

TEST_CASE("an answer to somebody else is refused") {
    CHECK(refusal({task_row("0", "[1]")}, {"other"}) == "a claim of handler \"resize\"");
    CHECK(refusal({first_row("sql", "1")}) == "a claim of handler \"resize\"");
    CHECK(refusal({first_row("internal", "1")}, {"sql:"}) == "a claim of handler \"resize\"");
    CHECK(refusal({next_row("0", "[1]")}) == "a claim of handler \"\"");
    answer_row nameless = task_row("0", "[1]");
    nameless[column::claim_id] = std::nullopt;
    CHECK(refusal({nameless}) == "a row without a claim");
    CHECK(refusal({notice("stop", "many")}) == "a number that is none: \"many\"");
    CHECK(refusal({task_row("", "[1]")}) == "a number that is none: \"\"");
}
