-- Ids of workers are random. This gives those that are registered 1, 2, ... in their order, so that a test can name them.
CREATE FUNCTION public.number_workers() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    old_id bigint;
    new_id bigint := 0;
BEGIN
    FOR old_id IN SELECT worker_id FROM fanout.workers ORDER BY registered_at, ctid LOOP
        new_id := new_id + 1;
        UPDATE fanout.workers SET worker_id = new_id WHERE worker_id = old_id;
        UPDATE fanout.exchanges SET worker_id = new_id WHERE worker_id = old_id;
        UPDATE fanout.heartbeats SET worker_id = new_id WHERE worker_id = old_id;
        UPDATE fanout.queue SET worker_id = new_id WHERE worker_id = old_id;
    END LOOP;
END
$$;
