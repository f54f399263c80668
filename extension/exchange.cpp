// exchange, and on the same engine claim_tasks, complete_task and fail_task.
#include "errors.hpp"
#include "internal.hpp"
#include "row_writer.hpp"
#include "task_input.hpp"
#include "worker.hpp"

#include <algorithm>

namespace fanout {
namespace {

/// The columns of an exchange's rows.
enum column {
    kind,
    claim_id,
    run_id,
    flow_slug,
    step_slug,
    task_index,
    attempt,
    handler,
    input,
    timeout,
    progress
};
inline constexpr int column_count = progress + 1;

/// Writes an exchange's rows, or those of claim_tasks, which have no kind.
class task_writer {
public:
    task_writer(const call& c, bool with_kind, bool brief)
        : rows_(c), offset_(with_kind ? 0 : 1), brief_(brief) {}

    /// A row that is about a claim only.
    void notice(const char* what, std::optional<int64_t> about) {
        start(what);
        if (about) set(claim_id, Int64GetDatum(*about));
        put();
    }

    void start_claim(const char* what, const claim& c, const step_state& state) {
        start(what);
        set(claim_id, Int64GetDatum(c.claim_id));
        set(run_id, param::uuid(state.run_id).datum);
        set(flow_slug, param::text(state.flow_slug).datum);
        set(step_slug, param::text(state.step_slug).datum);
        set(attempt, Int32GetDatum(c.attempt));
        set(handler, param::text(state.handler).datum);
        set(timeout, state.timeout);
    }

    void set(column at, Datum value) {
        values_[at] = value;
        nulls_[at] = false;
    }

    void clear(column at) { nulls_[at] = true; }

    void put() { rows_.write(values_ + offset_, nulls_ + offset_); }

    /// After the first row of a claim: what its rows have in common needs no second time where the caller
    /// says so.
    void shorten() {
        if (!brief_) return;
        for (column c : {run_id, flow_slug, step_slug, attempt, handler, timeout}) nulls_[c] = true;
    }

private:
    void start(const char* what) {
        std::fill(std::begin(nulls_), std::end(nulls_), true);
        set(kind, param::text(what).datum);
    }

