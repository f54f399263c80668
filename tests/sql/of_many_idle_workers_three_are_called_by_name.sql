-- Not in a transaction: notifications come with a commit. Which of the workers are called is random; that it comes to each of them
-- doesn't depend on luck: 200 times three of eight.
SELECT plan(16);

SELECT fanout.create_flow('one'), fanout.add_step('one', 'work', handler => 'h');

CREATE TABLE public.idle (name text PRIMARY KEY, id bigint NOT NULL);
-- Registers a worker that then finds nothing. Its id is its number times a ninth of all that there are.
CREATE FUNCTION pg_temp.make_idle(worker text, number int) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    made bigint := fanout.register_worker(worker, '{h}', protocol => 2);
    ninth bigint := number * (9007199254740991 / 9);
BEGIN
    UPDATE fanout.workers w SET worker_id = ninth WHERE w.worker_id = made;
    UPDATE fanout.exchanges e SET worker_id = ninth WHERE e.worker_id = made;
    UPDATE fanout.heartbeats h SET worker_id = ninth WHERE h.worker_id = made;
    PERFORM FROM fanout.exchange(ninth, 1, 1);
    INSERT INTO public.idle VALUES (worker, ninth);
END
$$;
-- What was heard, a row each.
CREATE FUNCTION pg_temp.heard(said text) RETURNS TABLE (channel text, worker_ids bigint[], handler text) LANGUAGE sql AS $$
    SELECT m[1], CASE m[1] WHEN 'fanout_workers' THEN string_to_array(split_part(m[2], ' ', 1), ',')::bigint[] END,
           CASE m[1] WHEN 'fanout_workers' THEN split_part(m[2], ' ', 2) ELSE m[2] END
      FROM regexp_matches(said, '"(\w+)" with payload "([^"]*)"', 'g') AS m
$$;
CREATE FUNCTION pg_temp.named(said text) RETURNS text LANGUAGE sql AS $$
    SELECT string_agg(DISTINCT coalesce(i.name, w.id::text), ' ' ORDER BY coalesce(i.name, w.id::text))
      FROM pg_temp.heard(said) h, unnest(h.worker_ids) AS w (id) LEFT JOIN public.idle i USING (id)
$$;

-- One that is busy.
SELECT fanout.register_worker('busy', '{h}', protocol => 2) AS busy \gset
SELECT FROM fanout.exchange(:busy, 1, 1);
SELECT fanout.start_run('one') AS run \gset
SELECT is((SELECT count(*) FROM fanout.exchange(:busy, 2, 1)), 1::bigint, 'one worker is busy');

SELECT pg_temp.make_idle('w' || n, n) FROM generate_series(1, 8) AS n;
-- Between them others that are not to be called.
SELECT fanout.register_worker('of another handler', '{other}', protocol => 2) AS other \gset
SELECT fanout.register_worker('of another queue', '{h}', '{other}', protocol => 2) AS elsewhere \gset
SELECT fanout.register_worker('deaf', '{h}', protocol => 2, listens => false) AS deaf \gset
SELECT fanout.exchange(:other, 1, 1);
SELECT fanout.exchange(:elsewhere, 1, 1);
SELECT fanout.exchange(:deaf, 1, 1);
SELECT is((SELECT count(*) FROM fanout.workers_overview WHERE idle), 11::bigint, 'and eleven are idle');

\set said `psql -XAtq -c 'LISTEN fanout' -c 'LISTEN fanout_workers' -c "SELECT count(fanout.start_run('one')) FROM generate_series(1, 200)"`
SELECT is((SELECT array_agg(DISTINCT channel || ': ' || handler) FROM pg_temp.heard(:'said')), ARRAY['fanout_workers: h'], 'workers are called by name, for a handler');
SELECT is((SELECT array_agg(DISTINCT cardinality(worker_ids)) FROM pg_temp.heard(:'said')), ARRAY[3], 'three at a time');
SELECT is(pg_temp.named(:'said'), 'w1 w2 w3 w4 w5 w6 w7 w8', 'each of those that are idle and serve it, and nobody else');

\set said `psql -XAtq -c 'LISTEN fanout' -c 'LISTEN fanout_workers' -c "SELECT fanout.start_run('one')"`
SELECT is((SELECT count(*) FROM pg_temp.heard(:'said')), 1::bigint, 'for one run once');

