-- The run's input is an array of files: a task for each, and the sum of what they say.
SELECT fanout.create_flow('word_count', description => 'How many words there are in some files');
SELECT fanout.add_step('word_count', 'count_words', step_type => 'fanout', fanout_from => 'run');
SELECT fanout.add_step('word_count', 'add_up', depends_on => '{count_words}');
