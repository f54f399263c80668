-- What a reporting database gets of pgfanout's, and the role that fetches it. For a superuser, in the database where flows run.
\set ON_ERROR_STOP 1

-- Of runs and steps only what reports are made of; whatever else a table has, or will have, stays here.
CREATE PUBLICATION fanout_reporting FOR TABLE
    fanout.flows (flow_id, flow_slug, version, owner, description, created_at),
    fanout.steps (step_id, flow_id, step_slug, position, step_type, handler, queue, batch_size, pipelined_step_id),
    fanout.deps (step_id, dep_step_id),
    fanout.runs (run_id, flow_id, generation, status, name, priority, owner, input, parent_state_id, parent_index, error, started_at, completed_at),
    fanout.step_states (state_id, run_id, step_id, status, total_tasks, total_items, failed_items, output, error, started_at, completed_at),
    fanout.settlements (state_id, task_index, settled_by, reason, settled_at),
    -- With their sixteen partitions each, and what is truncated in these.
    fanout.tasks, fanout.results, fanout.failures;

CREATE ROLE fanout_reporting LOGIN REPLICATION;
GRANT USAGE ON SCHEMA fanout TO fanout_reporting;
SELECT format('GRANT SELECT (%s) ON %I.%I TO fanout_reporting', (SELECT string_agg(quote_ident(a), ', ') FROM unnest(attnames) a), schemaname, tablename)
  FROM pg_publication_tables WHERE pubname = 'fanout_reporting' ORDER BY tablename \gexec
