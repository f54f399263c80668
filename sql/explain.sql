-- How a flow is built and what it will take, and where a run's time went. VOLATILE, as what is in looking.sql, and for the same reason.
-- To plan the larger queries takes longer than to execute them: a session keeps their plans.

-- In PL/pgSQL, as what follows: SQL would be planned anew wherever it is called.
CREATE FUNCTION fanout.duration_text(duration interval) RETURNS text IMMUTABLE STRICT LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    seconds numeric := greatest(extract(epoch FROM duration), 0);
BEGIN
    RETURN CASE WHEN seconds = 0 THEN '0 s'
                WHEN round(seconds, 4) < 0.01 THEN trim_scale(round(seconds * 1000, 1)) || ' ms'
                WHEN round(seconds, 3) < 1 THEN round(seconds * 1000) || ' ms'
                WHEN round(seconds, 1) < 60 THEN trim_scale(round(seconds, 1)) || ' s'
                WHEN round(seconds) < 3600 THEN div(round(seconds), 60) || ' min' || coalesce(' ' || nullif(round(seconds) % 60, 0) || ' s', '')
                WHEN round(seconds / 60) < 1440
                THEN div(round(seconds / 60), 60) || ' h' || coalesce(' ' || nullif(round(seconds / 60) % 60, 0) || ' min', '')
                ELSE div(round(seconds / 3600), 24) || ' d' || coalesce(' ' || nullif(round(seconds / 3600) % 24, 0) || ' h', '') END;
END
$$;
COMMENT ON FUNCTION fanout.duration_text IS 'A duration for people: 12 ms, 1.2 s, 3 min 4 s, 2 h 5 min, 3 d 4 h';

-- Names of runs, handlers, queues and limits may have any characters.
CREATE FUNCTION fanout.printable(value text, width int) RETURNS text IMMUTABLE STRICT LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    value := regexp_replace(value, '[\u0001-\u001F\u007F-\u009F\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]', '?', 'g');
    RETURN CASE WHEN length(value) > width THEN left(value, width - 1) || '…' ELSE value END;
END
$$;
COMMENT ON FUNCTION fanout.printable IS
    'A text of so many characters at most, on one line: ? for what would break or turn it';

CREATE FUNCTION fanout.predicted(past interval[]) RETURNS text IMMUTABLE LANGUAGE sql
RETURN (SELECT fanout.duration_text(percentile_disc(0.5) WITHIN GROUP (ORDER BY p.duration))
               || CASE WHEN min(p.duration) < max(p.duration)
                       THEN format(' (%s to %s)', fanout.duration_text(min(p.duration)), fanout.duration_text(max(p.duration))) ELSE '' END
          FROM unnest(past) p (duration));
COMMENT ON FUNCTION fanout.predicted IS 'For fanout.explain_flow: the median of past durations, and their range';

CREATE FUNCTION fanout.filled_lines(words text[], indent text) RETURNS SETOF text IMMUTABLE LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    line text;
    word text;
BEGIN
    FOREACH word IN ARRAY words LOOP
        word := fanout.printable(word, 116 - length(indent));
        IF length(line) + length(word) > 114 THEN
            RETURN NEXT line || ',';
            line := NULL;
        END IF;
        line := coalesce(line || ', ', indent) || word;
    END LOOP;
    IF line IS NOT NULL THEN
        RETURN NEXT line;
    END IF;
END
$$;
COMMENT ON FUNCTION fanout.filled_lines IS 'Texts one after the other, with commas, in indented lines that a terminal of 120 columns holds';

CREATE FUNCTION fanout.labelled(label text, value text) RETURNS text IMMUTABLE LANGUAGE sql
RETURN coalesce(fanout.printable(label, 114 - length(value)) || '  ' || value, fanout.printable(label, 116));
COMMENT ON FUNCTION fanout.labelled IS 'A label and what is said of it, in a line that a terminal of 120 columns holds: the label gives way';

CREATE FUNCTION fanout.check_flow(flow_slug text) RETURNS int LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    found_version int;
BEGIN
    SELECT f.version INTO found_version FROM fanout.flows_overview f WHERE f.flow = flow_slug AND f.is_current;
    IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'PFFLO', MESSAGE = format('flow "%s" does not exist', coalesce(flow_slug, 'null')),
            HINT = 'fanout.flows_overview lists the flows that you may see.';
    END IF;
    RETURN found_version;
