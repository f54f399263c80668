#include "queue/claim.hpp"

#include "flows/handler.hpp"
#include "plain/sqlstates.hpp"
#include "postgres/datum.hpp"
#include "postgres/halves.hpp"
#include "postgres/hint_life.hpp"
#include "postgres/index_scan.hpp"
#include "postgres/relation.hpp"
#include "postgres/settings.hpp"
#include "queue/claim_mark.hpp"
#include "queue/due_rows.hpp"
#include "queue/fair_key.hpp"
#include "queue/internal_row.hpp"
#include "queue/limit.hpp"
#include "queue/missing_owner.hpp"
#include "queue/pauses.hpp"
#include "queue/queue_id.hpp"
#include "queue/queue_writer.hpp"

#include <algorithm>
#include <utility>

namespace fanout {
namespace {

struct candidate {
    int64_t queue_id;
    int64_t state_id;
    int32_t priority;
    int64_t virtual_time;
    int32_t width;
    bool crashed;
};

/// Where a scan found its first row: it starts there, or with a higher priority.
struct low_water_mark {
    int32_t priority;
    int64_t virtual_time;
};

/// Queues that are searched together, by one clock.
struct scope {
    std::string name;  ///< of the one queue; empty: all that the worker serves
    Datum queues;      ///< text[]
};

/// What is searched one after the other. A queue that is named twice is searched once.
std::vector<scope> scopes_of(const worker& w, const std::vector<std::string>& queue_order) {
    if (queue_order.empty()) return {{"", w.queues}};
    std::vector<std::string> served = text_elements(w.queues, "queues");
    std::vector<scope> result;
    for (const std::string& queue : queue_order) {
        if (std::erase(served, queue) > 0) result.push_back({queue, param::text_array({queue}).datum});
    }
    return result;
}

/// A backend's low-water marks, one a scope. Below a mark are the index entries of rows as they were before:
/// while an old snapshot keeps them, a scan from the start visits each of them (4,000 of them doubled what a
/// claim takes). It is a hint only, because rows commit out of order. A row that has entered below the mark
/// waits for the next scan from the start (a run of ten tasks beside one of a million took up to a second
/// where the time was one second, in every sixth case). So a mark is what was first a moment ago, which is
/// longer than most transactions take; it is used for a time that is as short as leaves the scans from the
/// start a fiftieth of the time; and where it finds nothing at all, the start is looked at, too. Where a scan
/// from the start is as quick as one from the mark, there is none.
class scan_start {
public:
    /// The mark, unless it is too old, or another worker's (behind a pooler).
    std::optional<low_water_mark> get(int64_t worker_id, const std::string& scope_name) {
        if (worker_id != std::exchange(worker_id_, worker_id)) marks_.clear();
        if (steady_clock_us() >= good_until_) return std::nullopt;
        auto mark = marks_.find(scope_name);
        return mark == marks_.end() ? std::nullopt : mark->second.settled;
    }

    /// A scan from the beginning, which began then, has ended.
    void took_since(int64_t began) {
        constexpr int64_t times = 50, quick_us = 200;
        const bool was_quick = steady_clock_us() - began < quick_us;
        good_until_ = was_quick ? 0 : believed_until(began, times, USECS_PER_SEC);
    }

    void found(const std::string& scope_name, const std::vector<candidate>& candidates) {
        constexpr int64_t moment_us = 100000;
        if (candidates.empty()) return;
        const int64_t now = steady_clock_us();
        scope_mark& mark = marks_[scope_name];
        if (mark.latest && now - mark.found_at < moment_us) return;
        mark.settled = mark.latest;
        mark.latest = {candidates.front().priority, candidates.front().virtual_time};
        mark.found_at = now;
    }

private:
    struct scope_mark {
        std::optional<low_water_mark> settled, latest;
        int64_t found_at = 0;
    };

