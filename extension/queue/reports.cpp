#include "queue/reports.hpp"

#include "plain/index_set.hpp"
#include "plain/sqlstates.hpp"
#include "postgres/datum.hpp"
#include "runs/progress.hpp"

namespace fanout {
namespace {

/// Of one task's report, as text: it is kept for every task under way, and read by people.
constexpr size_t most_bytes = 64 << 10;

struct reporting_claim {
    int64_t state_id;
    index_set indexes;
};

/// Those of the claims that the worker holds, whose runs go on, and that no call under way has locked.
std::map<int64_t, reporting_claim> lock_reporting_claims(int64_t worker_id,
                                                         const std::vector<report>& reports) {
    static statement lock(
        "SELECT q.queue_id, q.state_id, q.indexes::text FROM fanout.queue q "
        "WHERE q.queue_id = ANY ($1) AND q.worker_id = $2 AND q.kind = 'task' "
        "AND EXISTS (SELECT FROM fanout.step_states s JOIN fanout.runs r ON r.run_id = s.run_id "
        "            WHERE s.state_id = q.state_id AND r.status = 'started') "
        "ORDER BY q.queue_id FOR NO KEY UPDATE OF q SKIP LOCKED",
        {INT8ARRAYOID, INT8OID});
    std::vector<int64_t> ids;
    for (const report& r : reports) ids.push_back(r.claim_id);
    rows found = lock.run({param::int8_array(ids), param::int8(worker_id)});
    std::map<int64_t, reporting_claim> result;
    for (size_t i = 0; i < found.size(); ++i) {
        result[found.int8(i, 1)] = {found.int8(i, 2), index_set::parse(found.text(i, 3))};
    }
    return result;
}

[[noreturn]] void refuse_length() {
    raise(sqlstate::invalid_argument, "it takes more than " + std::to_string(most_bytes) + " bytes",
          "Report what the next attempt needs to know; results belong into the output.");
}

/// The report as jsonb. As text that may be longer than what came: 1e1000 is a number of 1,001 digits.
Datum parse(const report& r) {
    if (view_text(r.details).size > most_bytes) refuse_length();
    size_t printed = 0;
    const Datum result = pg_call([&] {
        Datum json =
            DirectFunctionCall1(jsonb_in, CStringGetDatum(text_to_cstring(DatumGetTextPP(r.details))));
        Jsonb* value = DatumGetJsonbP(json);
        char* text = JsonbToCString(nullptr, &value->root, VARSIZE(value));
        printed = strlen(text);
        pfree(text);
        return json;
    });
    if (printed > most_bytes) refuse_length();
    return result;
}

void warn_of(const report& r, const pg_error& error) {
    const std::string message = "the report of task " + std::to_string(r.task_index) + " of claim " +
                                std::to_string(r.claim_id) + " is not stored: " + error.message_with_detail();
    warn(message);
}

/// All in one subtransaction, or where one is bad each in its own.
progress_values parse_reports(const std::map<std::pair<int64_t, int32_t>, const report*>& latest) {
    progress_values result;
    std::optional<pg_error> any = subtransaction([&] {
        for (const auto& [task, r] : latest) result[task] = parse(*r);
    });
    if (!any) return result;
    result.clear();
    for (const auto& entry : latest) {
        const report& r = *entry.second;
        std::optional<pg_error> error = subtransaction([&] { result[entry.first] = parse(r); });
        if (error) warn_of(r, *error);
    }
    return result;
}

/// Once a claim: after its first report it is not written again.
void mark_claims(const std::map<int64_t, reporting_claim>& held) {
    static statement mark(
        "UPDATE fanout.queue SET has_progress = true WHERE queue_id = ANY ($1) AND NOT has_progress",
        {INT8ARRAYOID});
    std::vector<int64_t> ids;
    for (const auto& entry : held) ids.push_back(entry.first);
    mark.run({param::int8_array(ids)});
}

}  // namespace

void store_reports(int64_t worker_id, const std::vector<report>& reports) {
    if (reports.empty()) return;
    const std::map<int64_t, reporting_claim> held = lock_reporting_claims(worker_id, reports);
    std::map<std::pair<int64_t, int32_t>, const report*> latest;
    for (const report& r : reports) {
        auto c = held.find(r.claim_id);
        if (c == held.end() || !c->second.indexes.contains(r.task_index)) continue;
        latest[{c->second.state_id, r.task_index}] = &r;
    }
    const progress_values parsed = parse_reports(latest);
    if (parsed.empty()) return;
    mark_claims(held);
    write_progress(parsed);
}

}  // namespace fanout