    row_writer rows_;
    int offset_;
    bool brief_;
    Datum values_[column_count];
    bool nulls_[column_count];
};

struct task_input {
    int32_t index;
    std::optional<Datum> text;  // none where there is no such text
};

/// Reads inputs as far as the budget goes. Some can't be given as text (numbers of many digits, above a
/// gigabyte): their error must not be the exchange's, which would meet it again and again.
std::vector<task_input> read_inputs(const index_set& indexes, const step_state& state, int64_t& budget) {
    std::vector<task_input> result;
    const int64_t whole_budget = budget;
    auto read = [&](const index_set& which) {
        return subtransaction([&] {
            for_each_input(which, state, input_type::json, [&](int32_t index, Datum text) {
                result.push_back({index, text});
                budget -= input_bytes(text);
                return budget > 0;
            });
        });
    };
    if (!read(indexes)) return result;
    result.clear();
    budget = whole_budget;
    index_set rest = indexes;
    while (!rest.empty() && budget > 0) {
        const index_set one = rest.take(1);
        if (read(one)) result.push_back({one.ranges().front().lo, std::nullopt});
    }
    return result;
}

/// Writes a claim's tasks as far as the budget goes; returns how many.
int64_t write_tasks(task_writer& writer, const claim& c, const step_state& state, int64_t& budget) {
    if (budget <= 0) return 0;
    const std::vector<task_input> inputs = read_inputs(c.indexes, state, budget);
    writer.start_claim("task", c, state);
    for (const task_input& t : inputs) {
        writer.set(task_index, Int32GetDatum(t.index));
        if (t.text) {
            writer.set(input, *t.text);
        } else {
            writer.clear(input);
        }
        writer.put();
        writer.shorten();
    }
    return static_cast<int64_t>(inputs.size());
}

void write_whole_claim(task_writer& writer, const char* what, const claim& c, const step_state& state) {
    writer.start_claim(what, c, state);
    writer.set(task_index, Int32GetDatum(static_cast<int32_t>(c.indexes.size())));
    writer.put();
}

/// Tasks whose inputs are too much for one answer go back into the queue.
void write_claims(task_writer& writer, const claimed_tasks& claimed) {
    int64_t budget = most_input_bytes;
    for (const auto& [id, c] : claimed.taken) {
        const step_state& state = claimed.states.at(c.state_id);
        switch (executor_of(c)) {
        case claim_executor::sql:
            write_whole_claim(writer, "sql", c, state);
            break;
        case claim_executor::internal:
            write_whole_claim(writer, "internal", c, state);
            break;
        case claim_executor::worker:
            keep_first(c, write_tasks(writer, c, state, budget));
            break;
        }
    }
}

/// The claims that an earlier call with this sequence made and that are still held.
claimed_tasks claims_of_sequence(const worker& w, int64_t sequence) {
    static statement find(
        "SELECT queue_id, state_id FROM fanout.queue WHERE worker_id = $1 AND claim_sequence = $2",
        {INT4OID, INT8OID});
    rows found = find.run({param::int4(w.worker_id), param::int8(sequence)});
    std::vector<int64_t> ids, states;
    for (size_t i = 0; i < found.size(); ++i) {
        ids.push_back(found.int8(i, 1));
        states.push_back(found.int8(i, 2));
    }
    std::sort(states.begin(), states.end());
    states.erase(std::unique(states.begin(), states.end()), states.end());
    return {lock_claims(w.worker_id, ids), load_states(states), false};
}

struct completions {
    std::vector<outcome> outcomes;
    std::vector<Datum> outputs;
    std::vector<int64_t> claim_ids;  // sorted, each once
};

/// Reads the arrays of an exchange: claim_ids, task_indexes, outputs, errors, final.
completions read_completions(const call& c) {
    constexpr int first = 3;
    for (int i = 0; i < 5; ++i) {
        if (c.is_null(first + i)) {
            raise(sqlstate::invalid_argument, "exchange: an array is null",
                  "Leave the arrays out, or give all five.");
        }
    }
    array_elements ids = elements_of(c.datum(first), INT8OID);
    array_elements indexes = elements_of(c.datum(first + 1), INT4OID);
    array_elements outputs = elements_of(c.datum(first + 2), TEXTOID);
    array_elements errors = elements_of(c.datum(first + 3), TEXTOID);
    array_elements finals = elements_of(c.datum(first + 4), BOOLOID);
    if (indexes.size != ids.size || outputs.size != ids.size || errors.size != ids.size ||
        finals.size != ids.size) {
        raise(sqlstate::invalid_argument,
              "exchange: the arrays have " + std::to_string(ids.size) + " claim_ids, " +
                  std::to_string(indexes.size) + " task_indexes, " + std::to_string(outputs.size) +
                  " outputs, " + std::to_string(errors.size) + " errors, " + std::to_string(finals.size) +
                  " final",
              "Give one element of each for every task: an output or an error, the other null.");
    }
    completions result;
    for (int i = 0; i < ids.size; ++i) {
        if (ids.nulls[i] || indexes.nulls[i] || (outputs.nulls[i] && errors.nulls[i])) {
            raise(sqlstate::invalid_argument,
                  "exchange: completion " + std::to_string(i + 1) +
                      " has neither output nor error, or no claim or task",
                  "Give claim_id, task_index, and an output or an error.");
        }
        outcome o;
        o.claim_id = DatumGetInt64(ids.values[i]);
        o.task_index = DatumGetInt32(indexes.values[i]);
        if (!errors.nulls[i]) {
            text_view view = view_text(errors.values[i]);
            o.error = std::string(view.data, view.size);
            o.final = !finals.nulls[i] && DatumGetBool(finals.values[i]);
        }
        result.claim_ids.push_back(o.claim_id);
        result.outcomes.push_back(std::move(o));
        result.outputs.push_back(outputs.values[i]);
    }
    std::sort(result.claim_ids.begin(), result.claim_ids.end());
    result.claim_ids.erase(std::unique(result.claim_ids.begin(), result.claim_ids.end()),
                           result.claim_ids.end());
    return result;
}

/// Completes and fails; returns the claims that weren't the worker's any more.
std::vector<int64_t> complete(const worker& w, completions what) {
    if (what.outcomes.empty()) return {};
    claims held = lock_claims(w.worker_id, what.claim_ids);
    std::vector<int64_t> stale;
    for (int64_t id : what.claim_ids) {
        if (!held.count(id)) stale.push_back(id);
    }
    for (const auto& [id, c] : held) {
        if (executor_of(c) == claim_executor::internal) {
            raise(sqlstate::invalid_argument,
                  "exchange: claim " + std::to_string(id) + " is the engine's own work",
                  "Call fanout.run_internal with it.");
        }
    }
    parse_outputs(what.outcomes, what.outputs);
    change_set changes;
    record_outcomes(held, std::move(what.outcomes), changes);
    advance(changes, advance_mode::short_work);
    return stale;
}

/// Remembers the call, so that the same sequence again gets the same answer. A call that changed nothing
/// isn't remembered: an idle worker's polls write nothing.
void remember_exchange(const worker& w, int64_t sequence, const std::vector<int64_t>& stale, bool idle) {
    static statement remember("UPDATE fanout.workers SET last_sequence = $2, last_stale = $3, idle = $4 "
                              "WHERE worker_id = $1",
                              {INT4OID, INT8OID, INT8ARRAYOID, BOOLOID});
    remember.run(
        {param::int4(w.worker_id), param::int8(sequence), param::int8_array(stale), param::boolean(idle)});
}

/// The live claim of a task that this caller may complete.
struct task_claim {
    worker holder;
    int64_t claim_id;
    int32_t task_index;
};

[[noreturn]] void raise_not_claimed(const call& c, const pg_uuid_t& run, int64_t state_id, int32_t index) {
    static statement result(
        "SELECT output IS NOT NULL FROM fanout.results WHERE state_id = $1 AND task_index = $2",
        {INT8OID, INT4OID});
    rows found = result.run({param::int8(state_id), param::int4(index)});
    const std::string task =
        "task " + std::to_string(index) + " of step \"" + c.text(1) + "\" of run " + uuid_text(run);
    if (!found.empty()) {
        raise(sqlstate::not_claimed,
              task + (found.boolean(0, 1) ? " is already completed" : " has already failed"),
              "A task has one result. fanout.results shows it.");
    }
    raise(sqlstate::not_claimed, task + " is not claimed by this worker",
          "Claim it first with fanout.claim_tasks; fanout.step_tasks shows who holds it.");
}

task_claim find_claim(const call& c, int worker_argument) {
    static statement find(
        "SELECT queue_id, worker_id FROM fanout.queue WHERE state_id = $1 AND indexes @> $2 "
        "AND worker_id IS NOT NULL AND kind = 'task' AND ($3 IS NULL OR worker_id = $3)",
        {INT8OID, INT4OID, INT8OID});
    const pg_uuid_t run = *DatumGetUUIDP(c.datum(0));
    const int64_t state_id = find_state(run, c.text(1));
    const int32_t index = c.int4(2);
    // A claim can be narrowed between look-up and lock; the look-up then runs again in a new statement.
    for (int attempts = 0; attempts < 3; ++attempts) {
        rows found =
            find.run({param::int8(state_id), param::int4(index),
                      c.is_null(worker_argument) ? param::null() : param::int8(c.int8(worker_argument))});
        if (found.empty()) break;
        worker holder = load_worker(found.int4(0, 2), c.caller);
        claims held = lock_claims(holder.worker_id, {found.int8(0, 1)});
        if (!held.empty() && held.begin()->second.indexes.contains(index)) {
            return {holder, held.begin()->first, index};
        }
    }
    raise_not_claimed(c, run, state_id, index);
}

void complete_one(const task_claim& task, outcome o) {
    o.claim_id = task.claim_id;
    o.task_index = task.task_index;
    claims held = lock_claims(task.holder.worker_id, {task.claim_id});
    change_set changes;
    record_outcomes(held, {std::move(o)}, changes);
    advance(changes, advance_mode::short_work);
    record_heartbeat(task.holder.worker_id);
}

void require_task_arguments(const call& c, const char* function) {
    for (int i = 0; i < 3; ++i) {
        if (!c.is_null(i)) continue;
        raise(sqlstate::invalid_argument, std::string(function) + ": run_id, step_slug or task_index is null",
              "Give all three, as claim_tasks returned them.");
    }
}

}  // namespace
}  // namespace fanout

