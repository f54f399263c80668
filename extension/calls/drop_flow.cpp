// drop_flow: removing a flow, with its versions and runs.
#include "engine/advance.hpp"
#include "engine/resume.hpp"
#include "engine/run_removal.hpp"
#include "flows/flow.hpp"
#include "plain/sqlstates.hpp"
#include "postgres/entry.hpp"
#include "queue/pauses.hpp"
#include "runs/under_way.hpp"

#include <algorithm>

namespace fanout {
namespace {

struct flow_run {
    pg_uuid_t run_id;
    bool is_started;
};

std::vector<flow_run> runs_of(const std::string& flow_slug) {
    static statement find("SELECT r.run_id, r.status = 'started' FROM fanout.runs r "
                          "JOIN fanout.flows f USING (flow_id) WHERE f.flow_slug = $1 ORDER BY r.run_id",
                          {TEXTOID});
    rows found = find.run({param::text(flow_slug)});
    std::vector<flow_run> result;
    for (size_t i = 0; i < found.size(); ++i) result.push_back({found.uuid(i, 1), found.boolean(i, 2)});
    return result;
}

void refuse_from_within(const std::string& flow_slug) {
    if (!under_way::has_flow(flow_slug)) return;
    raise(sqlstate::still_stopping,
          "flow \"" + flow_slug + "\" can't be dropped by a function that is called for it: the call goes on",
          "Drop it from outside of its handlers, sources and transforms.");
}

/// Waits for runs that are being started.
void lock_versions(const std::string& flow_slug) {
    static statement find("SELECT flow_id FROM fanout.flows WHERE flow_slug = $1 ORDER BY flow_id",
                          {TEXTOID});
    rows versions = find.run({param::text(flow_slug)});
    for (int64_t flow_id : versions.int8_column(1)) lock_of_version(flow_id).take(ExclusiveLock);
}

void refuse_while_started(const std::vector<flow_run>& runs, const std::string& flow_slug) {
    const auto started =
        std::count_if(runs.begin(), runs.end(), [](const flow_run& r) { return r.is_started; });
    if (started == 0) return;
    raise(sqlstate::flow_in_use,
          "flow \"" + flow_slug + "\" can't be dropped: " + std::to_string(started) +
              (started == 1 ? " run of it goes on" : " runs of it go on"),
          "Wait for them, cancel them, or drop it with force => true.");
}

}  // namespace
}  // namespace fanout

using namespace fanout;

/// drop_flow(flow_slug text, force boolean) returns void
FANOUT_FUNCTION(fanout_drop_flow) {
    call.require({{0, "flow_slug"}, {1, "force"}}, "drop_flow");
    const std::string slug = call.text(0);
    refuse_from_within(slug);
    (void)lock_for_change(slug, call.caller);
    lock_versions(slug);
    const std::vector<flow_run> runs = runs_of(slug);
    if (!call.boolean(1)) refuse_while_started(runs, slug);
    forget_pause_of_flow(slug);
    for (const flow_run& run : runs) {
        if (run.is_started) end_run(run.run_id, run_status::cancelled, "its flow was dropped", std::nullopt);
    }
    std::vector<pg_uuid_t> ids;
    for (const flow_run& run : runs) {
        remove_queue_rows(run.run_id, usual_patience);
        ids.push_back(run.run_id);
    }
    remove_runs(ids);
    remove_flow(slug);
    return 0;
}
