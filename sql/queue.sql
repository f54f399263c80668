-- The queue and those who work on it.

CREATE TABLE fanout.workers (
    worker_id bigint CONSTRAINT workers_pkey PRIMARY KEY
        CONSTRAINT workers_id_is_a_whole_number_in_javascript CHECK (worker_id BETWEEN 1 AND 9007199254740991),
    name text COLLATE "C" NOT NULL CONSTRAINT workers_name_is_not_too_long CHECK (octet_length(name) <= 255),
    owner regrole NOT NULL,
    handlers text[] COLLATE "C" NOT NULL,
    queues text[] COLLATE "C" NOT NULL CONSTRAINT workers_serve_a_queue CHECK (cardinality(queues) > 0),
    slots int NOT NULL CONSTRAINT workers_slots_is_positive CHECK (slots > 0),
    protocol int NOT NULL CONSTRAINT workers_protocol_is_positive CHECK (protocol > 0),
    version text COLLATE "C" CONSTRAINT workers_version_is_not_too_long CHECK (octet_length(version) <= 255),
    registered_at timestamptz NOT NULL
);
COMMENT ON TABLE fanout.workers IS 'One row a worker: what it serves. Its id is random, so that it never comes again';

-- A row that is updated with each call. The sequence is part of its key, and the newest is looked for: by the worker alone a
-- look would visit all versions that an old snapshot keeps.
CREATE TABLE fanout.exchanges (
    worker_id bigint NOT NULL,
    sequence bigint NOT NULL CONSTRAINT exchanges_sequence_is_not_negative CHECK (sequence >= 0),
    stale bigint[] NOT NULL DEFAULT '{}',
    idle boolean NOT NULL DEFAULT false,
    CONSTRAINT exchanges_pkey PRIMARY KEY (worker_id, sequence)
) WITH (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);
CREATE INDEX exchanges_idle ON fanout.exchanges (worker_id) WHERE idle;
COMMENT ON TABLE fanout.exchanges IS
    'One row a worker: its last call that exchanged anything, which of its claims were stale, and whether it found nothing';

-- A table of its own, so that a heartbeat never waits for an exchange.
CREATE TABLE fanout.heartbeats (
    worker_id bigint CONSTRAINT heartbeats_pkey PRIMARY KEY,
    seen_at timestamptz NOT NULL,
    leased_until timestamptz NOT NULL,
    suspect_since timestamptz,
    gone_claims bigint[] NOT NULL DEFAULT '{}',
    CONSTRAINT heartbeats_lease_is_not_over_before_it_began CHECK (leased_until >= seen_at)
) WITH (fillfactor = 50);
COMMENT ON TABLE fanout.heartbeats IS 'When each worker was last heard of, until when it then had its lease, and which of its claims were taken from it since';

-- Of what is served alike only the last one stays.
CREATE TABLE fanout.past_workers (
    worker_id bigint CONSTRAINT past_workers_pkey PRIMARY KEY,
    name text COLLATE "C" NOT NULL,
    handlers text[] COLLATE "C" NOT NULL,
    queues text[] COLLATE "C" NOT NULL,
    gone_at timestamptz NOT NULL
);
CREATE INDEX past_workers_by_handlers ON fanout.past_workers USING hash (handlers);
CREATE INDEX past_workers_by_time ON fanout.past_workers (gone_at);
COMMENT ON TABLE fanout.past_workers IS 'Who served what before it left, or was lost: for fanout.why, where nobody serves it any more';

-- A worker that is not live is silent: maintenance has noticed so, or its lease is over and nobody maintains.
CREATE VIEW fanout.known_workers AS
SELECT w.worker_id, w.name, w.handlers, w.queues, h.seen_at, h.leased_until,
       h.suspect_since IS NULL AND h.leased_until > statement_timestamp() AS is_live
  FROM fanout.workers w
  JOIN fanout.heartbeats h ON h.worker_id = w.worker_id;
COMMENT ON VIEW fanout.known_workers IS 'For the engine: what each worker serves, and whether it is heard of: what a silent one has waits for it until its lease ends, and nothing else does';

-- A queue_id is a value of this sequence and 20 random bits (fanout.next_queue_id): it never comes again, even where the
-- sequence has gone back.
CREATE SEQUENCE fanout.queue_id_seq MAXVALUE 8796093022207;

-- Virtual time: how many tasks have been claimed, as seen by a row that is always served in its turn. A row moves on
-- by what is claimed from it, and the lowest goes first, so a run of 10 tasks does not wait behind a run of a
-- million (start-time fair queueing: Goyal, Vin and Cheng, SIGCOMM 1996).
CREATE SEQUENCE fanout.virtual_time_seq MINVALUE 0 START 0;

