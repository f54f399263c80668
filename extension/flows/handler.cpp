#include "flows/handler.hpp"

#include "flows/role.hpp"
#include "plain/slug.hpp"
#include "plain/sqlstates.hpp"
#include "postgres/settings.hpp"

namespace fanout {
namespace {

[[noreturn]] void bad_handler(const std::string& where, const std::string& problem, const std::string& hint) {
    raise(sqlstate::invalid_handler, where + ": " + problem, hint);
}

/// The function of that name with one jsonb argument, or none. Throws where the name can't be parsed.
Oid find_function(const std::string& name) {
    const std::string signature = name + "(pg_catalog.jsonb)";
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

/// What a function is for: what messages call it, and whether it may return many rows.
struct function_role {
    const char* name;
    bool returns_many;
    const char* hint;
};
constexpr function_role as_handler = {
    "handler", false, "An SQL handler is a function of one jsonb argument that returns jsonb."};
constexpr function_role as_source = {
    "source", true,
    "A source is a function of one jsonb argument that returns a jsonb array, or setof jsonb."};

[[noreturn]] void no_function(const function_role& role, const std::string& text, const std::string& name,
                              const std::string& where) {
    bad_handler(where, std::string(role.name) + " \"" + text + "\": there is no function " + name + "(jsonb)",
                "Create it first, or qualify its name with its schema.");
}

/// Checks that a function can be that, and that this user may execute it.
function_facts check_function(Oid function, Oid user, const function_role& role, const std::string& text,
                              const std::string& where) {
    function_facts facts = read_function(function);
    const std::string named = std::string(role.name) + " \"" + text + "\"";
    if (facts.returns != JSONBOID || (facts.returns_set && !role.returns_many) || !facts.plain) {
        bad_handler(where, named + " does not return " + (role.returns_many ? "jsonb" : "one jsonb"),
                    role.hint);
    }
    if (!pg_call([&] { return compat::may_execute(function, user); })) {
        bad_handler(where, named + ": permission denied for the function",
                    "Grant EXECUTE on it to the flow's owner.");
    }
    return facts;
}

/// `sql:function`, as its caller sees it.
sql_handler resolve_function(const std::string& text, const function_role& role, Oid caller,
                             const std::string& where) {
    const std::string prefix = "sql:";
    std::string name = text.substr(prefix.size());
    if (name.ends_with("(jsonb)")) name.resize(name.size() - 7);
    Oid function = InvalidOid;
    try {
        if (!name.empty()) function = find_function(name);
    } catch (const pg_error& error) {
        bad_handler(where, std::string(role.name) + " \"" + text + "\": " + error.message(),
                    "After sql: stands a function's name, qualified and quoted as in SQL.");
    }
    if (!OidIsValid(function)) no_function(role, text, name, where);
    function_facts facts = check_function(function, caller, role, text, where);
    check_handler_owner(caller, where);
    const char* search_path = pg_call([] { return GetConfigOption("search_path", false, false); });
    return {prefix + facts.qualified, facts.qualified, search_path};
}

/// The function of that name as the current user finds it.
Oid function_of(const std::string& name, const function_role& role, Oid owner, const std::string& where) {
    const std::string text = "sql:" + name;
    const Oid function = find_function(name);
    if (!OidIsValid(function)) no_function(role, text, name, where);
    (void)check_function(function, owner, role, text, where);
    return function;
}

sql_handler resolve_child(const std::string& handler, const std::string& where) {
    const std::string slug = handler.substr(std::string_view(child_handler_prefix).size());
    if (std::string problem = slug_problem(slug); !problem.empty()) {
        bad_handler(where, "handler \"" + handler + "\": the flow's name " + problem,
                    "After flow: stands a flow's slug.");
    }
    return {handler, std::nullopt, std::nullopt};
}

}  // namespace

std::string owner_is_gone(Oid owner) {
    if (!OidIsValid(owner)) return "its flow belongs to a role that is missing here";
    return "its flow belongs to role " + std::to_string(owner) + ", which was dropped";
}

void check_owner_is_there(Oid owner, const std::string& where) {
    if (role_exists(owner)) return;
    raise(sqlstate::not_owner, where + ": " + owner_is_gone(owner),
          "Give it to another role with fanout.reassign_flows, then resume the run.");
}

void check_handler_owner(Oid owner, const std::string& where) {
    check_owner_is_there(owner, where);
    if (superuser_handlers_allowed() || !pg_call([&] { return superuser_arg(owner); })) return;
    bad_handler(where, "SQL handlers of a superuser's flow do not run",
                "Let a role without superuser own the flow (fanout.grant_developer), or set "
                "fanout.superuser_handlers = on for the database.");
}

sql_handler resolve_handler(const std::string& handler, Oid caller, const std::string& where) {
    if (handler.empty())
        bad_handler(where, "handler is empty", "Name a handler of a worker, or sql:function.");
    if (handler.find(':') == std::string::npos) return {handler, std::nullopt, std::nullopt};
    if (handler.starts_with(child_handler_prefix)) return resolve_child(handler, where);
    if (handler.starts_with("sql:")) return resolve_function(handler, as_handler, caller, where);
    bad_handler(where, "handler \"" + handler + "\" is of an unknown kind",
                "A handler is sql:function, flow:slug, or a plain name that a worker's configuration binds.");
}

sql_handler resolve_source(const std::string& source, Oid caller, const std::string& where) {
    return resolve_function(source, as_source, caller, where);
}

Oid handler_function(const std::string& name, Oid owner, const std::string& where) {
    return function_of(name, as_handler, owner, where);
}

Oid source_function(const std::string& name, Oid owner, const std::string& where) {
    return function_of(name, as_source, owner, where);
}

std::string queue_handler(const std::string& handler) {
    if (handler.starts_with("sql:")) return sql_queue_handler;
    return handler.starts_with(child_handler_prefix) ? child_queue_handler : handler;
}

}  // namespace fanout
