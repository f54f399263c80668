-- What every test's database is a copy of.
CREATE EXTENSION pgfanout;
CREATE EXTENSION pgtap;
\ir number_workers.sql
\ir forget_everything.sql
\ir compare_rows_by_their_bytes.sql
\ir a_row_a_task.sql
