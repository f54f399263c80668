-- One task for every number of the run's input. Which library has the handler is in fanoutd.json.
SELECT fanout.create_flow('factorize', description => 'The prime factors of numbers');
SELECT fanout.add_step('factorize', 'factorize', step_type => 'fanout', fanout_from => 'run');
