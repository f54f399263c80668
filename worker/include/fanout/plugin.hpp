// Handlers in a shared object that fanoutd loads:
//
//     #include <fanout/plugin.hpp>
//
//     FANOUT_PLUGIN(registry) {
//         registry.handle("greet", [](fanout::task& t) -> std::string { return R"({"hello": )" + t.input +
//         "}"; });
//     }
//
// It is built with `g++ -std=c++20 -shared -fPIC`, and nothing of libfanoutworker is linked to it. A
// configuration names it:
//
//     {"handlers": {"greet": {"type": "plugin", "library": "/usr/lib/fanout/greet.so"}}}
#pragma once

#include "worker.hpp"

/// Defines the function that registers a plugin's handlers; in one source file of a plugin. It is called when
/// the configuration is read, also for `--check-config`; what it throws is an error of the configuration. It
/// should start no threads.
#define FANOUT_PLUGIN(parameter)                                                                             \
    extern "C" FANOUT_SHARED const char* fanout_plugin_version() {                                           \
        return FANOUT_PLUGIN_VERSION;                                                                        \
    }                                                                                                        \
    extern "C" FANOUT_SHARED void fanout_register(                                                           \
        fanout::registry& parameter)  // NOLINT(bugprone-macro-parentheses)
