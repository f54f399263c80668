// Definitions of flows and their versions, as other files need them.
#pragma once

#include "plain/graph.hpp"
#include "postgres/entry.hpp"
#include "postgres/object_lock.hpp"
#include "postgres/statement.hpp"

namespace fanout {

/// The current version of a flow.
struct flow_version {
    int64_t flow_id;
    int32_t version;
    Oid owner;
    std::optional<Interval> run_timeout;
};

/// A step's and a run's priority are each this far from zero at most: their sum is an int.
inline constexpr int64_t most_priority = 1000000000;
void check_priority(int32_t priority, const std::string& where);

/// Finds the current version; throws unknown_flow.
flow_version current_version(const std::string& flow_slug);

/// Makes two changes of one flow wait for each other, until the transaction ends. Not for what changes
/// nothing: it would hold up others for as long as the caller's transaction is open.
void lock_definition(const std::string& flow_slug);

/// Locks the flow's definition. Returns the current version,
/// for its owner; throws unknown_flow, and not_owner where `caller` isn't that.
flow_version lock_for_change(const std::string& flow_slug, Oid caller);

/// Until the transaction ends who starts a run of a version holds its lock as ShareLock, who changes it in
/// place, or drops it, as ExclusiveLock. So what is being started stays as it is, and nothing is written.
object_lock lock_of_version(int64_t flow_id);

/// Throws 40001 where the transaction's snapshot is an old one, and the version has changed since.
void refuse_outdated_version(const std::string& flow_slug, int64_t flow_id);

/// The version itself, or where runs are of it, or are being started, a copy of it that can be changed.
flow_version changeable(const flow_version& version);

void check_slug(const std::string& slug, const char* argument);

/// Throws invalid_argument where a name that people choose is longer than indexes and notifications can take.
/// @param what  the argument
void check_name(const std::string& name, const char* what, const std::string& where);

[[noreturn]] void bad_option(const std::string& where, const std::string& problem, const std::string& hint);

/// Throws invalid_argument where an option is neither of its two words.
void check_word(const std::string& word, const char* name, const char* first, const char* second,
                const std::string& where);

/// An argument, for a statement.
parameter given(const named_arguments& c, const char* name);

/// Checks the options that a flow gives its steps and a step can override: max_attempts, base_delay, max_delay
/// and timeout.
void check_retry_options(const named_arguments& c, const std::string& where);

/// Throws invalid_argument where the interval is longer than 100 years, which no timestamp survives.
void check_length(Datum interval, const std::string& where, const char* name);

/// Throws invalid_argument where the interval is given and not above zero, or longer than 100 years.
void check_positive_interval(const named_arguments& c, const char* name, const std::string& where);

/// Whether one interval is shorter than another.
bool is_shorter(Datum left, Datum right);

/// The steps of a version.
graph read_graph(int64_t flow_id);

/// Writes what steps of a version have from the graph around them, as far as it has changed: whether they are
/// pipelined, which arrays are needed, and which have a context. For a step that is new, or has changed, and
/// for those next to it.
void write_from_graph(const std::vector<int64_t>& step_ids);

/// Removes a flow with its versions and their steps. The caller has locked it, and its versions.
void remove_flow(const std::string& flow_slug);

/// Locks all flows of an owner, as the table shows it: nobody defines or starts any of them until the
/// transaction has ended.
void lock_flows_of(const std::string& owner);

/// Gives them to another role. Returns how many flows that were.
int64_t hand_over_flows(const std::string& from, Oid to);

}  // namespace fanout
