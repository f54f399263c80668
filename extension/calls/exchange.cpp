// exchange: one call completes, fails and claims.
#include "calls/answer.hpp"
#include "calls/completions.hpp"
#include "plain/sqlstates.hpp"
#include "postgres/datum.hpp"
#include "postgres/entry.hpp"
#include "postgres/owner_scope.hpp"
#include "postgres/patience.hpp"
#include "queue/due_rows.hpp"
#include "queue/heartbeats.hpp"
#include "queue/wake.hpp"
#include "queue/worker.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace fanout {
namespace {

/// The claims that an earlier call with this sequence made and that are still held.
claimed_tasks claims_of_sequence(const worker& w, int64_t sequence) {
    static statement find(
        "SELECT queue_id, state_id FROM fanout.queue WHERE worker_id = $1 AND claim_sequence = $2",
        {INT8OID, INT8OID});
    rows found = find.run({param::int8(w.worker_id), param::int8(sequence)});
    std::vector<int64_t> ids, states;
    for (size_t i = 0; i < found.size(); ++i) {
        ids.push_back(found.int8(i, 1));
        states.push_back(found.int8(i, 2));
    }
    std::sort(states.begin(), states.end());
    states.erase(std::unique(states.begin(), states.end()), states.end());
    patience waits;
    return {lock_claims(w.worker_id, ids, &waits).held, load_states(states), false};
}

constexpr int first_array = 3, brief_argument = 8, retry_after_argument = 9, queue_order_argument = 10,
              max_limited_argument = 11, recorded_argument = 12;

/// Who will find something so soon asks by itself, and is not recorded as idle.
constexpr int64_t soon_us = 20000;

/// Reads retry_after, which may be left out, into the outcomes.
void read_retry_after(const call& c, std::vector<outcome>& outcomes) {
    if (c.is_null(retry_after_argument)) return;
    array_elements times = elements_of(c.datum(retry_after_argument), INTERVALOID);
    if (times.size == 0) return;
    if (times.size != static_cast<int>(outcomes.size())) {
        raise(sqlstate::invalid_argument,
              "exchange: retry_after has " + std::to_string(times.size) + " elements for " +
                  std::to_string(outcomes.size()) + " tasks",
              "Leave it out, or give one element for every task, null where nothing is asked for.");
    }
    for (size_t i = 0; i < outcomes.size(); ++i) {
        if (!times.nulls[i]) outcomes[i].retry_after_us = retry_after_us(times.values[i], "exchange");
    }
}

std::vector<std::string> read_queue_order(const call& c) {
    if (c.is_null(queue_order_argument)) return {};
    return text_elements(c.datum(queue_order_argument), "exchange: queue_order");
}

claim_wish read_wish(const call& c) {
    claim_wish wish{.tasks = c.int4(2), .sequence = c.int8(1), .queue_order = read_queue_order(c)};
    if (!c.is_null(max_limited_argument)) wish.most_limited = std::max(c.int4(max_limited_argument), 0);
    return wish;
}

/// Takes those that have neither output nor error out of the outcomes.
void set_returned_apart(completions& what, const array_elements& indexes, const array_elements& outputs) {
    size_t kept = 0;
    for (size_t i = 0; i < what.outcomes.size(); ++i) {
        outcome& o = what.outcomes[i];
        if (outputs.nulls[i] && !o.error) {
            what.returned.push_back(
                {o.claim_id, indexes.nulls[i] ? std::nullopt : std::optional(o.task_index)});
            continue;
        }
        what.outputs[kept] = what.outputs[i];
        if (kept != i) what.outcomes[kept] = std::move(o);
        ++kept;
    }
    what.outcomes.resize(kept);
    what.outputs.resize(kept);
}

/// Reads the arrays of an exchange: claim_ids, task_indexes, outputs, errors, final. The last two may be
/// empty where nothing has failed: to parse them, as text, is a part of what a call takes.
completions read_completions(const call& c) {
    constexpr int first = first_array;
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
    const bool all_succeeded = errors.size == 0 && finals.size == 0;
    if (indexes.size != ids.size || outputs.size != ids.size ||
        (!all_succeeded && (errors.size != ids.size || finals.size != ids.size))) {
        raise(sqlstate::invalid_argument,
              "exchange: the arrays have " + std::to_string(ids.size) + " claim_ids, " +
                  std::to_string(indexes.size) + " task_indexes, " + std::to_string(outputs.size) +
                  " outputs, " + std::to_string(errors.size) + " errors, " + std::to_string(finals.size) +
                  " final",
              "Give one element of each for every task: an output or an error, the other null; neither "
              "where it goes back. Where all have outputs, errors and final may be left out.");
    }
    completions result;
    for (int i = 0; i < ids.size; ++i) {
        const bool has_error = !all_succeeded && !errors.nulls[i];
        const bool goes_back = outputs.nulls[i] && !has_error;
        if (ids.nulls[i] || (indexes.nulls[i] && !goes_back)) {
            raise(sqlstate::invalid_argument,
                  "exchange: completion " + std::to_string(i + 1) + " has no claim or task",
                  "Give claim_id and task_index.");
        }
        outcome o;
        o.claim_id = DatumGetInt64(ids.values[i]);
        o.task_index = DatumGetInt32(indexes.values[i]);
        if (has_error) {
            text_view view = view_text(errors.values[i]);
            o.error = std::string(view.data, view.size);
            o.final = !finals.nulls[i] && DatumGetBool(finals.values[i]);
        }
        result.claim_ids.push_back(o.claim_id);
        result.outcomes.push_back(std::move(o));
        result.outputs.push_back(outputs.values[i]);
    }
    read_retry_after(c, result.outcomes);
    set_returned_apart(result, indexes, outputs);
    std::sort(result.claim_ids.begin(), result.claim_ids.end());
    result.claim_ids.erase(std::unique(result.claim_ids.begin(), result.claim_ids.end()),
                           result.claim_ids.end());
    return result;
}

/// Of a call that is made again: a claim that still holds what was handed in had been busy.
refused_claims refused_before(const worker& w, const completions& what) {
    static statement find("SELECT queue_id, indexes::text FROM fanout.queue "
                          "WHERE worker_id = $1 AND queue_id = ANY ($2) ORDER BY queue_id",
                          {INT8OID, INT8ARRAYOID});
    refused_claims result{w.last_stale, {}};
    rows found = find.run({param::int8(w.worker_id), param::int8_array(what.claim_ids)});
    for (size_t i = 0; i < found.size(); ++i) {
        const int64_t id = found.int8(i, 1);
        const index_set indexes = index_set::parse(found.text(i, 2));
        const bool is_held =
            std::any_of(
                what.outcomes.begin(), what.outcomes.end(),
                [&](const outcome& o) { return o.claim_id == id && indexes.contains(o.task_index); }) ||
            std::any_of(what.returned.begin(), what.returned.end(), [&](const returned_task& t) {
                return t.claim_id == id && (!t.task_index || indexes.contains(*t.task_index));
            });
        if (is_held) result.busy.push_back(id);
    }
    return result;
}

/// The first protocol in which a call is answered though claims of it are locked. Who speaks an older one repeats
/// the call.
constexpr int32_t tells_busy = 2;

/// Whether the last exchange of this backend failed by an error: the next one then settles what it is given
/// apart, so that one task's outcome doesn't keep those of others, however often the call is repeated.
bool last_exchange_failed = false;

/// What the call does with what it was given, and answers.
void exchange(const call& c, completions what, const claim_wish& wish, task_writer& writer) {
    lock_worker(c.int8(0));
    const worker w = load_worker(c.int8(0), c.caller);
    if (!c.is_null(recorded_argument)) require_memory(w, c.int8(recorded_argument));
    const int64_t sequence = *wish.sequence;
    if (sequence < w.last_sequence || sequence < 1) {
        raise(sqlstate::sequence_conflict,
              "exchange: worker " + std::to_string(w.worker_id) + " sent sequence " +
                  std::to_string(sequence) + " after " + std::to_string(w.last_sequence),
              "Count up from 1; repeat a number only to repeat the very same call.");
    }
    const bool repeated = sequence == w.last_sequence;
    const bool apart = std::exchange(last_exchange_failed, true);
    check_callers_constraints(c.caller);
    check_constraints_at_once();
    const bool completes = !what.empty();
    deferred_wakes wakes;
    const refused_claims refused = repeated ? refused_before(w, what) : complete(w, std::move(what), apart);
    // A call that was recorded had none in that protocol.
    if (!repeated && !refused.busy.empty() && w.protocol < tells_busy) raise_claim_busy(refused.busy.front());
    const holdings held = what_it_holds(w.worker_id);
    claimed_tasks claimed = repeated ? claims_of_sequence(w, sequence) : claim_tasks(w, held, wish);
    const bool found_nothing = claimed.taken.empty() && !claimed.ask_again && wish.tasks > 0;
    std::optional<int64_t> wait_us;
    if (found_nothing && !repeated && claimed.may_be_due_soon) wait_us = next_due_us(w);
    const bool idle = found_nothing && !(wait_us && *wait_us < soon_us);
    if (!repeated && (completes || !claimed.taken.empty() || idle != w.idle)) {
        remember_exchange(w, sequence, refused.stale, idle);
    }
    if (claimed.all) {
        wakes.wake_others(w.queues, w.handlers);
    } else {
        wakes.wake();
    }
    for (int64_t id : refused.stale) writer.notice("stale", id);
    if (w.protocol >= tells_busy) {
        for (int64_t id : refused.busy) writer.notice("busy", id);
    }
    for (int64_t id : find_noted_as_gone(w.worker_id)) writer.notice("stop", id);
    for (int64_t id : held.ended) writer.notice("stop", id);
    if (claimed.taken.empty() && claimed.ask_again) writer.notice("again", std::nullopt);
    if (wait_us) writer.ask_again_after(*wait_us);
    write_answer(writer, claimed);
    last_exchange_failed = false;
}

/// An error about values (class 22) or limits (54) would be taken for one about a value that was sent, and
/// looked for among the outcomes. Those have been read by then.
[[noreturn]] void raise_engine_error(const pg_error& error) {
    const std::string state_class = error.sqlstate().substr(0, 2);
    if (state_class != "22" && state_class != "54") throw pg_error(error);
    raise(sqlstate::engine_error, "exchange: " + error.description(),
          "No outcome is to blame: send the same again.");
}

}  // namespace
}  // namespace fanout

using namespace fanout;

/// exchange(worker_id, sequence, max_tasks, claim_ids, task_indexes, outputs, errors, final, brief,
/// retry_after, queue_order, max_limited, recorded): one call completes, fails and claims.
FANOUT_FUNCTION(fanout_exchange) {
    if (call.is_null(0) || call.is_null(1) || call.is_null(2)) {
        raise(sqlstate::invalid_argument, "exchange: worker_id, sequence or max_tasks is null",
              "Give all three.");
    }
    task_writer writer(call, true, !call.is_null(brief_argument) && call.boolean(brief_argument));
    completions what = read_completions(call);
    const claim_wish wish = read_wish(call);
    try {
        exchange(call, std::move(what), wish, writer);
    } catch (const pg_error& error) {
        raise_engine_error(error);
    }
    return 0;
}
