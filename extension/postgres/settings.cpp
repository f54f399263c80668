#include "postgres/settings.hpp"

#include <algorithm>

namespace fanout {
namespace {

int lease_ms = 30000;
int heartbeat_interval_ms = 10000;
int retention_min = 30 * 24 * 60;
int retention_failed_min = 90 * 24 * 60;
double clock_offset_ms = 0;
int call_budget_ms = 100;
int most_depth = 32;
int row_bytes = 8000;
int inline_tasks = 10000;
int lock_patience_ms = 100;
bool superuser_handlers = false;

}  // namespace

int retention_minutes() {
    return retention_min;
}

int retention_failed_minutes() {
    return retention_failed_min;
}

int max_depth() {
    return most_depth;
}

int most_range_bytes() {
    return row_bytes;
}

int32_t inline_task_limit() {
    return inline_tasks;
}

int64_t lock_patience_us() {
    return static_cast<int64_t>(lock_patience_ms) * 1000;
}

bool superuser_handlers_allowed() {
    return superuser_handlers;
}

TimestampTz engine_clock() {
    return GetCurrentTimestamp() + static_cast<int64_t>(clock_offset_ms * 1000);
}

int64_t call_budget_us() {
    return static_cast<int64_t>(call_budget_ms) * 1000;
}

int64_t lease_us() {
    return static_cast<int64_t>(lease_ms) * 1000;
}

int64_t heartbeat_interval_us() {
    return std::min(static_cast<int64_t>(heartbeat_interval_ms) * 1000, lease_us() / 3);
}

namespace {

bool check_retention(int* minutes, void**, GucSource) {
    if (*minutes != 0) return true;
    GUC_check_errdetail("It is less than a minute.");
    GUC_check_errhint("Give a minute or more, or -1 for ever.");
    return false;
}

void define_retention(const char* name, const char* description, int& minutes) {
    DefineCustomIntVariable(name, description, "-1: for ever.", &minutes, minutes, -1, INT_MAX, PGC_SIGHUP,
                            GUC_UNIT_MIN, check_retention, nullptr, nullptr);
}

}  // namespace

void define_settings() {
    DefineCustomIntVariable("fanout.lease",
                            "How long a worker may be silent before its claims are taken back.",
                            "A worker keeps the lease that it was given with its last heartbeat.", &lease_ms,
                            30000, 100, INT_MAX, PGC_SIGHUP, GUC_UNIT_MS, nullptr, nullptr, nullptr);
    DefineCustomIntVariable("fanout.heartbeat_interval", "How often a worker says that it is alive.",
                            "Three times a fanout.lease at least, whatever is set.", &heartbeat_interval_ms,
                            10000, 10, INT_MAX, PGC_SIGHUP, GUC_UNIT_MS, nullptr, nullptr, nullptr);
    define_retention("fanout.retention", "How long completed and cancelled runs are kept.", retention_min);
    define_retention("fanout.retention_failed", "How long failed runs are kept.", retention_failed_min);
    DefineCustomIntVariable(
        "fanout.call_budget", "How long one call goes on with many tasks. For tests only.", nullptr,
        &call_budget_ms, 100, 0, INT_MAX, PGC_SUSET, GUC_UNIT_MS, nullptr, nullptr, nullptr);
    // A whole number of milliseconds is no month.
    DefineCustomRealVariable("fanout.clock_offset", "Moves the engine's clock. For tests only.", nullptr,
                             &clock_offset_ms, 0, -1e11, 1e11, PGC_SUSET, GUC_UNIT_MS, nullptr, nullptr,
                             nullptr);
    DefineCustomIntVariable("fanout.max_depth", "How many levels of child runs there may be.",
                            "A child run beyond fails its task.", &most_depth, 32, 0, 10000, PGC_SUSET, 0,
                            nullptr, nullptr, nullptr);
    DefineCustomIntVariable(
        "fanout.row_bytes",
        "How long the values of several tasks may be that are stored in one row. For tests only.", nullptr,
        &row_bytes, 8000, 20, 8000, PGC_SUSET, GUC_UNIT_BYTE, nullptr, nullptr, nullptr);
    DefineCustomIntVariable(
        "fanout.inline_tasks",
        "How many tasks a step has at most that is started and finished at once. For tests only.", nullptr,
        &inline_tasks, 10000, 2, INT_MAX, PGC_SUSET, 0, nullptr, nullptr, nullptr);
    DefineCustomIntVariable(
        "fanout.lock_patience",
        "How long a call that serves many owners waits for what others have locked, in all. For tests only.",
        nullptr, &lock_patience_ms, 100, 0, INT_MAX, PGC_SUSET, GUC_UNIT_MS, nullptr, nullptr, nullptr);
    DefineCustomBoolVariable("fanout.superuser_handlers",
                             "Whether SQL handlers of flows that a superuser owns may run, with its rights.",
                             "Off, such a flow's steps with SQL functions fail.", &superuser_handlers, false,
                             PGC_SUSET, 0, nullptr, nullptr, nullptr);
}

}  // namespace fanout
