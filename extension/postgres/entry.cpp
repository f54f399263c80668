#include "postgres/entry.hpp"

#include "plain/sqlstates.hpp"
#include "postgres/datum.hpp"
#include "postgres/identity.hpp"

#include <algorithm>

namespace fanout {

void call::require(std::initializer_list<std::pair<int, const char*>> arguments,
                   const std::string& where) const {
    for (auto [position, name] : arguments) {
        if (!is_null(position)) continue;
        raise(sqlstate::invalid_argument, where + ": " + name + " is null",
              "Give it a value, or leave it out.");
    }
}

std::string call::text(int argument) const {
    Datum value = datum(argument);
    text_view view = view_text(value);
    return std::string(view.data, view.size);
}

std::optional<std::string> call::optional_text(int argument) const {
    if (is_null(argument)) return std::nullopt;
    return text(argument);
}

Datum call::text_result(std::string_view value) const {
    MemoryContext target = context;
    return pg_call([&] {
        MemoryContext previous = MemoryContextSwitchTo(target);
        Datum result =
            PointerGetDatum(cstring_to_text_with_len(value.data(), static_cast<int>(value.size())));
        MemoryContextSwitchTo(previous);
        return result;
    });
}

Datum call::copied_result(Datum value) const {
    return pg_call([&] {
        MemoryContext previous = MemoryContextSwitchTo(context);
        const Datum copy = PointerGetDatum(PG_DETOAST_DATUM_COPY(value));
        MemoryContextSwitchTo(previous);
        return copy;
    });
}

Datum call::uuid_result(const pg_uuid_t& value) const {
    MemoryContext target = context;
    return pg_call([&] {
        auto* copy = static_cast<pg_uuid_t*>(MemoryContextAlloc(target, sizeof(pg_uuid_t)));
        *copy = value;
        return UUIDPGetDatum(copy);
    });
}

named_arguments::named_arguments(const call& of) : call_(of) {
    int count = 0;
    char** names = nullptr;
    pg_call([&] {
        HeapTuple function = SearchSysCache1(PROCOID, ObjectIdGetDatum(of.fcinfo->flinfo->fn_oid));
        if (!HeapTupleIsValid(function)) elog(ERROR, "function %u does not exist", of.fcinfo->flinfo->fn_oid);
        Oid* types = nullptr;
        char* modes = nullptr;
        count = get_func_arg_info(function, &types, &names, &modes);
        ReleaseSysCache(function);
    });
    for (int i = 0; i < count; ++i) names_.emplace_back(names ? names[i] : "");
}

int named_arguments::position(const char* name) const {
    const auto found = std::find(names_.begin(), names_.end(), name);
    if (found == names_.end()) pg_call([&] { elog(ERROR, "no parameter is named %s", name); });
    return static_cast<int>(found - names_.begin());
}

void named_arguments::require(std::initializer_list<const char*> names, const std::string& where) const {
    for (const char* name : names) call_.require({{position(name), name}}, where);
}

namespace {

/// What goes past the executor isn't stopped by it on a standby, or in a transaction that is read-only. Of
/// ours all write but those marked STABLE or IMMUTABLE, and the procedure that waits.
void require_writable(Oid function) {
    if (!XactReadOnly) return;
    pg_call([&] {
        if (func_volatile(function) != PROVOLATILE_VOLATILE) return;
        if (get_func_prokind(function) == PROKIND_PROCEDURE) return;
        const bool is_standby = RecoveryInProgress();
        ereport(ERROR,
                (errcode(ERRCODE_READ_ONLY_SQL_TRANSACTION),
                 errmsg_internal("fanout.%s writes, and this %s", get_func_name(function),
                                 is_standby ? "server is a standby" : "transaction is read-only"),
                 is_standby
                     ? errhint("Connect to the primary: target_session_attrs=read-write finds it.")
                     : errhint("Call it in a transaction that may write: see transaction_read_only.")));
    });
}

}  // namespace

Datum enter(FunctionCallInfo fcinfo, function_body body) {
    return guarded([&] {
        require_writable(fcinfo->flinfo->fn_oid);
        call c{fcinfo, CurrentMemoryContext, GetUserId()};
        engine_scope scope;
        const Datum result = body(c);
        scope.leave();
        return result;
    });
}

Datum enter_bare(FunctionCallInfo fcinfo, function_body body) {
    return guarded([&] {
        require_writable(fcinfo->flinfo->fn_oid);
        call c{fcinfo, CurrentMemoryContext, GetUserId()};
        return body(c);
    });
}

}  // namespace fanout
