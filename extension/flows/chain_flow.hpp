// The flow of a batch of chain_runs: one step, a fan-out over the source runs, whose tasks are runs of the target.
#pragma once

#include "flows/handler.hpp"

#include <optional>
#include <string>

namespace fanout {

struct chain_options {
    std::string target_flow;
    std::optional<std::string> source_step;
    sql_handler transform;
    std::optional<int32_t> max_concurrency;
    std::string on_failure;
    std::optional<std::string> name_prefix;
};

/// A batch with the same options, and the same timeout, is of the same flow.
std::string slug_of_chain(const chain_options& options, Oid owner);

/// Defines the flow, unless it is there. A run of the target is made once; a start that a crash has interrupted
/// is made again.
void define_chain_flow(const std::string& slug, const chain_options& options, Oid owner);

}  // namespace fanout
