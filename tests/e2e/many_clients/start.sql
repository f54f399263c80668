-- Starts a run of any shape and size.
\set size random(0, 300)
\set shape random(1, 3)
SELECT fanout.start_run((ARRAY['chain', 'diamond', 'fragile'])[:shape], coalesce(jsonb_agg(n), '[]'))
  FROM generate_series(1, :size) n;
