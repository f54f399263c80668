-- Reports for customers, 20 in a batch, because the program takes long to start; never more than 3 batches at a time, for
-- the sake of the machine that they are made on.
SELECT fanout.create_flow('reports', description => 'Reports for customers, in batches');
SELECT fanout.add_step('reports', 'write_reports', step_type => 'fanout', fanout_from => 'run',
                       fanout_path => '$.customers[*]', context => '{run}', batch_size => 20,
                       max_concurrency => 3, on_failure => 'collect');
