// A loop of its own with a connection of its own, which is made again whenever it is lost.
#pragma once

#include "base/backoff_pause.hpp"
#include "base/loop_status.hpp"
#include "server/server_connection.hpp"

#include <functional>
#include <memory>
#include <thread>

namespace fanout::worker_detail {

class server_loop {
public:
    /// What it does while it is connected, until it is told to stop. Throws connection_lost and server_error,
    /// after which it is called again.
    using body = std::function<void(std::stop_token)>;

    /// @param status  what it says of itself; its name stands in the log
    /// @param lost    called where the connection is lost
    server_loop(const std::string& connection_string, std::shared_ptr<loop_status> status, body work,
                std::function<void()> lost);

    /// Makes a call; the time that it takes doesn't count as being stuck. For `work` only.
    template <typename Call, typename... Args> auto ask(Call call, const Args&... args) {
        const asking server(*status_);
        return call(connection_, args...);
    }
    /// Ends it with what it is doing.
    void stop() { thread_.request_stop(); }
    bool has_ended() const { return status_->has_ended(); }
    server_connection& its_connection() { return connection_; }
    loop_status& status() { return *status_; }
    /// All is well: the next pause is a short one. Returns true where the connection had been lost before.
    bool note_connected();
    /// It pauses no longer than that before it tries to connect again. For `work` only.
    void set_longest_pause(std::chrono::milliseconds time) { longest_pause_ = time; }

private:
    void run(std::stop_token stop);

    server_connection connection_;
    std::shared_ptr<loop_status> status_;
    body work_;
    std::function<void()> lost_;
    backoff_pause backoff_;
    std::chrono::milliseconds longest_pause_ = std::chrono::milliseconds::max();
    std::jthread thread_;
};

}  // namespace fanout::worker_detail
