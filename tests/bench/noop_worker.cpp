// A worker whose handlers do nothing: what is measured is everything around them. The variable LANES says on
// how many connections the handler noop works; 2, if it isn't set. The handler millisecond takes as long for each
// task, 16 at a time.
#include <fanout/worker.hpp>

#include <chrono>
#include <cstdlib>
#include <string>
#include <thread>

int main(int argc, char** argv) {
    fanout::worker worker(argc, argv);
    const char* lanes = std::getenv("LANES");
    worker.handle(
        "noop",
        [](fanout::task& task) -> std::string { return "{\"n\": " + std::to_string(task.index + 1) + "}"; },
        {.lanes = lanes ? std::atoi(lanes) : 2});
    worker.handle("millisecond",
                  [](fanout::task&) -> std::string {
                      std::this_thread::sleep_for(std::chrono::milliseconds(1));
                      return "1";
                  },
                  {.concurrency = 16});
    return worker.run();
}