END
$$;
COMMENT ON FUNCTION fanout.check_flow IS 'The flow''s current version; an error where there is no such flow';

-- A step stands below the last of those it depends on.
CREATE FUNCTION fanout.flow_tree(flow_slug text, version int)
RETURNS TABLE (place bigint, step_slug text, branch text, stem text) LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp SET jit = off AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    WITH RECURSIVE children AS (
        SELECT t.step_slug, t.place, t.depends_on[cardinality(t.depends_on)] AS parent,
               row_number() OVER (PARTITION BY t.depends_on[cardinality(t.depends_on)] ORDER BY t.place DESC) = 1 AS is_last
          FROM fanout.flow_steps t WHERE t.flow = $1 AND t.version = $2
    ), tree AS (
        SELECT c.step_slug, ARRAY[c.place] AS path, '' AS branch, '' AS stem FROM children c WHERE c.parent IS NULL
         UNION ALL
        SELECT c.step_slug, t.path || c.place, t.stem || CASE WHEN c.is_last THEN '└─ ' ELSE '├─ ' END,
               t.stem || CASE WHEN c.is_last THEN '   ' ELSE '│  ' END
          FROM tree t JOIN children c ON c.parent = t.step_slug
    )
    SELECT row_number() OVER (ORDER BY t.path), t.step_slug,
           CASE WHEN length(t.branch) > 45 THEN '… ' ELSE t.branch END, CASE WHEN length(t.branch) > 45 THEN '  ' ELSE t.stem END
      FROM tree t ORDER BY t.path;
END
$$;
COMMENT ON FUNCTION fanout.flow_tree IS
    'The steps of a version of a flow as a tree, in its order: what to draw before each of them, and before the lines below it';