    int64_t worker_id_ = 0;
    int64_t good_until_ = 0;
    std::map<std::string, scope_mark> marks_;
};

scan_start next_scan;

/// The order in which rows are claimed.
template <typename Row> bool goes_first(const Row& a, const Row& b) {
    return std::pair(-a.priority, a.virtual_time) < std::pair(-b.priority, b.virtual_time);
}

/// What the index of waiting rows is searched for: all of a queue's handler, or what a mark leaves of it.
constexpr index_condition in_queue = {1, BTEqualStrategyNumber, F_TEXTEQ};
constexpr index_condition of_handler = {2, BTEqualStrategyNumber, F_TEXTEQ};

index_scan waiting(std::vector<index_condition> conditions) {
    conditions.insert(conditions.begin(), {in_queue, of_handler});
    return {"queue",
            "queue_claimable",
            std::move(conditions),
            {"queue_id", "state_id", "priority", "virtual_time", "width", "crashed"}};
}

/// Whether no row with that handler is to be claimed from that queue. What the engine has to do itself is looked
/// at row by row: what runs may finish.
bool is_held_back(Datum queue, Datum handler) {
    const auto text_of = [](Datum value) {
        const text_view view = view_text(value);
        return std::string_view(view.data, view.size);
    };
    return is_paused_queue(text_of(queue)) && !is_engines_own(text_of(handler));
}

/// The values of one scan after another: each queue with each handler, and with what a mark says.
std::vector<Datum> scan_values(const worker& w, const scope& in, std::initializer_list<Datum> mark) {
    const array_elements queues = elements_of(in.queues, TEXTOID),
                         handlers = elements_of(w.handlers, TEXTOID);
    const bool some_are_paused = any_queue_is_paused();
    std::vector<Datum> values;
    for (int q = 0; q < queues.size; ++q) {
        for (int h = 0; h < handlers.size; ++h) {
            if (some_are_paused && is_held_back(queues.values[q], handlers.values[h])) continue;
            values.insert(values.end(), {queues.values[q], handlers.values[h]});
            values.insert(values.end(), mark);
        }
    }
    return values;
}

void add_candidates(const found_rows& found, std::vector<candidate>& to) {
    for (size_t i = 0; i < found.size(); ++i) {
        to.push_back({found.int8(i, 1), found.int8(i, 2), found.int4(i, 3), found.int8(i, 4),
                      found.int4(i, 5), found.boolean(i, 6)});
    }
}

std::vector<candidate> find_from_start(const worker& w, const scope& in, uint64_t limit) {
    static const index_scan scan = waiting({});
    const int64_t began = steady_clock_us();
    std::vector<candidate> result;
    add_candidates(scan.run_each(read_snapshot(), scan_values(w, in, {}), limit), result);
    next_scan.took_since(began);
    return result;
}

std::vector<candidate> find_from_mark(const worker& w, const scope& in, const low_water_mark& from,
                                      uint64_t limit) {
    static const index_scan above = waiting({{3, BTGreaterStrategyNumber, F_INT4GT}});
    static const index_scan behind =
        waiting({{3, BTEqualStrategyNumber, F_INT4EQ}, {4, BTGreaterEqualStrategyNumber, F_INT8GE}});
    const Datum priority = Int32GetDatum(from.priority), time = Int64GetDatum(from.virtual_time);
    const read_snapshot now;
    std::vector<candidate> result;
    add_candidates(above.run_each(now, scan_values(w, in, {priority}), limit), result);
    add_candidates(behind.run_each(now, scan_values(w, in, {priority, time}), limit), result);
    return result;
}

/// What the worker could claim, best first, none of it locked yet.
std::vector<candidate> find_candidates(const worker& w, const scope& in,
                                       const std::optional<low_water_mark>& from, size_t limit) {
    std::vector<candidate> result =
        from ? find_from_mark(w, in, *from, limit) : find_from_start(w, in, limit);
    std::sort(result.begin(), result.end(), goes_first<candidate>);
    if (result.size() > limit) result.resize(limit);
    next_scan.found(in.name, result);
    return result;
}

/// Locks those of the candidates that still wait and that nobody else has locked, by rising id.
std::vector<queue_row> lock_candidates(const std::vector<int64_t>& ids) {
    std::vector<queue_row> result = lock_queue_rows(ids, when_locked::skip);
    std::erase_if(result, [](const queue_row& c) { return c.worker_id != 0 || c.available_at != 0; });
    std::sort(result.begin(), result.end(), goes_first<queue_row>);
    return result;
}

/// Sets the virtual clock to the time of the row served, unless it is past that. Two backends may set it at
/// once and the lower one win: a row that enters then is a little early, by what one claim takes.
void set_virtual_clock(int64_t virtual_time) {
    if (last_value(virtual_clock) < virtual_time) set_value(virtual_clock, virtual_time);
}

/// Whether the last claim of this backend failed by an error: the next one then looks first which rows are to
/// blame.
bool last_claim_failed = false;

class claiming {
public:
    claiming(const worker& w, const holdings& held, const claim_wish& wish)
        : worker_(w), held_(held), wanted_(wish.tasks), most_limited_(wish.most_limited),
          free_slots_(w.slots - held.tasks), sequence_(wish.sequence), now_(engine_clock()), limits_(now_) {}

