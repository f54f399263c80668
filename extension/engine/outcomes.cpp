#include "engine/outcomes.hpp"

#include "engine/advance.hpp"
#include "engine/batch.hpp"
#include "engine/entry_in_order.hpp"
#include "engine/pipeline.hpp"
#include "engine/retry_budget.hpp"
#include "engine/stripes.hpp"
#include "flows/handler.hpp"
#include "plain/backoff.hpp"
#include "postgres/error_text.hpp"
#include "postgres/patience.hpp"
#include "postgres/settings.hpp"
#include "queue/internal_row.hpp"
#include "queue/limit.hpp"
#include "queue/shared_retry.hpp"
#include "runs/progress.hpp"
#include "runs/results.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace fanout {
namespace {

/// Outcomes that were accepted, by what they need.
struct sorted_outcomes {
    std::map<int, std::vector<const outcome*>> successes;  // by generation
    std::vector<outcome*> failures;
};

/// Drops outcomes for indexes that the claim doesn't hold, and the second of two for one index.
std::vector<outcome> accepted_outcomes(const claims& held, std::vector<outcome> outcomes) {
    auto comes_before = [](const outcome& a, const outcome& b) {
        return std::pair(a.claim_id, a.task_index) < std::pair(b.claim_id, b.task_index);
    };
    // Most workers end tasks in the order in which they got them.
    if (!std::is_sorted(outcomes.begin(), outcomes.end(), comes_before))
        std::stable_sort(outcomes.begin(), outcomes.end(), comes_before);
    auto same_task = [](const outcome& a, const outcome& b) {
        return a.claim_id == b.claim_id && a.task_index == b.task_index;
    };
    outcomes.erase(std::unique(outcomes.begin(), outcomes.end(), same_task), outcomes.end());
    std::erase_if(outcomes, [&](const outcome& o) {
        auto it = held.find(o.claim_id);
        return it == held.end() || !it->second.indexes.contains(o.task_index);
    });
    return outcomes;
}

/// Tasks of one state, stripe and attempt.
using part_key = std::tuple<int64_t, int32_t, int16_t>;

/// What is to be counted: tasks that have ended, by what that needs, and failed attempts that are to be made
/// again.
class uncounted {
public:
    uncounted(const step_states& states, TimestampTz at) : now(at), states_(states) {}

    void add_ended(const queue_row& c, const outcome& o) {
        // Those of one claim follow each other.
        if (claim_ != &c) note_claim(c);
        ended_->push_back(o.task_index);
        if (c.has_progress) reported[c.state_id].push_back(o.task_index);
        if (o.error || o.failed_items > 0) with_failures.push_back(&o);
        if (feeds_) feeds_->push_back(o.task_index);
    }

    void add_retry(const queue_row& c, const outcome& o) {
        retries[{c.queue_id, o.retry_after_us}].append(o.task_index);
    }

    void add_unspent_retry(const queue_row& c, const outcome& o) {
        unspent_retries[{c.queue_id, o.retry_after_us}].append(o.task_index);
    }

    /// How many tasks of each stripe.
    std::map<by_stripe, int32_t> counts() const {
        std::map<by_stripe, int32_t> result;
        for (const auto& [part, indexes] : ended)
            result[{std::get<0>(part), std::get<1>(part)}] += static_cast<int32_t>(indexes.size());
        return result;
    }

    const TimestampTz now;
    std::map<part_key, std::vector<int32_t>> ended;
    using by_claim = std::map<std::pair<int64_t, int64_t>, index_set>;  // and by the delay asked for
    by_claim retries;
    by_claim unspent_retries;                           // that are to be taken off their budgets before
    std::map<by_stripe, std::vector<int32_t>> feeding;  // those that are the items of pipelined steps
    std::map<int64_t, std::vector<int32_t>> reported;   // those that may have, by state
    std::vector<const outcome*> with_failures;          // that failed, or items of which did

private:
    void note_claim(const queue_row& c) {
        claim_ = &c;
        ended_ = &ended[{c.state_id, c.stripe, c.attempt}];
        feeds_ = states_.at(c.state_id).feeds_steps ? &feeding[{c.state_id, c.stripe}] : nullptr;
    }

