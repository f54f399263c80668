-- What make lets 0.1.0 do, for dump.sql: runs in every state, half done. Handlers give their item back, and single steps "done".
\set ON_ERROR_STOP on
SET client_min_messages = warning;
CREATE ROLE upgrade_author;
CREATE ROLE upgrade_other;
SELECT fanout.grant_developer('upgrade_author'), fanout.grant_developer('upgrade_other');
GRANT CREATE ON SCHEMA public TO upgrade_author;
CREATE SCHEMA kept;
GRANT USAGE ON SCHEMA kept TO upgrade_author, upgrade_other;

-- Which run is which.
CREATE TABLE kept.runs (name text PRIMARY KEY, run_id uuid NOT NULL);
GRANT ALL ON kept.runs TO upgrade_author, upgrade_other;
CREATE FUNCTION kept.start(name text, flow text, input jsonb DEFAULT '{}', run_name text DEFAULT NULL, priority int DEFAULT 0, fair_key text DEFAULT NULL)
RETURNS void LANGUAGE sql AS $$ INSERT INTO kept.runs SELECT start.name, fanout.start_run(flow, input, run_name, priority => start.priority, fair_key => start.fair_key) $$;
CREATE FUNCTION kept.run(name text) RETURNS uuid LANGUAGE sql AS $$ SELECT run_id FROM kept.runs WHERE runs.name = run.name $$;

-- One worker for each flow, which has its own queue: so that it claims what it is meant to.
CREATE TABLE kept.workers (queue text PRIMARY KEY, worker_id bigint NOT NULL, calls bigint NOT NULL DEFAULT 0);
CREATE TABLE kept.held (queue text, claim_id bigint, run_id uuid, step_slug text, task_index int, item jsonb);
CREATE FUNCTION kept.claim(queue text, most int) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    me kept.workers;
BEGIN
    INSERT INTO kept.workers SELECT claim.queue, fanout.register_worker('worker of ' || claim.queue, '{h,sql:,flow:,fanout:}', ARRAY[claim.queue], 100)
     WHERE NOT EXISTS (SELECT FROM kept.workers w WHERE w.queue = claim.queue);
    UPDATE kept.workers w SET calls = calls + 1 WHERE w.queue = claim.queue RETURNING * INTO me;
    INSERT INTO kept.held SELECT claim.queue, e.claim_id, e.run_id, e.step_slug, e.task_index, coalesce(e.input::jsonb -> 'item', '"done"')
      FROM fanout.exchange(me.worker_id, me.calls, most) e WHERE e.kind = 'task';
END
$$;
-- Ends what is held of a step, these indexes of it (null: all), with outputs or an error, in one call.
CREATE FUNCTION kept.finish(queue text, step text, indexes int[] DEFAULT NULL, error text DEFAULT NULL, final boolean DEFAULT false, outputs jsonb[] DEFAULT NULL)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    me kept.workers;
    claims bigint[];
    tasks int[];
    items text[];
BEGIN
    UPDATE kept.workers w SET calls = calls + 1 WHERE w.queue = finish.queue RETURNING * INTO me;
    WITH ended AS (
        DELETE FROM kept.held h WHERE h.queue = finish.queue AND h.step_slug = step AND (indexes IS NULL OR h.task_index = ANY (indexes)) RETURNING *
    )
    SELECT array_agg(claim_id ORDER BY claim_id, task_index), array_agg(task_index ORDER BY claim_id, task_index),
           array_agg(coalesce(outputs[array_position(indexes, task_index)], item)::text ORDER BY claim_id, task_index) INTO claims, tasks, items FROM ended;
    PERFORM fanout.exchange(me.worker_id, me.calls, 0, claims, tasks, CASE WHEN error IS NULL THEN items ELSE array_fill(NULL::text, ARRAY[cardinality(tasks)]) END,
        array_fill(error, ARRAY[cardinality(tasks)]), array_fill(final, ARRAY[cardinality(tasks)]));
END
$$;
-- The engine's own work, and what runs on the server.
CREATE FUNCTION kept.serve(queue text, most int, calls int) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    me kept.workers;
    claimed record;
