-- Pictures of flows and runs, as text.

CREATE FUNCTION fanout.timeline(run_id uuid) RETURNS SETOF text LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp SET jit = off SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
BEGIN
    PERFORM fanout.run_status($1);
    RETURN QUERY
    -- A step whose items come one by one may have begun before its last one was there.
    WITH times AS MATERIALIZED (
        SELECT t.step_slug, t.status, row_number() OVER (ORDER BY t.position, t.step_slug) AS place,
               max(t.elapsed) OVER () AS longest, t.ended_at - t.elapsed AS run_started_at, least(t.ready_at, t.began_at) AS ready_at,
               least(t.began_at, t.ended_at - t.gathering) AS began_at, t.ended_at - t.gathering AS gathered_at, t.ended_at
          FROM fanout.step_times t WHERE t.run_id = $1
    ), counts AS MATERIALIZED (
        SELECT o.step_slug, o.done, o.total FROM fanout.steps_overview o WHERE o.run_id = $1
    ), columns AS (
        SELECT t.*, o.done, o.total, c.columns[1] AS ready, c.columns[2] AS began, c.columns[3] AS gathered, c.columns[4] AS ended
          FROM times t
          JOIN counts o USING (step_slug)
         CROSS JOIN LATERAL (
               SELECT ARRAY(SELECT coalesce(56 * extract(epoch FROM a.at - t.run_started_at) / nullif(extract(epoch FROM t.longest), 0), 0)::int
                              FROM unnest(ARRAY[t.ready_at, coalesce(t.began_at, t.gathered_at), t.gathered_at, t.ended_at])
                                   WITH ORDINALITY a (at, place) ORDER BY a.place) AS columns) c
    ), lines AS (
        SELECT -1 AS place, fanout.describe_run($1) AS line
         UNION ALL
        SELECT 0, repeat(' ', 24) || rpad('0 s ', 55 - length(x.longest), '─') || ' ' || x.longest
          FROM (SELECT fanout.duration_text(max(t.longest)) AS longest FROM times t) x
         UNION ALL
        SELECT c.place,
               rpad(fanout.printable(c.step_slug, 23), 24) || CASE WHEN c.status = 'created' THEN '' ELSE
                   rpad(CASE WHEN c.ready = c.ended THEN repeat(' ', least(c.ready, 55)) || '█'
                             ELSE repeat(' ', c.ready) || repeat('░', c.began - c.ready) || repeat('█', c.gathered - c.began)
                                  || repeat('▒', c.ended - c.gathered) END, 57)
                   || fanout.duration_text(c.ended_at - c.ready_at) || coalesce(' ' || nullif(c.status, 'completed'), '')
                   || CASE WHEN c.done < c.total THEN pg_catalog.format(' %s/%s', c.done, c.total) ELSE '' END END
          FROM columns c)
    SELECT l.line FROM lines l ORDER BY l.place;
END
$$;
COMMENT ON FUNCTION fanout.timeline IS
    'A Gantt chart of a run in text: a line a step, from when all was there that it waited for: ░ nobody has claimed a task of its yet, █ its tasks, ▒ its output is put together; how long that was; and of what is unfinished, tasks done of all';

-- What an arrow of the pictures says: the arrow from its source to a fan-out.
CREATE FUNCTION fanout.graph_edges(flow_slug text, version int)
RETURNS TABLE (source bigint, target bigint, label text, is_pipelined boolean) LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp SET jit = off AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    SELECT s.place, t.place,
           CASE WHEN s.step_slug <> t.source OR t.source IS NULL THEN NULL WHEN t.is_pipelined THEN 'item by item' ELSE 'each' END,
           t.is_pipelined AND s.step_slug = t.source
      FROM fanout.flow_steps t
     CROSS JOIN LATERAL unnest(t.depends_on) d (step_slug)
      JOIN fanout.flow_steps s ON s.step_slug = d.step_slug
     WHERE t.flow = $1 AND t.version = $2 AND s.flow = $1 AND s.version = $2
     ORDER BY t.place, s.place;
END
$$;
COMMENT ON FUNCTION fanout.graph_edges IS 'For fanout.graph: which step depends on which, by their places, and what is written on the arrow';

