// libfanoutworker: handlers in C++, in a process that speaks to the database as fanoutd does.
//
//     #include <fanout/worker.hpp>
//
//     int main(int argc, char** argv) {
//         fanout::worker w(argc, argv);
//         w.handle("greet", [](fanout::task& t) -> std::string { return R"({"hello": )" + t.input + "}"; });
//         return w.run();
//     }
//
// JSON goes in and out as text. <fanout/json.hpp> has handlers that take and return values instead, and
// <fanout/plugin.hpp> handlers that fanoutd loads.
#pragma once

#include "handler.hpp"

#include <memory>
#include <string>

namespace fanout {
inline namespace v1 {

/// A worker process with handlers of its own: fanoutd with its command line, and with the handlers of its
/// configuration file, too.
class worker final : public registry {
public:
    /// Keeps `argv`. What it says is read by run().
    worker(int argc, char** argv);
    ~worker() override;

    /// Works until it is told to stop, by a signal or `--once`. Returns the exit status: see `fanoutd
    /// --help`. To be called once, from the main thread, before there are other threads: signals are for that
    /// one.
    int run();

private:
    void add(const std::string& name, handler function, const handler_options& options) override;

    struct state;
    std::unique_ptr<state> state_;
};

}  // namespace v1
}  // namespace fanout
