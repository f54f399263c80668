#include "calls/completions.hpp"

#include "engine/outcomes.hpp"
#include "postgres/halves.hpp"
#include "postgres/lock_order.hpp"
#include "queue/claim.hpp"

#include <algorithm>

namespace fanout {
namespace {

/// Of the claim's tasks those that weren't done.
index_set returned_of(const queue_row& c, std::vector<returned_task> returned) {
    std::erase_if(returned, [&](const returned_task& t) { return t.claim_id != c.queue_id; });
    std::vector<int32_t> indexes;
    for (const returned_task& t : returned) {
        if (!t.task_index) return c.indexes;
        if (c.indexes.contains(*t.task_index)) indexes.push_back(*t.task_index);
    }
    return index_set::of(std::move(indexes));
}

/// What wasn't done is as if it had not been claimed.
void take_back(claims& held, const std::vector<returned_task>& returned, change_set& changes) {
    if (returned.empty()) return;
    const step_states states = states_of(held);
    for (auto& [claim_id, c] : held) {
        const index_set indexes = returned_of(c, returned);
        if (indexes.empty()) continue;
        put_back(c, indexes, states, changes.freed_slots);
        c.indexes.remove(indexes.elements());
        narrow_claim(c);
    }
}

/// In the subtransaction that is open: `held` changes only where it succeeds.
void settle_some(claims& held, std::vector<outcome> some, patience& waits) {
    const lock_order_scope part;
    claims narrowed = held;
    change_set changes;
    settle(narrowed, std::move(some), changes, waits);
    held = std::move(narrowed);
}

/// What its owner's tables refuse is a failure of its task.
void settle_refused(claims& held, outcome refused, const pg_error& error, patience& waits) {
    refused.error = "what came of it can't be recorded: " + error.description();
    (void)subtransaction([&] { settle_some(held, {refused}, waits); });
}

void settle_apart(claims& held, const std::vector<outcome>& outcomes, patience& waits) {
    int subtransactions = most_subtransactions;
    in_halves<outcome>(
        outcomes, subtransactions,
        [&](std::span<const outcome> some) {
            settle_some(held, {some.begin(), some.end()}, waits);
        },
        [&](const outcome& o, const pg_error& error) { settle_refused(held, o, error, waits); });
}

/// Claims that still hold tasks whose outcomes were handed in.
void add_unsettled(const claims& held, const std::vector<outcome>& outcomes, std::vector<int64_t>& busy) {
    std::set<int64_t> ids(busy.begin(), busy.end());
    for (const outcome& o : outcomes) {
        const auto c = held.find(o.claim_id);
        if (c != held.end() && c->second.indexes.contains(o.task_index)) ids.insert(o.claim_id);
    }
    busy.assign(ids.begin(), ids.end());
}

}  // namespace

refused_claims complete(const worker& w, completions what, bool apart) {
    if (what.empty()) return {};
    patience waits;
    locked_claims locked = lock_claims(w.worker_id, what.claim_ids, &waits);
    claims& held = locked.held;
    refused_claims result{{}, std::move(locked.busy)};
    for (int64_t id : what.claim_ids) {
        if (!held.contains(id) && !std::binary_search(result.busy.begin(), result.busy.end(), id))
            result.stale.push_back(id);
    }
    for (const outcome& o : what.outcomes) {
        if (const auto of = held.find(o.claim_id); of != held.end())
            require_workers_own(of->second, "exchange");
    }
    parse_outputs(what.outcomes, what.outputs);
    change_set changes;
    take_back(held, what.returned, changes);
    if (!apart) {
        settle(held, std::move(what.outcomes), changes, waits);
        return result;
    }
    settle(held, {}, changes, waits);
    settle_apart(held, what.outcomes, waits);
    add_unsettled(held, what.outcomes, result.busy);
    return result;
}

}  // namespace fanout
