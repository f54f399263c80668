#include "engine/output_readers.hpp"

#include "plain/sqlstates.hpp"
#include "runs/state.hpp"

namespace fanout {
namespace {

struct reader {
    pg_uuid_t run_id;
    std::string is;  ///< what it is to the run, and what it does
};

std::optional<reader> find_parent(const pg_uuid_t& run_id) {
    static statement find("SELECT s.run_id FROM fanout.runs c "
                          "JOIN fanout.step_states s ON s.state_id = c.parent_state_id WHERE c.run_id = $1",
                          {UUIDOID});
    rows found = find.run({param::uuid(run_id)});
    if (found.empty()) return std::nullopt;
    return reader{found.uuid(0, 1), "its parent, has"};
}

/// A batch that goes on may be about to read it. One that has ended has, where there is a run for it.
std::optional<reader> find_batch(const pg_uuid_t& run_id) {
    static statement find(
        "SELECT b.run_id FROM fanout.steps t JOIN fanout.runs b ON b.flow_id = t.flow_id "
        "WHERE t.is_chain AND jsonb_typeof(b.input) = 'array' AND b.input ? $1 AND (b.status = 'started' OR EXISTS ("
        "    SELECT FROM fanout.step_states s JOIN fanout.runs c ON c.parent_state_id = s.state_id "
        "     WHERE s.run_id = b.run_id AND b.input ->> c.parent_index = $1)) "
        "ORDER BY b.started_at LIMIT 1",
        {TEXTOID});
    rows found = find.run({param::text(uuid_text(run_id))});
    if (found.empty()) return std::nullopt;
    return reader{found.uuid(0, 1), "a batch of chained runs, reads"};
}

}  // namespace

void refuse_where_output_is_read(const pg_uuid_t& run_id) {
    std::optional<reader> by = find_parent(run_id);
    if (!by) by = find_batch(run_id);
    if (!by) return;
    raise(sqlstate::invalid_argument,
          "run " + uuid_text(by->run_id) + ", " + by->is + " what run " + uuid_text(run_id) + " gave",
          "Start another run: what was made of this one's output would not follow.");
}

}  // namespace fanout