BEGIN
    PERFORM kept.claim(queue, 0);
    FOR i IN 1..calls LOOP
        UPDATE kept.workers w SET calls = w.calls + 1 WHERE w.queue = serve.queue RETURNING * INTO me;
        FOR claimed IN SELECT * FROM fanout.exchange(me.worker_id, me.calls, most) e WHERE e.kind IN ('sql', 'internal') LOOP
            IF claimed.kind = 'sql' THEN PERFORM fanout.run_sql_tasks(me.worker_id, claimed.claim_id, 2);
            ELSE PERFORM fanout.run_internal(me.worker_id, claimed.claim_id); END IF;
        END LOOP;
    END LOOP;
END
$$;

SET ROLE upgrade_author;
CREATE FUNCTION public.doubled(task jsonb) RETURNS jsonb LANGUAGE sql AS $$ SELECT to_jsonb((task ->> 'item')::int * 2) $$;
CREATE FUNCTION public.total(task jsonb) RETURNS jsonb LANGUAGE sql AS $$ SELECT to_jsonb(sum(i::int)) FROM jsonb_array_elements_text(task -> 'each') i $$;
CREATE FUNCTION public.three(task jsonb) RETURNS jsonb LANGUAGE sql AS $$ SELECT '[1, 2, 3]'::jsonb $$;

-- Steps one after the other: one ended, and the second at its second attempt, which is claimed.
SELECT fanout.create_flow('chain', base_delay => '0');
SELECT fanout.add_step('chain', 'first', handler => 'h', queue => 'chain'), fanout.add_step('chain', 'second', '{first}', handler => 'h', queue => 'chain'),
       fanout.add_step('chain', 'third', '{second}', handler => 'h', queue => 'chain');
SELECT kept.start('chain', 'chain');
RESET ROLE;
SELECT kept.claim('chain', 1);
SELECT kept.finish('chain', 'first');
SELECT kept.claim('chain', 1);
SELECT kept.finish('chain', 'second', error => 'not yet');
SELECT kept.claim('chain', 1);
SET ROLE upgrade_author;
SELECT kept.start('chain not begun', 'chain');

-- A fan-out: of its tasks some have ended together, some alone, some wait for their second attempt, some are claimed, of which one has reported.
SELECT fanout.create_flow('wide', base_delay => '0');
SELECT fanout.add_step('wide', 'each', step_type => 'fanout', fanout_from => 'run', handler => 'h', queue => 'wide'), fanout.add_step('wide', 'all', '{each}', handler => 'h', queue => 'wide');
SELECT kept.start('wide', 'wide', (SELECT jsonb_agg(i) FROM generate_series(0, 99) i), 'by name', 7);
RESET ROLE;
SELECT kept.claim('wide', 30);
SELECT kept.finish('wide', 'each', ARRAY[3, 5, 8, 9], 'not yet');
SELECT kept.finish('wide', 'each', ARRAY[0, 1, 2, 4, 6, 7, 10, 11, 12]);
SELECT kept.finish('wide', 'each', ARRAY[i]) FROM generate_series(13, 17) i;
SELECT kept.finish('wide', 'each', ARRAY[18, 20, 22]);
SELECT fanout.heartbeat(worker_id, ARRAY[claim_id], ARRAY[19], ARRAY['{"done": 0.5}']) FROM kept.workers JOIN kept.held USING (queue) WHERE task_index = 19 AND queue = 'wide';

-- Items that don't fit into a page, or only just; JSON's null.
SET ROLE upgrade_author;
SELECT fanout.create_flow('large');
SELECT fanout.add_step('large', 'each', step_type => 'fanout', fanout_from => 'run', handler => 'h', queue => 'large');
SELECT kept.start('large', 'large', (SELECT jsonb_agg(v) FROM (
    SELECT to_jsonb(repeat('x', 3000)) UNION ALL SELECT to_jsonb(string_agg(md5(i::text), '')) FROM generate_series(1, 300) i
    UNION ALL SELECT jsonb_build_object('text', string_agg(md5(i::text), '')) FROM generate_series(1, 50) i UNION ALL SELECT 'null' UNION ALL SELECT '{"a": null}' UNION ALL SELECT '[]') t (v)));
RESET ROLE;
SELECT kept.claim('large', 4);
SELECT kept.finish('large', 'each', ARRAY[0, 1, 3]);

-- Two stripes.
SET ROLE upgrade_author;
SELECT fanout.create_flow('striped');
SELECT fanout.add_step('striped', 'each', step_type => 'fanout', fanout_from => 'run', handler => 'h', queue => 'striped');
SELECT kept.start('striped', 'striped', (SELECT jsonb_agg(i) FROM generate_series(0, 2099) i));
RESET ROLE;
SELECT kept.claim('striped', 600);
SELECT kept.finish('striped', 'each');

