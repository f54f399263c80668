/*
 * Sessions that wait for the end of one run, all at once, and how soon after it they know.
 *
 *   waiters COUNT RUNS
 *
 * Prints for each waiter of each run the seconds from the run's completed_at, which is before its commit, until the answer of
 * wait_for_run was there. With RUNS 0 it prints a line when all wait for a run that doesn't end, and stops when its input does.
 */
#include "measure.h"

#include <poll.h>

static const char* const setup =
    "SELECT fanout.create_flow('awaited');"
    "SELECT fanout.add_step('awaited', 'work', handler => 'awaited');"
    "SELECT fanout.register_worker('waiters', '{awaited}') FROM fanout.create_flow('awaited')";

static const char* const wait_for_end = "CALL fanout.wait_for_run($1, '10 min')";

/* Who waits says so by a lock on what is no row. */
static const char* const waiting =
    "SELECT count(*) FROM pg_locks WHERE locktype = 'object' AND classid = 'fanout.runs'::regclass"
    " AND mode = 'AccessShareLock' AND granted";

static double wall_seconds(void) {
    struct timespec time;
    clock_gettime(CLOCK_REALTIME, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static void drain(PGconn* connection) {
    PGresult* result;
    while ((result = PQgetResult(connection))) PQclear(checked(result));
}

static void ask(PGconn* connection, const char* query, const char* run) {
    const char* values[] = {run};
    if (!PQsendQueryParams(connection, query, 1, NULL, values, NULL, NULL, 0)) die(PQerrorMessage(connection));
}

static void value_of(PGconn* connection, const char* query, const char* run, char* value) {
    ask(connection, query, run);
    PGresult* result = checked(PQgetResult(connection));
    snprintf(value, 64, "%s", PQgetvalue(result, 0, 0));
    PQclear(result);
    drain(connection);
}

static void begin_to_wait(PGconn* owner, PGconn** waiters, int count, const char* run) {
    for (int i = 0; i < count; i++) ask(waiters[i], wait_for_end, run);
    for (int there = 0; there < count;) {
        PGresult* result = checked(PQexec(owner, waiting));
        there = atoi(PQgetvalue(result, 0, 0));
        PQclear(result);
        sleep_seconds(0.01);
    }
    /* None of them does anything any more. */
    sleep_seconds(0.1);
}

/* When each has its answer. */
static void await_all(PGconn** waiters, int count, double* answered) {
    struct pollfd polled[count];
    for (int i = 0; i < count; i++) polled[i] = (struct pollfd){PQsocket(waiters[i]), POLLIN, 0};
    for (int left = count; left > 0;) {
        if (poll(polled, (nfds_t)count, 60000) <= 0) die("some never know that the run has ended");
        double now = wall_seconds();
        for (int i = 0; i < count; i++) {
            if (!polled[i].revents) continue;
            if (!PQconsumeInput(waiters[i])) die(PQerrorMessage(waiters[i]));
            if (PQisBusy(waiters[i])) continue;
            answered[i] = now;
            polled[i].fd = -1;
            left--;
        }
    }
    for (int i = 0; i < count; i++) drain(waiters[i]);
}

static void measure_run(PGconn* owner, const char* worker, PGconn** waiters, int count) {
    char run[64], end[64];
    double answered[count];
    value_of(owner, "SELECT fanout.start_run('awaited', to_jsonb($1::text))", "", run);
    value_of(owner, "SELECT count(*) FROM fanout.claim_tasks($1::bigint, 1)", worker, end);
    begin_to_wait(owner, waiters, count, run);
    ask(owner, "SELECT fanout.complete_task($1::uuid, 'work', 0, '1')", run);
    await_all(waiters, count, answered);
    drain(owner);
    value_of(owner, "SELECT extract(epoch FROM completed_at) FROM fanout.runs WHERE run_id = $1::uuid", run, end);
    for (int i = 0; i < count; i++) printf("%.6f\n", answered[i] - atof(end));
}

int main(int argc, char** argv) {
    if (argc != 3) die("usage: waiters COUNT RUNS");
    int count = atoi(argv[1]), runs = atoi(argv[2]);
    PGconn* owner = connect_to("");
    PGconn* waiters[count];
    char worker[64], run[64];
    for (int i = 0; i < count; i++) waiters[i] = connect_to("");
    PGresult* result = checked(PQexec(owner, setup));
    snprintf(worker, sizeof worker, "%s", PQgetvalue(result, 0, 0));
    PQclear(result);
    for (int i = 0; i < runs; i++) measure_run(owner, worker, waiters, count);
    if (runs == 0) {
        value_of(owner, "SELECT fanout.start_run('awaited', to_jsonb($1::text))", "", run);
        begin_to_wait(owner, waiters, count, run);
        printf("waiting\n");
        fflush(stdout);
        while (getchar() != EOF) {
        }
        value_of(owner, "SELECT fanout.cancel_run($1::uuid)", run, worker);
        for (int i = 0; i < count; i++) drain(waiters[i]);
    }
    for (int i = 0; i < count; i++) PQfinish(waiters[i]);
    PQfinish(owner);
    return 0;
}
