#include "postgres/access.hpp"

#include "plain/sqlstates.hpp"

namespace fanout {

bool is_operator(Oid role) {
    return pg_call([&] {
        oidvector* no_arguments = buildoidvector(nullptr, 0);
        const Oid marker = GetSysCacheOid3(PROCNAMEARGSNSP, Anum_pg_proc_oid, CStringGetDatum("is_operator"),
                                           PointerGetDatum(no_arguments),
                                           ObjectIdGetDatum(get_namespace_oid("fanout", false)));
        return compat::may_execute(marker, role);
    });
}

namespace {

bool acts_as(Oid caller, Oid owner) {
    return pg_call([&] { return has_privs_of_role(caller, owner); });
}

}  // namespace

bool is_monitor(Oid role) {
    return acts_as(role, ROLE_PG_MONITOR);
}

bool has_run_access(Oid caller, Oid owner) {
    return is_operator(caller) || acts_as(caller, owner);
}

void require_run_access(Oid caller, Oid owner, const std::string& what) {
    if (!is_operator(caller)) require_owner(caller, owner, what);
}

void require_owner(Oid caller, Oid owner, const std::string& what) {
    if (acts_as(caller, owner)) return;
    std::string owner_name = pg_call([&] {
        const char* name = GetUserNameFromId(owner, true);
        if (!OidIsValid(owner)) return "a role that is missing here";
        return name ? name : "a dropped role";
    });
    raise(sqlstate::not_owner, what + " belongs to " + owner_name,
          "Act as its owner, or as a member of that role.");
}

}  // namespace fanout
