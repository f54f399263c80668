-- Three steps: a list of files, a task for every file, and a manifest of all their checksums, in the list's order.
-- What the handlers are is in fanoutd.json: programs are the daemon's to choose, never the database's.
SELECT fanout.create_flow('checksum_tree', description => 'Checksums of every header below a folder');
SELECT fanout.add_step('checksum_tree', 'list_files');
SELECT fanout.add_step('checksum_tree', 'checksum', depends_on => '{list_files}', step_type => 'fanout');
SELECT fanout.add_step('checksum_tree', 'write_manifest', depends_on => '{checksum}');
