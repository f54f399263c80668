// Starting a program: in its folder, with its environment, within its limits, and with the reason where it
// can't be.
#pragma once

#include "base/descriptor.hpp"

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fanout::worker_detail {

/// `NAME=value`, each.
using environment = std::vector<std::string>;

/// A program, and what it is started with.
struct command {
    std::vector<std::string> argv;  ///< looked for on the daemon's PATH where its name has no slash
    std::string directory;          ///< where it works, and where a relative name is looked for; empty: here
    environment variables;          ///< all that it gets
    std::optional<uint64_t> memory_limit;           ///< bytes of private memory that it may write to
    std::optional<std::chrono::seconds> cpu_limit;  ///< processor time, then SIGXCPU
    std::chrono::milliseconds stop_grace{2000};  ///< between a polite request to end and the next, ruder one
};

/// The descriptors that become its standard streams.
struct standard_streams {
    int input, output, errors;
};

/// A pipe to a program that is to be started. Throws attempt_failed.
pipe_ends pipe_for_program();

/// Starts it in a process group of its own, with no signal blocked or ignored and no other descriptor. It is
/// killed when the thread that started it ends. Throws attempt_failed.
pid_t spawn(const command& c, const standard_streams& streams);

}  // namespace fanout::worker_detail
