// A worker whose handler does nothing: what is measured is everything around it. The variable LANES says how
// many connections it works on; 2, if it isn't set.
#include <fanout/worker.hpp>

#include <cstdlib>
#include <string>

int main(int argc, char** argv) {
    fanout::worker worker(argc, argv);
    const char* lanes = std::getenv("LANES");
    worker.handle(
        "noop",
        [](fanout::task& task) -> std::string { return "{\"n\": " + std::to_string(task.index + 1) + "}"; },
        {.lanes = lanes ? std::atoi(lanes) : 2});
    return worker.run();
}
