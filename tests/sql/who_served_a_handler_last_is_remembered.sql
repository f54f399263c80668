BEGIN;
SELECT plan(11);

SELECT fanout.create_flow('f'), fanout.add_step('f', 'work', handler => 'h');
SELECT fanout.start_run('f') AS run \gset
CREATE FUNCTION pg_temp.said() RETURNS text LANGUAGE sql AS $$SELECT detail FROM fanout.runs r CROSS JOIN LATERAL fanout.why(r.run_id)$$;

SELECT is(pg_temp.said(), 'no live worker serves handler "h" of queue "default"', 'of a handler that nobody has ever served nothing else is known');
SELECT fanout.unregister_worker(fanout.register_worker('first', ARRAY['h', 'i']));
SELECT alike(pg_temp.said(), 'no live worker serves handler "h" of queue "default"; worker "first" did until 2%', 'who has left is named, and when that was');
SELECT fanout.unregister_worker(fanout.register_worker('elsewhere', ARRAY['h'], ARRAY['bulk']));
SELECT fanout.unregister_worker(fanout.register_worker('otherwise', ARRAY['i']));
SELECT alike(pg_temp.said(), '%"first"%', 'not who served something else, or other queues');

SELECT fanout.register_worker('lost', ARRAY['h']) AS w \gset
SELECT is((SELECT reason FROM fanout.why(:'run')), 'queued', 'whoever serves it');
SET LOCAL fanout.clock_offset = '25 s';
SELECT fanout.maintain();
SET LOCAL fanout.clock_offset = '60 s';
SELECT fanout.maintain();
SELECT is((SELECT count(*) FROM fanout.workers), 0::bigint, 'and is lost');
SELECT alike(pg_temp.said(), '%; worker "lost" did until 2%', 'is named likewise: the last one');
SELECT is((SELECT string_agg(name, ' ' ORDER BY name) FROM fanout.past_workers), 'elsewhere first lost otherwise', 'a row for each way to serve');

SELECT fanout.unregister_worker(fanout.register_worker('next', ARRAY['h'])) FROM generate_series(1, 20);
SELECT is((SELECT count(*) FROM fanout.past_workers), 4::bigint, 'however many come and go');
SELECT alike(pg_temp.said(), '%; worker "next" did until 2%', 'the last one of those');

UPDATE fanout.past_workers SET gone_at = gone_at - interval '91 days';
SELECT fanout.unregister_worker(fanout.register_worker('late', ARRAY['j']));
SELECT is((SELECT string_agg(name, ' ') FROM fanout.past_workers), 'late', 'after ninety days nobody asks any more');
SELECT is(pg_temp.said(), 'no live worker serves handler "h" of queue "default"', 'and nothing is said');

SELECT * FROM finish();
ROLLBACK;
