#include "engine/run_end.hpp"

#include "flows/definition.hpp"
#include "postgres/commit_wakes.hpp"
#include "runs/state.hpp"

namespace fanout {
namespace {

/// Whether the flow wants it. One that has been dropped wants nothing.
bool is_notified(int64_t flow_id) {
    const std::shared_ptr<const flow_definition> steps = definition_of(flow_id);
    return !steps->empty() && steps->front().notifies_ends;
}

}  // namespace

object_lock lock_of_run(const pg_uuid_t& run_id) {
    return object_lock("runs", {reinterpret_cast<const char*>(run_id.data), UUID_LEN});
}

void tell_end(const pg_uuid_t& run_id, int64_t flow_id, run_status status) {
    wake_holders_after_commit(lock_of_run(run_id));
    if (!is_notified(flow_id)) return;
    // Without names: every role may listen.
    const std::string payload = R"({"run_id": ")" + uuid_text(run_id) + R"(", "status": ")" +
                                std::string(run_statuses.name_of(status)) + R"("})";
    pg_call([&] { Async_Notify("fanout_runs", payload.c_str()); });
}

}  // namespace fanout
