// The status page: its files, and below /api what they read and do. Made anew where the configuration changes.
#pragma once

#include "daemon/page_access.hpp"
#include "daemon/page_database.hpp"

namespace fanout::worker_detail {

struct steering;

class status_page {
public:
    explicit status_page(const page_settings& s);

    const page_settings& settings() const { return settings_; }
    /// What is answered to a request; on any thread, and on several at once.
    page answer(const request& r);
    /// Whoever waits for the database gets no answer any more.
    void stop() { database_.stop(); }

private:
    page answer_api(const request& r);
    page answer_run(const request& r, const std::string& address);
    page session(const request& r) const;
    page steer(const request& r, const steering& s, timed_connection::parameters with);
    page ask(const page_statement& s, const timed_connection::parameters& with);
    void note_reachable(const std::string& problem);

    const page_settings settings_;
    const page_access access_;
    page_database database_;
    std::atomic<bool> is_reachable_ = true;
};

}  // namespace fanout::worker_detail
