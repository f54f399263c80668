BEGIN;
SELECT plan(6);

-- In one transaction nothing that is deleted can be forgotten: the tables and indexes keep it, as they do for whoever has an
-- old snapshot.
SELECT fanout.create_flow('f');
SELECT fanout.add_step('f', 'first', handler => 'h');
SELECT fanout.add_step('f', 'second', ARRAY['first'], handler => 'h');
SELECT fanout.register_worker('w', ARRAY['h']) AS w \gset
-- Another one that is idle, and serves something else.
SELECT fanout.register_worker('idle', ARRAY['other']) AS idle \gset
SELECT FROM fanout.exchange(:idle, 1, 5);

CREATE TABLE pg_temp.state (sequence bigint, claims bigint[]);
INSERT INTO pg_temp.state VALUES (0, '{}');

-- The pages that a statement looks at.
CREATE FUNCTION pg_temp.pages(statement text) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    plan jsonb;
BEGIN
    EXECUTE 'EXPLAIN (ANALYZE, BUFFERS, FORMAT json) ' || statement INTO plan;
    RETURN (plan -> 0 -> 'Plan' ->> 'Shared Hit Blocks')::bigint + (plan -> 0 -> 'Plan' ->> 'Shared Read Blocks')::bigint;
END
$$;

-- One call of a worker: completes what it holds and claims what there is.
CREATE FUNCTION pg_temp.exchange(w bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    s pg_temp.state;
    n int;
BEGIN
    UPDATE pg_temp.state SET sequence = sequence + 1 RETURNING * INTO s;
    n := cardinality(s.claims);
    UPDATE pg_temp.state SET claims = (
        SELECT coalesce(array_agg(claim_id), '{}')
          FROM fanout.exchange(w, s.sequence, 100, s.claims, array_fill(0, ARRAY[n]), array_fill('1'::text, ARRAY[n]),
                               array_fill(NULL::text, ARRAY[n]), array_fill(false, ARRAY[n])) WHERE kind = 'task');
END
$$;

-- Lives through so many runs, one after the other; returns the pages that a start and an exchange with one task look at. Now and
-- then a call does look from the beginning: of ten the median.
CREATE FUNCTION pg_temp.live(w bigint, runs int, OUT start_pages float8, OUT exchange_pages float8) LANGUAGE plpgsql AS $$
DECLARE
    starts bigint[] := '{}';
    exchanges bigint[] := '{}';
BEGIN
    FOR i IN 1..runs LOOP
        IF i <= runs - 10 THEN
            PERFORM fanout.start_run('f');
            PERFORM pg_temp.exchange(w), pg_temp.exchange(w);
        ELSE
            starts := starts || pg_temp.pages($q$SELECT fanout.start_run('f')$q$);
            PERFORM pg_temp.exchange(w);
            exchanges := exchanges || pg_temp.pages(format('SELECT pg_temp.exchange(%s)', w));
        END IF;
        PERFORM pg_temp.exchange(w), pg_temp.exchange(w);
    END LOOP;
    SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY p) INTO start_pages FROM unnest(starts) AS p;
    SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY p) INTO exchange_pages FROM unnest(exchanges) AS p;
END
$$;

SELECT start_pages AS start, exchange_pages AS exchange FROM pg_temp.live(:w, 50) \gset first_
SELECT start_pages AS start, exchange_pages AS exchange FROM pg_temp.live(:w, 2500) \gset last_
SELECT is((SELECT count(*) FROM fanout.runs WHERE status = 'completed'), 2550::bigint, 'all runs completed');
SELECT cmp_ok(:first_start::float8, '<', 150::float8, format('a start looks at few pages: %s', :first_start));
SELECT cmp_ok(:last_start::float8, '<', :first_start::float8 + 150, format('and at hardly more thousands of runs later: %s', :last_start));
SELECT cmp_ok(:first_exchange::float8, '<', 500::float8, format('an exchange looks at few pages: %s', :first_exchange));
SELECT cmp_ok(:last_exchange::float8, '<', :first_exchange::float8 + 150, format('and at hardly more thousands of runs later: %s', :last_exchange));
SELECT is((SELECT idle FROM fanout.workers_overview WHERE worker_id = :w), true, 'in the end the worker is idle');

SELECT * FROM finish();
ROLLBACK;
