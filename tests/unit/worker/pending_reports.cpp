#include "tasks/pending_reports.hpp"

#include "catch.hpp"

using namespace fanout::worker_detail;
using namespace std::chrono_literals;

namespace {

const pending_reports::time_point start{1h};

outcome success(int64_t claim_id, int index) {
    return {claim_id, index, "1", {}};
}

outcome failure(int64_t claim_id, int index) {
    return {claim_id, index, {}, "broke"};
}

std::string text(const std::vector<task_report>& reports) {
    std::string result;
    for (const task_report& r : reports)
        result += std::to_string(r.claim_id) + "/" + std::to_string(r.index) + "=" + r.details + " ";
    return result;
}

}  // namespace

TEST_CASE("where nobody reports nothing is due") {
    pending_reports reports;
    CHECK(reports.empty());
    CHECK(reports.due_at() == pending_reports::time_point::max());
    CHECK(reports.take({success(1, 0), failure(1, 1)}, start).empty());
}

TEST_CASE("the first report is sent at once, and of each task the latest") {
    pending_reports reports;
    reports.add({7, 1, "1"});
    reports.add({7, 2, "1"});
    reports.add({8, 1, "1"});
    reports.add({7, 1, "2"});
    CHECK(reports.due_at() < start);
    CHECK(text(reports.take({}, start)) == "7/1=2 7/2=1 8/1=1 ");
    CHECK(reports.empty());
}

TEST_CASE("reports are sent once a second at most") {
    pending_reports reports;
    reports.add({7, 1, "1"});
    reports.take({}, start);
    reports.add({7, 1, "2"});
    CHECK(reports.due_at() == start + 1s);
    CHECK(reports.take({}, start + 999ms).empty());
    reports.add({7, 1, "3"});
    CHECK(text(reports.take({}, start + 1s)) == "7/1=3 ");
    CHECK(reports.due_at() == pending_reports::time_point::max());
}

TEST_CASE("the last report of a failed attempt doesn't wait, and that of a completed task isn't sent") {
    pending_reports reports;
    reports.add({7, 1, "1"});
    reports.take({}, start);
    reports.add({7, 1, "completed"});
    reports.add({7, 2, "failed"});
    reports.add({7, 3, "goes on"});
    reports.add({8, 2, "another claim's"});
    CHECK(text(reports.take({success(7, 1), failure(7, 2), failure(7, 4)}, start + 10ms)) == "7/2=failed ");
    CHECK(text(reports.take({}, start + 1s)) == "7/3=goes on 8/2=another claim's ");
}

TEST_CASE("a failed attempt's report comes with those that are due") {
    pending_reports reports;
    reports.add({7, 1, "failed"});
    reports.add({7, 2, "goes on"});
    CHECK(text(reports.take({failure(7, 1)}, start)) == "7/1=failed 7/2=goes on ");
}

TEST_CASE("where the server would soon take a task for silent its report is sent sooner") {
    pending_reports reports;
    reports.add({7, 1, "1"});
    CHECK(text(reports.take({}, start)) == "7/1=1 ");
    reports.add({7, 1, "2"}, 2s);
    reports.add({8, 1, "2"});
    CHECK(reports.due_at() == start + 500ms);
    CHECK(text(reports.take({}, start + 500ms)) == "7/1=2 8/1=2 ");
    reports.add({8, 1, "3"});
    CHECK(reports.due_at() == start + 1500ms);
}
