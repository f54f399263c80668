#include "daemon/health.hpp"

#include "catch.hpp"

#include <stdexcept>

using namespace fanout::worker_detail;
using namespace std::chrono_literals;

namespace {

using lines = std::vector<std::string>;

const health::time_point start{1000s};

/// A daemon with one lane and the main loop, at a time that the test sets.
struct fixture {
    fixture() {
        watched.watch(lane);
        watched.watch(main_loop);
        watched.set_started();
    }

    health watched;
    std::shared_ptr<loop_status> lane =
        std::make_shared<loop_status>("lane \"resize\"", "resize", true, start);
    std::shared_ptr<loop_status> main_loop = std::make_shared<loop_status>("main loop", "", false, start);
};

double value_of(const samples& all, const std::string& name) {
    for (const sample& s : all) {
        if (s.name == name) return s.value;
    }
    FAIL("there is no " << name);
    return 0;
}

}  // namespace

TEST_CASE("loops that turn are healthy, and one that doesn't is named") {
    fixture f;
    CHECK(f.watched.stuck_loops(start + 29s).empty());
    f.main_loop->turn(start + 30s);
    CHECK(f.watched.stuck_loops(start + 31s) == lines{"lane \"resize\": stuck for 31 s"});
    CHECK(value_of(f.watched.read(start + 31s), "fanoutd_healthy") == 0);
    f.lane->turn(start + 32s);
    CHECK(f.watched.stuck_loops(start + 33s).empty());
    CHECK(value_of(f.watched.read(start + 33s), "fanoutd_healthy") == 1);
}

TEST_CASE("a loop that waits for the server is not stuck, and is again once it has its answer") {
    fixture f;
    f.lane->set_connected();
    f.lane->ask(start);
    f.main_loop->turn(start + 100s);
    CHECK(f.watched.stuck_loops(start + 100s).empty());
    CHECK(f.watched.not_ready_because(start + 100s) ==
          lines{"lane \"resize\": no answer from the database for 100 s"});
    f.lane->go_on(start + 100s);
    CHECK(f.watched.not_ready_because(start + 101s).empty());
    f.main_loop->turn(start + 130s);
    CHECK(f.watched.stuck_loops(start + 131s) == lines{"lane \"resize\": stuck for 31 s"});
}

TEST_CASE("loops that have ended, or are no longer there, are not missed") {
    fixture f;
    f.main_loop->turn(start + 100s);
    f.lane->end();
    CHECK(f.watched.stuck_loops(start + 100s).empty());
    auto another = std::make_shared<loop_status>("lane \"score\"", "score", true, start);
    f.watched.watch(another);
    CHECK(f.watched.stuck_loops(start + 100s) == lines{"lane \"score\": stuck for 100 s"});
    another.reset();
    CHECK(f.watched.stuck_loops(start + 100s).empty());
}

TEST_CASE("it is ready when all lanes are connected, and until it drains") {
    fixture f;
    CHECK(f.watched.not_ready_because(start) == lines{"lane \"resize\": not connected to the database"});
    f.lane->set_connected();
    CHECK(f.watched.not_ready_because(start).empty());
    f.lane->set_disconnected("FATAL:  too many\nconnections");
    CHECK(f.watched.not_ready_because(start) ==
          lines{"lane \"resize\": not connected to the database: FATAL:  too many connections"});
    CHECK(f.watched.stuck_loops(start).empty());
    f.lane->set_connected();
    f.watched.set_draining();
    CHECK(f.watched.not_ready_because(start) == lines{"draining"});
}

TEST_CASE("one of several databases is enough to be ready") {
    health h;
    h.set_started();
    const auto first = std::make_shared<loop_status>("keeper of dbname=a", "", true, start);
    const auto second = std::make_shared<loop_status>("keeper of dbname=b", "", true, start);
    first->database = "dbname=a";
    second->database = "dbname=b";
    h.watch(first);
    h.watch(second);
    CHECK(h.not_ready_because(start) == lines{"keeper of dbname=a: not connected to the database",
                                              "keeper of dbname=b: not connected to the database"});
    second->set_connected();
    CHECK(h.not_ready_because(start).empty());
    first->set_connected();
    second->set_disconnected("");
    CHECK(h.not_ready_because(start).empty());
    first->set_disconnected("");
    CHECK(h.not_ready_because(start).size() == 2);
}

TEST_CASE("it is not ready before its loops are made") {
    const health h;
    CHECK(h.not_ready_because(start) == lines{"starting"});
}

TEST_CASE("only a connection that comes back is a reconnect") {
    loop_status loop("keeper", "", true, start);
    CHECK_FALSE(loop.set_connected());
    CHECK_FALSE(loop.set_connected());
    loop.set_disconnected("");
    CHECK(loop.set_connected());
    CHECK_FALSE(loop.set_connected());
}

TEST_CASE("a connection that is lost is no answer") {
    fixture f;
    try {
        const asking server(*f.lane);
        throw std::runtime_error("lost");
    } catch (const std::runtime_error&) {
    }
    CHECK(f.lane->asking_for(loop_status::clock::now()) == 0s);
    CHECK(f.watched.answered() == health::time_point{});
    { const asking server(*f.lane); }
    CHECK(f.watched.answered() > health::time_point{});
}

TEST_CASE("the lanes of a handler add up") {
    fixture f;
    const auto second = std::make_shared<loop_status>("lane \"resize\"", "resize", true, start);
    f.watched.watch(second);
    f.lane->in_flight = 3;
    second->in_flight = 4;
    f.lane->limit = second->limit = 8;
    second->set_connected();
    const samples all = f.watched.read(start);
    CHECK(f.watched.tasks_in_flight() == 7);
    CHECK(value_of(all, "fanoutd_tasks_in_flight") == 7);
    CHECK(value_of(all, "fanoutd_concurrency_limit") == 16);
    CHECK(value_of(all, "fanoutd_lanes") == 2);
    CHECK(value_of(all, "fanoutd_lanes_connected") == 1);
}
