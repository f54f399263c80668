#include "engine/run_removal.hpp"

#include "engine/retry_budget.hpp"
#include "engine/settlement.hpp"
#include "engine/stripes.hpp"
#include "queue/limit.hpp"
#include "queue/rows_of_runs.hpp"
#include "runs/progress.hpp"

namespace fanout {
namespace {

std::set<lock_key> find_needed_runs() {
    // Who starts a chain's flow by hand may give it anything.
    static statement find(
        "SELECT DISTINCT e.value::uuid FROM fanout.steps t "
        "CROSS JOIN LATERAL (SELECT r.input FROM fanout.runs r WHERE r.flow_id = t.flow_id AND r.status = 'started' OFFSET 0) b "
        "CROSS JOIN LATERAL jsonb_array_elements_text(CASE jsonb_typeof(b.input) WHEN 'array' THEN b.input END) e "
        "WHERE t.is_chain AND e.value ~* '^([0-9a-f]{4}-?){7}[0-9a-f]{4}$'",
        {});
    std::set<lock_key> result;
    for (const pg_uuid_t& run_id : find.run({}).uuid_column(1)) result.insert(key_of(run_id));
    return result;
}

/// Locks those of these runs that have ended, and that nobody else has locked: who resumes one waits.
std::vector<pg_uuid_t> lock_ended_runs(const std::vector<pg_uuid_t>& run_ids) {
    // Not by their status, for which there are other indexes.
    static statement lock(
        "SELECT run_id FROM fanout.runs WHERE run_id = ANY ($1) AND completed_at IS NOT NULL "
        "FOR UPDATE SKIP LOCKED",
        {UUIDARRAYOID});
    return lock.run({param::uuid_array(run_ids)}).uuid_column(1);
}

/// Runs with the child runs below them. OFFSET 0 has each looked up by itself, however many a plan takes them for.
class families {
public:
    families(const std::vector<pg_uuid_t>& roots, const std::set<lock_key>& needed) {
        static statement find(
            "WITH RECURSIVE member (family, run_id) AS ("
            "    SELECT u.number, u.run_id FROM unnest($1) WITH ORDINALITY u (run_id, number) "
            "    UNION ALL "
            "    SELECT m.family, c.run_id FROM member m "
            "    CROSS JOIN LATERAL (SELECT s.state_id FROM fanout.step_states s WHERE s.run_id = m.run_id OFFSET 0) s "
            "    CROSS JOIN LATERAL (SELECT r.run_id FROM fanout.runs r WHERE r.parent_state_id = s.state_id OFFSET 0) c) "
            "SELECT m.family, m.run_id, r.is_open FROM member m CROSS JOIN LATERAL ("
            "    SELECT x.status = 'started' AS is_open FROM fanout.runs x WHERE x.run_id = m.run_id OFFSET 0) r",
            {UUIDARRAYOID});
        rows found = find.run({param::uuid_array(roots)});
        for (size_t i = 0; i < found.size(); ++i) {
            const int64_t family = found.int8(i, 1);
            const pg_uuid_t run_id = found.uuid(i, 2);
            members_[key_of(run_id)] = {family, run_id};
            if (found.boolean(i, 3) || needed.contains(key_of(run_id))) staying_.insert(family);
        }
    }

    /// All runs of the families that don't stay.
    std::vector<pg_uuid_t> going() const {
        std::vector<pg_uuid_t> result;
        for (const auto& [key, member] : members_) {
            if (!staying_.contains(member.family)) result.push_back(member.run_id);
        }
        return result;
    }

    /// The families of these runs stay.
    void keep(const std::vector<pg_uuid_t>& run_ids) {
        for (const pg_uuid_t& run_id : run_ids) staying_.insert(members_.at(key_of(run_id)).family);
    }

    /// So do all but those of which every run is here.
    void keep_others_than(const std::vector<pg_uuid_t>& run_ids) {
        std::set<lock_key> here;
        for (const pg_uuid_t& run_id : run_ids) here.insert(key_of(run_id));
        for (const auto& [key, member] : members_) {
            if (!here.contains(key)) staying_.insert(member.family);
        }
    }

private:
    struct member {
        int64_t family;
        pg_uuid_t run_id;
    };