CREATE FUNCTION fanout.mermaid_text(value text) RETURNS text IMMUTABLE LANGUAGE sql
RETURN (SELECT pg_catalog.string_agg(CASE WHEN c ~ '[A-Za-z0-9_:. -]' OR pg_catalog.ascii(c) > 126 THEN c ELSE '#' || pg_catalog.ascii(c) || ';' END, '')
          FROM pg_catalog.regexp_split_to_table(fanout.printable(value, 60), '') c);
COMMENT ON FUNCTION fanout.mermaid_text IS 'For fanout.graph: a text as it may stand between quotation marks in Mermaid';

CREATE FUNCTION fanout.dot_text(value text) RETURNS text IMMUTABLE LANGUAGE sql
RETURN pg_catalog.replace(pg_catalog.replace(fanout.printable(value, 60), '\', '\\'), '"', '\"');
COMMENT ON FUNCTION fanout.dot_text IS 'For fanout.graph: a text as it may stand between quotation marks in the language of Graphviz';

-- Steps are numbered in what others read: a slug may be a word of theirs. A handler's name may have any characters.
CREATE FUNCTION fanout.graph(flow_slug text, format text DEFAULT 'text') RETURNS SETOF text LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp SET jit = off AS $$
DECLARE
    current int := fanout.check_flow(flow_slug);
BEGIN
    CASE format
    WHEN 'text' THEN
        RETURN QUERY
            SELECT fanout.printable(b.branch || b.step_slug || coalesce(' × ' || t.source, '') || CASE WHEN cardinality(t.depends_on) > 1
                       THEN '  (after ' || array_to_string(t.depends_on, ' and ') || ')' ELSE '' END, 116)
              FROM fanout.flow_tree(flow_slug, current) b
              JOIN fanout.flow_steps t ON t.step_slug = b.step_slug
             WHERE t.flow = flow_slug AND t.version = current ORDER BY b.place;
    WHEN 'mermaid' THEN
        RETURN NEXT 'flowchart TD';
        RETURN QUERY
            SELECT '    s' || t.place || CASE t.step_type WHEN 'fanout' THEN '[["' ELSE '["' END || t.step_slug || '<br/>'
                   || fanout.mermaid_text(t.handler) || CASE t.step_type WHEN 'fanout' THEN '"]]' ELSE '"]' END
              FROM fanout.flow_steps t WHERE t.flow = flow_slug AND t.version = current ORDER BY t.place;
        RETURN QUERY
            SELECT '    s' || e.source || CASE WHEN e.is_pipelined THEN ' -.->' ELSE ' -->' END || coalesce('|' || e.label || '|', '') || ' s' || e.target
              FROM fanout.graph_edges(flow_slug, current) e;
    WHEN 'dot' THEN
        RETURN NEXT 'digraph "' || flow_slug || '" {';
        RETURN NEXT '    node [shape=box];';
        RETURN QUERY
            SELECT '    s' || t.place || ' [label="' || t.step_slug || '\n' || fanout.dot_text(t.handler) || '"'
                   || CASE t.step_type WHEN 'fanout' THEN ', peripheries=2];' ELSE '];' END
              FROM fanout.flow_steps t WHERE t.flow = flow_slug AND t.version = current ORDER BY t.place;
        RETURN QUERY
            SELECT '    s' || e.source || ' -> s' || e.target || coalesce(' [label="' || e.label || '"'
                   || CASE WHEN e.is_pipelined THEN ', style=dashed' ELSE '' END || ']', '') || ';'
              FROM fanout.graph_edges(flow_slug, current) e;
        RETURN NEXT '}';
    ELSE
        RAISE EXCEPTION USING ERRCODE = 'PFARG', MESSAGE = pg_catalog.format('graph: there is no format %s', coalesce('"' || format || '"', 'null')),
            HINT = 'format is text, mermaid or dot.';
    END CASE;
END
$$;
COMMENT ON FUNCTION fanout.graph IS
    'The current version of a flow as a picture: text (a tree, × before a fan-out''s source), or what Mermaid or Graphviz (dot) draw it from';
