#include "owner_scope.hpp"

namespace fanout {

owner_scope::owner_scope(Oid owner, const std::string& search_path) {
    GetUserIdAndSecContext(&user_, &security_context_);
    SetUserIdAndSecContext(owner, security_context_ | SECURITY_LOCAL_USERID_CHANGE);
    guc_level_ = NewGUCNestLevel();
    // Temporary objects come last: without that they come first, whoever made them.
    set_locally("search_path", (search_path.empty() ? "pg_temp" : search_path + ", pg_temp").c_str());
    reset_planner_settings();
}

void owner_scope::leave() {
    pg_call([&] {
        SPI_execute("SET CONSTRAINTS ALL IMMEDIATE", false, 0);
        AtEOXact_GUC(false, guc_level_);
    });
    SetUserIdAndSecContext(user_, security_context_);
    before_.drop_new();
}

void check_callers_constraints(Oid caller) {
    if (!TransactionIdIsValid(GetTopTransactionIdIfAny())) return;
    Oid user = InvalidOid;
    int security_context = 0;
    GetUserIdAndSecContext(&user, &security_context);
    SetUserIdAndSecContext(caller, security_context);
    pg_call([] { SPI_execute("SET CONSTRAINTS ALL IMMEDIATE", false, 0); });
    SetUserIdAndSecContext(user, security_context);
}

}  // namespace fanout
