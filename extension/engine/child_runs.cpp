#include "engine/child_runs.hpp"

#include "engine/advance.hpp"
#include "engine/family.hpp"
#include "engine/new_run.hpp"
#include "engine/priority.hpp"
#include "engine/resume.hpp"
#include "flows/ceilings.hpp"
#include "flows/handler.hpp"
#include "plain/sqlstates.hpp"
#include "postgres/access.hpp"
#include "postgres/call_budget.hpp"
#include "postgres/datum.hpp"
#include "postgres/lock_order.hpp"
#include "postgres/patience.hpp"
#include "postgres/settings.hpp"
#include "runs/chain_input.hpp"
#include "runs/child_limits.hpp"
#include "runs/task_input.hpp"
#include "runs/under_way.hpp"

#include <algorithm>

namespace fanout {
namespace {

constexpr int64_t most_starts = 64, most_states = 2000, fewest_ends = 8, most_ends = 256;
constexpr int64_t small_bytes = 1 << 20, most_bytes = 16 << 20;

/// What one call may take.
class allowance {
public:
    bool is_spent() const { return bytes_ > most_bytes || budget_.is_spent(); }
    bool has_no_room() const { return bytes_ > most_bytes || budget_.has_no_room(); }
    void add(Datum value) { bytes_ += value_bytes(value); }
    int64_t bytes() const { return bytes_; }

private:
    call_budget budget_;
    int64_t bytes_ = 0;
};

/// An error that passes says nothing about a task: the whole is done again.
template <typename F> std::optional<pg_error> in_subtransaction(F&& f) {
    std::optional<pg_error> error = subtransaction(f);
    if (error && error->passes()) throw pg_error(*error);
    return error;
}

/// Does `work` for these tasks, which returns the error that took it back, and after an error for each half
/// of them, until the one that is to blame stands alone: of that one `failed` hears.
template <typename Work, typename Failed>
void in_halves(const index_set& indexes, const Work& work, const Failed& failed) {
    const std::optional<pg_error> error = work(indexes);
    if (!error) return;
    if (indexes.size() == 1) return failed(indexes.ranges().front().lo, *error);
    index_set upper = indexes;
    const index_set lower = upper.take(indexes.size() / 2);
    in_halves(lower, work, failed);
    in_halves(upper, work, failed);
}

// -- their ends --

/// What the children of one step's tasks have come to.
class child_ends {
public:
    child_ends(const step_state& state, int64_t claim_id) : state_(state), claim_id_(claim_id) {}

    /// Reads those of these tasks; those whose child goes on are passed over.
    std::vector<outcome> read(const index_set& indexes) const {
        static statement find(
            "SELECT i.index, c.run_id, c.status, f.flow_slug, c.error, CASE "
            "    WHEN c.status <> 'completed' THEN NULL WHEN t.is_chain THEN to_jsonb(c.run_id) "
            "    ELSE (SELECT o.output FROM fanout.leaf_outputs o WHERE o.run_id = c.run_id) END, "
            // A run is cancelled because somebody wants it to end; each of a batch of chained runs runs once.
            "    c.status = 'cancelled' OR c.status = 'failed' AND (t.is_chain OR c.error_is_final) "
            "FROM unnest($2) AS i (index) CROSS JOIN fanout.step_states p JOIN fanout.steps t ON t.step_id = p.step_id "
            "LEFT JOIN fanout.runs c ON c.parent_state_id = p.state_id AND c.parent_index = i.index "
            "LEFT JOIN fanout.flows f ON f.flow_id = c.flow_id "
            "WHERE p.state_id = $1 AND c.status IS DISTINCT FROM 'started'",
            {INT8OID, INT4ARRAYOID});
        rows found = find.run({param::int8(state_.state_id), param::int4_array(indexes.elements())});
        std::vector<outcome> result;
        for (size_t i = 0; i < found.size(); ++i) result.push_back(read_end(found, i));
        return result;
    }

private:
    outcome read_end(const rows& found, size_t i) const {
        outcome o{claim_id_, found.int4(i, 1)};
        if (found.is_null(i, 2)) {
            o.error = "its child run was removed";
            return o;
        }
        const run_status status = run_statuses.find(found.text(i, 3)).value();
        if (status == run_status::completed) {
            o.output = plain_copy(found.datum(i, 6));
            return o;
        }
        const std::string run =
            "run " + uuid_text(found.uuid(i, 2)) + " of flow \"" + found.text(i, 4) + "\" ";
        const std::optional<std::string> reason = found.optional_text(i, 5);
        o.error = run + (status == run_status::failed ? "failed" : "was cancelled") +
                  (reason ? ": " + *reason : "");
        o.final = found.boolean(i, 7);
        return o;
    }

