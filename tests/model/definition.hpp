// A flow as SQL.
#pragma once

#include "flow.hpp"

#include <string>
#include <vector>

namespace model {

std::string quote(const std::string& text);

/// The limits that any flow may name.
std::vector<std::string> limit_definitions();

/// The functions of its SQL handlers, create_flow and add_step: one statement each.
std::vector<std::string> definition(const flow& of);

/// add_step for each of its steps, which have other handlers, caps, limits and so on: what a run comes to is the same.
///
/// @param round  which of these definitions
std::vector<std::string> other_definition(const flow& of, int round);

std::string start_statement(const flow& of, const run_plan& plan, const std::string& run_id);

/// All of it, to be pasted into psql, where setup.sql has been run.
std::string script(const flow& of);

}  // namespace model
