#!/usr/bin/env bash
# Where runs are kept for ever no generation ends in time; but one that has a gigabyte ends then, as long as most of the others are blank. What is large
# here are pages that nobody has written, which a file has without having them.
. "$(dirname "$0")/lib.bash"
make_own_server fsync=off fanout.retention=-1 fanout.retention_failed=-1

minutes=0
maintain_after() { # maintain_after MINUTES
    minutes=$((minutes + $1))
    as_superuser "SET fanout.clock_offset = '$minutes min'; SELECT fanout.maintain()" >/dev/null
}
current() {
    as_superuser "SELECT generation FROM fanout.storage_overview WHERE is_current"
}
grow() { # grow GENERATION: its tasks to a gigabyte, the length of one file
    local file
    file=$(as_superuser "CHECKPOINT; SELECT current_setting('data_directory') || '/' || pg_relation_filepath('fanout.tasks_0$1')")
    truncate -s 1G "$file"
}
run_of() { # run_of ITEMS: starts a run and completes it
    as_superuser "
        SET client_min_messages = warning;
        DO \$\$ BEGIN PERFORM set_config('run.id', fanout.start_run('f', '$1')::text, false); END \$\$;
        SELECT count(fanout.complete_task(run_id, step_slug, task_index, input::jsonb -> 'item')) FROM fanout.claim_tasks(fanout.register_worker('w', ARRAY['h']), 10);
        SELECT current_setting('run.id')" | tail -1
}

as_superuser "SELECT fanout.create_flow('f'); SELECT fanout.add_step('f', 'work', step_type => 'fanout', fanout_from => 'run', handler => 'h')" >/dev/null
maintain_after 2
first=$(run_of '[1, 2, 3]')
maintain_after 20000
is "$(current)" 0 "no generation ends in time where all is kept for ever"
grow 0
maintain_after 2
is "$(current)" 1 "one that has a gigabyte ends"
second=$(run_of '[4, 5]')
is "$(as_superuser "SELECT string_agg(generation::text, ' ' ORDER BY started_at) FROM fanout.runs")" "0 1" "new runs start in the next"
is "$(as_superuser "SELECT fanout.run_output('$first'), fanout.run_output('$second')")" '{"work": [1, 2, 3]}|{"work": [4, 5]}' "which are read, and the old ones"
maintain_after 2
is "$(as_superuser "SELECT bytes > 1073741824 FROM fanout.storage_overview WHERE generation = 0")" t "a run that is kept keeps it"

# Half of the ring is for generations that end in time, which there may be again.
for generation in 2 3 4 5 6 7; do
    as_superuser "SELECT setval('fanout.generation_seq', $generation)" >/dev/null
    run_of '[1]' >/dev/null
done
grow 7
maintain_after 2
is "$(current)" 7 "where half of the ring is in use none ends for its size"
as_superuser "SELECT fanout.prune('0')" >/dev/null
maintain_after 2
maintain_after 2
is "$(as_superuser "SELECT sum(bytes) < 10000000 FROM fanout.storage_overview")" t "when nothing is kept in them the gigabytes are given back"
