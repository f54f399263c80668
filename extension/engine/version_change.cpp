#include "engine/version_change.hpp"

#include "engine/rerun.hpp"
#include "engine/retry_budget.hpp"
#include "flows/ceilings.hpp"
#include "plain/joined.hpp"
#include "plain/sqlstates.hpp"
#include "postgres/lock_order.hpp"
#include "queue/limit.hpp"

namespace fanout {
namespace {

std::set<int64_t> begun_steps(const step_states& states) {
    std::set<int64_t> begun;
    for (const auto& [id, state] : states) {
        if (state.has_tasks) begun.insert(state.step_id);
    }
    return begun;
}

void refuse_other_steps(const pg_uuid_t& run_id, const std::string& where,
                        const std::vector<std::string>& differences) {
    if (differences.empty()) return;
    raise(
        sqlstate::invalid_argument,
        where + " can't go on by the current version of its flow, whose steps are not the same: " +
            joined(differences),
        "SELECT fanout.resume_run('" + uuid_text(run_id) +
            "') lets it go on as it was defined; fanout.start_run starts another run by the current version.");
}

/// Its tasks would have the rights of another role than its owner's.
void refuse_other_owner(const std::string& where, Oid owner, Oid of_version, const std::string& flow_slug) {
    if (owner == of_version) return;
    raise(sqlstate::not_owner, where + " belongs to another role than flow \"" + flow_slug + "\" does by now",
          "fanout.reassign_flows gives flows to another role together with their runs.");
}

}  // namespace

version_change::version_change(const pg_uuid_t& run_id, const flow_version& to)
    : run_id_(run_id), flow_id_(to.flow_id) {
    static statement read("SELECT flow_id, owner::oid, priority FROM fanout.runs WHERE run_id = $1",
                          {UUIDOID});
    rows run = read.run({param::uuid(run_id)});
    if (run.int8(0, 1) == to.flow_id) return;
    const std::string where = "run " + uuid_text(run_id);
    const std::shared_ptr<const flow_definition> own = definition_of(run.int8(0, 1));
    definition_ = definition_of(to.flow_id);
    states_ = load_states(find_states(run_id));
    refuse_other_owner(where, run.oid(0, 2), to.owner, definition_->front().flow_slug);
    refuse_other_steps(run_id, where, find_differences(*own, *definition_, begun_steps(states_)));
    check_run_priority(to.flow_id, run.int4(0, 3), where);
    steps_ = pair_steps(*own, *definition_);
}

void version_change::forget_allowances() const {
    std::map<int64_t, int32_t> caps;
    std::vector<int64_t> budgets;
    for (const auto& [id, state] : states_) {
        const step_definition& next = next_of(state);
        if (state.max_concurrency && state.max_concurrency != next.max_concurrency)
            caps[id] = *state.max_concurrency;
        if (state.retry_budget != next.retry_budget) budgets.push_back(id);
    }
    remove_defined_caps(caps);
    check_lock_order(lock_phase::budgets);
    remove_retry_budgets(budgets);
}

void version_change::write() const {
    static statement write_steps(
        "UPDATE fanout.step_states s SET step_id = u.next FROM unnest($1, $2) AS u (state_id, next) "
        "WHERE s.state_id = u.state_id",
        {INT8ARRAYOID, INT8ARRAYOID});
    static statement write_run("UPDATE fanout.runs SET flow_id = $2 WHERE run_id = $1", {UUIDOID, INT8OID});
    if (states_.empty()) return;
    std::vector<int64_t> states, steps;
    for (const auto& [id, state] : states_) {
        if (state.handler != next_of(state).handler) give_up_children(state);
        states.push_back(id);
        steps.push_back(next_of(state).step_id);
    }
    write_steps.run({param::int8_array(states), param::int8_array(steps)});
    check_lock_order(lock_phase::runs, key_of(run_id_));
    write_run.run({param::uuid(run_id_), param::int8(flow_id_)});
}

}  // namespace fanout
