#include "current_task.hpp"

#include "spi.hpp"

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

/// current_task() returns (run_id uuid, step_slug text, task_index int, attempt int): all null outside of a
/// handler
FANOUT_FUNCTION(fanout_current_task) {
    Datum values[4] = {};
    bool nulls[4] = {true, true, true, true};
    if (current) {
        values[0] = param::uuid(current->run_id).datum;
        values[1] = param::text(current->step_slug).datum;
        values[2] = Int32GetDatum(current->task_index);
        values[3] = Int32GetDatum(current->attempt);
        std::fill(std::begin(nulls), std::end(nulls), false);
    }
    return pg_call([&] {
        MemoryContext previous = MemoryContextSwitchTo(call.context);
        TupleDesc description;
        get_call_result_type(call.fcinfo, nullptr, &description);
        const Datum row = HeapTupleGetDatum(heap_form_tuple(BlessTupleDesc(description), values, nulls));
        MemoryContextSwitchTo(previous);
        return row;
    });
}
