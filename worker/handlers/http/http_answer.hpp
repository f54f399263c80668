// What a service's answer means for the attempt.
#pragma once

#include "handlers/http/http_settings.hpp"
#include "tasks/task.hpp"

namespace fanout::worker_detail {

/// What an answer says before and beside its body.
struct http_answer_head {
    long status = 0;
    std::string redirect{};     ///< where an answer of class 3xx points, if anywhere
    std::string retry_after{};  ///< the header; empty: there is none
    std::string date{};         ///< the header, for the clock of the service
    std::string undecodable{};  ///< why the body could not be decoded; empty: it could
};

/// An answer as far as it has come in.
class http_answer {
public:
    explicit http_answer(const http_settings& settings) : settings_(settings) {}

    /// Takes a part of the body. Returns false where it is longer than it may be.
    bool add(long status, std::string_view part);
    bool is_too_long() const { return received_ > settings_.max_output_bytes; }

    /// @returns a completed or failed attempt, with neither its task nor its time
    outcome finish(const http_answer_head& head);

private:
    outcome complete(const http_answer_head& head);
    outcome fail(const http_answer_head& head) const;
    std::string trouble(const http_answer_head& head) const;
    std::string beginning() const;

    const http_settings& settings_;
    std::string body_;  // of an answer that is no output: the beginning
    size_t received_ = 0;
};

/// An attempt that failed.
outcome failed_outcome(std::string error, failure_cause cause = failure_cause::handler,
                       bool is_final = false);

}  // namespace fanout::worker_detail
