#include "handler.hpp"

#include "errors.hpp"

namespace fanout {
namespace {

[[noreturn]] void bad_handler(const std::string& where, const std::string& problem, const std::string& hint) {
    raise(sqlstate::invalid_handler, where + ": " + problem, hint);
}

[[noreturn]] void no_function(const std::string& handler, const std::string& name, const std::string& where) {
    bad_handler(where, "handler \"" + handler + "\": there is no function " + name + "(jsonb)",
                "Create it first, or qualify its name with its schema.");
}

/// The function of that name with one jsonb argument, or none. Throws where the name can't be parsed.
Oid find_function(const std::string& name) {
    const std::string signature = name + "(jsonb)";
    return pg_call([&] {
        LOCAL_FCINFO(fcinfo, 1);
        InitFunctionCallInfoData(*fcinfo, nullptr, 1, InvalidOid, nullptr, nullptr);
        fcinfo->args[0].value = PointerGetDatum(cstring_to_text(signature.c_str()));
        fcinfo->args[0].isnull = false;
        Datum found = to_regprocedure(fcinfo);
        return fcinfo->isnull ? InvalidOid : DatumGetObjectId(found);
    });
}

struct function_facts {
    const char* qualified;
    Oid returns;
    bool returns_set;
    bool plain;
};

function_facts read_function(Oid function) {
    return pg_call([&] {
        HeapTuple tuple = SearchSysCache1(PROCOID, ObjectIdGetDatum(function));
        if (!HeapTupleIsValid(tuple)) elog(ERROR, "cache lookup failed for function %u", function);
        auto* form = reinterpret_cast<Form_pg_proc>(GETSTRUCT(tuple));
        function_facts facts{
            quote_qualified_identifier(get_namespace_name(form->pronamespace), NameStr(form->proname)),
            form->prorettype, form->proretset, form->prokind == PROKIND_FUNCTION};
        ReleaseSysCache(tuple);
        return facts;
    });
}

/// Checks that a function can be a handler, and that this role may execute it.
function_facts check_function(Oid function, Oid role, const std::string& handler, const std::string& where) {
    function_facts facts = read_function(function);
    if (facts.returns != JSONBOID || facts.returns_set || !facts.plain) {
        bad_handler(where, "handler \"" + handler + "\" does not return one jsonb",
                    "An SQL handler is a function of one jsonb argument that returns jsonb.");
    }
    if (!pg_call([&] { return compat::may_execute(function, role); })) {
        bad_handler(where, "handler \"" + handler + "\": permission denied for the function",
                    "Grant EXECUTE on it to the flow's owner.");
    }
    return facts;
}

}  // namespace

void check_handler_owner(Oid owner, const std::string& where) {
    if (superuser_handlers_allowed() || !pg_call([&] { return superuser_arg(owner); })) return;
    bad_handler(where, "SQL handlers of a superuser's flow do not run",
                "Let a role without superuser own the flow (fanout.grant_developer), or set "
                "fanout.superuser_handlers = on for the database.");
}

sql_handler resolve_handler(const std::string& handler, Oid caller, const std::string& where) {
    if (handler.empty())
        bad_handler(where, "handler is empty", "Name a handler of a worker, or sql:function.");
    if (handler.find(':') == std::string::npos) return {handler, std::nullopt, std::nullopt};
    const std::string prefix = "sql:";
    if (handler.compare(0, prefix.size(), prefix) != 0) {
        bad_handler(where, "handler \"" + handler + "\" is of an unknown kind",
                    "A handler is sql:function or a plain name that a worker's configuration binds.");
    }
    std::string name = handler.substr(prefix.size());
    if (name.ends_with("(jsonb)")) name.resize(name.size() - 7);
    Oid function = InvalidOid;
    try {
        if (!name.empty()) function = find_function(name);
    } catch (const pg_error& error) {
        bad_handler(where, "handler \"" + handler + "\": " + error.message(),
                    "After sql: stands a function's name, qualified and quoted as in SQL.");
    }
    if (!OidIsValid(function)) no_function(handler, name, where);
    function_facts facts = check_function(function, caller, handler, where);
    check_handler_owner(caller, where);
    const char* search_path = pg_call([] { return GetConfigOption("search_path", false, false); });
    return {prefix + facts.qualified, facts.qualified, search_path};
}

Oid handler_function(const std::string& name, Oid owner, const std::string& where) {
    const std::string handler = "sql:" + name;
    const Oid function = find_function(name);
    if (!OidIsValid(function)) no_function(handler, name, where);
    (void)check_function(function, owner, handler, where);
    return function;
}

std::string queue_handler(const std::string& handler) {
    return handler.starts_with("sql:") ? sql_queue_handler : handler;
}

}  // namespace fanout
