-- A run a tenant, a child run for each of the tenant's datasets, and a task for each row of a dataset.
CREATE SCHEMA IF NOT EXISTS tenants;

CREATE TABLE IF NOT EXISTS tenants.datasets (tenant text, dataset text, rows int NOT NULL,
                                             PRIMARY KEY (tenant, dataset));

-- The inner flow. Its input is a task's item of the outer one: {"dataset": …, "rows": [1, 2, 3, …]}
CREATE OR REPLACE FUNCTION tenants.summarize(input jsonb) RETURNS jsonb LANGUAGE sql AS $$
    SELECT jsonb_build_object('dataset', input -> 'run' -> 'dataset', 'rows', count(*), 'sum', sum(value::int))
      FROM jsonb_array_elements(input -> 'import_row') value
$$;

SELECT fanout.create_flow('import_dataset', description => 'Imports the rows of a dataset');
SELECT fanout.add_step('import_dataset', 'import_row', step_type => 'fanout', fanout_from => 'run',
                       fanout_path => '$.rows[*]');
SELECT fanout.add_step('import_dataset', 'summarize', depends_on => '{import_row}', handler => 'sql:tenants.summarize');

-- The outer flow. A task of `dataset` is a run of the inner one, whose output is the task's.
CREATE OR REPLACE FUNCTION tenants.list_datasets(input jsonb) RETURNS SETOF jsonb LANGUAGE sql AS $$
    SELECT jsonb_build_object('dataset', dataset, 'rows', (SELECT jsonb_agg(n) FROM generate_series(1, rows) n))
      FROM tenants.datasets WHERE tenant = input -> 'run' ->> 'tenant' ORDER BY dataset
$$;

CREATE OR REPLACE FUNCTION tenants.report(input jsonb) RETURNS jsonb LANGUAGE sql AS $$
    SELECT jsonb_build_object('datasets', count(*), 'rows', sum((d #>> '{summarize, rows}')::int),
                              'sum', sum((d #>> '{summarize, sum}')::int))
      FROM jsonb_array_elements(input -> 'dataset') d
$$;

SELECT fanout.create_flow('import_tenant', description => 'Imports the datasets of a tenant');
SELECT fanout.add_step('import_tenant', 'dataset', step_type => 'fanout', fanout_from => 'sql:tenants.list_datasets',
                       handler => 'flow:import_dataset');
SELECT fanout.add_step('import_tenant', 'report', depends_on => '{dataset}', handler => 'sql:tenants.report');
