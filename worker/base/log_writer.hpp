// Writes the log's lines where their reader takes them, and makes nobody wait for it.
#pragma once

#include <chrono>
#include <memory>
#include <string>

namespace fanout::worker_detail {

/// Lines wait in memory, as far as there is room, for a thread that writes them. A reader that stands still
/// so holds up that thread alone: what no longer fits is dropped and counted, and once the reader goes on, a
/// line says how many there were. (spdlog's asynchronous loggers count messages, whatever their size, and
/// join their thread at the process's end, which would wait for the reader.)
class log_writer {
public:
    /// The line for so many that were dropped.
    using notice = std::string (*)(size_t dropped);

    /// @param fd          is written to, and stays open
    /// @param most_bytes  may wait
    log_writer(int fd, size_t most_bytes, notice make_notice);
    log_writer(const log_writer&) = delete;
    log_writer& operator=(const log_writer&) = delete;
    /// Drops what is not written yet.
    ~log_writer();

    /// Takes a line with its end. Doesn't wait.
    void write(const std::string& line);
    /// Waits until all is written. Returns false where that takes longer.
    bool flush(std::chrono::milliseconds patience);

private:
    struct state;
    static void work(state& s);

    std::shared_ptr<state> state_;  // the thread's as well, which may outlive this
};

}  // namespace fanout::worker_detail
