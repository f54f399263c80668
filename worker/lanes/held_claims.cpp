#include "lanes/held_claims.hpp"

#include <algorithm>

namespace fanout::worker_detail {

void held_claims::add(const std::shared_ptr<claim>& c, int tasks) {
    held& h = claims_[c->claim_id];
    h.of = c;
    h.in_flight += tasks;
    in_flight_ += tasks;
}

void held_claims::release(int64_t claim_id, int tasks) {
    in_flight_ -= tasks;
    const auto found = claims_.find(claim_id);
    if (found != claims_.end() && (found->second.in_flight -= tasks) <= 0) claims_.erase(found);
}

void held_claims::release(const outcome& o) {
    const auto found = claims_.find(o.claim_id);
    const bool is_whole = o.index == outcome::whole_claim && found != claims_.end();
    release(o.claim_id, is_whole ? found->second.in_flight : 1);
}

std::shared_ptr<claim> held_claims::find(int64_t claim_id) const {
    const auto found = claims_.find(claim_id);
    return found == claims_.end() ? nullptr : found->second.of;
}

std::vector<int64_t> held_claims::ids() const {
    std::vector<int64_t> result;
    for (const auto& entry : claims_) result.push_back(entry.first);
    return result;
}

std::vector<std::shared_ptr<claim>> held_claims::all() const {
    std::vector<std::shared_ptr<claim>> result;
    for (const auto& entry : claims_) result.push_back(entry.second.of);
    return result;
}

bool held_claims::has_run(const std::string& run_id) const {
    return std::any_of(claims_.begin(), claims_.end(),
                       [&](const auto& entry) { return entry.second.of->run_id == run_id; });
}

}  // namespace fanout::worker_detail