using namespace fanout;

/// exchange(worker_id, sequence, max_tasks, claim_ids, task_indexes, outputs, errors, final): one call
/// completes, fails and claims.
FANOUT_FUNCTION(fanout_exchange) {
    if (call.is_null(0) || call.is_null(1) || call.is_null(2)) {
        raise(sqlstate::invalid_argument, "exchange: worker_id, sequence or max_tasks is null",
              "Give all three.");
    }
    task_writer writer(call, true, !call.is_null(8) && call.boolean(8));
    const int64_t sequence = call.int8(1);
    completions what = read_completions(call);
    lock_worker(call.int8(0));
    const worker w = load_worker(call.int8(0), call.caller);
    if (sequence < w.last_sequence || sequence < 1) {
        raise(sqlstate::sequence_conflict,
              "exchange: worker " + std::to_string(w.worker_id) + " sent sequence " +
                  std::to_string(sequence) + " after " + std::to_string(w.last_sequence),
              "Count up from 1; repeat a number only to repeat the very same call.");
    }
    const bool repeated = sequence == w.last_sequence;
    const bool completes = !what.outcomes.empty();
    std::vector<int64_t> stale = repeated ? w.last_stale : complete(w, std::move(what));
    const holdings held = what_it_holds(w.worker_id);
    claimed_tasks claimed =
        repeated ? claims_of_sequence(w, sequence) : claim_tasks(w, held, call.int4(2), sequence);
    const bool idle = claimed.taken.empty() && !claimed.ask_again && call.int4(2) > 0;
    if (!repeated && (completes || !claimed.taken.empty() || idle != w.idle)) {
        remember_exchange(w, sequence, stale, idle);
    }
    for (int64_t id : stale) writer.notice("stale", id);
    for (int64_t id : held.to_stop) writer.notice("stop", id);
    if (claimed.taken.empty() && claimed.ask_again) writer.notice("again", std::nullopt);
    write_claims(writer, claimed);
    return 0;
}

