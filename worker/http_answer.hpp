// What a service's answer means for the attempt.
#pragma once

#include "http_settings.hpp"
#include "task.hpp"

namespace fanout::worker_detail {

/// An answer as far as it has come in.
class http_answer {
public:
    explicit http_answer(const http_settings& settings) : settings_(settings) {}

    /// Takes a part of the body. Returns false where it is longer than it may be.
    bool add(long status, std::string_view part);
    bool is_too_long() const { return received_ > settings_.max_output_bytes; }

    /// @param redirect     where an answer of class 3xx points, if anywhere
    /// @param retry_after  seconds, as the header says; 0: it doesn't
    /// @returns a completed or failed attempt, with neither its task nor its time
    outcome finish(long status, const std::string& redirect, int64_t retry_after);

private:
    std::string beginning() const;

    const http_settings& settings_;
    std::string body_;  // of an answer that is no output: the beginning
    size_t received_ = 0;
};

/// An attempt that failed.
outcome failed_outcome(std::string error, failure_cause cause = failure_cause::handler,
                       bool is_final = false);

}  // namespace fanout::worker_detail
