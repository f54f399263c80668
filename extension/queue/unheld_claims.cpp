#include "queue/unheld_claims.hpp"

#include "queue/claims.hpp"

namespace fanout {
namespace {

void give_back_claims(int64_t worker_id, const std::vector<int64_t>& ids) {
    claims unheld;
    for (queue_row& c : lock_queue_rows(ids, when_locked::skip)) {
        if (c.worker_id == worker_id) unheld.emplace(c.queue_id, std::move(c));
    }
    give_back(unheld);
}

}  // namespace

std::vector<int64_t> find_unheld(const holdings& in_its_name, const std::set<int64_t>& holding,
                                 int64_t recorded) {
    std::vector<int64_t> result;
    for (const held_claim& c : in_its_name.claims) {
        const bool is_judged = c.sequence && *c.sequence <= recorded;
        if (is_judged && !holding.contains(c.queue_id)) result.push_back(c.queue_id);
    }
    return result;
}

void give_back_unheld(int64_t worker_id, const std::vector<int64_t>& unheld) {
    if (unheld.empty()) return;
    const std::optional<pg_error> error = subtransaction([&] { give_back_claims(worker_id, unheld); });
    if (!error) return;
    const std::string message = "claims that worker " + std::to_string(worker_id) +
                                " doesn't hold can't be given back: " + error->description();
    warn(message);
}

std::set<int64_t> find_gone(const holdings& in_its_name, const std::set<int64_t>& holding) {
    std::set<int64_t> gone = holding;
    for (const held_claim& c : in_its_name.claims) gone.erase(c.queue_id);
    return gone;
}

}  // namespace fanout
