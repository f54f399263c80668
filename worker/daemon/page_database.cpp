#include "daemon/page_database.hpp"

#include <utility>

namespace fanout::worker_detail {
namespace {

constexpr int connection_count = 2;
// Fewer than the server's connections, so that /healthz is answered while the database isn't.
constexpr int most_waiting = 16;

}  // namespace

page_database::page_database(const page_settings& s) : patience_(s.timeout) {
    for (int i = 0; i < connection_count; ++i) idle_.emplace_back(s.connection, stop_);
}

std::optional<std::string> page_database::ask(const page_statement& s,
                                              const timed_connection::parameters& with) {
    const auto until = timed_connection::clock::now() + patience_;
    timed_connection c = take(until);
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(until - timed_connection::clock::now());
    try {
        std::optional<std::string> answer = c.ask(s, with, left);
        give_back(std::move(c));
        return answer;
    } catch (...) {
        give_back(std::move(c));
        throw;
    }
}

void page_database::stop() {
    const std::lock_guard lock(mutex_);
    stop_ = true;
    given_back_.notify_all();
}

timed_connection page_database::take(timed_connection::clock::time_point until) {
    std::unique_lock lock(mutex_);
    if (idle_.empty() && waiting_ >= most_waiting) throw too_slow("too many wait for an answer already");
    ++waiting_;
    const bool is_there = given_back_.wait_until(lock, until, [&] { return !idle_.empty() || stop_; });
    --waiting_;
    if (!is_there || stop_) throw too_slow("both connections are busy");
    timed_connection c = std::move(idle_.back());
    idle_.pop_back();
    return c;
}

void page_database::give_back(timed_connection c) {
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(c));
    given_back_.notify_one();
}

}  // namespace fanout::worker_detail
