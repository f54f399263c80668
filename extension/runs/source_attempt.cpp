#include "runs/source_attempt.hpp"

#include "plain/backoff.hpp"
#include "plain/sqlstates.hpp"
#include "postgres/error_text.hpp"
#include "postgres/settings.hpp"

namespace fanout {
namespace {

constexpr int32_t source_index = -1;

/// A resume goes on counting.
int16_t attempt_of(const step_state& state) {
    static statement find("SELECT coalesce(max(attempt), 0) + 1 FROM fanout.failures_$g "
                          "WHERE state_id = $1 AND task_index = $2",
                          {INT8OID, INT4OID});
    rows found = find.run_in(state.generation, {param::int8(state.state_id), param::int4(source_index)});
    return static_cast<int16_t>(found.int4(0, 1));
}

}  // namespace

source_failure record_source_failure(const step_state& state, const pg_error& error) {
    static statement insert("INSERT INTO fanout.failures_$g (state_id, failed_at, task_index, generation, "
                            "                                attempt, final, error) "
                            "VALUES ($1, $2, $3, $4, $5, $6, $7)",
                            {INT8OID, TIMESTAMPTZOID, INT4OID, INT2OID, INT2OID, BOOLOID, TEXTOID});
    if (error.has_sqlstate(sqlstate::invalid_source)) return {error.message(), false, std::nullopt};
    const int16_t attempt = attempt_of(state);
    const bool is_final = error.has_sqlstate(sqlstate::final_error);
    const bool is_last = is_final || attempt >= state.max_attempts;
    const TimestampTz now = engine_clock();
    insert.run_in(state.generation,
                  {param::int8(state.state_id), param::time(now), param::int4(source_index),
                   param::int2(static_cast<int16_t>(state.generation)), param::int2(attempt),
                   param::boolean(is_last), param::text(error_text(error.message()))});
    std::string message = error.message();
    if (attempt > 1) message += " (attempt " + std::to_string(attempt) + ")";
    if (is_last) return {message, is_final, std::nullopt};
    const int64_t backoff = backoff_us(state.base_delay_us, state.max_delay_us, attempt);
    return {message, false, next_retry(now, backoff, 0, pg_prng_double(&pg_global_prng_state)).at_us};
}

}  // namespace fanout
