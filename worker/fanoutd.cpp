// The daemon: a worker without C++ handlers of its own. Called fanoutctl, the same program is that.
#include "control/control.hpp"
#include "fanout/worker.hpp"

int main(int argc, char** argv) {
    if (argc > 0 && fanout::control::is_called_fanoutctl(argv[0])) return fanout::control::run(argc, argv);
    return fanout::worker(argc, argv).run();
}