    const step_state& state_;
    int64_t claim_id_;
};

// -- their starts --

/// What the children of one step have in common.
struct child_flow {
    flow_version version;
    int32_t depth, priority;
    bool is_followed;  ///< whether children that are taken up go on by this version
};

std::string child_slug(const step_state& state) {
    return state.handler.substr(std::string_view(child_handler_prefix).size());
}

/// Throws where no child may be started.
child_flow find_child_flow(const step_state& state) {
    static statement find(
        "SELECT depth + 1, priority, follows_current IS TRUE FROM fanout.runs WHERE run_id = $1", {UUIDOID});
    const std::string slug = child_slug(state);
    rows parent = find.run({param::uuid(state.run_id)});
    const int32_t depth = parent.int4(0, 1);
    if (depth > max_depth()) {
        raise(sqlstate::nested_too_deep,
              state.where() + ": flow \"" + slug + "\" would run " + std::to_string(depth) +
                  " levels deep, and fanout.max_depth is " + std::to_string(max_depth()),
              "Does it contain itself without end? If not, raise the setting fanout.max_depth.");
    }
    const std::optional<flow_version> version = version_to_start_now(slug);
    if (!version) {
        raise(sqlstate::still_stopping, state.where() + ": flow \"" + slug + "\" is being changed or dropped",
              "Its child runs start once that is done.");
    }
    require_owner(state.owner, version->owner, state.where() + ": flow \"" + slug + "\"");
    check_run_priority(version->flow_id, parent.int4(0, 2), state.where() + ": flow \"" + slug + "\"");
    check_child_names_no_held_limit(state, *version);
    return {*version, depth, parent.int4(0, 2), parent.boolean(0, 3)};
}

/// Of a task that has nothing but an item, or nothing but the run's input, that; else all of its input.
Datum child_input(const step_state& state, const std::optional<Datum>& item,
                  const std::optional<Datum>& context) {
    if (item && !context && state.batch_size == 1) return *item;
    const Datum input = jsonb_input(state, item, context);
    return pg_call([&] {
        Jsonb* object = DatumGetJsonbP(input);
        if (JB_ROOT_COUNT(object) != 1) return input;
        JsonbValue* run = getKeyJsonValueFromContainer(&object->root, "run", 3, nullptr);
        return run ? PointerGetDatum(JsonbValueToJsonb(run)) : input;
    });
}

class child_starts {
public:
    child_starts(const step_state& state, const queue_row& from, allowance& allowed, patience& waits)
        : state_(state), from_(from), allowance_(allowed), waits_(waits) {}

    /// Starts children for the tasks of the claim until the allowance is spent.
    void run() {
        const std::optional<pg_error> refused = in_subtransaction([&] {
            flow_ = find_child_flow(state_);
            chain_ = chain::find(state_);
            if (!chain_) context_ = read_context(state_);
        });
        if (refused) return refuse(*refused);
        index_set rest = from_.indexes;
        // At least one batch, however slow the machine is at the moment.
        do {
            in_halves(
                rest.take(starts_at_once()), [&](const index_set& some) { return try_to_start(some); },
                [&](int32_t index, const pg_error& error) { give_up(index, error); });
        } while (!rest.empty() && !allowance_.is_spent());
    }

    std::vector<outcome> outcomes;
    /// Tasks that wait for their children, or in the queue again: the claim is rid of them. The first keep
    /// their slots.
    std::vector<int32_t> left;
    int64_t put_back = 0;

private:
    /// A task's child from an attempt before.
    struct known_child {
        pg_uuid_t run_id;
        bool has_ended;
        bool is_completed;
    };
    using known_children = std::map<int32_t, known_child>;

    /// Of a flow of many steps few runs: each has a state for every step.
    int64_t starts_at_once() const {
        const auto steps = static_cast<int64_t>(definition_of(flow_.version.flow_id)->size());
        return std::clamp<int64_t>(most_states / std::max<int64_t>(steps, 1), 1, most_starts);
    }

