#include "server/exchange.hpp"

#include "server/array_text.hpp"
#include "server/outcome_arrays.hpp"
#include "server/postgres.hpp"

#include <utility>

namespace fanout::worker_detail::calls {
namespace {

#define EXCHANGE(more)                                                                                       \
    "SELECT kind, claim_id, task_index, input, attempt, run_id, flow_slug, step_slug, handler, "             \
    "date_part('epoch', timeout), progress, date_part('epoch', heartbeat_timeout), context "                 \
    "FROM fanout.exchange($1, $2, $3, $4::bigint[], $5::int[], $6::text[], $7::text[], $8::boolean[], "      \
    "brief => true, max_limited => $9::int, recorded => $10::bigint" more ")"

pqxx::result send(connection& c, const exchange_request& r) {
    outcome_arrays a(r.outcomes);
    auto binary = [](binary_array& array) { return binary_parameter{std::move(array).bytes()}; };
    const binary_parameter claim_ids = binary(a.claim_ids), indexes = binary(a.indexes),
                           outputs = binary(a.outputs), errors = binary(a.errors), finals = binary(a.finals);
    const std::string times = retry_times(r.outcomes);
    if (times == no_retry_times && r.queue_order.empty()) {
        return c.run_often("fanout_exchange", EXCHANGE(""), r.worker_id, r.sequence, r.want, claim_ids,
                           indexes, outputs, errors, finals, r.free_slots, r.recorded);
    }
    return c.run_often("fanout_exchange_in_order",
                       EXCHANGE(", retry_after => $11::interval[], queue_order => $12::text[]"), r.worker_id,
                       r.sequence, r.want, claim_ids, indexes, outputs, errors, finals, r.free_slots,
                       r.recorded, times, text_array(r.queue_order));
}

#undef EXCHANGE

answer_row read_row(const pqxx_row& row) {
    answer_row result;
    for (size_t column = 0; column < result.size(); ++column) {
        const pqxx_field field = row[static_cast<int>(column)];
        if (!field.is_null()) result[column] = {field.c_str(), field.size()};
    }
    return result;
}

}  // namespace

exchange_rows exchange(server_connection& c, const exchange_request& r) {
    const auto answer = std::make_shared<const pqxx::result>(send(c.statements(), r));
    if (answer->columns() != answer_column::count)
        throw answer_refused("an answer of " + std::to_string(answer->columns()) + " columns");
    exchange_rows result{{}, answer};
    result.rows.reserve(answer->size());
    for (const auto& row : *answer) result.rows.push_back(read_row(row));
    return result;
}

}  // namespace fanout::worker_detail::calls
