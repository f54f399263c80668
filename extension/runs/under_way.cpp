#include "runs/under_way.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

namespace fanout {
namespace {

const under_way* innermost = nullptr;

}  // namespace

under_way::under_way(std::vector<claim_under_way> work) : work_(std::move(work)), outer_(innermost) {
    innermost = this;
}

under_way::~under_way() {
    innermost = outer_;
}

template <typename Is> bool under_way::any(const Is& is) {
    for (const under_way* call = innermost; call; call = call->outer_) {
        if (std::any_of(call->work_.begin(), call->work_.end(), is)) return true;
    }
    return false;
}

bool under_way::has_claim(int64_t claim_id) {
    return any([&](const claim_under_way& c) { return c.claim_id == claim_id; });
}

bool under_way::has_run(const pg_uuid_t& run_id) {
    return any([&](const claim_under_way& c) { return std::memcmp(&c.run_id, &run_id, UUID_LEN) == 0; });
}

bool under_way::has_flow(const std::string& flow_slug) {
    return any([&](const claim_under_way& c) { return c.flow_slug == flow_slug; });
}

}  // namespace fanout
