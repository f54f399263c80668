/*
 * What an exchange that claims 100 tasks takes, on a fan-out of N tasks: for two sizes, each in a database of
 * its own, in turn.
 *
 *   claim_cost EXCHANGES DATABASE ITEMS DATABASE ITEMS
 *
 * Prints a line for each exchange: items, seconds of its round trip. What it has claimed is completed by
 * another exchange that isn't counted; a fan-out that has been used up is followed by a new one. These
 * connections don't wait for the disk (synchronous_commit = off), so that its time doesn't hide a difference.
 */
#include "measure.h"

enum { tasks_a_claim = 100, warm_up = 10, max_tries = 100 };

struct side {
    PGconn* connection;
    const char* items;
    char worker[24];
    long sequence;
};

/* kind, claim_id, task_index of what an exchange returned */
static const char* const exchange =
    "SELECT kind, claim_id, task_index"
    " FROM fanout.exchange($1::bigint, $2::bigint, $3::int, $4::bigint[], $5::int[],"
    " $6::text[], array_fill(NULL::text, ARRAY[cardinality($5::int[])]),"
    " array_fill(false, ARRAY[cardinality($5::int[])]))";

static const char* const setup = "SELECT fanout.create_flow('claimed');"
                                 "SELECT fanout.add_step('claimed', 'work', step_type => 'fanout',"
                                 " handler => 'claimed', fanout_from => 'run');"
                                 "SET synchronous_commit = off;"
                                 "SET fanout.inline_tasks = 1000000000"; /* all tasks with the start */

static const char* const start_run = "SELECT fanout.start_run('claimed', items) FROM bench.items";

static PGresult* run_exchange(struct side* side, int max_tasks, const char* claims, const char* indexes,
                              const char* outputs) {
    char sequence[24], limit[16];
    snprintf(sequence, sizeof sequence, "%ld", ++side->sequence);
    snprintf(limit, sizeof limit, "%d", max_tasks);
    const char* values[] = {side->worker, sequence, limit, claims, indexes, outputs};
    return execute_prepared(side->connection, "exchange", 6, values);
}

static void complete(struct side* side, const PGresult* claimed) {
    char claims[32 * tasks_a_claim], indexes[16 * tasks_a_claim], outputs[16 * tasks_a_claim];
    size_t c = 0, i = 0, o = 0;
    for (int row = 0; row < PQntuples(claimed); row++) {
        char separator = row == 0 ? '{' : ',';
        c += (size_t)sprintf(claims + c, "%c%s", separator, PQgetvalue(claimed, row, 1));
        i += (size_t)sprintf(indexes + i, "%c%s", separator, PQgetvalue(claimed, row, 2));
        o += (size_t)sprintf(outputs + o, "%c1", separator);
    }
    strcpy(claims + c, "}");
    strcpy(indexes + i, "}");
    strcpy(outputs + o, "}");
    PQclear(run_exchange(side, 0, claims, indexes, outputs));
}

static int count_of_kind(const PGresult* rows, const char* kind) {
    int count = 0;
    for (int row = 0; row < PQntuples(rows); row++) count += strcmp(PQgetvalue(rows, row, 0), kind) == 0;
    return count;
}

/* The seconds of one exchange that claimed 100 tasks. */
static double claim_once(struct side* side) {
    for (int tries = 0; tries < max_tries; tries++) {
        double started = now_seconds();
        PGresult* rows = run_exchange(side, tasks_a_claim, "{}", "{}", "{}");
        double elapsed = now_seconds() - started;
        int tasks = count_of_kind(rows, "task");
        if (tasks > 0)
            complete(side, rows);
        else if (PQntuples(rows) == 0)
            execute(side->connection, start_run);
        PQclear(rows);
        if (tasks == tasks_a_claim) return elapsed;
    }
    die("no exchange claimed 100 tasks");
    return 0;
}

static void open_side(struct side* side, const char* database, const char* items) {
    char conninfo[128];
    snprintf(conninfo, sizeof conninfo, "dbname=%s", database);
    side->connection = connect_to(conninfo);
    side->items = items;
    side->sequence = 0;
    execute(side->connection, setup);
    prepare(side->connection, "exchange", exchange);
    execute(side->connection, start_run);
    PGresult* worker = checked(PQexec(
        side->connection, "SELECT fanout.register_worker('claim_cost', '{claimed}', slots => 100)"));
    snprintf(side->worker, sizeof side->worker, "%s", PQgetvalue(worker, 0, 0));
    PQclear(worker);
}

int main(int argc, char** argv) {
    if (argc != 6) die("usage: claim_cost EXCHANGES DATABASE ITEMS DATABASE ITEMS");
    int exchanges = atoi(argv[1]);
    struct side sides[2];
    for (int s = 0; s < 2; s++) open_side(&sides[s], argv[2 + 2 * s], argv[3 + 2 * s]);
    for (int i = 0; i < warm_up + exchanges; i++) {
        for (int s = 0; s < 2; s++) {
            double elapsed = claim_once(&sides[s]);
            if (i >= warm_up) printf("%s %.6f\n", sides[s].items, elapsed);
        }
    }
    for (int s = 0; s < 2; s++) PQfinish(sides[s].connection);
    return 0;
}