-- Failures that are collected: of a run that has ended, and of one that goes on.
SET ROLE upgrade_author;
SELECT fanout.create_flow('collecting', max_attempts => 1);
SELECT fanout.add_step('collecting', 'each', step_type => 'fanout', fanout_from => 'run', handler => 'h', on_failure => 'collect', queue => 'collecting'),
       fanout.add_step('collecting', 'all', '{each}', handler => 'h', queue => 'collecting');
SELECT kept.start('collected', 'collecting', '[10, 11, 12]');
RESET ROLE;
SELECT kept.claim('collecting', 3);
SELECT kept.finish('collecting', 'each', ARRAY[1], 'it failed');
SELECT kept.finish('collecting', 'each');
SELECT kept.claim('collecting', 1);
SELECT kept.finish('collecting', 'all');
SET ROLE upgrade_author;
SELECT kept.start('collecting', 'collecting', '[20, 21, 22, 23]');
RESET ROLE;
SELECT kept.claim('collecting', 3);
SELECT kept.finish('collecting', 'each', ARRAY[0, 2], 'it failed', final => true);

-- Batches: an item that failed alone, one in whose error there is more, a batch that failed, and one that waits.
SET ROLE upgrade_author;
SELECT fanout.create_flow('batches', max_attempts => 1);
SELECT fanout.add_step('batches', 'each', step_type => 'fanout', fanout_from => 'run', handler => 'h', batch_size => 2, on_failure => 'collect', queue => 'batches');
SELECT kept.start('batches', 'batches', '[0, 1, 2, 3, 4, 5, 6]');
RESET ROLE;
SELECT kept.claim('batches', 3);
SELECT kept.finish('batches', 'each', ARRAY[0, 1], outputs => ARRAY['[0, {"$error": "alone"}]', '[{"$error": "and more", "code": 7}, 3]']::jsonb[]);
SELECT kept.finish('batches', 'each', ARRAY[2], 'the batch failed');

-- Item by item over another, with a gap: the last in order.
SET ROLE upgrade_author;
SELECT fanout.create_flow('pipeline');
SELECT fanout.add_step('pipeline', 'a', step_type => 'fanout', fanout_from => 'run', handler => 'h', queue => 'pipeline'), fanout.add_step('pipeline', 'b', '{a}', 'fanout', 'h', queue => 'pipeline_b'),
       fanout.add_step('pipeline', 'c', '{b}', 'fanout', 'h', max_concurrency => 1, queue => 'pipeline_c');
SELECT kept.start('pipeline', 'pipeline', '[0, 1, 2, 3, 4, 5, 6]');
RESET ROLE;
SELECT kept.claim('pipeline', 5);
SELECT kept.finish('pipeline', 'a', ARRAY[0, 1, 3, 4]);
SELECT kept.claim('pipeline_b', 4);
SELECT kept.finish('pipeline_b', 'b');
SELECT kept.claim('pipeline_c', 1);
SELECT kept.finish('pipeline_c', 'c', ARRAY[0]);

-- Streams: one and what follows it, and one in order.
SET ROLE upgrade_author;
SELECT fanout.create_flow('streamed');
SELECT fanout.add_step('streamed', 'pushed', step_type => 'fanout', fanout_from => 'stream', handler => 'h', queue => 'streamed'), fanout.add_step('streamed', 'after', '{pushed}', 'fanout', 'h', queue => 'streamed');
SELECT kept.start('streamed', 'streamed');
SELECT fanout.push_items(kept.run('streamed'), 'pushed', '[0, 1, 2, 3]');
SELECT fanout.create_flow('in_order');
SELECT fanout.add_step('in_order', 'pushed', step_type => 'fanout', fanout_from => 'stream', handler => 'h', max_concurrency => 1, queue => 'in_order');
SELECT kept.start('in_order', 'in_order');
SELECT fanout.push_items(kept.run('in_order'), 'pushed', '[0, 1]'), fanout.push_items(kept.run('in_order'), 'pushed', '[2, 3]');
RESET ROLE;
SELECT kept.claim('streamed', 3);
SELECT kept.finish('streamed', 'pushed', ARRAY[0, 2]);
SELECT kept.claim('in_order', 1);
SELECT kept.finish('in_order', 'pushed');
SELECT kept.claim('in_order', 1);

