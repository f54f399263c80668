// What the configuration says of the status page.
#pragma once

#include "base/json_section.hpp"

#include <chrono>
#include <string>
#include <vector>

namespace fanout::worker_detail {

struct page_settings {
    std::string connection;          ///< libpq's form; whose role sees what the page shows
    std::string token;               ///< what a reader has to know; empty: there is none
    bool is_public = false;          ///< whether it can be read without the token
    bool steering = false;           ///< whether runs and queues can be steered from it, with the token
    std::vector<std::string> hosts;  ///< names under which browsers may find it, beside IP addresses
    std::chrono::milliseconds timeout{5000};  ///< how long a question to the database may take

    bool operator==(const page_settings&) const = default;

    /// Throws configuration_error.
    static page_settings read(const section& s);
};

}  // namespace fanout::worker_detail