    claimed_tasks run(const std::vector<scope>& scopes) {
        constexpr int most_passes = 3;
        bool more = true;
        for (int i = 0; more && wanted_ > 0 && i < most_passes; ++i) {
            for (const scope& in : scopes) {
                if (wanted_ <= 0 || exclusive_ || waits_to_run_dry_) break;
                search(in);
            }
            more = limits_.finish();
        }
        if (more && result_.taken.empty()) result_.ask_again = true;
        result_.all = wanted_ > 0 && saw_last_ && !result_.ask_again && !exclusive_ && !waits_to_run_dry_ &&
                      passed_over_.empty();
        // It may be parked until there is a token.
        result_.may_be_due_soon = meets_limits_;
        return std::move(result_);
    }

private:
    void search(const scope& in) {
        const std::optional<low_water_mark> from = next_scan.get(worker_.worker_id, in.name);
        met_garbage_ = parked_some_ = false;
        scan(in, from);
        if (from && result_.taken.empty()) scan(in, std::nullopt);
        // Behind the rows that the last look removed there may be others.
        if ((met_garbage_ || parked_some_) && result_.taken.empty()) result_.ask_again = true;
    }

    /// Wider looks only where the narrow one wasn't enough: most claims find one wide row.
    void scan(const scope& in, const std::optional<low_water_mark>& from) {
        for (size_t limit : {16, 256, 4096}) {
            if (wanted_ <= 0 || exclusive_) return;
            if (!look(in, from, limit)) return;
        }
    }

    /// Takes from the best `limit` candidates. Returns whether a wider look could find more.
    bool look(const scope& in, const std::optional<low_water_mark>& from, size_t limit) {
        std::vector<candidate> candidates = find_candidates(worker_, in, from, limit);
        const size_t found = candidates.size();
        saw_last_ = found < limit;
        met_garbage_ = parked_some_ = false;
        if (meets_limits_ || meets_pauses_) learn_of(candidates);
        const size_t passed_over = passed_over_.size();
        bool met_locked = true, tried = false;
        while (met_locked && wanted_ > 0 && !exclusive_) {
            const std::vector<int64_t> ids = choose(candidates);
            if (ids.empty()) break;
            tried = true;
            met_locked = take_what_is_free(ids);
        }
        if (!tried) return found == limit && (meets_limits_ || meets_pauses_);
        const bool held_back = parked_some_ || passed_over_.size() > passed_over;
        if (held_back && result_.taken.empty()) exclusive_ = false;
        return !exclusive_ && (met_garbage_ || held_back || found == limit);
    }

    /// Takes from those of the rows that nobody else has locked. The others are passed over from now on:
    /// another claim is at work on them, and there are more. Returns whether there were such.
    bool take_what_is_free(const std::vector<int64_t>& ids) {
        std::vector<queue_row> locked = lock_candidates(ids);
        const size_t found = locked.size();
        if (last_claim_failed) remove_unclaimable(locked);
        take_from(locked);
        if (found == ids.size()) return false;
        std::set<int64_t> free;
        for (const queue_row& c : locked) free.insert(c.queue_id);
        for (int64_t id : ids) {
            if (!free.contains(id)) passed_over_.insert(id);
        }
        result_.ask_again = true;
        return true;
    }

