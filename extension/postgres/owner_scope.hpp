// Running a user's function as the owner of a flow: the one door for handlers, sources and transforms.
#pragma once

#include "postgres/refused_statements.hpp"
#include "postgres/session_locks.hpp"
#include "postgres/session_objects.hpp"

namespace fanout {

/// From construction to leave(): the flow's owner, a search_path, and a level of settings of its own. What
/// would outlive the function is refused, or undone at its end: the session is then as it was before, but for
/// connections of dblink, of which it has none.
class owner_scope {
public:
    /// @param where  how messages name whose function it is
    owner_scope(Oid owner, const std::string& where, const std::string& search_path);

    /// The functions' deferred constraints are checked before their results count.
    void leave();

private:
    refused_statements refused_;
    session_objects before_;
    session_locks locks_;
    Oid user_;
    int security_context_;
    int guc_level_;
};

/// What the caller's own statements have deferred, earlier in its transaction, is checked as the caller:
/// otherwise it would run as the flow's owner, and its errors would be a task's.
void check_callers_constraints(Oid caller);

/// Constraints that are deferred are checked with each statement, until the transaction ends: at its commit an
/// owner's would be an error of whatever else it has done.
void check_constraints_at_once();

/// As `subtransaction`, and again, a few times, after a serialization failure or a deadlock: they say nothing
/// about what the function was called with.
template <typename F> std::optional<pg_error> subtransaction_despite_conflicts(F&& f);

template <typename F> std::optional<pg_error> subtransaction_despite_conflicts(F&& f) {
    constexpr int most_conflicts = 5;
    std::optional<pg_error> error = subtransaction(f);
    for (int i = 0; error && error->is_conflict() && i < most_conflicts; ++i) error = subtransaction(f);
    return error;
}

}  // namespace fanout
