// Where PostgreSQL's errors, which longjmp, meet C++, which has destructors. This file is the only place.
//
// - `pg_call(f)` runs `f`, which may ereport, and turns an error into the C++ exception `pg_error`, with the
//   whole ErrorData. `f` must hold no C++ object with a destructor of its own while it calls PostgreSQL: the
//   error jumps out of it. That what it returns has none is checked at compile time.
// - `raise(...)` throws a `pg_error` with a SQLSTATE of ours.
// - `subtransaction(f)` runs `f` in a subtransaction. It is the only place where an error may be swallowed,
//   an exception of C++'s own included.
// - `guarded(f)` runs `f` for PostgreSQL. It catches everything, leaves the catch block, so that no exception
//   object is alive, and only then rethrows to PostgreSQL.
#pragma once

#include "postgres/postgres_api.hpp"

#include <optional>
#include <type_traits>

namespace fanout {

/// A PostgreSQL error on its way through C++ code.
class pg_error {
public:
    explicit pg_error(ErrorData* data) : data_(data) {}
    ErrorData* data() const { return data_; }
    /// The message, without severity.
    std::string message() const { return data_->message ? data_->message : "unknown error"; }
    /// The message with its detail, where it has one.
    std::string message_with_detail() const;
    /// The message with its detail and SQLSTATE, as the text of an error is kept.
    std::string description() const;
    /// The five characters of the SQLSTATE.
    std::string sqlstate() const { return unpack_sql_state(data_->sqlerrcode); }
    bool has_sqlstate(const char* code) const { return sqlstate() == code; }
    /// Whether the error ends the statement or the session whatever a function would like to do about it.
    bool is_interrupt() const;
    /// Whether it is a serialization failure or a deadlock: they say nothing about what was tried.
    bool is_conflict() const;
    /// Whether it says nothing about what was tried, and may be gone with the next attempt: conflicts, locks,
    /// a lack of resources, an administrator's doing, the system's errors, damaged data.
    bool passes() const;

private:
    ErrorData* data_;  // lives in the memory context that was current where pg_call was entered
};

/// Calls `f(argument)`. Returns the error that it raised, or null. Kept out of line and free of variables, so
/// that nothing is left in a register across the setjmp.
ErrorData* catch_error(void (*f)(void*), void* argument);

/// Runs `f` and throws pg_error where it raises a PostgreSQL error.
template <typename F> auto pg_call(F&& f) -> decltype(f()) {
    using result = decltype(f());
    static_assert(std::is_void_v<result> || std::is_trivially_destructible_v<result>,
                  "an error would jump over the destructor of what pg_call returns");
    if constexpr (std::is_void_v<result>) {
        auto run = [](void* argument) { (*static_cast<std::remove_reference_t<F>*>(argument))(); };
        if (ErrorData* error = catch_error(run, &f)) throw pg_error(error);
    } else {
        struct frame {
            std::remove_reference_t<F>* f;
            result value;
        } frame{&f, {}};
        auto run = [](void* argument) {
            auto* call = static_cast<struct frame*>(argument);
            call->value = (*call->f)();
        };
        if (ErrorData* error = catch_error(run, &frame)) throw pg_error(error);
        return frame.value;
    }
}

/// Throws an error with a SQLSTATE of ours.
[[noreturn]] void raise(const char* sqlstate, const std::string& message, const std::string& hint,
                        const std::string& detail = {});

/// Tells the caller, and the server's log, without ending anything.
void warn(const std::string& message, const std::string& hint = {});

/// Tells the caller alone what may be of use.
void notice(const std::string& message, const std::string& hint);

/// Throws the error on, saying what it is about; its SQLSTATE stays, and stands in the text, too.
[[noreturn]] void raise_about(const std::string& what, const pg_error& error);

/// To be called in a catch block: what was caught, as the outermost caller would be told. An exception that
/// isn't PostgreSQL's is an internal error, or a lack of memory.
pg_error caught_error();

/// What is left of an exception once its catch block is over: nothing here has a destructor.
struct caught {
    ErrorData* postgres = nullptr;
    bool out_of_memory = false;
    char message[512] = "";
};

/// To be called in a catch block.
caught what_was_caught();

/// To be called outside of it.
[[noreturn]] void rethrow_to_postgres(const caught& error);

/// Runs `f` for PostgreSQL, which expects its own errors and no exceptions.
template <typename F> Datum guarded(F&& f) {
    caught error;
    try {
        return f();
    } catch (...) {
        error = what_was_caught();
    }
    rethrow_to_postgres(error);
}

/// Runs `f` in a subtransaction. Returns nothing where it committed, else the error that rolled it back.
/// Cancel requests and shutdowns are not for us to swallow: they are thrown on.
template <typename F> std::optional<pg_error> subtransaction(F&& f);

void begin_subtransaction();
void commit_subtransaction(MemoryContext context, ResourceOwner owner);
void roll_back_subtransaction(MemoryContext context, ResourceOwner owner);

template <typename F> std::optional<pg_error> subtransaction(F&& f) {
    MemoryContext context = CurrentMemoryContext;
    ResourceOwner owner = CurrentResourceOwner;
    begin_subtransaction();
    MemoryContextSwitchTo(context);
    try {
        f();
        commit_subtransaction(context, owner);
        return std::nullopt;
    } catch (...) {
        roll_back_subtransaction(context, owner);
        const pg_error error = caught_error();
        if (error.is_interrupt()) throw;
        return error;
    }
}

}  // namespace fanout
