#include "engine/given_task.hpp"

#include "engine/run_end.hpp"
#include "flows/flow.hpp"
#include "plain/sqlstates.hpp"
#include "postgres/lock_order.hpp"
#include "runs/results.hpp"

namespace fanout {
namespace {

void check_index(const given_task& task, const char* function) {
    const step_state& state = task.state;
    if (!state.has_tasks) {
        raise(sqlstate::not_ready, state.where() + " has no tasks yet: it waits for its dependencies",
              "fanout.steps_overview shows how far each step is.");
    }
    if (task.index >= 0 && task.index < state.total_tasks) return;
    const std::string count = std::to_string(state.total_tasks);
    bad_option(std::string(function) + ": " + state.where(),
               "task_index is " + std::to_string(task.index) + ", and it has " + count +
                   (count == "1" ? " task" : " tasks"),
               "Tasks count from 0; fanout.step_tasks lists them.");
}

[[noreturn]] void raise_read(const given_task& task, const std::string& by) {
    raise(sqlstate::not_ready, task.where() + " has ended, and " + by + " has what it gave",
          "Once the run has ended fanout.resume_run has it run again, with what followed from it.");
}

/// Steps that run over what its tasks give, item by item: whether one has this task's, or is about to.
void refuse_where_read(const given_task& task) {
    static statement find(
        "SELECT s.state_id, t.step_slug, EXISTS (SELECT FROM fanout.queue q WHERE q.state_id = s.state_id "
        "        AND q.indexes @> $3) "
        // One that waits for its child run is in no row.
        "    OR EXISTS (SELECT FROM fanout.runs c WHERE c.parent_state_id = s.state_id AND c.parent_index = $3) "
        "FROM fanout.step_states s JOIN fanout.steps t USING (step_id) "
        "WHERE s.run_id = $1 AND t.pipelined_step_id = $2",
        {UUIDOID, INT8OID, INT4OID});
    const rows found =
        find.run({param::uuid(task.run.run_id), param::int8(task.state.step_id), param::int4(task.index)});
    for (size_t i = 0; i < found.size(); ++i) {
        if (found.boolean(i, 3) || has_succeeded(load_state(found.int8(i, 1)), task.index))
            raise_read(task, "step \"" + found.text(i, 2) + "\"");
    }
}

}  // namespace

std::string given_task::where() const {
    return "task " + std::to_string(index) + " of " + state.where();
}

given_task load_task(const call& c, const char* function) {
    c.require({{0, "run_id"}, {1, "step_slug"}, {2, "task_index"}}, function);
    const given_run before = load_run(c);
    // The same lock as resume_run takes.
    lock_of_run(before.run_id).take(ExclusiveLock);
    given_task task{load_run(c), load_state(find_state(before.run_id, c.text(1))), c.int4(2)};
    check_index(task, function);
    return task;
}

void raise_locked(const std::string& what) {
    raise(sqlstate::still_stopping, what + " is locked by another transaction",
          "Try again once that has ended.");
}

void lock_state_of(const given_task& task, patience& waits) {
    static statement lock("SELECT status FROM fanout.step_states WHERE state_id = $1 FOR NO KEY UPDATE",
                          {INT8OID});
    const parameter id = param::int8(task.state.state_id);
    check_lock_order(lock_phase::states);
    if (!waits.wait_for([&] { (void)lock.run({id}); }, shortest_wait_us)) raise_locked(task.state.where());
    const rows found = lock.run({id});
    const bool run_goes_on = task.run.status == run_status::started;
    if (found.empty() || (run_goes_on ? found.text(0, 1) != "started" : found.text(0, 1) == "completed"))
        raise_read(task, "its step");
    refuse_where_read(task);
}

}  // namespace fanout
