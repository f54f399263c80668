#include "base/server_values.hpp"

#include "catch.hpp"

#include <thread>

using namespace fanout::worker_detail;

namespace {

bool contains(const samples& all, const std::string& name) {
    for (const sample& s : all) {
        if (s.name == name) return true;
    }
    return false;
}

}  // namespace

TEST_CASE("a reader gets what the database says then, with its age") {
    server_values values;
    std::jthread keeper([&](std::stop_token stop) {
        while (!values.are_wanted() && !stop.stop_requested()) std::this_thread::yield();
        values.store({{"fanout_runs", {}, 1}});
    });
    // Where the machine is slow the values come too late for the first.
    samples all;
    while (all.empty()) all = values.read();
    CHECK(contains(all, "fanout_runs"));
    CHECK(contains(all, "fanoutd_server_values_age_seconds"));
    CHECK_FALSE(values.are_wanted());
}

TEST_CASE("values of a moment ago are not asked for again") {
    server_values values;
    values.store({{"fanout_runs", {}, 1}});
    CHECK(contains(values.read(), "fanout_runs"));
    CHECK_FALSE(values.are_wanted());
}

TEST_CASE("where the database never answered there is nothing, and no age of it") {
    server_values values;
    values.set_reachable(false);
    CHECK(values.read().empty());
    CHECK(values.are_wanted());
    values.set_reachable(false);
    CHECK_FALSE(values.are_wanted());
}
