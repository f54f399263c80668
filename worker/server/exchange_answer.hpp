// What the server answers in an exchange: rows of text, and what they mean.
#pragma once

#include "tasks/task.hpp"

#include <array>
#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace fanout::worker_detail {

/// The answer isn't one to what was asked: none of it is believed.
class answer_refused : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// The columns of a row.
namespace answer_column {
enum : size_t {
    kind,
    claim_id,
    task_index,
    input,
    attempt,
    run_id,
    flow_slug,
    step_slug,
    handler,
    timeout,
    progress,
    heartbeat_timeout,
    context,
    count  ///< how many there are
};
}  // namespace answer_column

/// A value a column; nothing where it is null.
using answer_row = std::array<std::optional<std::string_view>, answer_column::count>;

struct exchange_answer {
    /// A claim of tasks, which follow in `tasks`; or one that the server is to run, as a whole.
    struct claimed {
        std::string kind;
        std::shared_ptr<claim> of;
        int tasks = 0;

        bool runs_on_server() const { return kind != "tasks"; }
    };

    std::vector<claimed> claims;
    std::vector<claimed_task> tasks;
    std::vector<outcome> unreadable;  ///< tasks whose input didn't come: their ends
    std::vector<int64_t> stale;       ///< claims that the worker doesn't hold any more
    std::vector<int64_t> to_stop;     ///< claims whose results are not wanted any more
    std::vector<int64_t> busy;        ///< claims that somebody has locked: their outcomes were not taken
    bool has_more_soon = false;       ///< what could not be had now will be there in a moment
    std::optional<std::chrono::microseconds> more_in;  ///< or after this time, where it is known

    int claimed_tasks() const;
};

/// Throws answer_refused where the rows are no answer to a lane that serves these handlers: a server that was
/// exchanged for another, or a connection that somebody else has used, may give any.
exchange_answer read_answer(const std::vector<answer_row>& rows, const std::vector<std::string>& handlers);

}  // namespace fanout::worker_detail
