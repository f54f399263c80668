#include "lanes/server_jobs.hpp"

#include "catch.hpp"

using namespace fanout::worker_detail;
using namespace std::chrono_literals;

namespace {

const server_job::clock::time_point now = server_job::clock::now();

server_job make_job(int64_t id, const std::string& step = "a", int tasks = 1) {
    server_job j{.kind = "sql", .of = std::make_shared<claim>(), .tasks = tasks};
    j.of->claim_id = id;
    j.of->flow_slug = "f";
    j.of->step_slug = step;
    j.submitted = now;
    j.due = now - 1s + std::chrono::milliseconds(id);
    return j;
}

server_jobs with(std::vector<server_job> list) {
    server_jobs jobs;
    for (server_job& j : list) jobs.add(std::move(j));
    return jobs;
}

std::vector<int64_t> ids_of(const std::vector<server_job>& jobs) {
    std::vector<int64_t> result;
    for (const server_job& j : jobs) result.push_back(j.of->claim_id);
    return result;
}

/// The claims that a runner's next statement has.
std::vector<int64_t> next(server_jobs& jobs, int runners = 1) {
    const std::optional<server_job> first = jobs.take(now);
    std::vector<int64_t> result{first->of->claim_id};
    for (int64_t id : ids_of(jobs.take_along(*first, now, runners))) result.push_back(id);
    return result;
}

using claims = std::vector<int64_t>;

}  // namespace

TEST_CASE("claims of one task of a step go together, in their order") {
    server_jobs jobs = with({make_job(3), make_job(1), make_job(2, "b"), make_job(4)});
    CHECK(next(jobs) == claims{1, 3, 4});
    CHECK(next(jobs) == claims{2});
    CHECK(jobs.empty());
}

TEST_CASE("a claim of several tasks, and the engine's own work, go alone") {
    server_jobs jobs = with({make_job(1, "a", 2), make_job(2), make_job(3, "a", 5)});
    CHECK(next(jobs) == claims{1});
    CHECK(next(jobs) == claims{2});
    server_job internal = make_job(1);
    internal.kind = "internal";
    CHECK(with({make_job(2)}).take_along(internal, now, 1).empty());
}

TEST_CASE("no runner takes what another could begin with") {
    server_jobs jobs = with({make_job(1), make_job(2), make_job(3), make_job(4), make_job(5)});
    CHECK(next(jobs, 2) == claims{1, 2, 3});
    CHECK(next(jobs, 2) == claims{4});
    CHECK(next(jobs, 2) == claims{5});
}

TEST_CASE("a statement has so many claims at most") {
    server_jobs jobs;
    for (int64_t i = 0; i < 100; ++i) jobs.add(make_job(i));
    CHECK(next(jobs).size() == 32);
}

TEST_CASE("after an error together no more go than none of them is in doubt with") {
    server_job careful = make_job(3);
    careful.most_together = 2;
    server_jobs jobs = with({make_job(1), make_job(2), careful, make_job(4), make_job(5)});
    CHECK(next(jobs) == claims{1, 2, 4, 5});
    CHECK(next(jobs) == claims{3});
    server_job alone = make_job(1);
    alone.most_together = 1;
    CHECK(with({make_job(2)}).take_along(alone, now, 1).empty());
    CHECK(ids_of(with({careful, make_job(4), make_job(5)}).take_along(make_job(1), now, 1)) == claims{3});
}

TEST_CASE("what isn't due, isn't wanted or is to be reported doesn't go along") {
    server_job later = make_job(2), unwanted = make_job(3), crashed = make_job(4);
    later.due = now + 1s;
    unwanted.of->stop.request_stop();
    crashed.crash = "its connection was lost";
    server_jobs jobs = with({make_job(1), later, unwanted, crashed});
    CHECK(next(jobs) == claims{1});
    CHECK(next(jobs) == claims{3});
    CHECK(next(jobs) == claims{4});
    CHECK_FALSE(jobs.is_due(now));
    CHECK(jobs.next_due() == later.due);
}

TEST_CASE("a suspect is left to nobody else") {
    server_job crashed = make_job(2), doubtful = make_job(3), again = make_job(4);
    crashed.crash = "its connection was lost";
    doubtful.most_together = 1;
    again.backoff.next();
    const std::vector<server_job> all{make_job(1), crashed, doubtful, again};
    CHECK(with(all).remove_overdue(now).empty());
    CHECK(with(all).remove_overdue(now + 3s) == claims{1});
    CHECK(with(all).remove_all_but_suspects() == claims{1, 4});
}

TEST_CASE("a claim's job can be removed") {
    server_jobs jobs = with({make_job(1, "a", 3), make_job(2)});
    CHECK(jobs.tasks() == 4);
    CHECK(jobs.remove(1)->tasks == 3);
    CHECK_FALSE(jobs.remove(1));
    CHECK(jobs.tasks() == 1);
}
