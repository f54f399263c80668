// What a loop of the daemon says of itself, for others to read at any time.
#pragma once

#include <atomic>
#include <chrono>
#include <exception>
#include <mutex>
#include <string>

namespace fanout::worker_detail {

/// One writer, the loop; any number of readers.
class loop_status {
public:
    using clock = std::chrono::steady_clock;
    using time_point = clock::time_point;

    /// @param name         for people: `lane "resize"`
    /// @param handler      for metrics; empty where the loop is no lane
    /// @param uses_server  whether it is of use only while it is connected to the database
    loop_status(std::string name, std::string handler, bool uses_server, time_point now = clock::now())
        : name(std::move(name)), handler(std::move(handler)), uses_server(uses_server), turned_(now) {}

    /// It has been round.
    void turn(time_point now = clock::now()) { turned_ = now; }
    /// It asks the server from now on, and is not held to be stuck however long that takes.
    void ask(time_point now = clock::now()) { asked_ = now; }
    /// The server has answered.
    void note_answer(time_point now = clock::now()) { answered_ = now; }
    /// The server has answered, or can't be reached.
    void go_on(time_point now = clock::now()) {
        turn(now);
        asked_ = time_point{};
    }
    /// Returns true where the connection had been lost before.
    bool set_connected() { return !connected_.exchange(true) && was_connected_.exchange(true); }
    void set_disconnected(const std::string& reason) {
        note_no_connection(reason);
        connected_ = false;
    }
    /// Why a connection could not be made, or was lost.
    void note_no_connection(const std::string& reason) {
        std::lock_guard lock(mutex_);
        reason_ = reason;
    }
    /// It has come to its end, and will not be round any more.
    void end() { ended_ = true; }

    bool is_connected() const { return connected_; }
    /// What was noted last; empty where nothing was.
    std::string no_connection_because() const {
        std::lock_guard lock(mutex_);
        return reason_;
    }
    bool has_ended() const { return ended_; }
    /// For how long it has not been round, the time that the server takes not counted.
    clock::duration stuck_for(time_point now) const {
        return ended_ || is_asking() ? clock::duration{} : now - turned_.load();
    }
    /// For how long the server hasn't answered.
    clock::duration asking_for(time_point now) const {
        const time_point since = asked_;
        return since == time_point{} ? clock::duration{} : now - since;
    }

    /// When the server answered last; long ago: never.
    time_point answered() const { return answered_; }

    const std::string name, handler;
    std::string database;  ///< of several, set before it is watched; empty: there is one, or none is asked
    const bool uses_server;
    std::atomic<int> in_flight = 0;        ///< tasks that a lane has claimed and not completed
    std::atomic<int> limit = 0;            ///< how many of them may run at once
    std::atomic<bool> can_execute = true;  ///< whether there is something to run a lane's tasks on
    /// Why the database serves nobody until an administrator has acted; null where it does.
    std::atomic<const char*> refused_because = nullptr;
    /// Notes that, or null for any other error. Returns whether the error is to be told: while an administrator
    /// is waited for, the first time only.
    bool note_refused(const char* because) { return !refused_because.exchange(because) || !because; }

private:
    bool is_asking() const { return asked_.load() != time_point{}; }

    std::atomic<time_point> turned_, asked_ = time_point{}, answered_ = time_point{};
    mutable std::mutex mutex_;
    std::string reason_;
    std::atomic<bool> connected_ = false, was_connected_ = false, ended_ = false;
};

/// For as long as it lives, the loop asks the server. Where it is left by an exception, there was no answer.
class asking {
public:
    explicit asking(loop_status& of) : of_(of) { of_.ask(); }
    asking(const asking&) = delete;
    asking& operator=(const asking&) = delete;
    ~asking() {
        if (std::uncaught_exceptions() == exceptions_) of_.note_answer();
        of_.go_on();
    }

private:
    loop_status& of_;
    const int exceptions_ = std::uncaught_exceptions();
};

}  // namespace fanout::worker_detail