-- Each step's time from the run's start to its end, as it was for the task that ended last: that is the one that the step waited for. The
-- points in time are put in order, each between the one before and the end, so the parts between them add up.
CREATE VIEW fanout.step_times WITH (security_barrier) AS
SELECT r.run_id, t.step_slug, t.position, e.status, b.step_slug AS after_step, k.task_index,
       e.ended_at - r.started_at AS elapsed, y.ready_at - r.started_at AS dependencies, p.started_at - y.ready_at AS starting,
       d.due_at - p.started_at AS delay,
       CASE WHEN w.is_limited THEN '0' ELSE c.claimed_at - d.due_at END + CASE WHEN e.is_whole THEN '0' ELSE e.ended_at - l.ended_at END AS queue,
       CASE WHEN w.is_limited THEN c.claimed_at - d.due_at ELSE '0' END AS limits,
       x.execution, l.ended_at - c.claimed_at - x.execution AS pauses, CASE WHEN e.is_whole THEN e.ended_at - l.ended_at ELSE '0' END AS gathering,
       y.ready_at, least(k.began_at, u.claimed_at,
                         CASE e.status WHEN 'started' THEN (SELECT min(m.first_claimed_at) FROM fanout.task_times(s.state_id) m) END) AS began_at,
       e.ended_at
  FROM fanout.runs r
  JOIN fanout.step_states s ON s.run_id = r.run_id
  JOIN fanout.steps t ON t.step_id = s.step_id
 CROSS JOIN LATERAL (
       SELECT CASE WHEN r.status <> 'started' AND s.status IN ('created', 'started') THEN 'cancelled' ELSE s.status END AS status,
              greatest(coalesce(s.completed_at, r.completed_at, pg_catalog.statement_timestamp()), r.started_at) AS ended_at,
              s.completed_at IS NOT NULL AS is_whole) e
 -- What is under way, or else waits: the next of it.
  LEFT JOIN LATERAL (
       SELECT lower(q.indexes) AS task_index, q.claimed_at, q.parked_on IS NOT NULL AS is_parked,
              q.parked_on IS NULL AND q.available_at > pg_catalog.statement_timestamp() AS is_delayed
         FROM fanout.queue q
        WHERE q.state_id = s.state_id AND q.kind IN ('task', 'child') AND e.status = 'started'
        ORDER BY q.claimed_at, q.available_at NULLS FIRST, q.queue_id LIMIT 1) u ON true
  LEFT JOIN LATERAL (
       SELECT m.task_index, m.first_claimed_at, coalesce(m.claimed_at, u.claimed_at) AS claimed_at, m.completed_at, m.failed,
              min(m.first_claimed_at) OVER () AS began_at
         FROM fanout.task_times(s.state_id, u.task_index) m
        WHERE e.status <> 'created' AND (e.status <> 'started' OR u.task_index IS NOT NULL)
        ORDER BY m.completed_at DESC, m.task_index DESC LIMIT 1) k ON true
 -- What it waited for last, and until when: a step whose items come one by one until this one is done.
  LEFT JOIN LATERAL (
       SELECT b.step_slug,
              CASE WHEN b.step_id = t.pipelined_step_id AND k.task_index IS NOT NULL
                   THEN (SELECT m.completed_at FROM fanout.task_times(g.state_id, k.task_index) m)
                   ELSE g.completed_at END AS done_at
         FROM fanout.deps a
        -- Not all states of the run, to look among them for those that it depends on.
        CROSS JOIN LATERAL (SELECT g.state_id, g.completed_at FROM fanout.step_states g WHERE g.run_id = s.run_id AND g.step_id = a.dep_step_id OFFSET 0) g
         JOIN fanout.steps b ON b.step_id = a.dep_step_id
        WHERE a.step_id = s.step_id
        ORDER BY done_at DESC NULLS FIRST, b.position LIMIT 1) b ON true
 CROSS JOIN LATERAL (SELECT e.status = 'completed' AND k.task_index IS NULL AS is_empty) z
 CROSS JOIN LATERAL (
       SELECT CASE WHEN b.step_slug IS NULL THEN r.started_at ELSE greatest(least(b.done_at, e.ended_at), r.started_at) END AS ready_at) y
 CROSS JOIN LATERAL (SELECT greatest(least(s.started_at, e.ended_at), y.ready_at) AS started_at) p
 CROSS JOIN LATERAL (
       SELECT CASE WHEN z.is_empty THEN p.started_at
                   ELSE greatest(least(coalesce(k.first_claimed_at, k.claimed_at), e.ended_at), p.started_at) END AS claimed_at) c
 CROSS JOIN LATERAL (
       SELECT CASE WHEN u.is_delayed AND k.first_claimed_at IS NULL THEN c.claimed_at
                   ELSE least(p.started_at + coalesce(t.start_delay, '0'), c.claimed_at) END AS due_at) d
 CROSS JOIN LATERAL (
       SELECT CASE WHEN z.is_empty THEN c.claimed_at ELSE greatest(least(k.completed_at, e.ended_at), c.claimed_at) END AS ended_at) l
 CROSS JOIN LATERAL (
       SELECT least(coalesce(k.failed, '0') + coalesce(greatest(l.ended_at - k.claimed_at, '0'), '0'), l.ended_at - c.claimed_at) AS execution) x
 -- Behind a limit: what waits there now; and what had to wait for a slot of the step's own, where nine tenths of them were taken from
 -- the first claim to the last.
 CROSS JOIN LATERAL (
       SELECT CASE WHEN u.is_parked THEN true
                   WHEN t.max_concurrency IS NOT NULL THEN
              (SELECT extract(epoch FROM sum(least(m.completed_at, m.last_claim) - m.claimed_at)) * s.total_tasks / count(*)
                      >= 0.9 * t.max_concurrency * extract(epoch FROM max(m.last_claim) - min(m.claimed_at))
                 FROM (SELECT n.claimed_at, n.completed_at, max(n.claimed_at) OVER () AS last_claim
                         FROM fanout.task_times(s.state_id) n) m)
              END IS TRUE AS is_limited) w
 WHERE fanout.may_see(r.owner);
COMMENT ON VIEW fanout.step_times IS
    'A row a step of a run: how its time from the run''s start to its end was spent, in parts that add up to elapsed, those of the task that ended last, of those that fanout.task_times looks at: waiting for dependencies, the last one of them being after_step; starting: until its tasks were there; delay: its start_delay; the queue; limits, where it can be told; execution, of all attempts; pauses before retries; gathering: putting its output together. began_at: the first claim of a task of its';

