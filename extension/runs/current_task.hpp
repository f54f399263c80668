// Which task an SQL handler is being called for: what fanout.current_task() tells it.
#pragma once

#include "postgres/postgres_api.hpp"

namespace fanout {

struct task_identity {
    pg_uuid_t run_id;
    std::string step_slug;
    int32_t task_index;
    int32_t attempt;
};

/// From construction to destruction: the task that is being worked on in this backend. A handler may run
/// others: they nest.
class current_task_scope {
public:
    explicit current_task_scope(task_identity task);
    ~current_task_scope();
    current_task_scope(const current_task_scope&) = delete;
    current_task_scope& operator=(const current_task_scope&) = delete;

private:
    task_identity task_;
    const task_identity* outer_;
};

}  // namespace fanout
