-- What holds tasks back: caps on how many are in flight, rates, and budgets of retries.

CREATE TABLE fanout.limits (
    limit_id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT limits_pkey PRIMARY KEY,
    name text COLLATE "C" CONSTRAINT limits_name_is_unique UNIQUE CONSTRAINT limits_name_is_a_name CHECK (octet_length(name) BETWEEN 1 AND 255),
    state_id bigint CONSTRAINT limits_state_is_unique UNIQUE,
    owner fanout.role,
    max_concurrency int CONSTRAINT limits_max_concurrency_is_not_negative CHECK (max_concurrency >= 0),
    in_flight int NOT NULL DEFAULT 0 CONSTRAINT limits_in_flight_is_not_negative CHECK (in_flight >= 0),
    rate int CONSTRAINT limits_rate_is_positive CHECK (rate >= 1),
    per interval CONSTRAINT limits_per_is_positive CHECK (per > '0'),
    burst int CONSTRAINT limits_burst_is_positive CHECK (burst >= 1),
    tokens double precision CONSTRAINT limits_tokens_are_not_negative CHECK (tokens >= 0),
    refilled_at timestamptz,
    wake_at timestamptz,
    CONSTRAINT limits_is_named_or_of_a_step CHECK ((name IS NULL) <> (state_id IS NULL)),
    CONSTRAINT limits_named_has_an_owner CHECK ((name IS NULL) = (owner IS NULL)),
    CONSTRAINT limits_none_at_all_has_a_name CHECK (max_concurrency > 0 OR max_concurrency IS NULL OR name IS NOT NULL),
    CONSTRAINT limits_rate_is_whole
        CHECK (num_nulls(rate, per, burst, tokens, refilled_at) IN (0, 5)),
    CONSTRAINT limits_rate_has_a_name CHECK (rate IS NULL OR name IS NOT NULL),
    CONSTRAINT limits_wake_belongs_to_a_rate CHECK (wake_at IS NULL OR rate IS NOT NULL)
) WITH (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);
COMMENT ON TABLE fanout.limits IS
    'A cap on tasks in flight, and for a named limit a rate (a token bucket): named, over all runs, or of one step of one run. wake_at: when the token will be there that rows parked on it wait for';
-- Every claim looks whether one of them has a token for rows that wait. The times themselves are in no index, so that
-- writing them stays in place.
CREATE INDEX limits_with_a_rate ON fanout.limits (limit_id) WHERE rate IS NOT NULL;

CREATE TABLE fanout.limit_grants (
    limit_id bigint NOT NULL,
    role fanout.role NOT NULL,
    CONSTRAINT limit_grants_pkey PRIMARY KEY (limit_id, role)
);
COMMENT ON TABLE fanout.limit_grants IS 'Which roles besides its owner may name a limit in the steps of their flows';

-- What in_flight counts: claimed tasks, and those whose child runs go on or have ended and are not recorded yet.
CREATE VIEW fanout.limit_holdings AS
WITH held AS (
    SELECT q.state_id, q.width FROM fanout.queue q WHERE q.worker_id IS NOT NULL AND q.kind = 'task'
    UNION ALL
    SELECT q.state_id, q.width FROM fanout.queue q WHERE q.kind = 'child'
    UNION ALL
    SELECT r.parent_state_id, 1 FROM fanout.runs r WHERE r.parent_state_id IS NOT NULL AND r.status = 'started'
), held_by_state AS (
    SELECT h.state_id, sum(h.width)::int AS held FROM held h GROUP BY h.state_id
), held_by_limit AS (
    SELECT l.limit_id, h.held FROM held_by_state h JOIN fanout.limits l ON l.state_id = h.state_id
    UNION ALL
    SELECT l.limit_id, h.held
      FROM held_by_state h
      JOIN fanout.step_states s ON s.state_id = h.state_id
      JOIN fanout.steps t ON t.step_id = s.step_id
     CROSS JOIN LATERAL unnest(t.limits) AS n (name)
      JOIN fanout.limits l ON l.name = n.name
)
SELECT b.limit_id, sum(b.held)::int AS held FROM held_by_limit b GROUP BY b.limit_id;
COMMENT ON VIEW fanout.limit_holdings IS
    'How many tasks hold a slot of each limit, counted anew: what fanout.limits.in_flight should be; no row: none';

CREATE TABLE fanout.retry_budgets (
    state_id bigint CONSTRAINT retry_budgets_pkey PRIMARY KEY,
    remaining int NOT NULL CONSTRAINT retry_budgets_remaining_is_not_negative CHECK (remaining >= 0)
) WITH (fillfactor = 50);
COMMENT ON TABLE fanout.retry_budgets IS 'How many retries are left to the tasks of a step of a run that has a retry_budget';
