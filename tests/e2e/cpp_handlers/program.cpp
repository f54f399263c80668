#include "handlers.hpp"

int main(int argc, char** argv) {
    fanout::worker w(argc, argv);
    register_handlers(w);
    return w.run();
}