    /// What can't be claimed fails its step, and nobody else's call.
    void remove_unclaimable(std::vector<queue_row>& locked) const {
        int left = most_subtransactions;
        std::erase_if(locked, [&](const queue_row& c) {
            if (left-- <= 0) return false;
            const std::optional<pg_error> error = try_to_claim(c);
            if (!error) return false;
            if (error->passes()) throw pg_error(*error);
            fail_step_of_row(c.queue_id, "its tasks can't be claimed: " + error->description());
            return true;
        });
    }

    /// As a claim is written; it is taken back in any case.
    std::optional<pg_error> try_to_claim(const queue_row& c) const {
        struct undone {};
        queue_row taken = c;
        taken.worker_id = worker_.worker_id;
        taken.claimed_at = now_;
        try {
            return subtransaction([&] {
                queue_writer rows;
                rows.add(taken, sequence_, 0);
                rows.finish();
                throw undone{};
            });
        } catch (const undone&) {
            return std::nullopt;
        }
    }

    /// Once a row was held back by a limit, or is paused, what is held back of all candidates is known before
    /// they are chosen: it is parked together, and doesn't keep others from being chosen.
    void learn_of(const std::vector<candidate>& candidates) {
        std::set<int64_t> state_ids;
        for (const candidate& c : candidates) state_ids.insert(c.state_id);
        learn_of_states({state_ids.begin(), state_ids.end()});
    }

    void learn_of_states(const std::vector<int64_t>& state_ids) {
        if (state_ids.empty()) return;
        std::set<int64_t> limit_ids;
        step_states found = load_states(state_ids);
        paused_.merge(pauses_of(found));
        for (auto& [id, state] : found) {
            limit_ids.insert(state.limit_ids.begin(), state.limit_ids.end());
            result_.states.insert_or_assign(id, std::move(state));
        }
        limits_.lock({limit_ids.begin(), limit_ids.end()});
    }

    /// How many tasks of a row to expect, as far as its limits are known, and what is paused.
    int64_t expected_from(const candidate& c) const {
        if (paused_.contains(c.state_id)) return 0;
        auto state = result_.states.find(c.state_id);
        if (!meets_limits_ || state == result_.states.end()) return c.width;
        return std::min<int64_t>(c.width, limits_.room(state->second.limit_ids).value_or(0));
    }

    /// As many of the best candidates as it takes to get what is wanted.
    std::vector<int64_t> choose(const std::vector<candidate>& candidates) {
        std::vector<int64_t> ids;
        int64_t width = 0;
        for (const candidate& c : candidates) {
            if (width >= wanted_) break;
            if (passed_over_.contains(c.queue_id)) continue;
            if (c.crashed) {
                // Whatever stands behind it waits, too, so that the worker runs dry and can take it.
                if (ids.empty() && result_.taken.empty() && held_.claims.empty()) {
                    exclusive_ = true;
                    return {c.queue_id};
                }
                waits_to_run_dry_ = true;
                break;
            }
            ids.push_back(c.queue_id);
            width += expected_from(c);
        }
        return ids;
    }

    void take_from(std::vector<queue_row>& locked) {
        std::set<int64_t> state_ids;
        for (const queue_row& w : locked) state_ids.insert(w.state_id);
        learn_of_states({state_ids.begin(), state_ids.end()});
        std::vector<std::pair<int64_t, int64_t>> held_back;
        std::vector<int64_t> removed, unowned;
        std::vector<taking> takings;
        std::vector<std::pair<int64_t, int64_t>> parked;
        int64_t served = -1;
        for (queue_row& w : locked) {
            auto state = result_.states.find(w.state_id);
            const bool live = state != result_.states.end() && state->second.run_is_live;
            if (!live) {
                met_garbage_ = true;
                // It may have been let in to use a slot.
                if (state != result_.states.end()) limits_.pass_on(state->second.limit_ids);
                if (removed.size() < most_garbage) removed.push_back(w.queue_id);
            } else if (!OidIsValid(state->second.owner)) {
                met_garbage_ = true;
                limits_.pass_on(state->second.limit_ids);
                unowned.push_back(w.queue_id);
            } else if (begins_something(w) && paused_.contains(w.state_id)) {
                limits_.pass_on(state->second.limit_ids);
                held_back.emplace_back(w.queue_id, paused_.at(w.state_id));
            } else if (wanted_ > 0) {
                const allowance most = allowed(w, state->second);
                if (most.full_limit && most.tasks == 0) parked.emplace_back(w.queue_id, *most.full_limit);
                if (most.tasks == 0) continue;
                served = std::max(served, w.virtual_time);
                takings.push_back(take(w, state->second, most.tasks));
            }
        }
        write_takings(takings, removed);
        delete_claims(removed);
        put_aside_unowned(unowned);
        meets_limits_ = meets_limits_ || !parked.empty();
        add_held_back(held_back, parked);
        park(parked);
        parked_some_ = !parked.empty();
        if (served >= 0) set_virtual_clock(served);
    }

