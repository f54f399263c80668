-- One step: a task for every text, whose output is its checksum.
SELECT fanout.create_flow('checksum_texts', description => 'Checksums of texts');
SELECT fanout.add_step('checksum_texts', 'checksum_text', step_type => 'fanout', fanout_from => 'run');