-- Child runs: one has ended and is not recorded, one goes on, one is yet to be started.
SET ROLE upgrade_author;
SELECT fanout.create_flow('child'), fanout.add_step('child', 'each', step_type => 'fanout', fanout_from => 'run', handler => 'h', queue => 'child');
SELECT fanout.create_flow('parent', max_attempts => 1), fanout.add_step('parent', 'children', step_type => 'fanout', fanout_from => 'run', handler => 'flow:child', queue => 'parent');
SELECT kept.start('parent', 'parent', '[[1, 2], [3], [4, 5]]');
RESET ROLE;
SELECT kept.serve('parent', 2, 1);
SELECT kept.claim('child', 2);
SELECT kept.finish('child', 'each');

-- On the server, and from a function.
SET ROLE upgrade_author;
SELECT fanout.create_flow('server');
SELECT fanout.add_step('server', 'each', step_type => 'fanout', fanout_from => 'run', handler => 'sql:public.doubled', queue => 'server'), fanout.add_step('server', 'sum', '{each}', handler => 'sql:public.total', queue => 'server'),
       fanout.add_step('server', 'given', '{sum}', 'fanout', 'h', fanout_from => 'sql:public.three', queue => 'server');
SELECT kept.start('server', 'server', '[1, 2, 3, 4, 5]');
RESET ROLE;
SELECT kept.serve('server', 3, 1);

-- Held back: by limits, also somebody else's, by a budget of retries, by time.
SET ROLE upgrade_author;
SELECT fanout.create_limit('few', max_concurrency => 3), fanout.create_limit('steady', rate => 1000, per => '1 s', burst => 3);
SELECT fanout.create_flow('limited', base_delay => '0');
SELECT fanout.add_step('limited', 'each', step_type => 'fanout', fanout_from => 'run', handler => 'h', limits => '{few,steady}', retry_budget => 5, max_concurrency => 4, queue => 'limited');
SELECT kept.start('limited', 'limited', '[0, 1, 2, 3, 4, 5, 6, 7]');
SET ROLE upgrade_other;
SELECT fanout.create_flow('others');
SELECT fanout.add_step('others', 'each', step_type => 'fanout', fanout_from => 'run', handler => 'h', limits => '{few}', queue => 'limited');
SELECT kept.start('others', 'others', '[0, 1]', fair_key => 'tenant');
RESET ROLE;
SELECT kept.claim('limited', 8);
SELECT kept.finish('limited', 'each', ARRAY[0], 'not yet');
SELECT kept.claim('limited', 8);
SET ROLE upgrade_author;
SELECT fanout.create_flow('waiting');
SELECT fanout.add_step('waiting', 'each', step_type => 'fanout', fanout_from => 'run', handler => 'h', schedule_timeout => '100 years', start_delay => '1 s', queue => 'waiting');
SELECT kept.start('waiting', 'waiting', '[0, 1]', fair_key => repeat('tenant', 50));

-- Ended: failed, cancelled, and with names and errors that are longer than they may be since.
SELECT fanout.create_flow('ended', max_attempts => 1);
SELECT fanout.add_step('ended', 'each', step_type => 'fanout', fanout_from => 'run', handler => 'h', queue => 'ended');
SELECT kept.start('failed', 'ended', '[0, 1, 2]', repeat('n', 254) || 'ä');
RESET ROLE;
SELECT kept.claim('ended', 2);
SELECT kept.finish('ended', 'each', ARRAY[0]);
SELECT kept.finish('ended', 'each', ARRAY[1], repeat('ä', 9000));
SET ROLE upgrade_author;
SELECT kept.start('cancelled', 'ended', '[0, 1, 2]');
RESET ROLE;
SELECT kept.claim('ended', 1);
SELECT kept.finish('ended', 'each');
SET ROLE upgrade_author;
SELECT fanout.cancel_run(kept.run('cancelled'), 'nobody needs it');

-- Flows that functions define: a batch of chained runs, and execute_many.
INSERT INTO kept.runs SELECT 'chained', fanout.chain_runs('child', ARRAY[kept.run('collected')], source_step => 'each');
INSERT INTO kept.runs SELECT 'many', fanout.execute_many('h', '[1, 2, 3]', queue => 'many');
RESET ROLE;
SELECT kept.serve('default', 5, 1);
SELECT kept.claim('many', 1);
SELECT kept.finish('many', 'tasks');
