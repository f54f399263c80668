#include "engine/new_run.hpp"

#include "engine/spawn.hpp"
#include "flows/role.hpp"
#include "plain/sqlstates.hpp"
#include "postgres/lock_order.hpp"
#include "postgres/relation.hpp"
#include "postgres/settings.hpp"
#include "postgres/table_insert.hpp"
#include "queue/home.hpp"
#include "runs/generations.hpp"

#include <algorithm>

namespace fanout {
namespace {

/// A state that a run begins with.
struct new_state {
    pg_uuid_t run_id;
    const step_definition* step;
    bool is_started;
};

/// In topological order within a run. Single steps that wait for nothing are inserted as started; but where
/// there is a fan-out among those that begin, they begin one after the other.
std::vector<new_state> new_states(const std::vector<pg_uuid_t>& run_ids, const flow_definition& steps) {
    auto begins = [](const step_definition& step) { return step.depends_on.empty(); };
    const bool only_singles = std::none_of(steps.begin(), steps.end(), [&](const step_definition& step) {
        return begins(step) && step.is_fanout;
    });
    std::vector<new_state> states;
    for (const pg_uuid_t& run_id : run_ids) {
        for (const step_definition& step : steps)
            states.push_back({run_id, &step, begins(step) && only_singles});
    }
    return states;
}

/// Returns their ids.
std::vector<int64_t> insert_states(const std::vector<new_state>& states, TimestampTz now) {
    table_insert insert("step_states", {"state_id", "run_id", "step_id", "status", "remaining_deps",
                                        "open_stripes", "stripe_width", "total_tasks", "total_items",
                                        "failed_items", "is_open", "started_at"});
    const parameter none = param::null(), zero = param::int4(0), one = param::int4(1),
                    no = param::boolean(false);
    const parameter created = param::text("created"), started = param::text("started");
    std::vector<int64_t> ids;
    for (const new_state& state : states) {
        if (insert.is_full()) insert.flush();
        ids.push_back(next_value("step_states_state_id_seq"));
        const bool is_started = state.is_started;
        const parameter count = is_started ? one : none;
        insert.add({param::int8(ids.back()), param::uuid(state.run_id), param::int8(state.step->step_id),
                    is_started ? started : created,
                    param::int4(static_cast<int32_t>(state.step->depends_on.size())), is_started ? one : zero,
                    count, count, count, zero, no, is_started ? param::time(now) : none});
    }
    insert.finish();
    return ids;
}

/// A state that was inserted as started.
step_state begun(const step_definition& step, int64_t state_id, const pg_uuid_t& run_id,
                 const run_beginning& run) {
    step_state s(step);
    s.state_id = state_id;
    s.run_id = run_id;
    s.generation = run.generation;
    s.run_is_live = s.has_tasks = true;
    s.status = step_status::started;
    s.priority = run.priority + step.step_priority;
    s.fair_key = run.fair_key;
    s.remaining_deps = s.failed_items = 0;
    s.open_stripes = s.total_tasks = s.total_items = s.stripe_width = 1;
    s.is_open = false;
    return s;
}

/// Random bytes, drawn for many ids at once: to ask for them takes as long as to insert a row.
class random_bytes {
public:
    static void take(unsigned char* to, size_t count) {
        if (left_ < count) draw();
        left_ -= count;
        std::copy_n(bytes_ + left_, count, to);
    }

private:
    static void draw() {
        if (!pg_strong_random(bytes_, sizeof bytes_))
            pg_call([] { elog(ERROR, "no random numbers for a run_id"); });
        left_ = sizeof bytes_;
    }

