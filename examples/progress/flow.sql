-- Two steps: a call for every item of the run's input, each of which takes its time, and what they cost altogether.
SELECT fanout.create_flow('progress', description => 'Calls that take their time, to be watched');
SELECT fanout.add_step('progress', 'call', step_type => 'fanout', fanout_from => 'run', handler => 'slow_call');
SELECT fanout.add_step('progress', 'cost', depends_on => '{call}', handler => 'add_up');
