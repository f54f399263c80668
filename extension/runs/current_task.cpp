#include "runs/current_task.hpp"

#include "postgres/entry.hpp"
#include "postgres/row_writer.hpp"
#include "postgres/statement.hpp"

namespace fanout {
namespace {

const task_identity* current = nullptr;

}  // namespace

current_task_scope::current_task_scope(task_identity task) : task_(std::move(task)), outer_(current) {
    current = &task_;
}

current_task_scope::~current_task_scope() {
    current = outer_;
}

}  // namespace fanout

using namespace fanout;

/// current_task() returns table (run_id uuid, step_slug text, task_index int, attempt int): no row outside of
/// a handler
FANOUT_FUNCTION(fanout_current_task) {
    row_writer writer(call);
    if (!current) return 0;
    writer.write({param::uuid(current->run_id).datum, param::text(current->step_slug).datum,
                  Int32GetDatum(current->task_index), Int32GetDatum(current->attempt)},
                 {false, false, false, false});
    return 0;
}
