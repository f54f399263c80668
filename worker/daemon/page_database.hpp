// The status page's way to the database: two connections, beside those that work is done on. Who asks waits for a while, and no
// longer, whatever the database does.
#pragma once

#include "configuration/page_settings.hpp"
#include "server/timed_connection.hpp"

#include <condition_variable>
#include <mutex>

namespace fanout::worker_detail {

class page_database {
public:
    explicit page_database(const page_settings& s);

    /// As timed_connection::ask. Throws too_slow also where too many others wait already.
    std::optional<std::string> ask(const page_statement& s, const timed_connection::parameters& with);
    /// Nobody gets an answer any more.
    void stop();

private:
    timed_connection take(timed_connection::clock::time_point until);
    void give_back(timed_connection c);

    const std::chrono::milliseconds patience_;
    std::atomic<bool> stop_ = false;
    std::mutex mutex_;
    std::condition_variable given_back_;
    std::vector<timed_connection> idle_;
    int waiting_ = 0;
};

}  // namespace fanout::worker_detail
