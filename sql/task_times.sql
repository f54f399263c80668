-- The times of tasks, for the views.

CREATE FUNCTION fanout.task_times(state_id bigint, only_task int DEFAULT NULL)
RETURNS TABLE (task_index int, attempt int, first_claimed_at timestamptz, claimed_at timestamptz, completed_at timestamptz, failed interval)
STABLE ROWS 10 LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_task_times';
COMMENT ON FUNCTION fanout.task_times IS
    'When tasks of a step of a run that have ended were claimed, for the first time and for their last attempt (a child run: started), when that ended, and how long attempts before it took: of all tasks up to 500, else of 500 that are evenly spread; or of one task, whether it has ended or not';

CREATE FUNCTION fanout.retries(state_id bigint) RETURNS bigint
STABLE LANGUAGE c AS 'MODULE_PATHNAME', 'fanout_retries';
COMMENT ON FUNCTION fanout.retries IS
    'How many attempts at tasks of a step of a run have failed after which there was another one, or is to be; 10000: so many or more';
