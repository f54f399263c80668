// What the configuration says of handlers that are services: `http`.
#pragma once

#include "base/address_filter.hpp"
#include "base/concurrency_range.hpp"
#include "handlers/http/http_headers.hpp"
#include "tasks/executor.hpp"

#include <chrono>

namespace fanout::worker_detail {

struct http_settings {
    static constexpr std::string_view type = "http";

    std::string url;
    std::string method = "POST";
    http_headers headers;
    std::string idempotency_key = "task";  ///< the same for all attempts at a task; or `attempt`
    std::chrono::milliseconds connect_timeout{10000};
    size_t max_output_bytes = 16 << 20;
    std::vector<network> allow_addresses;
    bool follow_redirects = false;
    bool verify_tls = true;
    bool http2 = true;
    std::string ca_file, client_certificate, client_key;
    bool operator==(const http_settings&) const = default;

    /// Adds the readers of its keys.
    void add_keys(const section& s, std::map<std::string, section::reader>& keys);
    /// Throws configuration_error where something is missing.
    void check(const section& s) const;

    // What holds where the configuration doesn't say it.
    static concurrency_range usual_concurrency() { return {10, 10}; }
    static int usual_prefetch(int most_at_once) { return most_at_once; }
    static int lane_count() { return 1; }
};

executor_factory make_executors(const http_settings& settings, const std::string& handler,
                                concurrency_range concurrency);

}  // namespace fanout::worker_detail
