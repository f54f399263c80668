SELECT fanout.cancel_run(run_id) FROM (
    SELECT run_id FROM fanout.runs WHERE status = 'started' ORDER BY random() LIMIT 1) r;
