#include "state.hpp"

#include "errors.hpp"

#include <algorithm>

namespace fanout {

namespace {

/// Reads one row of load_states, column after column.
class state_reader {
public:
    state_reader(const rows& found, size_t row) : found_(found), row_(row) {}

    step_state read() {
        step_state s;
        s.state_id = int8();
        s.run_id = found_.uuid(row_, next());
        s.step_id = int8();
        s.generation = found_.int2(row_, next());
        s.run_is_live = boolean();
        s.is_fanout = boolean();
        for (std::string* text : {&s.status, &s.flow_slug, &s.step_slug, &s.handler, &s.queue})
            *text = found_.text(row_, next());
        s.sql_function = text();
        s.sql_search_path = text();
        s.priority = int4();
        s.fair_key = text();
        s.owner = found_.oid(row_, next());
        read_source(s);
        s.has_tasks = boolean();
        for (int32_t* counter : {&s.total_tasks, &s.total_items, &s.failed_items, &s.stripe_width})
            *counter = int4();
        read_attempts(s);
        s.max_concurrency = optional(&state_reader::int4);
        s.limit_ids = limits();
        return s;
    }

private:
    void read_source(step_state& s) {
        s.fanout_from = text();
        s.source_function = text();
        s.source_search_path = text();
        s.fanout_path = text();
        s.context = texts();
        s.has_context = boolean();
        s.batch_size = int4();
        s.max_buffered = int4();
        s.is_open = boolean();
        s.pipelined_state_id = optional(&state_reader::int8);
    }

    void read_attempts(step_state& s) {
        s.max_attempts = int4();
        s.base_delay_us = int8();
        s.max_delay_us = int8();
        s.timeout = *interval();
        s.heartbeat_timeout = interval();
        s.schedule_timeout = interval();
        s.heartbeat_timeout_us = optional(&state_reader::int8);
        s.schedule_timeout_us = optional(&state_reader::int8);
        s.start_delay_us = int8();
        s.retry_budget = optional(&state_reader::int4);
        s.collects = boolean();
        s.has_tolerance = boolean();
        s.counts_only = boolean();
        s.builds_output = boolean();
        s.feeds_steps = boolean();
    }

    int next() { return ++column_; }
    int32_t int4() { return found_.int4(row_, next()); }
    int64_t int8() { return found_.int8(row_, next()); }
    bool boolean() { return found_.boolean(row_, next()); }
    std::optional<std::string> text() { return found_.optional_text(row_, next()); }

    template <typename T> std::optional<T> optional(T (state_reader::*read)()) {
        if (!found_.is_null(row_, column_ + 1)) return (this->*read)();
        ++column_;
        return std::nullopt;
    }

    std::optional<std::vector<std::string>> texts() {
        const int at = next();
        if (found_.is_null(row_, at)) return std::nullopt;
        return text_elements(found_.datum(row_, at), "a step's array");
    }

    /// Names are looked up only where there are any: most steps have no limit and don't pay for it.
    std::vector<int64_t> limits() {
        static statement find("SELECT limit_id FROM fanout.limits WHERE name = ANY ($1)", {TEXTARRAYOID});
        std::vector<int64_t> result;
        if (const auto cap = optional(&state_reader::int8)) result.push_back(*cap);
        const auto names = texts();
        if (!names || names->empty()) return result;
        rows named = find.run({param::text_array(*names)});
        for (size_t i = 0; i < named.size(); ++i) result.push_back(named.int8(i, 1));
        std::sort(result.begin(), result.end());
        return result;
    }

    std::optional<Datum> interval() {
        const int at = next();
        if (found_.is_null(row_, at)) return std::nullopt;
        const Datum value = found_.datum(row_, at);
        return pg_call([&] { return datumCopy(value, false, sizeof(Interval)); });
    }

