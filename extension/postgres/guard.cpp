#include "postgres/guard.hpp"

#include "postgres/error_text.hpp"

#include <algorithm>
#include <cstring>
#include <exception>
#include <iterator>
#include <new>

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

void rethrow_to_postgres(const caught& error) {
    if (error.postgres) ReThrowError(error.postgres);
    if (error.out_of_memory) ereport(ERROR, (errcode(ERRCODE_OUT_OF_MEMORY), errmsg("out of memory")));
    ereport(ERROR, (errcode(ERRCODE_INTERNAL_ERROR), errmsg_internal("pgfanout: %s", error.message)));
    pg_unreachable();
}

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

void warn(const std::string& message, const std::string& hint) {
    pg_call([&] {
        ereport(WARNING,
                (errmsg_internal("%s", message.c_str()), hint.empty() ? 0 : errhint("%s", hint.c_str())));
    });
}

void notice(const std::string& message, const std::string& hint) {
    pg_call([&] { ereport(NOTICE, (errmsg_internal("%s", message.c_str()), errhint("%s", hint.c_str()))); });
}

void raise_about(const std::string& what, const pg_error& error) {
    const char* hint = error.data()->hint;
    raise(error.sqlstate().c_str(), what + ": " + error.description(), hint ? hint : "");
}

}  // namespace fanout
