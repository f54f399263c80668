#!/usr/bin/python3
"""Prints the status of each of these runs as it ends: listen.py RUN...

libpq's variables (PGHOST, PGDATABASE, ...) say where they are."""
import json
import select
import sys

import psycopg2

waited_for = set(sys.argv[1:])


def end(run, status):
    if run in waited_for:
        waited_for.remove(run)
        print(run, status, flush=True)


connection = psycopg2.connect('')
connection.autocommit = True
with connection.cursor() as cursor:
    cursor.execute('LISTEN fanout_runs')
    # What has ended before that is told to nobody any more.
    cursor.execute("SELECT run_id::text, status FROM fanout.runs_overview "
                   "WHERE run_id = ANY (%s::uuid[]) AND status <> 'started'", (list(waited_for),))
    for row in cursor:
        end(*row)

while waited_for:
    select.select([connection], [], [])
    connection.poll()
    while connection.notifies:
        told = json.loads(connection.notifies.pop(0).payload)
        end(told['run_id'], told['status'])
