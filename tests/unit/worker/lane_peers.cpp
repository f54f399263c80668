#include "lanes/lane_peers.hpp"

#include "catch.hpp"

using namespace fanout::worker_detail;
using namespace std::chrono_literals;

namespace {

struct fake_lane : lane_peer {
    const lane_signs& signs() const override { return shown; }
    void wake() override { ++woken; }
    void set_peers(lane_peers p) { peers = std::move(p); }

    lane_signs shown;
    lane_peers peers;
    int woken = 0;
};

using lanes = std::vector<std::shared_ptr<fake_lane>>;

lanes make_lanes(int count) {
    lanes result;
    for (int i = 0; i < count; ++i) result.push_back(std::make_shared<fake_lane>());
    connect_peers(result);
    return result;
}

/// As a lane that gets full claims and works them off at once.
void starve(fake_lane& l, lane_signs::clock::time_point now) {
    l.shown.starved.answered(now - 10ms, 0ms, true, true);
    l.shown.starved.answered(now, 9ms, true, true);
}

const auto now = lane_signs::clock::now();

}  // namespace

TEST_CASE("a lane alone has nobody to leave anything to") {
    const lane_peers none;
    none.wake_next();
    CHECK_FALSE(none.one_takes_all(now));
    CHECK_FALSE(none.enough_wait(now));
    CHECK_FALSE(none.may_leave_some());
}

TEST_CASE("a lane wakes the next where that is idle, round and round") {
    lanes all = make_lanes(3);
    all[0]->peers.wake_next();
    CHECK(all[1]->woken == 0);
    for (const auto& l : all) l->shown.is_idle = true;
    all[0]->peers.wake_next();
    CHECK(all[1]->woken == 1);
    all[2]->peers.wake_next();
    CHECK(all[0]->woken == 1);
    CHECK(all[2]->woken == 0);
}

TEST_CASE("while one takes all that there is, those behind it see that, for a moment") {
    lanes all = make_lanes(3);
    all[1]->shown.take_all_until(now + 20ms);
    CHECK_FALSE(all[0]->peers.one_takes_all(now));
    CHECK_FALSE(all[1]->peers.one_takes_all(now));
    CHECK(all[2]->peers.one_takes_all(now));
    CHECK_FALSE(all[2]->peers.one_takes_all(now + 20ms));
}

TEST_CASE("a lane is one too many where many before it wait for the server") {
    lanes all = make_lanes(200);
    CHECK_FALSE(all.back()->peers.enough_wait(now));
    for (int i = 0; i < 3; ++i) starve(*all[static_cast<size_t>(i)], now);
    CHECK_FALSE(all.back()->peers.enough_wait(now));
    for (const auto& l : all) starve(*l, now);
    CHECK(all.back()->peers.enough_wait(now));
    CHECK_FALSE(all[3]->peers.enough_wait(now));
}

TEST_CASE("only the first lanes look after what those before them leave") {
    lanes all = make_lanes(200);
    CHECK_FALSE(all[0]->peers.may_leave_some());
    CHECK(all[1]->peers.may_leave_some());
    all[0]->shown.is_idle = true;
    CHECK_FALSE(all[1]->peers.may_leave_some());
    CHECK(all[2]->peers.may_leave_some());
    CHECK_FALSE(all.back()->peers.may_leave_some());
}

TEST_CASE("a lane that is gone is passed over") {
    lanes all = make_lanes(2);
    all[0]->shown.take_all_until(now + 20ms);
    const std::shared_ptr<fake_lane> last = all[1];
    all.clear();
    CHECK_FALSE(last->peers.one_takes_all(now));
    last->peers.wake_next();
}