    /// What a transform raises is its task's failure, whether it passes or not: after conflicts it has been
    /// called again.
    std::optional<pg_error> try_to_start(const index_set& some) {
        const std::optional<pg_error> error = subtransaction([&] { start(some); });
        if (error && error->passes() && !transforming_) throw pg_error(*error);
        return error;
    }

    void start(const index_set& some) {
        transforming_.reset();
        const known_children known = find_known(some);
        index_set unknown = some;
        std::vector<int32_t> indexes;
        for (const auto& entry : known) indexes.push_back(entry.first);
        unknown.remove(indexes);
        std::vector<int32_t> waiting = known.empty() ? std::vector<int32_t>{} : take_up(known);
        std::vector<outcome> ended;
        if (waiting.size() < known.size()) {
            index_set over = some;
            over.remove(unknown.elements());
            over.remove(waiting);
            ended = child_ends(state_, from_.queue_id).read(over);
        }
        if (!unknown.empty()) insert(unknown, waiting);
        outcomes.insert(outcomes.end(), ended.begin(), ended.end());
        left.insert(left.end(), waiting.begin(), waiting.end());
    }

    known_children find_known(const index_set& some) const {
        static statement find("SELECT parent_index, run_id, status FROM fanout.runs "
                              "WHERE parent_state_id = $1 AND parent_index = ANY ($2)",
                              {INT8OID, INT4ARRAYOID});
        rows found = find.run({param::int8(state_.state_id), param::int4_array(some.elements())});
        known_children result;
        for (size_t i = 0; i < found.size(); ++i) {
            const run_status status = run_statuses.find(found.text(i, 3)).value();
            result[found.int4(i, 1)] = {found.uuid(i, 2), status != run_status::started,
                                        status == run_status::completed};
        }
        return result;
    }

    /// Resumes those that have failed; all that go on are this attempt's from now on. Returns these: others
    /// have ended meanwhile.
    std::vector<int32_t> take_up(const known_children& known) {
        static statement adopt("UPDATE fanout.runs SET parent_attempt = $2 WHERE run_id = ANY ($1) "
                               "AND status = 'started' RETURNING parent_index",
                               {UUIDARRAYOID, INT2OID});
        std::vector<pg_uuid_t> runs, ended;
        for (const auto& [index, child] : known) {
            if (child.is_completed) continue;
            if (child.has_ended) ended.push_back(child.run_id);
            runs.push_back(child.run_id);
        }
        resume_in_time(ended);
        std::sort(runs.begin(), runs.end(),
                  [](const pg_uuid_t& a, const pg_uuid_t& b) { return key_of(a) < key_of(b); });
        std::vector<int32_t> result;
        if (runs.empty()) return result;
        lock_in_order(runs);
        rows adopted = adopt.run({param::uuid_array(runs), param::int2(from_.attempt)});
        for (size_t i = 0; i < adopted.size(); ++i) result.push_back(adopted.int4(i, 1));
        std::sort(result.begin(), result.end());
        return result;
    }

    /// One that is still stopping is tried again later, outside of this call; and so is one whose counters
    /// are locked, by who pushed items before it ended.
    void resume_in_time(const std::vector<pg_uuid_t>& run_ids) {
        if (run_ids.empty()) return;
        const flow_version* follows = flow_.is_followed ? &flow_.version : nullptr;
        auto resume_all = [&] {
            for (const pg_uuid_t& run_id : run_ids) resume(run_id, 1, what_failed::runs_again, follows);
        };
        if (!waits_.wait_for(resume_all, shortest_wait_us)) raise_locked(run_ids.front());
    }

    /// Somebody may be about to cancel one of them.
    void lock_in_order(const std::vector<pg_uuid_t>& run_ids) {
        static const row_lock lock("runs", "runs_pkey", {{1, BTEqualStrategyNumber, F_UUID_EQ}},
                                   LockTupleNoKeyExclusive, {});
        // Locked while their parent's claim is: an order of their own.
        const lock_order_scope order;
        std::vector<Datum> keys;
        for (const pg_uuid_t& run_id : run_ids) {
            check_lock_order(lock_phase::runs, key_of(run_id));
            keys.push_back(UUIDPGetDatum(&run_id));
        }
        const locked_in_time locked = lock_in_time(lock, keys, &waits_);
        if (!locked.busy.empty()) raise_locked(run_ids[locked.busy.front()]);
    }

