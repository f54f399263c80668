/* What the benchmark's clients have in common: a connection by libpq's variables, a clock, and the end on an
 * error. */
#ifndef MEASURE_H
#define MEASURE_H

#include <libpq-fe.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static inline double now_seconds(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static inline void sleep_seconds(double seconds) {
    struct timespec time = {(time_t)seconds, (long)((seconds - (double)(time_t)seconds) * 1e9)};
    nanosleep(&time, NULL);
}

static inline void die(const char* message) {
    fprintf(stderr, "%s\n", message);
    exit(1);
}

static inline PGconn* connect_to(const char* conninfo) {
    PGconn* connection = PQconnectdb(conninfo);
    if (PQstatus(connection) != CONNECTION_OK) die(PQerrorMessage(connection));
    return connection;
}

static inline PGresult* checked(PGresult* result) {
    ExecStatusType status = PQresultStatus(result);
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) die(PQresultErrorMessage(result));
    return result;
}

static inline void execute(PGconn* connection, const char* query) {
    PQclear(checked(PQexec(connection, query)));
}

static inline void prepare(PGconn* connection, const char* name, const char* query) {
    PQclear(checked(PQprepare(connection, name, query, 0, NULL)));
}

static inline PGresult* execute_prepared(PGconn* connection, const char* name, int count,
                                         const char* const* values) {
    return checked(PQexecPrepared(connection, name, count, values, NULL, NULL, 0));
}

#endif
