-- Items are pushed while the run goes on, never more than 50 ahead of what is done with them.
SELECT fanout.create_flow('readings', description => 'Readings that come one after the other');
SELECT fanout.add_step('readings', 'process_reading', step_type => 'fanout', fanout_from => 'stream', max_buffered => 50);