CREATE TABLE fanout.queue (
    queue_id bigint CONSTRAINT queue_pkey PRIMARY KEY,
    state_id bigint NOT NULL,
    virtual_time bigint NOT NULL,
    available_at timestamptz,
    claimed_at timestamptz,
    claim_sequence bigint,
    worker_id bigint,
    stripe int NOT NULL,
    width int NOT NULL CONSTRAINT queue_width_is_positive CHECK (width > 0),
    virtual_step int NOT NULL CONSTRAINT queue_virtual_step_is_positive CHECK (virtual_step > 0),
    priority int NOT NULL,
    generation smallint NOT NULL,
    attempt smallint NOT NULL CONSTRAINT queue_attempt_is_positive CHECK (attempt >= 1),
    crashed boolean NOT NULL DEFAULT false,
    has_progress boolean NOT NULL DEFAULT false,
    kind text COLLATE "C" NOT NULL CONSTRAINT queue_kind_is_known CHECK (kind IN ('task', 'child', 'start', 'finish', 'count', 'retry', 'fail')),
    queue text COLLATE "C" NOT NULL,
    handler text COLLATE "C" NOT NULL,
    fair_key text COLLATE "C",
    -- Whose line it is. No right comes of it, so a number will do; adopt_copy writes it anew.
    fair_owner oid,
    expires_at timestamptz,
    narrowed_at timestamptz,
    parked_on bigint,
    errors smallint CONSTRAINT queue_errors_is_positive CHECK (errors >= 1),
    reason text CONSTRAINT queue_reason_is_not_too_long CHECK (octet_length(reason) <= 8192),
    reason_is_final boolean,
    -- True: put aside because its run's owner is missing, until it has another.
    unowned boolean,
    indexes int4multirange NOT NULL CONSTRAINT queue_indexes_are_not_empty CHECK (NOT isempty(indexes)),
    -- They stand in indexes, and the handler in a notification.
    CONSTRAINT queue_names_are_not_too_long
        CHECK (octet_length(queue) <= 255 AND octet_length(handler) <= 255 AND octet_length(fair_key) <= 255),
    CONSTRAINT queue_fair_key_has_an_owner CHECK ((fair_key IS NULL) = (fair_owner IS NULL)),
    CONSTRAINT queue_claim_has_a_time CHECK ((worker_id IS NULL) = (claimed_at IS NULL)),
    CONSTRAINT queue_claim_is_not_delayed CHECK (worker_id IS NULL OR available_at IS NULL),
    CONSTRAINT queue_parked_row_has_no_time CHECK (parked_on IS NULL OR available_at = 'infinity'),
    CONSTRAINT queue_unowned_row_has_no_time
        CHECK (unowned IS NULL OR unowned AND available_at IS NOT DISTINCT FROM 'infinity' AND expires_at IS NULL),
    CONSTRAINT queue_errors_have_a_reason CHECK (errors IS NULL OR reason IS NOT NULL),
    CONSTRAINT queue_fail_has_a_reason CHECK (kind <> 'fail' OR reason IS NOT NULL),
    CONSTRAINT queue_fail_alone_is_final CHECK ((kind = 'fail') = (reason_is_final IS NOT NULL))
) WITH (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);
COMMENT ON TABLE fanout.queue IS
    'A row is a set of task indexes of one step state: waiting (worker_id null), or claimed; its id is the fencing token';

-- What could run now. Delayed rows are outside, so a claim never walks over them.
CREATE INDEX queue_claimable ON fanout.queue (queue, handler, priority DESC, virtual_time)
    WHERE worker_id IS NULL AND available_at IS NULL;
CREATE INDEX queue_delayed ON fanout.queue (available_at) WHERE available_at IS NOT NULL;
CREATE INDEX queue_parked ON fanout.queue (parked_on, queue, handler, priority DESC, virtual_time) WHERE parked_on IS NOT NULL;
CREATE INDEX queue_expiring ON fanout.queue (expires_at) WHERE expires_at IS NOT NULL AND worker_id IS NULL;
CREATE INDEX queue_unowned ON fanout.queue (state_id) WHERE unowned;
CREATE INDEX queue_fair ON fanout.queue (fair_owner, fair_key, queue, handler, virtual_time) WHERE fair_key IS NOT NULL AND worker_id IS NULL;
CREATE INDEX queue_children ON fanout.queue (state_id) WHERE kind = 'child';
CREATE INDEX queue_claims ON fanout.queue (worker_id, queue_id) WHERE worker_id IS NOT NULL;
-- By the time, too: so a retry finds the row that it can share.
CREATE INDEX queue_by_state ON fanout.queue (state_id, available_at);

-- Updated in place again and again: no index but the key, and room on the pages.
CREATE TABLE fanout.task_progress (
    state_id bigint NOT NULL,
    reported_at timestamptz NOT NULL,
    task_index int NOT NULL,
    progress jsonb NOT NULL,
    CONSTRAINT task_progress_pkey PRIMARY KEY (state_id, task_index)
) WITH (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);
COMMENT ON TABLE fanout.task_progress IS
    'What tasks that have not ended said of themselves last, in this attempt or the one before';
