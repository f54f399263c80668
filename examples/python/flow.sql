-- One step: a task for every range, whose output is how many primes the range has.
SELECT fanout.create_flow('primes', description => 'How many primes there are below a limit');
SELECT fanout.add_step('primes', 'count_primes', step_type => 'fanout', fanout_from => 'run');
