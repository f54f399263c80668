// Why a server lets nobody in: what no other attempt would change.
#pragma once

#include <optional>
#include <string>

namespace fanout::worker_detail {

/// Tries to connect once more, and returns the SQLSTATE with which every server that the string names refuses
/// it: the role, its password, pg_hba.conf, or the database. Nothing where one could be reached, or might be
/// later.
std::optional<std::string> find_refusal(const std::string& connection);

}  // namespace fanout::worker_detail