-- Where that takes long, each worker is asked about.
INSERT INTO fanout.workers (worker_id, name, owner, handlers, queues, slots, protocol, listens, registered_at)
    SELECT n, 'crowd', current_user::regrole, '{other}', '{default}', 1, 2, true, now() FROM generate_series(1, 5000) AS n;
INSERT INTO fanout.exchanges (worker_id, sequence, idle) SELECT n, 1, true FROM generate_series(1, 5000) AS n;
\set said `psql -XAtq -c 'LISTEN fanout' -c 'LISTEN fanout_workers' -c "SELECT count(fanout.start_run('one')) FROM generate_series(1, 200)"`
SELECT is((SELECT array_agg(DISTINCT cardinality(worker_ids)) FROM pg_temp.heard(:'said')), ARRAY[3], 'among thousands that serve something else, three at a time, too');
SELECT is(pg_temp.named(:'said'), 'w1 w2 w3 w4 w5 w6 w7 w8', 'all of those that serve it in turn');
DELETE FROM fanout.workers WHERE name = 'crowd';
DELETE FROM fanout.exchanges WHERE worker_id <= 5000;

-- -- who finds more than it takes calls the next

SELECT id AS w1 FROM public.idle WHERE name = 'w1' \gset
SELECT id AS w2 FROM public.idle WHERE name = 'w2' \gset
\setenv W1 :w1
\set said `psql -XAtq -c 'LISTEN fanout' -c 'LISTEN fanout_workers' -c "SELECT count(*) FROM fanout.exchange($W1, 2, 1)"`
SELECT is((SELECT count(*) FROM pg_temp.heard(:'said') WHERE cardinality(worker_ids) = 3 AND NOT :w1 = ANY (worker_ids) AND handler = 'h'), 1::bigint,
    'an idle worker that leaves tasks calls three others');
SELECT fanout.cancel_run(run_id) FROM fanout.runs WHERE status = 'started' AND run_id <> :'run';
SELECT FROM fanout.exchange(:w2, 2, 1000);
SELECT FROM fanout.exchange(:w2, 3, 1000);
SELECT ok((SELECT idle FROM fanout.workers_overview WHERE worker_id = :w2), 'nothing is left');
SELECT fanout.start_run('one');
\setenv W2 :w2
\set said `psql -XAtq -c 'LISTEN fanout' -c 'LISTEN fanout_workers' -c "SELECT count(*) FROM fanout.exchange($W2, 4, 1)"`
SELECT is((SELECT count(*) FROM pg_temp.heard(:'said')), 0::bigint, 'who takes all that there is calls nobody');
SELECT is((SELECT count(*) FROM fanout.queue WHERE worker_id = :w2), 1::bigint, 'and has taken it');

-- -- few, and those who don't hear names

SELECT fanout.unregister_worker(id) FROM public.idle WHERE name > 'w4';
\set said `psql -XAtq -c 'LISTEN fanout' -c 'LISTEN fanout_workers' -c "SELECT fanout.start_run('one')"`
SELECT is(pg_temp.named(:'said'), 'w3 w4', 'where two are idle both are called');
SELECT fanout.register_worker('old', '{h}') AS old \gset
SELECT FROM fanout.exchange(:old, 1, 0);
UPDATE fanout.exchanges SET idle = true WHERE worker_id = :old;
\set said `psql -XAtq -c 'LISTEN fanout' -c 'LISTEN fanout_workers' -c "SELECT fanout.start_run('one')"`
SELECT is((SELECT array_agg(channel || ': ' || handler) FROM pg_temp.heard(:'said')), ARRAY['fanout: h'], 'where one of the three speaks protocol 1, all hear the handler');
SELECT fanout.unregister_worker(id) FROM public.idle WHERE name IN ('w3', 'w4');
\set said `psql -XAtq -c 'LISTEN fanout' -c 'LISTEN fanout_workers' -c "SELECT fanout.start_run('one')"`
SELECT is((SELECT array_agg(channel || ': ' || handler) FROM pg_temp.heard(:'said')), ARRAY['fanout: h'], 'alone it hears it, too');
SELECT fanout.unregister_worker(:old);
\set said `psql -XAtq -c 'LISTEN fanout' -c 'LISTEN fanout_workers' -c "SELECT fanout.start_run('one')"`
SELECT is((SELECT count(*) FROM pg_temp.heard(:'said')), 0::bigint, 'where only one is idle that does not listen, nobody is called');

SELECT * FROM finish();