-- From the step that ended last back to the run's start, each step until the next one had what it waited for; that can be before its own
-- end, where items go on one by one.
CREATE FUNCTION fanout.critical_path(run_id uuid)
RETURNS TABLE (place bigint, step_slug text, elapsed interval, starting interval, delay interval, queue interval, limits interval,
               execution interval, pauses interval, gathering interval) LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp SET jit = off SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
BEGIN
    PERFORM fanout.run_status($1);
    RETURN QUERY
    WITH RECURSIVE times AS MATERIALIZED (
        SELECT t.step_slug, t.position, t.status, t.after_step, t.ready_at, t.ended_at, t.elapsed, t.dependencies, t.starting, t.delay, t.queue,
               t.limits, t.execution, t.gathering
          FROM fanout.step_times t WHERE t.run_id = $1
    ), path AS (
        (SELECT 1 AS steps_back, t.step_slug, t.after_step, t.ready_at, greatest(r.completed_at, t.ended_at) AS until
           FROM times t JOIN fanout.runs_overview r ON r.run_id = $1 WHERE t.status <> 'created' ORDER BY t.status = 'failed' DESC, t.ended_at DESC, t.position DESC LIMIT 1)
         UNION ALL
        SELECT p.steps_back + 1, t.step_slug, t.after_step, t.ready_at, p.ready_at FROM path p JOIN times t ON t.step_slug = p.after_step
    )
    SELECT row_number() OVER (ORDER BY p.steps_back DESC), p.step_slug, u.until - e.ready, least(e.started, u.until) - e.ready,
           least(e.due, u.until) - least(e.started, u.until), least(e.queued, u.until) - least(e.due, u.until),
           least(e.limited, u.until) - least(e.queued, u.until), least(e.executed, u.until) - least(e.limited, u.until),
           least(e.ended, u.until) - least(e.executed, u.until), u.until - least(e.ended, u.until)
      FROM path p
      JOIN times t ON t.step_slug = p.step_slug
     CROSS JOIN LATERAL (SELECT p.until - t.ended_at + t.elapsed AS until) u
     CROSS JOIN LATERAL (
           SELECT t.dependencies AS ready, t.dependencies + t.starting AS started, t.dependencies + t.starting + t.delay AS due,
                  t.dependencies + t.starting + t.delay + t.queue AS queued, t.dependencies + t.starting + t.delay + t.queue + t.limits AS limited,
                  t.dependencies + t.starting + t.delay + t.queue + t.limits + t.execution AS executed, t.elapsed - t.gathering AS ended) e
     WHERE u.until > e.ready ORDER BY p.steps_back DESC;
END
$$;
COMMENT ON FUNCTION fanout.critical_path IS
    'Which steps a run''s time was spent in, one after the other: how long the run waited for each, in parts that add up to that, as in fanout.step_times';

CREATE FUNCTION fanout.parts_of_time(dependencies interval, starting interval, delay interval, queue interval, limits interval,
                                     execution interval, pauses interval, gathering interval) RETURNS text[] IMMUTABLE LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN array_remove(ARRAY['dependencies ' || fanout.duration_text(nullif(dependencies, '0')), 'starting ' || fanout.duration_text(nullif(starting, '0')),
                              'delay ' || fanout.duration_text(nullif(delay, '0')), 'queue ' || fanout.duration_text(nullif(queue, '0')),
                              'limits ' || fanout.duration_text(nullif(limits, '0')), 'execution ' || fanout.duration_text(nullif(execution, '0')),
                              'pauses ' || fanout.duration_text(nullif(pauses, '0')), 'gathering ' || fanout.duration_text(nullif(gathering, '0'))], NULL);
END
$$;
COMMENT ON FUNCTION fanout.parts_of_time IS 'For fanout.explain_run: the parts of a step''s time that are more than nothing, as texts';