    std::map<lock_key, member> members_;
    std::set<int64_t> staying_;
};

/// The states of runs. What belongs to them is looked for by their ids: a join with them may be planned as a look
/// at all states.
class states_of_runs {
public:
    explicit states_of_runs(const std::vector<pg_uuid_t>& run_ids) {
        static statement find("SELECT state_id, run_id FROM fanout.step_states WHERE run_id = ANY ($1)",
                              {UUIDARRAYOID});
        const rows found = find.run({param::uuid_array(run_ids)});
        for (size_t i = 0; i < found.size(); ++i) runs_[found.int8(i, 1)] = found.uuid(i, 2);
    }

    std::vector<int64_t> ids() const {
        std::vector<int64_t> result;
        for (const auto& [state_id, run_id] : runs_) result.push_back(state_id);
        return result;
    }

    std::vector<pg_uuid_t> runs_of(const std::vector<int64_t>& state_ids) const {
        std::vector<pg_uuid_t> result;
        for (int64_t state_id : state_ids) result.push_back(runs_.at(state_id));
        return result;
    }

private:
    std::map<int64_t, pg_uuid_t> runs_;
};

/// Locks the rows that states have in a table. Returns those of which somebody else has locked one.
std::vector<int64_t> lock_parts(const char* table, const std::vector<int64_t>& state_ids) {
    const std::string parts = "FROM fanout." + std::string(table) + " x WHERE x.state_id = ANY ($1) ";
    statement& lock = kept_statement("WITH locked AS MATERIALIZED (SELECT x.ctid " + parts +
                                         "FOR UPDATE SKIP LOCKED) SELECT DISTINCT x.state_id " + parts +
                                         "AND NOT EXISTS (SELECT FROM locked l WHERE l.ctid = x.ctid)",
                                     {INT8ARRAYOID});
    return lock.run({param::int8_array(state_ids)}).int8_column(1);
}

std::vector<int64_t> find_claimed(const std::vector<int64_t>& state_ids) {
    static statement find("SELECT DISTINCT state_id FROM fanout.queue "
                          "WHERE state_id = ANY ($1) AND worker_id IS NOT NULL",
                          {INT8ARRAYOID});
    return find.run({param::int8_array(state_ids)}).int8_column(1);
}

}  // namespace

void remove_runs(const std::vector<pg_uuid_t>& run_ids) {
    static statement remove_states(
        "DELETE FROM fanout.step_states WHERE run_id = ANY ($1) RETURNING state_id", {UUIDARRAYOID});
    static statement remove("DELETE FROM fanout.runs WHERE run_id = ANY ($1)", {UUIDARRAYOID});
    const std::vector<int64_t> states = remove_states.run({param::uuid_array(run_ids)}).int8_column(1);
    remove_progress(states);
    remove_step_caps(states);
    remove_stripes(states);
    remove_retry_budgets(states);
    remove_settlements(states);
    remove.run({param::uuid_array(run_ids)});
}

family_removal::family_removal() : needed_(find_needed_runs()) {}

std::vector<pg_uuid_t> family_removal::without_needed(std::vector<pg_uuid_t> roots) const {
    std::erase_if(roots, [&](const pg_uuid_t& run_id) { return needed_.contains(key_of(run_id)); });
    return roots;
}

int64_t family_removal::remove(const std::vector<pg_uuid_t>& roots) const {
    // Who resumes a run takes its parts first, and then the run. Nobody is waited for here, so the order is
    // free: what is waiting in the queue is garbage only once the run is locked.
    families of(lock_ended_runs(roots), needed_);
    of.keep_others_than(lock_ended_runs(of.going()));
    of.keep(discard_waiting_rows(of.going()));
    for (const char* table : {"step_states", "stripes", "limits", "retry_budgets", "task_progress"}) {
        const states_of_runs states(of.going());
        of.keep(states.runs_of(lock_parts(table, states.ids())));
    }
    const std::vector<pg_uuid_t> going = of.going();
    remove_runs(going);
    return static_cast<int64_t>(going.size());
}

int64_t family_removal::count(const std::vector<pg_uuid_t>& roots) const {
    families of(roots, needed_);
    const states_of_runs states(of.going());
    of.keep(states.runs_of(find_claimed(states.ids())));
    return static_cast<int64_t>(of.going().size());
}

}  // namespace fanout
