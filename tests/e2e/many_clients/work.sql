-- One round of a worker: completes what it held, fails some of it, and claims more, the engine's own work included. Now and then it completes only a part;
-- and :lightning times in a thousand it is struck, and is not heard of again: another one takes its place.
\if :worker = 0
SELECT fanout.register_worker('client ' || :client_id, ARRAY['h', 'fanout:']) AS worker \gset
\set sequence 0
\endif
\set sequence :sequence + 1
\set want random(1, 60)
\set part random(1, 10)
\set dice random(1, 1000)
-- Some of what it holds has something to report.
SELECT count(*) AS stops FROM (
    SELECT coalesce(array_agg(claim_id), '{}') AS claims, coalesce(array_agg(task_index), '{}') AS indexes,
           coalesce(array_agg(:sequence::text), '{}') AS details
      FROM held WHERE worker_id = :worker AND task_index % 10 = :part) r, fanout.heartbeat(:worker, r.claims, r.indexes, r.details) \gset
WITH finished AS (
    DELETE FROM held WHERE worker_id = :worker AND (:part > 1 OR task_index % 2 = 0)
    RETURNING claim_id, task_index, hashtext(concat(claim_id, ' ', task_index)) % 50 = 0 AS fails
), batch AS (
    SELECT coalesce(array_agg(claim_id), '{}') AS claims, coalesce(array_agg(task_index), '{}') AS indexes,
           coalesce(array_agg(CASE WHEN NOT fails THEN task_index::text END), '{}') AS outputs,
           coalesce(array_agg(CASE WHEN fails THEN 'bad luck' END), '{}') AS errors,
           coalesce(array_agg(false), '{}') AS final
      FROM finished
), answer AS (
    SELECT e.kind, e.claim_id, e.task_index FROM batch b,
        fanout.exchange(:worker, :sequence, :want, b.claims, b.indexes, b.outputs, b.errors, b.final) e
), claimed AS (
    INSERT INTO held SELECT :worker, claim_id, task_index FROM answer WHERE kind = 'task' RETURNING 1
)
SELECT count(*) AS claimed FROM claimed \gset
SELECT count(fanout.run_internal(:worker, queue_id)) AS internal
  FROM (SELECT queue_id FROM fanout.queue WHERE worker_id = :worker AND handler = 'fanout:' LIMIT 1) q \gset
\if :dice <= :lightning
\set worker 0
\endif
