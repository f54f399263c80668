#include "postgres/entry.hpp"

#include "plain/sqlstates.hpp"
#include "postgres/datum.hpp"
#include "postgres/identity.hpp"

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

Datum call::uuid_result(const pg_uuid_t& value) const {
    MemoryContext target = context;
    return pg_call([&] {
        auto* copy = static_cast<pg_uuid_t*>(MemoryContextAlloc(target, sizeof(pg_uuid_t)));
        *copy = value;
        return UUIDPGetDatum(copy);
    });
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