CREATE FUNCTION fanout.describe_run(run_id uuid) RETURNS text LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp SET jit = off AS $$
BEGIN
    PERFORM fanout.run_status(run_id);
    RETURN (SELECT format('Run %s of %s, version %s: %s %s', coalesce('"' || fanout.printable(r.name, 30) || '"', r.run_id::text),
                          fanout.printable(r.flow, 40), r.version, CASE r.status WHEN 'started' THEN 'goes on since' WHEN 'completed' THEN 'completed in'
                                                   ELSE r.status || ' after' END, fanout.duration_text(r.elapsed))
              FROM fanout.runs_overview r WHERE r.run_id = describe_run.run_id);
END
$$;
COMMENT ON FUNCTION fanout.describe_run IS 'A line about a run: its name, else its id, its flow, and what became of it';

CREATE FUNCTION fanout.explain_run(run_id uuid) RETURNS SETOF text LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp SET jit = off SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    critical text[];
    path text;
    s record;
BEGIN
    RETURN NEXT fanout.describe_run(run_id);
    SELECT array_agg(p.step_slug), string_agg(l.lines, E'\n' ORDER BY p.place) INTO critical, path
      FROM fanout.critical_path(explain_run.run_id) p
     CROSS JOIN LATERAL (
           SELECT string_agg(f.line, E'\n') AS lines
             FROM fanout.filled_lines(ARRAY[p.step_slug || '  ' || fanout.duration_text(p.elapsed)] || fanout.parts_of_time(
                      NULL, p.starting, p.delay, p.queue, p.limits, p.execution, p.pauses, p.gathering), '    ') f (line)) l;
    FOR s IN
        -- The views are read once each, not once a pair of steps.
        WITH times AS MATERIALIZED (
            SELECT t.step_slug, t.status, t.elapsed, t.dependencies, t.starting, t.delay, t.queue, t.limits, t.execution, t.pauses, t.gathering
              FROM fanout.step_times t WHERE t.run_id = explain_run.run_id
        ), counts AS MATERIALIZED (
            SELECT o.step_slug, o.total, o.done, o.failed, o.retries FROM fanout.steps_overview o WHERE o.run_id = explain_run.run_id
        )
        SELECT b.branch, b.stem, b.step_slug, t.status, t.elapsed, o.total, o.done, o.failed, o.retries,
               fanout.parts_of_time(t.dependencies, t.starting, t.delay, t.queue, t.limits, t.execution, t.pauses, t.gathering) AS parts
          FROM fanout.runs_overview r
         CROSS JOIN LATERAL fanout.flow_tree(r.flow, r.version) b
          JOIN times t ON t.step_slug = b.step_slug
          JOIN counts o ON o.step_slug = b.step_slug
         WHERE r.run_id = explain_run.run_id
         ORDER BY b.place
    LOOP
        RETURN NEXT CASE WHEN s.step_slug = ANY (critical) THEN '* ' ELSE '  ' END || fanout.labelled(s.branch || s.step_slug,
            fanout.duration_text(s.elapsed) || format('  (%s)', array_to_string(ARRAY[
                CASE WHEN s.done < s.total THEN format('%s of %s tasks', s.done, s.total) WHEN s.total = 1 THEN '1 task' ELSE s.total || ' tasks' END,
                nullif(s.failed, 0) || ' failed', CASE s.retries WHEN 0 THEN NULL WHEN 1 THEN '1 retry' ELSE s.retries || ' retries' END,
                nullif(s.status, 'completed')], ', ')));
        RETURN QUERY SELECT fanout.filled_lines(s.parts, '  ' || s.stem || '     ');
    END LOOP;
    RETURN NEXT '* Critical path:';
    RETURN QUERY SELECT string_to_table(path, E'\n');
END
$$;
COMMENT ON FUNCTION fanout.explain_run IS
    'Where a run''s time went, as EXPLAIN ANALYZE says it of a query: the tree of its steps, each with its time from the run''s start to its end in parts that add up to it (fanout.step_times), and the critical path, marked *';

