// The daemon: a worker without C++ handlers of its own.
#include "fanout/worker.hpp"

int main(int argc, char** argv) {
    return fanout::worker(argc, argv).run();
}