    /// The task is tried again later.
    [[noreturn]] static void raise_locked(const pg_uuid_t& run_id) {
        raise(sqlstate::still_stopping, "run " + uuid_text(run_id) + " is locked by another transaction",
              "It is tried again until that has ended.");
    }

    /// Copied: the rows that they were read from are gone with them.
    std::vector<task_item> read_items(const index_set& which) const {
        std::vector<task_item> result;
        int64_t bytes = 0;
        for_each_item(which, state_, [&](const task_item& read) {
            task_item copy = read;
            for (std::optional<Datum>* value : {&copy.item, &copy.errors}) {
                if (!*value) continue;
                *value = plain_copy(**value);
                bytes += value_bytes(**value);
            }
            result.push_back(copy);
            return bytes <= most_bytes;
        });
        return result;
    }

    Datum input_of(const task_item& task) {
        if (chain_) {
            transforming_ = task.index;
            const Datum input = chain_->input_after(state_, *task.item);
            transforming_.reset();
            return input;
        }
        if (!task.errors) return child_input(state_, task.item, context_);
        return child_input(state_, task.item, add_errors(context_, *task.errors));
    }

    /// Inserts and starts a run for each, as far as their inputs aren't too much for one call.
    void insert(const index_set& which, std::vector<int32_t>& waiting) {
        std::vector<new_run> runs;
        std::vector<pg_uuid_t> run_ids;
        std::vector<int32_t> indexes;
        const std::optional<std::string> prefix = chain_ ? chain_->name_prefix : std::nullopt;
        // No rows are held while a user's function may raise an error.
        for (const task_item& task : read_items(which)) {
            // A transform may take its time with each.
            if (!runs.empty() && (chain_ ? allowance_.is_spent() : allowance_.has_no_room())) break;
            run_ids.push_back(child_run_id(state_.run_id, state_.step_slug, task.index, from_.attempt));
            indexes.push_back(task.index);
            new_run run{run_ids.back(), input_of(task)};
            if (prefix) run.name = *prefix + std::to_string(task.index);
            run.parent = {state_.state_id, task.index, from_.attempt, flow_.depth};
            allowance_.add(run.input);
            runs.push_back(std::move(run));
        }
        if (runs.empty()) return;
        run_beginning begun{};
        // Their ids are no secret: a run of one of them may be under way into the table.
        if (!insert_in_time(
                [&] { begun = insert_runs(flow_.version, runs, flow_.priority, state_.fair_key); }, &waits_))
            raise_locked(run_ids.front());
        start_inserted_runs(run_ids, begun, flow_.version, advance_mode::short_work);
        waiting.insert(waiting.end(), indexes.begin(), indexes.end());
    }

    /// None can be started.
    void refuse(const pg_error& error) {
        if (error.has_sqlstate(sqlstate::still_stopping)) return try_later(from_.indexes);
        for (int32_t index : from_.indexes.elements()) fail(index, error, true);
    }

    /// A transform may raise what it likes: of that nothing passes by itself.
    void give_up(int32_t index, const pg_error& error) {
        const bool is_stopping = error.has_sqlstate(sqlstate::still_stopping) && transforming_ != index;
        if (is_stopping) return try_later(index_set(index, index + 1));
        fail(index, error, chain_.has_value());
    }

    void try_later(const index_set& indexes) {
        constexpr int64_t pause_us = USECS_PER_SEC;
        requeue(from_, indexes, from_.attempt, engine_clock() + pause_us, false);
        const std::vector<int32_t> these = indexes.elements();
        left.insert(left.end(), these.begin(), these.end());
        put_back += indexes.size();
    }

    void fail(int32_t index, const pg_error& error, bool final) {
        outcomes.push_back({from_.queue_id, index, 0, error.description(), final});
    }

    const step_state& state_;
    const queue_row& from_;
    allowance& allowance_;
    patience& waits_;
    child_flow flow_{};
    std::optional<chain> chain_;
    std::optional<int32_t> transforming_;  ///< the task whose transform is called, or has raised an error
    std::optional<Datum> context_;
};

/// The outcomes that a claim of ended children stands for.
class ended_children {
public:
    ended_children(const step_state& state, const queue_row& from, allowance& allowed)
        : ends_(state, from.queue_id), from_(from), allowance_(allowed) {}

