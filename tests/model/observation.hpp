// What the engine shows of a run that has ended.
#pragma once

#include "jsonb_text.hpp"

#include <server/postgres.hpp>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace model {

using connection = fanout::worker_detail::connection;

/// A task's result: its output, or none where it failed.
struct observed_result {
    std::string step;
    int index, attempt;
    std::optional<json> output;
};

struct observed_failure {
    std::string step;
    int index, attempt;
    bool is_final;
    std::string error;
};

struct observed_step {
    std::string status;
    int done = 0, failed = 0;
    std::optional<int> total;
    json output;
    std::string error;
};

struct observation {
    std::string status, failed_step;
    json output;
    std::map<std::string, observed_step> steps;
    std::vector<observed_result> results;
    std::vector<observed_failure> failures;
    json errors;   ///< errors(): [step, task_index, item, attempts, error], in its order
    json begun;    ///< of steps whose tasks go one at a time: the indexes of first attempts in their order
    json listing;  ///< results() of all steps: [step, task_index, status, output, error, attempts]
};

observation observe(connection& database, const std::string& run_id);

}  // namespace model
