// A worker whose handler does nothing: what is measured is everything around it.
#include <fanout/worker.hpp>

#include <string>

int main(int argc, char** argv) {
    fanout::worker worker(argc, argv);
    worker.handle(
        "noop",
        [](fanout::task& task) -> std::string { return "{\"n\": " + std::to_string(task.index + 1) + "}"; },
        {.lanes = 2});
    return worker.run();
}