    /// What has begun is counted and ended also where nothing is to begin.
    static bool begins_something(const queue_row& w) {
        return w.kind == queue_kind::task || w.kind == queue_kind::start;
    }

    /// Rows are parked on their pauses while these can't be ended, so that whoever ends one finds them. What is
    /// being continued at this moment is passed over.
    void add_held_back(const std::vector<std::pair<int64_t, int64_t>>& held_back,
                       std::vector<std::pair<int64_t, int64_t>>& parked) {
        if (held_back.empty()) return;
        meets_pauses_ = true;
        std::set<int64_t> pauses;
        for (const auto& [queue_id, pause_id] : held_back) pauses.insert(pause_id);
        const std::set<int64_t> held = hold_pauses(pauses);
        for (const auto& [queue_id, pause_id] : held_back) {
            if (held.contains(pause_id)) {
                parked.emplace_back(queue_id, pause_id);
            } else {
                passed_over_.insert(queue_id);
                result_.ask_again = true;
            }
        }
    }

    /// What a row's limits allow: where that is nothing, the limit to park it on, or none: it is passed over.
    struct allowance {
        int64_t tasks;
        std::optional<int64_t> full_limit = std::nullopt;
    };

    static bool is_limited(const queue_row& w, const step_state& state) {
        return w.kind == queue_kind::task && !state.limit_ids.empty();
    }

    /// Where a task is to report from the beginning on, it must not wait for its turn at the worker: no more
    /// of them are claimed than slots are free.
    int64_t wanted_of(const step_state& state) const {
        if (!state.heartbeat_timeout) return wanted_;
        return std::clamp<int64_t>(std::min(free_slots_, most_limited_.value_or(wanted_)), 0, wanted_);
    }

    allowance allowed(const queue_row& w, const step_state& state) {
        const int64_t wanted = wanted_of(state);
        if (wanted == 0) passed_over_.insert(w.queue_id);
        if (wanted == 0 || !is_limited(w, state)) return {wanted};
        const std::optional<int64_t> room = limits_.room(state.limit_ids);
        if (room == 0) {
            limits_.pass_on(state.limit_ids);
            return {0, limits_.full_one(state.limit_ids)};
        }
        int64_t most = std::min(wanted, room.value_or(0));
        if (most_limited_ && executor_of(w) == claim_executor::worker) most = std::min(most, *most_limited_);
        if (most == 0) {
            passed_over_.insert(w.queue_id);
            meets_limits_ = true;
            if (!room) result_.ask_again = true;
        }
        return {most};
    }

    /// What is taken off a row, and what is left of it.
    struct taking {
        queue_row taken;
        queue_row rest;
        int64_t count;
        std::optional<int64_t> parked_on;  ///< a limit that is full now
    };

    taking take(const queue_row& w, const step_state& state, int64_t most) {
        taking t{w, w, 0, std::nullopt};
        t.taken.indexes = t.rest.indexes.take(most);
        t.taken.worker_id = worker_.worker_id;
        t.taken.claimed_at = now_;
        t.taken.virtual_time = 0;
        t.count = t.taken.indexes.size();
        wanted_ -= t.count;
        free_slots_ -= t.count;
        const bool begins_at_once = is_limited(w, state) || state.heartbeat_timeout;
        if (begins_at_once && most_limited_ && executor_of(w) == claim_executor::worker)
            *most_limited_ -= t.count;
        if (is_limited(w, state)) {
            limits_.take(state.limit_ids, t.count);
            t.parked_on = limits_.full_one(state.limit_ids);
            if (t.parked_on) limits_.pass_on(state.limit_ids);
        }
        return t;
    }

