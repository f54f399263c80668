#include "queue/claim_mark.hpp"

#include "postgres/relation.hpp"

#include <utility>

namespace fanout {
namespace {

/// A worker of one queue: where the extension was made anew, the ids of claims begin anew.
using worker_key = std::pair<Oid, int64_t>;

std::map<worker_key, int64_t> marks;

worker_key key_of(int64_t worker_id) {
    return {pg_call([] { return find_relation("queue"); }), worker_id};
}

void forget_at_rollback(XactEvent event, void*) {
    if (event == XACT_EVENT_ABORT) marks.clear();
}

void forget_at_partial_rollback(SubXactEvent event, SubTransactionId, SubTransactionId, void*) {
    if (event == SUBXACT_EVENT_ABORT_SUB) marks.clear();
}

void watch_rollbacks() {
    static bool watches = false;
    if (watches) return;
    pg_call([] {
        RegisterXactCallback(forget_at_rollback, nullptr);
        RegisterSubXactCallback(forget_at_partial_rollback, nullptr);
    });
    watches = true;
}

}  // namespace

int64_t lowest_claim(int64_t worker_id) {
    const auto known = marks.find(key_of(worker_id));
    return known == marks.end() ? 0 : known->second;
}

void note_lowest_claim(int64_t worker_id, int64_t claim_id) {
    constexpr size_t most_marks = 1000;
    watch_rollbacks();
    if (marks.size() >= most_marks) marks.clear();
    marks[key_of(worker_id)] = claim_id;
}

}  // namespace fanout
