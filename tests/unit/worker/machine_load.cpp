#include "base/machine_load.hpp"

#include "catch.hpp"

#include <fstream>
#include <iterator>

using namespace fanout::worker_detail;

TEST_CASE("the kernel's figures are read") {
    CHECK(runnable_threads("0.20 0.18 0.12 3/80 11206\n") == 3);
    CHECK(runnable_threads("10.00 1.0 0.5 120/4000 9") == 120);
    CHECK(runnable_threads("") == 0);
    CHECK(runnable_threads("nonsense") == 0);
    CHECK(stalled_percentage("some avg10=12.50 avg60=1.00 avg300=0.00 total=1\n"
                             "full avg10=11.25 avg60=0.50 avg300=0.00 total=2\n") == 11.25);
    CHECK(stalled_percentage("") == 0);
}

TEST_CASE("this kernel's figures can be read") {
    std::ifstream stream("/proc/loadavg");
    const std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    // The thread that reads is ready to run itself.
    CHECK(runnable_threads(text) >= 1);
}
