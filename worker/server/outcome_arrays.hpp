// The outcomes of an exchange as the arrays that it takes, one element an outcome.
#pragma once

#include "server/binary_array.hpp"
#include "tasks/task.hpp"

#include <string>
#include <vector>

namespace fanout::worker_detail {

struct outcome_arrays {
    explicit outcome_arrays(const std::vector<outcome>& outcomes);

    using type = binary_array::element_type;

    bool any_failed;  ///< else the last two arrays stay empty
    binary_array claim_ids{type::int8}, indexes{type::int4}, outputs{type::text}, errors{type::text},
        finals{type::boolean};

private:
    void add(const outcome& o);
};

/// When the attempts that failed are to be made again, as an array of intervals; an empty one where nobody
/// says.
std::string retry_times(const std::vector<outcome>& outcomes);
inline constexpr char no_retry_times[] = "{}";

}  // namespace fanout::worker_detail
