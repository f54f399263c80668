// A lane's call, and the only one on its hot path: outcomes go out as arrays, what comes back is rows.
#pragma once

#include "server/exchange_answer.hpp"
#include "server/server_connection.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace fanout::worker_detail::calls {

struct exchange_request {
    int64_t worker_id;
    int64_t sequence;  ///< the same again is the same call
    int want;          ///< how many tasks
    int free_slots;    ///< how many of them may hold a slot of a limit
    int64_t recorded;  ///< the last call that is known to be recorded
    const std::vector<outcome>& outcomes;
    const std::vector<std::string>& queue_order;  ///< empty: all queues are one
};

/// The rows of an answer, and what keeps them.
struct exchange_rows {
    std::vector<answer_row> rows;
    std::shared_ptr<const void> keeper;
};

/// Throws connection_lost and server_error, and answer_refused where the answer has other columns.
exchange_rows exchange(server_connection& c, const exchange_request& r);

}  // namespace fanout::worker_detail::calls
