/*
 * The queue that one would write by hand: one table, a row a task, claimed with FOR UPDATE SKIP LOCKED.
 *
 *   skip_locked_queue TABLE id|ctid      prints the seconds from the first insert to the stored result
 *
 * The items come from bench.items. They are spawned by one INSERT … SELECT; two connections then work on
 * them, each with one statement a round trip that completes 1,000 tasks, results passed as arrays, and
 * claims the next 1,000; in the end the outputs are aggregated in order. There are no attempts, no leases and
 * no fencing. `ctid` claims by the rows' addresses, which saves a look-up by key for each task; TABLE then is
 * one with room in its pages, so that more of its updates stay there (heap-only tuples).
 */
#include "measure.h"
#include <pthread.h>

enum { connections = 2, tasks_a_claim = 1000, text_a_task = 64 };

static const char* const complete = "WITH done AS ("
                                    "    UPDATE %1$s AS q SET status = 'done', output = d.output"
                                    "    FROM unnest($1::bigint[], $2::jsonb[]) AS d (id, output)"
                                    "    WHERE q.id = d.id)";

static const char* const claim_by_id = ", next AS ("
                                       "    SELECT id FROM %1$s WHERE status = 'queued'"
                                       "    ORDER BY id LIMIT $3::int FOR UPDATE SKIP LOCKED)"
                                       "UPDATE %1$s AS q SET status = 'claimed'"
                                       " FROM next WHERE q.id = next.id RETURNING q.id, q.input";

static const char* const claim_by_ctid = " UPDATE %1$s SET status = 'claimed'"
                                         " WHERE ctid = ANY (ARRAY("
                                         "    SELECT ctid FROM %1$s WHERE status = 'queued'"
                                         "    ORDER BY id LIMIT $3::int FOR UPDATE SKIP LOCKED))"
                                         " RETURNING id, input";

static const char* const spawn =
    "INSERT INTO %1$s SELECT number, 'queued', item"
    " FROM bench.items, jsonb_array_elements(items) WITH ORDINALITY AS i (item, number)";

static const char* const aggregate =
    "INSERT INTO bench.outputs SELECT jsonb_agg(output ORDER BY id) FROM %1$s";

/* The table is new and has no statistics: these keep the plans that are right for any size. */
static const char* const keep_good_plans = "SET enable_seqscan = off; SET enable_bitmapscan = off;"
                                           "SET enable_hashjoin = off; SET enable_mergejoin = off;"
                                           "SET plan_cache_mode = force_generic_plan; SET jit = off";

/* Fills in the table's name. */
static char* statement(const char* first, const char* second, const char* table) {
    char pattern[2048];
    snprintf(pattern, sizeof pattern, "%s%s", first, second);
    char* text = malloc(4096);
    snprintf(text, 4096, pattern, table);
    return text;
}

/* The handler does nothing; its output says which task it was. */
static void write_completions(const PGresult* claimed, char* ids, char* outputs) {
    char separator = '{';
    for (int i = 0; i < PQntuples(claimed); i++) {
        const char* id = PQgetvalue(claimed, i, 0);
        ids += sprintf(ids, "%c%s", separator, id);
        outputs += sprintf(outputs, "%c\"{\\\"n\\\": %s}\"", separator, id);
        separator = ',';
    }
    strcpy(ids, separator == '{' ? "{}" : "}");
    strcpy(outputs, separator == '{' ? "{}" : "}");
}

static void* work(void* connection) {
    char* ids = malloc(tasks_a_claim * text_a_task);
    char* outputs = malloc(tasks_a_claim * text_a_task);
    char limit[16];
    snprintf(limit, sizeof limit, "%d", tasks_a_claim);
    strcpy(ids, "{}");
    strcpy(outputs, "{}");
    int claimed = 0;
    do {
        const char* values[] = {ids, outputs, limit};
        PGresult* result = execute_prepared(connection, "exchange", 3, values);
        claimed = PQntuples(result);
        write_completions(result, ids, outputs);
        PQclear(result);
    } while (claimed > 0);
    free(ids);
    free(outputs);
    return NULL;
}

int main(int argc, char** argv) {
    if (argc != 3) die("usage: skip_locked_queue TABLE id|ctid");
    const char* table = argv[1];
    const char* claim = strcmp(argv[2], "ctid") == 0 ? claim_by_ctid : claim_by_id;

    PGconn* producer = connect_to("");
    PGconn* workers[connections];
    for (int i = 0; i < connections; i++) {
        workers[i] = connect_to("");
        execute(workers[i], keep_good_plans);
        prepare(workers[i], "exchange", statement(complete, claim, table));
    }

    double started = now_seconds();
    execute(producer, statement(spawn, "", table));
    pthread_t threads[connections];
    for (int i = 0; i < connections; i++) pthread_create(&threads[i], NULL, work, workers[i]);
    for (int i = 0; i < connections; i++) pthread_join(threads[i], NULL);
    execute(producer, statement(aggregate, "", table));
    printf("%.6f\n", now_seconds() - started);

    for (int i = 0; i < connections; i++) PQfinish(workers[i]);
    PQfinish(producer);
    return 0;
}