    const step_states& states_;
    const queue_row* claim_ = nullptr;
    std::vector<int32_t>* ended_ = nullptr;
    std::vector<int32_t>* feeds_ = nullptr;
};

void record_successes(const claims& held, const sorted_outcomes& sorted, TimestampTz now, uncounted& what) {
    for (const auto& [generation, outcomes] : sorted.successes) {
        std::vector<new_result> results;
        results.reserve(outcomes.size());
        for (const outcome* o : outcomes) {
            const queue_row& c = held.at(o->claim_id);
            results.push_back({c.state_id, c.claimed_at, c.worker_id, o->task_index, c.attempt, o->output});
        }
        const std::vector<size_t> old = insert_results(generation, results, now);
        auto next_old = old.begin();
        for (size_t i = 0; i < outcomes.size(); ++i) {
            if (next_old != old.end() && *next_old == i) {
                ++next_old;
            } else {
                what.add_ended(held.at(outcomes[i]->claim_id), *outcomes[i]);
            }
        }
    }
}

std::string step_error(const queue_row& c, const outcome& o, const step_state& state) {
    std::string error = o.item_error.value_or(o.error.value_or(""));
    if (state.is_fanout && !o.item_error) error = "task " + std::to_string(o.task_index) + ": " + error;
    if (c.attempt > 1) error += " (attempt " + std::to_string(c.attempt) + ")";
    return error;
}

/// Counts the items that failed for good; unless they are collected, the first fails its step. Those of busy
/// stripes are counted with these.
void count_failures(const claims& held, const step_states& states, const uncounted& what,
                    const stripe_counts& stripes, change_set& changes) {
    for (const outcome* o : what.with_failures) {
        const queue_row& c = held.at(o->claim_id);
        if (stripes.is_busy({c.state_id, c.stripe})) continue;
        const step_state& state = states.at(c.state_id);
        state_change& change = changes.states[c.state_id];
        change.failed_items += o->error ? o->items : o->failed_items;
        if (state.collects || change.error) continue;
        change.error = step_error(c, *o, state);
        change.error_is_final = o->final;
    }
}

void retry_later(const queue_row& failed, const step_state& state, const index_set& indexes,
                 retry_time when) {
    // Also where it was the end of a child that was claimed, or was put off.
    queue_row again = failed;
    again.kind = queue_kind::task;
    again.handler = queue_handler(state.handler);
    again.priority = state.priority;
    again.errors = 0;
    again.reason.reset();
    again.worker_id = 0;
    again.attempt = static_cast<int16_t>(failed.attempt + 1);
    again.crashed = false;
    again.indexes = indexes;
    if (!join_waiting_row(again, state, when)) requeue(again, indexes, again.attempt, when.at_us, false);
}

void record_failures(const claims& held, const step_states& states, const sorted_outcomes& sorted,
                     TimestampTz now, uncounted& what, patience& waits) {
    const std::set<const outcome*> unspent = spend_retry_budgets(held, states, sorted.failures, &waits);
    for (outcome* o : sorted.failures) {
        const queue_row& c = held.at(o->claim_id);
        const bool final = is_final(*o, c, states.at(c.state_id));
        const failed_attempt failed{c.state_id, c.claimed_at, c.worker_id, o->task_index, c.attempt};
        insert_failure(c.generation, failed, {final, o->final, *o->error}, now);
        if (final) {
            if (insert_failed_result(c.generation, failed, now)) what.add_ended(c, *o);
        } else if (unspent.contains(o)) {
            what.add_unspent_retry(c, *o);
        } else {
            what.add_retry(c, *o);
        }
    }
}

/// Puts failed tasks back into the queue, for their next attempts.
void requeue_retries(const claims& held, const step_states& states, const uncounted& what) {
    for (const auto& [key, indexes] : what.retries) {
        const queue_row& c = held.at(key.first);
        const step_state& state = states.at(c.state_id);
        if (!state.run_is_live) continue;  // counted as not done; a resume finds what is missing
        retry_later(c, state, indexes,
                    next_retry(what.now,
                               backoff_us(state.base_delay_us, state.max_delay_us,
                                          state.attempts_since_begun(c.attempt)),
                               key.second, pg_prng_double(&pg_global_prng_state)));
    }
}

/// What the outcomes are to the queue, to counters, states and runs. Returns those of which stripes are to be
/// counted later, because somebody else has locked what that needs.
std::set<by_stripe> count_and_advance(const claims& held, const uncounted& what, change_set& changes,
                                      advance_mode mode) {
    const step_states& states = changes.seen;
    requeue_retries(held, states, what);
    const std::map<by_stripe, int32_t> counts = what.counts();
    const stripe_counts stripes(counts, states, changes.waits);
    count_failures(held, states, what, stripes, changes);
    stripes.add_to(changes);
    std::map<by_stripe, std::vector<int32_t>> feeding = what.feeding;
    std::erase_if(feeding, [&](const auto& entry) { return stripes.is_busy(entry.first); });
    announce_ready(states, feeding, changes);
    for (const auto& [id, state] : states) {
        if (enters_in_order(state)) changes.states[id].goes_on = true;
    }
    advance(changes, mode);
    stripes.write(changes.busy);
    std::set<by_stripe> busy;
    for (const auto& [at, count] : counts) {
        if (stripes.is_busy(at) || changes.busy.contains(at.first)) busy.insert(at);
    }
    return busy;
}

/// Leaves to queue rows what is to be counted, for all or these stripes.
void put_off_counts(const step_states& states, const uncounted& what, const std::set<by_stripe>* only,
                    TimestampTz available_at) {
    for (const auto& [part, indexes] : what.ended) {
        const auto& [state_id, stripe, attempt] = part;
        if (indexes.empty() || (only && !only->contains({state_id, stripe}))) continue;
        enqueue_internal(states.at(state_id), {.kind = queue_kind::count,
                                               .stripe = stripe,
                                               .attempt = attempt,
                                               .indexes = index_set::of(indexes),
                                               .available_at = available_at});
    }
}

/// Leaves retries to queue rows, which don't come before the time that was asked for.
void put_off_retries(const claims& held, const step_states& states, const uncounted::by_claim& retries,
                     queue_kind kind, int64_t pause_us) {
    for (const auto& [key, indexes] : retries) {
        const queue_row& c = held.at(key.first);
        const int64_t delay = std::max(key.second, pause_us);
        enqueue_internal(states.at(c.state_id), {.kind = kind,
                                                 .stripe = c.stripe,
                                                 .attempt = c.attempt,
                                                 .has_progress = c.has_progress,
                                                 .indexes = indexes,
                                                 .available_at = delay > 0 ? engine_clock() + delay : 0});
    }
}

/// Leaves the failures of steps that the call has found to queue rows, of all or these states.
void put_off_failures(const step_states& states, const std::map<int64_t, state_change>& given,
                      const std::set<int64_t>* only, TimestampTz available_at) {
    for (const auto& [state_id, change] : given) {
        const auto state = states.find(state_id);
        if (!change.error || state == states.end() || (only && !only->contains(state_id))) continue;
        enqueue_internal(state->second, {.kind = queue_kind::fail,
                                         .available_at = available_at,
                                         .reason = change.error,
                                         .reason_is_final = change.error_is_final});
    }
}

/// Leaves to queue rows that steps whose tasks go in order go on, of these busy states, unless a count will
/// do it.
void put_off_going_on(const step_states& states, const std::set<int64_t>& of,
                      const std::set<by_stripe>& counted, TimestampTz available_at) {
    for (int64_t state_id : of) {
        const auto state = states.find(state_id);
        if (state == states.end() || !enters_in_order(state->second)) continue;
        const auto count = counted.lower_bound({state_id, 0});
        if (count != counted.end() && count->first == state_id) continue;
        enqueue_internal(state->second, {.kind = queue_kind::finish, .available_at = available_at});
    }
}

/// What could not be done for all states is for each of them to do, so that each fails for itself.
void put_off_all(const claims& held, const step_states& states, const uncounted& what,
                 const std::map<int64_t, state_change>& given) {
    put_off_counts(states, what, nullptr, 0);
    put_off_retries(held, states, what.retries, queue_kind::count, 0);
    put_off_failures(states, given, nullptr, 0);
}

/// Of tasks that a row of kind 'count' stands for: those that have a result of that attempt have ended, the
/// others are to be tried again.
std::vector<outcome> read_outcomes(const queue_row& c, const step_state& state) {
    std::vector<outcome> result;
    for (recorded_attempt& a : recorded_attempts(state, c.attempt, c.indexes.elements())) {
        outcome& o = result.emplace_back(outcome{c.queue_id, a.task_index});
        o.is_out_of_retries = a.has_result;
        if (a.output) {
            o.output = *a.output;
        } else {
            o.error = std::move(a.error);
            o.final = a.said_final;
        }
    }
    return result;
}

/// Takes what is recorded off the claims. An index leaves a claim in the transaction that records its
/// outcome.
void narrow_claims(claims& held, const std::vector<outcome>& outcomes) {
    std::map<int64_t, std::vector<int32_t>> recorded;
    for (const outcome& o : outcomes) recorded[o.claim_id].push_back(o.task_index);
    std::vector<int64_t> finished;
    for (const auto& [claim_id, indexes] : recorded) {
        queue_row& c = held.at(claim_id);
        c.indexes.remove(indexes);
        if (c.indexes.empty()) {
            finished.push_back(claim_id);
        } else {
            narrow_claim(c);
        }
    }
    delete_claims(finished);
}

void record_outcomes(claims& held, const step_states& states, std::vector<outcome>& outcomes, uncounted& what,
                     patience& waits) {
    judge_batches(held, states, outcomes);
    sorted_outcomes sorted;
    for (outcome& o : outcomes) {
        if (o.error) {
            sorted.failures.push_back(&o);
        } else {
            sorted.successes[held.at(o.claim_id).generation].push_back(&o);
        }
    }
    record_successes(held, sorted, what.now, what);
    record_failures(held, states, sorted, what.now, what, waits);
    narrow_claims(held, outcomes);
    forget_progress(what.reported);
}

}  // namespace

