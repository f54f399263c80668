#include "postgres/function_caller.hpp"

#include "plain/sqlstates.hpp"
#include "postgres/call_timer.hpp"
#include "postgres/owner_scope.hpp"

namespace fanout {

function_caller::function_caller(Oid function, const Interval& timeout, MemoryContext results)
    : timeout_ms_(timer_ms(timeout)), results_(results) {
    pg_call([&] {
        scratch_ = AllocSetContextCreate(CurrentMemoryContext, "fanout handler", ALLOCSET_DEFAULT_SIZES);
        fmgr_info_cxt(function, &function_, CurrentMemoryContext);
    });
}

template <typename F> auto function_caller::in_time(F&& f) const {
    const call_timer timer(timeout_ms_, began_);
    try {
        const auto result = f();
        if (!timer.fired()) return result;
    } catch (const pg_error&) {
        if (!timer.fired()) throw;
    }
    raise(sqlstate::task_timeout,
          "did not return within its timeout of " + std::to_string(timeout_ms_) + " ms", {});
}

Datum function_caller::call(Datum input) {
    began_ = GetCurrentTimestamp();
    return in_time([&] { return call_untimed(input); });
}

void function_caller::leave(owner_scope& scope) const {
    (void)in_time([&] {
        scope.leave();
        return true;
    });
}

Datum function_caller::call_untimed(Datum input) {
    return pg_call([&] {
        // What the function SETs is not for the next task to see; what it writes is.
        const int guc_level = NewGUCNestLevel();
        CommandCounterIncrement();
        PushActiveSnapshot(GetTransactionSnapshot());
        MemoryContext previous = MemoryContextSwitchTo(scratch_);
        Datum result = invoke(input);
        MemoryContextSwitchTo(previous);
        MemoryContextReset(scratch_);
        PopActiveSnapshot();
        AtEOXact_GUC(false, guc_level);
        return result;
    });
}

Datum function_caller::invoke(Datum input) {
    LOCAL_FCINFO(fcinfo, 1);
    InitFunctionCallInfoData(*fcinfo, &function_, 1, InvalidOid, nullptr, nullptr);
    fcinfo->args[0].value = input;
    fcinfo->args[0].isnull = false;
    PgStat_FunctionCallUsage usage;
    pgstat_init_function_usage(fcinfo, &usage);
    Datum output = FunctionCallInvoke(fcinfo);
    pgstat_end_function_usage(&usage, true);
    MemoryContextSwitchTo(results_);
    // The function's SQL NULL is JSON's null: a task has an output.
    return fcinfo->isnull ? DirectFunctionCall1(jsonb_in, CStringGetDatum("null"))
                          : PointerGetDatum(PG_DETOAST_DATUM_COPY(output));
}

}  // namespace fanout
