// Two handlers with as many lanes as LANES says: one that takes no time, and one that sleeps.
#include <fanout/worker.hpp>

#include <cstdlib>
#include <thread>

int main(int argc, char** argv) {
    const int lanes = std::atoi(std::getenv("LANES"));
    fanout::worker worker(argc, argv);
    worker.handle("quick", [](fanout::task&) -> std::string { return "1"; },
                  {.concurrency = 1, .lanes = lanes});
    worker.handle("slow",
                  [](fanout::task&) -> std::string {
                      std::this_thread::sleep_for(std::chrono::milliseconds(50));
                      return "1";
                  },
                  {.concurrency = 1, .lanes = lanes});
    return worker.run();
}