    /// Adds to `removed` the rows of which nothing is left.
    void write_takings(std::vector<taking>& takings, std::vector<int64_t>& removed) {
        if (takings.empty()) return;
        insert_claims(takings);
        for (taking& t : takings) {
            if (t.rest.indexes.empty()) {
                removed.push_back(t.rest.queue_id);
            } else {
                t.rest.virtual_time = place_after_claim(t.rest, t.count);
                write_rest(t.rest, t.parked_on);
            }
        }
    }

    /// With a new id: under the old one the row's versions would pile up in the primary key for as long as an
    /// old snapshot needs them, and every claim would look at all of them.
    static void write_rest(const queue_row& rest, const std::optional<int64_t>& parked_on) {
        static statement write(
            "UPDATE fanout.queue SET queue_id = fanout.next_queue_id(), "
            "indexes = $2::text::int4multirange, width = $3, virtual_time = $4, parked_on = $5, "
            "available_at = CASE WHEN $5 IS NOT NULL THEN timestamptz 'infinity' END "
            "WHERE queue_id = $1",
            {INT8OID, TEXTOID, INT4OID, INT8OID, INT8OID});
        write.run({param::int8(rest.queue_id), param::text(rest.indexes.text()),
                   param::int4(static_cast<int32_t>(rest.indexes.size())), param::int8(rest.virtual_time),
                   parked_on ? param::int8(*parked_on) : param::null()});
    }

    /// Every claim is a new row with a new id, also where a whole row was taken: the id is the fence.
    void insert_claims(std::vector<taking>& takings) {
        queue_writer rows;
        for (taking& t : takings) t.taken.queue_id = rows.add(t.taken, sequence_, 0);
        rows.finish();
        for (taking& t : takings) result_.taken.emplace(t.taken.queue_id, std::move(t.taken));
    }

    static constexpr size_t most_garbage = 100;

    const worker& worker_;
    const holdings& held_;
    int64_t wanted_;
    std::optional<int64_t> most_limited_;
    int64_t free_slots_;
    std::optional<int64_t> sequence_;
    TimestampTz now_;
    limit_slots limits_;
    std::set<int64_t> passed_over_;  ///< rows that are not for this call
    bool exclusive_ = false, waits_to_run_dry_ = false, met_garbage_ = false, parked_some_ = false;
    bool meets_limits_ = false;          ///< a row was held back by a limit
    bool meets_pauses_ = false;          ///< one was paused
    std::map<int64_t, int64_t> paused_;  ///< the pauses of states
    bool saw_last_ = false;              ///< the last look found all that there is
    claimed_tasks result_;
};

claimed_tasks claim_or_note_failure(const worker& w, const holdings& held, const claim_wish& wish) {
    try {
        claimed_tasks claimed = claiming(w, held, wish).run(scopes_of(w, wish.queue_order));
        last_claim_failed = false;
        return claimed;
    } catch (const pg_error& error) {
        last_claim_failed = !error.passes();
        throw;
    }
}

}  // namespace

claimed_tasks claim_tasks(const worker& w, const holdings& held, const claim_wish& wish) {
    if (wish.tasks <= 0 || held.crashed) return {};
    const bool more_is_due_soon = promote_due_rows();
    claimed_tasks claimed = claim_or_note_failure(w, held, wish);
    claimed.may_be_due_soon = claimed.may_be_due_soon || more_is_due_soon;
    return claimed;
}

claim_executor executor_of(const queue_row& c) {
    if (c.handler == sql_queue_handler) return claim_executor::sql;
    return is_engines_own(c.handler) ? claim_executor::internal : claim_executor::worker;
}

void require_workers_own(const queue_row& c, const std::string& function) {
    const claim_executor executor = executor_of(c);
    if (executor == claim_executor::worker) return;
    const bool is_sql = executor == claim_executor::sql;
    raise(sqlstate::not_claimed,
          function + ": claim " + std::to_string(c.queue_id) + " is of " +
              (is_sql ? "SQL tasks" : "child runs or the engine's own work") +
              ", which no worker completes or fails",
          std::string("Call fanout.") + (is_sql ? "run_sql_tasks" : "run_internal") + " with it.");
}

}  // namespace fanout
