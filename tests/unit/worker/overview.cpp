#include "control/overview.hpp"

#include "control/shown_text.hpp"

#include "catch.hpp"

#include <algorithm>
#include <clocale>

using namespace fanout::control;
using fanout::worker_detail::query_rows;

namespace {

overview_part part(const std::string& title, int rows) {
    overview_part result{title, {{"number", "word"}, {}}};
    for (int i = 1; i <= rows; ++i) result.rows.rows.push_back({std::to_string(i), "w"});
    return result;
}

long lines(const std::string& text) {
    return std::count(text.begin(), text.end(), '\n');
}

}  // namespace

TEST_CASE("an overview has a table for each part that has rows") {
    CHECK(overview("head", {part("runs", 1), part("limits", 0), part("queues", 2)}, 80, 40) ==
          "head\n\nruns\nnumber  word\n     1  w\n\nqueues\nnumber  word\n     1  w\n     2  w\n");
}

TEST_CASE("the longest part gives way, and says by how many rows") {
    const std::string text = overview("head", {part("runs", 50), part("queues", 1)}, 80, 15);
    CHECK(lines(text) == 15);
    CHECK_THAT(text, Catch::Contains("     6  w\n… and 44 more\n\nqueues\nnumber  word\n     1  w\n"));
}

TEST_CASE("an overview is never larger than its screen") {
    REQUIRE(std::setlocale(LC_CTYPE, "C.UTF-8"));
    for (size_t size = 1; size < 40; ++size) {
        const std::string text =
            overview("a rather long headline", {part("runs", 9), part("queues", 7)}, size, size);
        CHECK(lines(text) <= static_cast<long>(size));
        for (size_t at = 0; at < text.size();) {
            const size_t end = text.find('\n', at);
            CHECK(width_of(text.substr(at, end - at)) <= size);
            at = end + 1;
        }
    }
}
