#include "postgres/guard.hpp"

#include "plain/sqlstates.hpp"
#include "postgres/engine.hpp"
#include "postgres/error_text.hpp"

#include <algorithm>
#include <cstring>
#include <exception>
#include <iterator>
#include <new>

extern "C" {
PG_MODULE_MAGIC;
}

namespace fanout {

std::string pg_error::message_with_detail() const {
    return data_->detail ? message() + ": " + data_->detail : message();
}

std::string pg_error::description() const {
    return error_text(message_with_detail(), " (SQLSTATE " + sqlstate() + ")");
}

bool pg_error::is_interrupt() const {
    if (data_->elevel > ERROR) return true;
    // By where it was raised: any function can raise these SQLSTATEs, or pass on a remote server's.
    return ERRCODE_TO_CATEGORY(data_->sqlerrcode) == ERRCODE_TO_CATEGORY(ERRCODE_OPERATOR_INTERVENTION) &&
           data_->funcname && std::strcmp(data_->funcname, "ProcessInterrupts") == 0;
}

bool pg_error::is_conflict() const {
    return data_->sqlerrcode == ERRCODE_T_R_SERIALIZATION_FAILURE ||
           data_->sqlerrcode == ERRCODE_T_R_DEADLOCK_DETECTED;
}

bool pg_error::passes() const {
    const int code = data_->sqlerrcode, category = ERRCODE_TO_CATEGORY(code);
    constexpr int categories[] = {ERRCODE_TO_CATEGORY(ERRCODE_TRANSACTION_ROLLBACK),
                                  ERRCODE_TO_CATEGORY(ERRCODE_INSUFFICIENT_RESOURCES),
                                  ERRCODE_TO_CATEGORY(ERRCODE_OPERATOR_INTERVENTION),
                                  ERRCODE_TO_CATEGORY(ERRCODE_SYSTEM_ERROR)};
    return std::find(std::begin(categories), std::end(categories), category) != std::end(categories) ||
           code == ERRCODE_LOCK_NOT_AVAILABLE || code == ERRCODE_DATA_CORRUPTED ||
           code == ERRCODE_INDEX_CORRUPTED;
}

ErrorData* catch_error(void (*f)(void*), void* argument) {
    MemoryContext volatile context = CurrentMemoryContext;
    ErrorData* volatile error = nullptr;
    PG_TRY();
    { f(argument); }
    PG_CATCH();
    {
        MemoryContextSwitchTo(context);
        error = CopyErrorData();
        FlushErrorState();
    }
    PG_END_TRY();
    return error;
}

void raise(const char* sqlstate, const std::string& message, const std::string& hint,
           const std::string& detail) {
    pg_call([&] {
        ereport(ERROR,
                (errcode(MAKE_SQLSTATE(sqlstate[0], sqlstate[1], sqlstate[2], sqlstate[3], sqlstate[4])),
                 errmsg_internal("%s", message.c_str()),
                 detail.empty() ? 0 : errdetail_internal("%s", detail.c_str()),
                 hint.empty() ? 0 : errhint("%s", hint.c_str())));
    });
    std::terminate();  // not reached: ereport(ERROR) does not return
}

namespace {

/// What is left of an exception once its catch block is over: nothing here has a destructor.
struct caught {
    ErrorData* postgres = nullptr;
    bool out_of_memory = false;
    char message[512] = "";
};

/// To be called in a catch block.
caught what_was_caught() {
    caught error;
    try {
        throw;
    } catch (const pg_error& e) {
        error.postgres = e.data();
    } catch (const std::bad_alloc&) {
        error.out_of_memory = true;
    } catch (const std::exception& e) {
        std::strncpy(error.message, e.what(), sizeof(error.message) - 1);
    }
    return error;
}

[[noreturn]] void rethrow_to_postgres(const caught& error) {
    if (error.postgres) ReThrowError(error.postgres);
    if (error.out_of_memory) ereport(ERROR, (errcode(ERRCODE_OUT_OF_MEMORY), errmsg("out of memory")));
    ereport(ERROR, (errcode(ERRCODE_INTERNAL_ERROR), errmsg_internal("pgfanout: %s", error.message)));
    pg_unreachable();
}

}  // namespace

pg_error caught_error() {
    caught error = what_was_caught();
    if (error.postgres) return pg_error(error.postgres);
    return pg_error(
        catch_error([](void* argument) { rethrow_to_postgres(*static_cast<caught*>(argument)); }, &error));
}

void begin_subtransaction() {
    pg_call([] { BeginInternalSubTransaction(nullptr); });
}

void commit_subtransaction(MemoryContext context, ResourceOwner owner) {
    pg_call([] { ReleaseCurrentSubTransaction(); });
    MemoryContextSwitchTo(context);
    CurrentResourceOwner = owner;
}

void roll_back_subtransaction(MemoryContext context, ResourceOwner owner) {
    pg_call([] { RollbackAndReleaseCurrentSubTransaction(); });
    MemoryContextSwitchTo(context);
    CurrentResourceOwner = owner;
}

void raise_about(const std::string& what, const pg_error& error) {
    const char* hint = error.data()->hint;
    raise(error.sqlstate().c_str(), what + ": " + error.description(), hint ? hint : "");
}

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

template <typename Setup> Datum run_body(FunctionCallInfo fcinfo, function_body body, Setup setup) {
    caught error;
    try {
        return setup(fcinfo, body);
    } catch (...) {
        error = what_was_caught();
    }
    rethrow_to_postgres(error);
}

}  // namespace

Datum enter(FunctionCallInfo fcinfo, function_body body) {
    return run_body(fcinfo, body, [](FunctionCallInfo info, function_body run) {
        require_writable(info->flinfo->fn_oid);
        call c{info, CurrentMemoryContext, GetUserId()};
        engine_scope scope;
        Datum result = run(c);
        scope.leave();
        return result;
    });
}

Datum enter_bare(FunctionCallInfo fcinfo, function_body body) {
    return run_body(fcinfo, body, [](FunctionCallInfo info, function_body run) {
        require_writable(info->flinfo->fn_oid);
        call c{info, CurrentMemoryContext, GetUserId()};
        return run(c);
    });
}

}  // namespace fanout
