-- What the status page is looked at with: flows of several shapes, 10,000 runs, one of a million tasks, failures, a limit, and names
-- that would do harm to a page that took them for anything but text.
CREATE FUNCTION half(task jsonb) RETURNS jsonb LANGUAGE sql AS $$ SELECT to_jsonb((task ->> 'item')::numeric / 2) $$;
CREATE FUNCTION total(task jsonb) RETURNS jsonb LANGUAGE sql AS $$ SELECT to_jsonb(1) $$;
CREATE FUNCTION numbers(task jsonb) RETURNS SETOF jsonb LANGUAGE sql AS
$$ SELECT to_jsonb(i) FROM generate_series(1, (task ->> 'run')::int) i $$;
CREATE FUNCTION slow(task jsonb) RETURNS jsonb LANGUAGE sql AS $$ SELECT to_jsonb(1) FROM pg_sleep(0.4) $$;
CREATE FUNCTION picky(task jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
BEGIN
    IF (task ->> 'item')::int % 7 = 0 THEN
        RAISE EXCEPTION '<b>%</b> is divisible by seven', task ->> 'item' USING ERRCODE = 'PFFIN';
    END IF;
    RETURN task -> 'item';
END $$;

SELECT fanout.create_flow('small');
SELECT fanout.add_step('small', 'half', step_type => 'fanout', fanout_from => 'run', handler => 'sql:half');
SELECT fanout.create_flow('million');
SELECT fanout.add_step('million', 'half', step_type => 'fanout', fanout_from => 'sql:numbers', handler => 'sql:half', output_mode => 'counts');
SELECT fanout.add_step('million', 'total', depends_on => '{half}', handler => 'sql:total');

SELECT fanout.create_limit('<s>api</s>', max_concurrency => 2);
SELECT fanout.create_flow('orders', description => 'Reads orders, checks and prices each of them, and reports');
SELECT fanout.add_step('orders', 'fetch', handler => 'sql:slow');
SELECT fanout.add_step('orders', 'customers', handler => 'sql:slow');
SELECT fanout.add_step('orders', 'check_each', depends_on => '{fetch, customers}', step_type => 'fanout', fanout_from => 'sql:numbers', handler => 'sql:picky',
    on_failure => 'collect', max_attempts => 1);
SELECT fanout.add_step('orders', 'price_each', depends_on => '{check_each}', step_type => 'fanout', handler => 'sql:total', limits => ARRAY['<s>api</s>']);
SELECT fanout.add_step('orders', 'store', depends_on => '{price_each}', handler => 'sql:slow');
SELECT fanout.add_step('orders', 'report', depends_on => '{store, customers}', handler => 'sql:slow');
SELECT fanout.create_flow('strict', max_attempts => 1);
SELECT fanout.add_step('strict', 'check_each', step_type => 'fanout', fanout_from => 'run', handler => 'sql:picky');
SELECT fanout.create_flow('waiting');
SELECT fanout.add_step('waiting', 'nobody', step_type => 'fanout', fanout_from => 'run', handler => 'a <i>handler</i> that "nobody" serves',
    queue => E'a <b>queue</b> \u202E"of" ours');
SELECT fanout.add_step('waiting', 'after_nobody', depends_on => '{nobody}', handler => 'sql:total');
SELECT fanout.create_flow('ticking');
SELECT fanout.add_step('ticking', 'tick', step_type => 'fanout', fanout_from => 'sql:numbers', handler => 'sql:slow', max_concurrency => 1);

SELECT count(fanout.start_run('small', '[1, 2, 3]', name => 'nightly ' || i)) FROM generate_series(1, 10000) i;
SELECT fanout.start_run('million', '1000000', name => 'a million');
