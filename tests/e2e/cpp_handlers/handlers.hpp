// Handlers that say what they saw. The same in a program and in a plugin.
#pragma once

#include <fanout/json.hpp>
#include <fanout/worker.hpp>

#include <condition_variable>
#include <fstream>
#include <mutex>
#include <thread>

inline void touch(const std::string& file) {
    std::ofstream(file) << "here\n";
}

/// How many calls of a handler there are at once.
class crowd {
public:
    /// Returns how many there were at most, once there have been `expected` at once.
    int join(int expected) {
        std::unique_lock lock(mutex_);
        most_ = std::max(most_, ++now_);
        changed_.notify_all();
        const bool came =
            changed_.wait_for(lock, std::chrono::seconds(20), [&] { return most_ >= expected; });
        // Time for one too many to come.
        lock.unlock();
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        lock.lock();
        --now_;
        if (!came) throw fanout::final_error("there were never so many");
        return most_;
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    int now_ = 0, most_ = 0;
};

inline std::string wait_for_stop(const std::string& file, fanout::task& t) {
    touch(file + ".begun");
    while (!t.stop_token.stop_requested()) std::this_thread::sleep_for(std::chrono::milliseconds(5));
    touch(file + ".stopped");
    return "too late";
}

inline int fail_once(const std::string& message, fanout::task& t) {
    if (t.attempt == 1) throw std::runtime_error(message);
    return t.attempt;
}

/// Returns how many milliseconds after the first attempt's end the second one began.
class patient {
public:
    int64_t run(int wait, const fanout::task& t) {
        using namespace std::chrono;
        if (t.attempt > 1) return duration_cast<milliseconds>(steady_clock::now() - failed_).count();
        failed_ = steady_clock::now();
        throw fanout::retry_error("busy", milliseconds(wait));
    }

private:
    std::chrono::steady_clock::time_point failed_;
};

/// Fails when it is half way, and goes on there.
inline std::string go_on(int rows, fanout::task& t) {
    const auto done = fanout::progress<int>(t);
    if (done) return "from " + std::to_string(*done);
    for (int row = 1; row <= rows / 2; ++row) fanout::heartbeat(t, row);
    throw std::runtime_error("half way");
}

inline void fail_finally(const std::string& message) {
    throw fanout::final_error(message);
}

inline int64_t milliseconds_left(const nlohmann::json&, fanout::task& t) {
    return std::chrono::duration_cast<std::chrono::milliseconds>(t.deadline -
                                                                 std::chrono::steady_clock::now())
        .count();
}

inline nlohmann::json who(const nlohmann::json&, fanout::task& t) {
    return {{"run", t.run_id}, {"flow", t.flow_slug}, {"step", t.step_slug}, {"key", t.idempotency_key()}};
}

inline void register_handlers(fanout::registry& r) {
    r.handle("crowd", fanout::on_item([c = std::make_shared<crowd>()](int n) { return c->join(n); }),
             {.concurrency = 3});
    r.handle("wait_for_stop", fanout::on_item(wait_for_stop), {.concurrency = 2});
    r.handle("fail_once", fanout::on_item(fail_once));
    r.handle("retry_later", fanout::on_item([p = std::make_shared<patient>()](int wait, fanout::task& t) {
                 return p->run(wait, t);
             }));
    r.handle("go_on", fanout::on_item(go_on));
    r.handle("fail_finally", fanout::on_item(fail_finally));
    r.handle("milliseconds_left", fanout::on_item(milliseconds_left));
    r.handle("who", fanout::on_input(who));
    r.handle("raw", [](fanout::task& t) { return "[" + t.input + "]"; });
}