    static inline unsigned char bytes_[1024];
    static inline size_t left_ = 0;
};

/// As RFC 9562 has it.
void set_version(pg_uuid_t& id, int version) {
    id.data[6] = static_cast<unsigned char>(version << 4 | (id.data[6] & 0x0f));
    id.data[8] = static_cast<unsigned char>(0x80 | (id.data[8] & 0x3f));
}

/// Until when a run that starts now may take.
parameter deadline(const flow_version& version, TimestampTz now) {
    if (!version.run_timeout) return param::null();
    return pg_call([&] {
        Interval timeout = *version.run_timeout;
        return param::datum(DirectFunctionCall2(timestamptz_pl_interval, TimestampTzGetDatum(now),
                                                IntervalPGetDatum(&timeout)));
    });
}

}  // namespace

pg_uuid_t time_ordered_uuid() {
    pg_uuid_t id;
    random_bytes::take(id.data, UUID_LEN);
    constexpr int64_t postgres_epoch_ms = 946684800000;
    const uint64_t ms = static_cast<uint64_t>(GetCurrentTimestamp() / 1000 + postgres_epoch_ms);
    for (int i = 0; i < 6; ++i) id.data[i] = static_cast<unsigned char>(ms >> (8 * (5 - i)));
    set_version(id, 7);
    return id;
}

pg_uuid_t child_run_id(const pg_uuid_t& parent, const std::string& step_slug, int32_t task_index,
                       int16_t attempt) {
    constexpr size_t time_bytes = 6;
    const std::string task = uuid_text(parent) + "/" + step_slug + "/" + std::to_string(task_index) + "/" +
                             std::to_string(attempt);
    pg_uuid_t id = parent;
    pg_call([&] {
        bytea* text =
            reinterpret_cast<bytea*>(cstring_to_text_with_len(task.data(), static_cast<int>(task.size())));
        bytea* digest = DatumGetByteaPP(DirectFunctionCall1(sha256_bytea, PointerGetDatum(text)));
        memcpy(id.data + time_bytes, VARDATA_ANY(digest), UUID_LEN - time_bytes);
    });
    set_version(id, 8);
    return id;
}

namespace {

flow_version find_current_version(const std::string& flow_slug) {
    if (const auto known = known_version(flow_slug)) return *known;
    const flow_version version = current_version(flow_slug);
    keep_version(flow_slug, version);
    return version;
}

void check_has_steps(const flow_version& version, const std::string& flow_slug) {
    if (!definition_of(version.flow_id)->empty()) return;
    raise(sqlstate::unknown_step, "flow \"" + flow_slug + "\" has no steps: there is nothing to run",
          "Add one with fanout.add_step('" + flow_slug + "', …).");
}

/// Whose run it would be, nobody knows.
void check_owner_is_not_missing(const flow_version& version, const std::string& flow_slug) {
    if (OidIsValid(version.owner)) return;
    raise(sqlstate::not_owner, "flow \"" + flow_slug + "\" belongs to a role that is missing here",
          "Give it to another role with fanout.reassign_flows.");
}

/// Locks what is the current version when it has the lock. Returns nothing where `lock` did not get it.
template <typename Lock>
std::optional<flow_version> lock_current_version(const std::string& flow_slug, const Lock& lock) {
    for (flow_version version = find_current_version(flow_slug);;) {
        if (!lock(lock_of_version(version.flow_id))) return std::nullopt;
        const flow_version now = find_current_version(flow_slug);
        if (now.flow_id == version.flow_id) {
            refuse_outdated_version(flow_slug, now.flow_id);
            check_owner_is_not_missing(now, flow_slug);
            check_has_steps(now, flow_slug);
            return now;
        }
        version = now;
    }
}

}  // namespace

flow_version version_to_start(const std::string& flow_slug) {
    warn_in_copy();
    return *lock_current_version(flow_slug, [](const object_lock& lock) {
        lock.take(ShareLock);
        return true;
    });
}

std::optional<flow_version> version_to_start_now(const std::string& flow_slug) {
    return lock_current_version(flow_slug,
                                [](const object_lock& lock) { return lock.try_to_take(ShareLock); });
}

run_beginning insert_runs(const flow_version& version, const std::vector<new_run>& runs, int32_t priority,
                          const std::optional<std::string>& fair_key) {
    const auto generation = static_cast<int16_t>(lock_current_generation());
    const TimestampTz now = engine_clock();
    table_insert insert("runs", {"run_id", "flow_id", "generation", "status", "name", "priority", "fair_key",
                                 "owner", "input", "parent_state_id", "parent_index", "parent_attempt",
                                 "depth", "started_at", "deadline"});
    const parameter flow = param::int8(version.flow_id), status = param::text("started"),
                    key = param::optional_text(fair_key), owner = param::datum(role_value(version.owner)),
                    ends = deadline(version, now), none = param::null();
    for (const new_run& run : runs) {
        if (insert.is_full()) insert.flush();
        const auto& parent = run.parent;
        insert.add({param::uuid(run.run_id), flow, param::int2(generation), status,
                    param::optional_text(run.name), param::int4(priority), key, owner,
                    param::datum(run.input), parent ? param::int8(parent->state_id) : none,
                    parent ? param::int4(parent->index) : none, parent ? param::int2(parent->attempt) : none,
                    param::int4(parent ? parent->depth : 0), param::time(now), ends});
    }
    insert.finish();
    return {generation, priority, fair_key};
}

std::optional<run_beginning> insert_run_once(const flow_version& version, const new_run& run,
                                             int32_t priority, const std::optional<std::string>& fair_key) {
    run_beginning result{};
    const std::optional<pg_error> error =
        subtransaction([&] { result = insert_runs(version, {run}, priority, fair_key); });
    if (!error) return result;
    if (!error->has_sqlstate(sqlstate::unique_violation)) throw pg_error(error->data());
    return std::nullopt;
}

void start_inserted_runs(const std::vector<pg_uuid_t>& run_ids, const run_beginning& run,
                         const flow_version& version, advance_mode mode) {
    const TimestampTz now = engine_clock();
    const std::shared_ptr<const flow_definition> steps = definition_of(version.flow_id);
    // Their rows are this transaction's own: locking them waits for nobody.
    const lock_order_scope own_rows;
    const std::vector<new_state> states = new_states(run_ids, *steps);
    const std::vector<int64_t> ids = insert_states(states, now);
    std::vector<step_state> started;
    change_set ready;
    for (size_t i = 0; i < ids.size(); ++i) {
        if (states[i].is_started) {
            started.push_back(begun(*states[i].step, ids[i], states[i].run_id, run));
        } else if (states[i].step->depends_on.empty()) {
            ready.states[ids[i]];
        }
    }
    std::vector<const step_state*> singles;
    for (const step_state& state : started) singles.push_back(&state);
    give_single_tasks(singles, now);
    advance(ready, mode, state_locks::held);
}

}  // namespace fanout
