/*
 * Starts runs one after another and waits for the end of each.
 *
 *   run_flow FLOW INPUT RUNS POLL_MS PAUSE_MS
 *
 * INPUT is an SQL expression. Prints for each run: its id, the seconds from sending start_run until
 * run_status said "completed", and the seconds between the run's own started_at and completed_at. Between
 * runs it pauses for PAUSE_MS to twice PAUSE_MS, so that it doesn't keep step with what the worker does
 * regularly.
 */
#include "measure.h"

static const double give_up_after = 120;

static const char* const server_time = "SELECT extract(epoch FROM completed_at - started_at)"
                                       " FROM fanout.runs_overview WHERE run_id = $1::uuid";

static void check_status(PGconn* connection, const char* run, const char* status, double elapsed) {
    if (strcmp(status, "started") == 0 && elapsed < give_up_after) return;
    const char* values[] = {run};
    prepare(connection, "error", "SELECT error FROM fanout.runs_overview WHERE run_id = $1::uuid");
    PGresult* result = execute_prepared(connection, "error", 1, values);
    fprintf(stderr, "run %s is %s after %.1f s: %s\n", run, status, elapsed, PQgetvalue(result, 0, 0));
    exit(1);
}

static double run_once(PGconn* connection, const char* flow, double poll_seconds, char* run) {
    const char* start_values[] = {flow};
    const char* run_values[] = {run};
    double started = now_seconds();
    PGresult* result = execute_prepared(connection, "start", 1, start_values);
    snprintf(run, 64, "%s", PQgetvalue(result, 0, 0));
    PQclear(result);
    for (;;) {
        result = execute_prepared(connection, "status", 1, run_values);
        double elapsed = now_seconds() - started;
        if (strcmp(PQgetvalue(result, 0, 0), "completed") == 0) {
            PQclear(result);
            return elapsed;
        }
        check_status(connection, run, PQgetvalue(result, 0, 0), elapsed);
        PQclear(result);
        sleep_seconds(poll_seconds);
    }
}

int main(int argc, char** argv) {
    if (argc != 6) die("usage: run_flow FLOW INPUT RUNS POLL_MS PAUSE_MS");
    int runs = atoi(argv[3]);
    double poll_seconds = atof(argv[4]) / 1e3;
    double pause_seconds = atof(argv[5]) / 1e3;

    PGconn* connection = connect_to("");
    char query[1024];
    snprintf(query, sizeof query, "SELECT fanout.start_run($1::text, %s)", argv[2]);
    prepare(connection, "start", query);
    prepare(connection, "status", "SELECT fanout.run_status($1::uuid)");
    prepare(connection, "server_time", server_time);

    for (int i = 0; i < runs; i++) {
        char run[64];
        sleep_seconds(pause_seconds * (1 + (double)rand() / RAND_MAX));
        double wall = run_once(connection, argv[1], poll_seconds, run);
        const char* values[] = {run};
        PGresult* result = execute_prepared(connection, "server_time", 1, values);
        printf("%s %.6f %s\n", run, wall, PQgetvalue(result, 0, 0));
        PQclear(result);
    }
    PQfinish(connection);
    return 0;
}
