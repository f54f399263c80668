#include "postgres/owner_scope.hpp"

#include "postgres/identity.hpp"
#include "postgres/session_connections.hpp"
#include "postgres/utility_api.hpp"

namespace fanout {
namespace {

/// Runs what is deferred, as that role. Nothing can be deferred any more meanwhile: in a security-restricted
/// operation PostgreSQL refuses it. So nothing is left that would run at the commit, as whoever commits.
void run_deferred(Oid role) {
    Oid user = InvalidOid;
    int security_context = 0;
    GetUserIdAndSecContext(&user, &security_context);
    SetUserIdAndSecContext(role,
                           security_context | SECURITY_LOCAL_USERID_CHANGE | SECURITY_RESTRICTED_OPERATION);
    check_constraints_at_once();
    SetUserIdAndSecContext(user, security_context);
}

}  // namespace

owner_scope::owner_scope(Oid owner, const std::string& where, const std::string& search_path)
    : refused_(where) {
    close_session_connections();  // also those of a function that has ended with an error
    GetUserIdAndSecContext(&user_, &security_context_);
    SetUserIdAndSecContext(owner, security_context_ | SECURITY_LOCAL_USERID_CHANGE);
    guc_level_ = NewGUCNestLevel();
    // Temporary objects come last: without that they come first, whoever made them.
    set_locally("search_path", (search_path.empty() ? "pg_temp" : search_path + ", pg_temp").c_str());
    reset_planner_settings();
}

void owner_scope::leave() {
    run_deferred(GetUserId());
    pg_call([&] { AtEOXact_GUC(false, guc_level_); });
    SetUserIdAndSecContext(user_, security_context_);
    before_.drop_new();
    locks_.drop_new();
    close_session_connections();
}

void check_constraints_at_once() {
    pg_call([] {
        CommandCounterIncrement();
        AfterTriggerSetState(makeNode(ConstraintsSetStmt));  // SET CONSTRAINTS ALL IMMEDIATE
    });
}

void check_callers_constraints(Oid caller) {
    if (TransactionIdIsValid(GetTopTransactionIdIfAny())) run_deferred(caller);
}

}  // namespace fanout
