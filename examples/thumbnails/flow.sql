-- A thumbnail of every image in a folder, and a sheet with all of them. What the handlers are is in fanoutd.json.
SELECT fanout.create_flow('thumbnails', description => 'Thumbnails of the images in a folder');
SELECT fanout.add_step('thumbnails', 'list_images');
SELECT fanout.add_step('thumbnails', 'thumbnail', depends_on => '{list_images}', step_type => 'fanout',
                       on_failure => 'collect');
SELECT fanout.add_step('thumbnails', 'contact_sheet', depends_on => '{thumbnail}');