    void run() {
        index_set rest = from_.indexes;
        int64_t count = fewest_ends;
        do {
            const index_set some = rest.take(count);
            const int64_t bytes_before = allowance_.bytes();
            in_halves(
                some, [&](const index_set& which) { return in_subtransaction([&] { read(which); }); },
                [&](int32_t index, const pg_error& error) {
                    outcomes.push_back(
                        {from_.queue_id, index, 0, "its child's output: " + error.description(), true});
                });
            note_left(some);
            if (allowance_.bytes() - bytes_before < small_bytes) count = std::min(count * 2, most_ends);
        } while (!rest.empty() && !allowance_.is_spent());
    }

    std::vector<outcome> outcomes;
    /// Tasks whose child goes on, resumed meanwhile: its end comes in a row of its own.
    std::vector<int32_t> left;

private:
    void read(const index_set& which) {
        std::vector<outcome> ended = ends_.read(which);
        for (const outcome& o : ended) {
            if (!o.error) allowance_.add(o.output);
        }
        outcomes.insert(outcomes.end(), ended.begin(), ended.end());
    }

    void note_left(const index_set& some) {
        std::vector<int32_t> ended;
        for (const outcome& o : outcomes) ended.push_back(o.task_index);
        std::sort(ended.begin(), ended.end());
        index_set others = some;
        others.remove(ended);
        const std::vector<int32_t> going_on = others.elements();
        left.insert(left.end(), going_on.begin(), going_on.end());
    }

    child_ends ends_;
    const queue_row& from_;
    allowance& allowance_;
};

/// That of the run, as the children that were started have it.
int32_t priority_before(const step_state& parent) {
    return parent.priority - parent.step_priority;
}

/// A cancel, or a change of the priority, that was first has not seen the children that are new; one that comes now
/// waits for us, and will. Where somebody else has locked a parent for long, all of it is put off.
void end_with_parents(const std::set<std::pair<lock_key, int64_t>>& parents, const step_states& states,
                      patience& waits) {
    static const row_lock lock("runs", "runs_pkey", {{1, BTEqualStrategyNumber, F_UUID_EQ}}, LockTupleShare,
                               {"status", "priority"});
    for (const auto& [key, state_id] : parents) {
        const pg_uuid_t& run_id = states.at(state_id).run_id;
        check_lock_order(lock_phase::runs, key);
        const locked_in_time parent = lock_in_time(lock, {UUIDPGetDatum(&run_id)}, &waits);
        if (!parent.busy.empty()) raise_busy("run " + uuid_text(run_id));
        const std::optional<run_status> status =
            parent.rows.empty() ? std::nullopt : run_statuses.find(parent.rows.text(0, 1));
        if (status != run_status::started) {
            end_descendants(run_id, status);
        } else if (const int32_t priority = parent.rows.int4(0, 2);
                   priority != priority_before(states.at(state_id))) {
            hand_down_priority(run_id, priority);
        }
    }
}

}  // namespace

void run_child_claims(claims& held) {
    const step_states states = states_of(held);
    std::vector<outcome> outcomes;
    std::set<std::pair<lock_key, int64_t>> parents;
    allowance allowed;
    patience waits;
    change_set changes;
    auto take_over = [&](queue_row& c, auto& work) {
        work.run();
        outcomes.insert(outcomes.end(), work.outcomes.begin(), work.outcomes.end());
        std::sort(work.left.begin(), work.left.end());
        c.indexes.remove(work.left);
        if (!work.left.empty()) narrow_claim(c);
    };
    for (auto& [id, c] : held) {
        const auto state = states.find(c.state_id);
        if (state == states.end() || !state->second.run_is_live) {
            changes.freed_slots[c.state_id] += c.indexes.size();
            c.indexes = {};
            narrow_claim(c);
        } else if (c.kind == queue_kind::child) {
            ended_children work(state->second, c, allowed);
            take_over(c, work);
        } else {
            // Of these transforms are called.
            const under_way starts({{id, state->second.run_id, state->second.flow_slug},
                                    {id, state->second.run_id, child_slug(state->second)}});
            child_starts work(state->second, c, allowed, waits);
            take_over(c, work);
            if (work.put_back > 0) changes.freed_slots[c.state_id] += work.put_back;
            parents.emplace(key_of(state->second.run_id), c.state_id);
        }
    }
    settle(held, std::move(outcomes), changes, waits);
    end_with_parents(parents, states, waits);
}

}  // namespace fanout