/// claim_tasks(worker_id bigint, max_tasks int)
FANOUT_FUNCTION(fanout_claim_tasks) {
    if (call.is_null(0) || call.is_null(1) || call.int4(1) < 1) {
        raise(sqlstate::invalid_argument, "claim_tasks: worker_id is null, or max_tasks is not 1 or more",
              "Give the id that register_worker returned, and how many tasks to claim.");
    }
    task_writer writer(call, false, false);
    lock_worker(call.int8(0));
    const worker w = load_worker(call.int8(0), call.caller);
    run_waiting_internal(w);
    write_claims(writer,
                 claim_tasks(without_internal(w), what_it_holds(w.worker_id), call.int4(1), std::nullopt));
    // Last: heartbeat() waits for this row until the transaction ends.
    record_heartbeat(w.worker_id);
    return 0;
}

/// complete_task(run_id uuid, step_slug text, task_index int, output jsonb, worker_id bigint)
FANOUT_FUNCTION(fanout_complete_task) {
    require_task_arguments(call, "complete_task");
    if (call.is_null(3)) {
        raise(sqlstate::invalid_argument, "complete_task: output is SQL NULL",
              "Give a jsonb value; JSON's null is 'null'::jsonb.");
    }
    complete_one(find_claim(call, 4), {0, 0, call.datum(3), std::nullopt, false});
    return 0;
}

/// fail_task(run_id uuid, step_slug text, task_index int, error_message text, final boolean, worker_id
/// bigint)
FANOUT_FUNCTION(fanout_fail_task) {
    require_task_arguments(call, "fail_task");
    if (call.is_null(3) || call.is_null(4)) {
        raise(sqlstate::invalid_argument, "fail_task: error_message or final is null",
              "Say what went wrong.");
    }
    complete_one(find_claim(call, 5), {0, 0, 0, call.text(3), call.boolean(4)});
    return 0;
}
