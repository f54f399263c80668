#include "runs/under_way.hpp"

#include <cstring>

namespace fanout {
namespace {

const under_way* innermost = nullptr;

}  // namespace

under_way::under_way(int64_t claim_id, const pg_uuid_t& run_id, std::string flow_slug)
    : claim_id_(claim_id), run_id_(run_id), flow_slug_(std::move(flow_slug)), outer_(innermost) {
    innermost = this;
}

under_way::~under_way() {
    innermost = outer_;
}

template <typename Is> bool under_way::any(const Is& is) {
    for (const under_way* work = innermost; work; work = work->outer_) {
        if (is(*work)) return true;
    }
    return false;
}

bool under_way::has_claim(int64_t claim_id) {
    return any([&](const under_way& work) { return work.claim_id_ == claim_id; });
}

bool under_way::has_run(const pg_uuid_t& run_id) {
    return any([&](const under_way& work) { return std::memcmp(&work.run_id_, &run_id, UUID_LEN) == 0; });
}

bool under_way::has_flow(const std::string& flow_slug) {
    return any([&](const under_way& work) { return work.flow_slug_ == flow_slug; });
}

}  // namespace fanout