    const rows& found_;
    size_t row_;
    int column_ = 0;
};

}  // namespace

step_states load_states(const std::vector<int64_t>& state_ids) {
    static statement load(
        "SELECT s.state_id, r.run_id, t.step_id, r.generation, r.status = 'started', t.step_type = 'fanout', s.status, "
        "       f.flow_slug, t.step_slug, t.handler, t.queue, t.sql_function, t.sql_search_path, "
        "       r.priority + t.priority, r.fair_key, f.owner::oid, "
        "       t.fanout_from, t.source_function, t.source_search_path, t.fanout_path, t.context, t.has_context, t.batch_size, "
        "       t.max_buffered, s.is_open, (SELECT p.state_id FROM fanout.step_states p "
        "           WHERE t.pipelined_step_id IS NOT NULL AND p.run_id = s.run_id AND p.step_id = t.pipelined_step_id), "
        "       s.total_tasks IS NOT NULL, coalesce(s.total_tasks, 0), coalesce(s.total_items, 0), s.failed_items, coalesce(s.stripe_width, 0), "
        "       coalesce(t.max_attempts, f.max_attempts), "
        "       (extract(epoch FROM coalesce(t.base_delay, f.base_delay)) * 1000000)::bigint, "
        "       (extract(epoch FROM coalesce(t.max_delay, f.max_delay)) * 1000000)::bigint, "
        "       coalesce(t.timeout, f.timeout), t.heartbeat_timeout, t.schedule_timeout, "
        "       (extract(epoch FROM t.heartbeat_timeout) * 1000000)::bigint, "
        "       (extract(epoch FROM t.schedule_timeout) * 1000000)::bigint, "
        "       coalesce((extract(epoch FROM t.start_delay) * 1000000)::bigint, 0), t.retry_budget, "
        "       t.on_failure = 'collect', num_nonnulls(t.tolerated_failures, t.tolerated_failure_percentage) > 0, "
        "       t.output_mode = 'counts', t.builds_output, t.feeds_steps, t.max_concurrency, "
        "       c.limit_id, t.limits "
        "FROM unnest($1) AS wanted (id) "
        "JOIN fanout.step_states s ON s.state_id = wanted.id "
        "JOIN fanout.runs r ON r.run_id = s.run_id "
        "JOIN fanout.steps t ON t.step_id = s.step_id "
        "JOIN fanout.flows f ON f.flow_id = t.flow_id "
        "LEFT JOIN fanout.limits c ON c.state_id = s.state_id",
        {INT8ARRAYOID});
    rows found = load.run({param::int8_array(state_ids)});
    step_states result;
    for (size_t i = 0; i < found.size(); ++i) {
        step_state s = state_reader(found, i).read();
        result.emplace(s.state_id, std::move(s));
    }
    return result;
}

step_state load_state(int64_t state_id) {
    step_states found = load_states({state_id});
    auto it = found.find(state_id);
    if (it != found.end()) return it->second;
    raise(sqlstate::unknown_run, "step state " + std::to_string(state_id) + " does not exist",
          "Its run has been removed.");
}

int64_t find_state(const pg_uuid_t& run_id, const std::string& step_slug) {
    static statement run_exists("SELECT FROM fanout.runs WHERE run_id = $1", {UUIDOID});
    static statement find("SELECT s.state_id FROM fanout.step_states s JOIN fanout.steps t USING (step_id) "
                          "WHERE s.run_id = $1 AND t.step_slug = $2",
                          {UUIDOID, TEXTOID});
    rows found = find.run({param::uuid(run_id), param::text(step_slug)});
    if (!found.empty()) return found.int8(0, 1);
    if (run_exists.run({param::uuid(run_id)}).empty()) {
        raise(sqlstate::unknown_run, "run " + uuid_text(run_id) + " does not exist",
              "fanout.runs_overview lists the runs.");
    }
    raise(sqlstate::unknown_step, "run " + uuid_text(run_id) + " has no step \"" + step_slug + "\"",
          "fanout.steps_overview lists the steps of a run.");
}

std::string uuid_text(const pg_uuid_t& value) {
    return pg_call([&] { return DatumGetCString(DirectFunctionCall1(uuid_out, UUIDPGetDatum(&value))); });
}

}  // namespace fanout