void settle(claims& held, std::vector<outcome> outcomes, change_set& changes, patience& waits) {
    outcomes = accepted_outcomes(held, std::move(outcomes));
    for (outcome& o : outcomes) {
        if (o.error) o.error = error_text(std::move(*o.error));
    }
    // What failed while it waited holds no slot.
    for (const outcome& o : outcomes) {
        const queue_row& c = held.at(o.claim_id);
        changes.freed_slots[c.state_id] += c.worker_id != 0 ? 1 : 0;
    }
    if (outcomes.empty() && changes.states.empty()) {
        release_slots(std::exchange(changes.freed_slots, {}), &waits);
        return;
    }
    changes.seen = states_of(held);
    changes.waits = &waits;
    const step_states& states = changes.seen;
    // Before anything that takes locks of a later phase.
    release_slots(std::exchange(changes.freed_slots, {}), states, &waits);
    uncounted what(states, engine_clock());
    record_outcomes(held, states, outcomes, what, waits);
    const std::map<int64_t, state_change> given = changes.states;
    std::set<by_stripe> busy;
    const std::optional<pg_error> error =
        subtransaction([&] { busy = count_and_advance(held, what, changes, advance_mode::short_work); });
    if (error && error->passes()) throw pg_error(*error);
    put_off_retries(held, states, what.unspent_retries, queue_kind::retry, busy_pause_us);
    if (error) return put_off_all(held, states, what, given);
    const TimestampTz later = engine_clock() + busy_pause_us;
    if (!busy.empty()) put_off_counts(states, what, &busy, later);
    if (changes.busy.empty()) return;
    put_off_failures(states, given, &changes.busy, later);
    put_off_going_on(states, changes.busy, busy, later);
}

void count_put_off(const queue_row& c) {
    claims held;
    held.emplace(c.queue_id, c);
    patience waits;
    change_set changes;
    changes.waits = &waits;
    changes.seen = states_of(held);
    const step_states& states = changes.seen;
    delete_claims({c.queue_id});
    if (!states.contains(c.state_id)) return;
    const step_state& state = states.at(c.state_id);
    if (c.kind == queue_kind::retry && !take_retries(state, c.indexes.size(), &waits))
        raise_busy(state.where());
    std::vector<outcome> outcomes = read_outcomes(c, state);
    judge_batches(held, states, outcomes);
    uncounted what(states, engine_clock());
    for (const outcome& o : outcomes) {
        if (o.error && !o.is_out_of_retries) {
            what.add_retry(c, o);
        } else {
            what.add_ended(c, o);
        }
    }
    const std::set<by_stripe> busy = count_and_advance(held, what, changes, advance_mode::apart);
    if (!busy.empty() || !changes.busy.empty()) raise_busy(state.where());
}

}  // namespace fanout
