#include "runs/ended_roots.hpp"

#include "postgres/index_scan.hpp"

namespace fanout {
namespace {

// Not by a statement: while hardly any run had ended when statistics were gathered, a plan takes any index of ended
// runs for a short one, and reads all of it for each flow.
const indexed_table ended{"runs",
                          "runs_ended",
                          {{1, BTEqualStrategyNumber, F_INT8EQ},
                           {2, BTEqualStrategyNumber, F_TEXTEQ},
                           {3, BTLessEqualStrategyNumber, F_TIMESTAMPTZ_LE}}};
const indexed_table states{"step_states", "step_states_pkey", {{1, BTEqualStrategyNumber, F_INT8EQ}}};
const std::vector<const char*> columns = {"run_id", "parent_state_id"};

/// To be used inside of pg_call, as a scan.
struct root_scan {
    running_scan runs, parents;
    collected_rows roots;

    void begin(Snapshot now) {
        runs.begin(ended, AccessShareLock, now);
        parents.begin(states, AccessShareLock, now);
        roots.begin(runs.table, columns);
    }

    void collect(const Datum* of, size_t most) {
        for (runs.restart(of); roots.size < most && runs.next(ForwardScanDirection);) {
            CHECK_FOR_INTERRUPTS();
            if (!has_parent()) roots.add(runs.row);
        }
    }

    void end() {
        runs.end();
        parents.end();
    }

private:
    bool has_parent() {
        bool is_null = false;
        const Datum state = slot_getattr(runs.row, roots.columns.of[1], &is_null);
        if (is_null) return false;
        parents.restart(&state);
        return parents.next(ForwardScanDirection);
    }
};

}  // namespace

std::vector<ended_runs> read_ended_runs(const rows& found) {
    std::vector<ended_runs> result;
    for (size_t i = 0; i < found.size(); ++i)
        result.push_back({found.int8(i, 1), run_statuses.find(found.text(i, 2)).value(), found.int8(i, 3)});
    return result;
}

std::vector<pg_uuid_t> find_ended_roots(const std::vector<ended_runs>& which, size_t most) {
    constexpr size_t conditions = 3;
    std::vector<Datum> values;
    for (const ended_runs& w : which) {
        const std::string status(run_statuses.name_of(w.status));
        values.insert(values.end(),
                      {Int64GetDatum(w.flow_id), param::text(status).datum, TimestampTzGetDatum(w.until)});
    }
    const read_snapshot now;
    const found_rows found(pg_call([&] {
        root_scan scan;
        scan.begin(now.get());
        for (size_t i = 0; i < which.size(); ++i) scan.collect(values.data() + i * conditions, most);
        scan.end();
        return scan.roots;
    }));
    std::vector<pg_uuid_t> result;
    for (size_t i = 0; i < found.size(); ++i) result.push_back(found.uuid(i, 1));
    return result;
}

}  // namespace fanout