CREATE FUNCTION fanout.step_options(flow_slug text, version int, step_slug text) RETURNS text[] LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp SET jit = off AS $$
BEGIN
    RETURN (
        SELECT array_remove(ARRAY[
                   t.handler, CASE WHEN t.source IS NOT NULL THEN 'fanout over ' || t.source || coalesce(' ' || t.fanout_path, '') END,
                   CASE WHEN t.is_pipelined THEN 'item by item' END,
                   CASE WHEN cardinality(t.depends_on) > 1 THEN 'after ' || array_to_string(t.depends_on, ' and ') END,
                   'context ' || array_to_string(nullif(t.context, '{}'), ' and '), 'batch_size ' || nullif(t.batch_size, 1),
                   'max_concurrency ' || t.max_concurrency, 'limits ' || array_to_string(nullif(t.limits, '{}'), ' and '),
                   'on_failure ' || nullif(t.on_failure, 'fail_fast'), 'tolerated_failures ' || t.tolerated_failures,
                   'tolerated_failure_percentage ' || t.tolerated_failure_percentage, 'max_attempts ' || t.max_attempts,
                   'retry_budget ' || t.retry_budget, 'timeout ' || fanout.duration_text(t.timeout),
                   'schedule_timeout ' || fanout.duration_text(t.schedule_timeout),
                   'heartbeat_timeout ' || fanout.duration_text(t.heartbeat_timeout), 'start_delay ' || fanout.duration_text(t.start_delay),
                   'queue ' || nullif(t.queue, 'default'), 'priority ' || nullif(t.priority, 0), 'output_mode ' || nullif(t.output_mode, 'array'),
                   'max_buffered ' || t.max_buffered], NULL)
          FROM fanout.flow_steps t WHERE t.flow = $1 AND t.version = $2 AND t.step_slug = $3);
END
$$;
COMMENT ON FUNCTION fanout.step_options IS 'For fanout.explain_flow: the options of a step that aren''t everybody''s, as texts';

-- What is predicted of a step is what was of steps of that name, type and handler, in whatever version.
CREATE FUNCTION fanout.explain_flow(flow_slug text) RETURNS SETOF text LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp SET jit = off SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    current int := fanout.check_flow(flow_slug);
    past uuid[] := ARRAY(SELECT r.run_id FROM fanout.runs_overview r WHERE r.flow = flow_slug AND r.status = 'completed'
                          ORDER BY r.started_at DESC LIMIT 20);
    s record;
BEGIN
    RETURN NEXT (
        SELECT format('Flow %s, version %s: ', flow_slug, current)
               || CASE count(*) WHEN 0 THEN 'no completed run to predict from'
                                ELSE format('%s, by the last %s', fanout.predicted(array_agg(r.elapsed)),
                                            CASE count(*) WHEN 1 THEN 'completed run' ELSE count(*) || ' completed runs' END) END
          FROM fanout.runs_overview r WHERE r.run_id = ANY (past));
    FOR s IN
        SELECT b.branch, b.stem, b.step_slug, count(o.run_id) AS runs, fanout.predicted(array_agg(o.elapsed)) AS elapsed,
               percentile_disc(0.5) WITHIN GROUP (ORDER BY o.items) AS items
          FROM fanout.flow_tree(flow_slug, current) b
          JOIN fanout.flow_steps t ON t.step_slug = b.step_slug AND t.flow = flow_slug AND t.version = current
          LEFT JOIN fanout.steps_overview o ON o.run_id = ANY (past) AND o.step_slug = t.step_slug AND o.step_type = t.step_type
                    AND o.handler = t.handler AND o.status = 'completed'
         GROUP BY b.place, b.branch, b.stem, b.step_slug ORDER BY b.place
    LOOP
        RETURN NEXT fanout.labelled(s.branch || s.step_slug, CASE WHEN s.runs > 0 THEN format('(%s, %s%s)', CASE s.items WHEN 1 THEN '1 item' ELSE s.items || ' items' END, s.elapsed,
                        CASE WHEN s.runs < cardinality(past) THEN ', by ' || s.runs || CASE s.runs WHEN 1 THEN ' run' ELSE ' runs' END ELSE '' END) END);
        RETURN QUERY SELECT fanout.filled_lines(fanout.step_options(flow_slug, current, s.step_slug), s.stem || '     ');
    END LOOP;
END
$$;
COMMENT ON FUNCTION fanout.explain_flow IS
    'How the current version of a flow is built, and what it will take, as EXPLAIN says it of a query: the tree of its steps with their options, and how many items and how much time they had in the last completed runs, 20 at most: the median, and the range';
