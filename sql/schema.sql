-- Complain when this file is run by psql instead of CREATE EXTENSION.
\echo Use "CREATE EXTENSION pgfanout" to load this file. \quit

CREATE SCHEMA fanout;
COMMENT ON SCHEMA fanout IS 'Durable fan-out: flows, runs, tasks and the queue that workers poll';
