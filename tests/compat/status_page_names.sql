SET client_min_messages = warning;
SELECT fanout.start_run('small', '[1]', name => name) FROM unnest(ARRAY[
    '<script>document.title = "taken over"</script>', '"><img src=x onerror="document.title = 1">', $$'; DROP TABLE runs; --$$,
    E'two\nlines\tand a bell\x07', E'right \u202Eto left\u202C and \u2066isolated', E'zero\u200Bwidth\uFEFF', 'مرحبا بالعالم', repeat('long', 60), '&lt;b&gt;',
    'javascript:alert(1)', '🎈 names']) name;
SELECT fanout.start_run('strict', to_jsonb(ARRAY[1, 2, 3, 14, 5]), name => 'strict');
SELECT fanout.start_run('orders', '300', name => 'orders of the day');
SELECT fanout.start_run('waiting', '[1, 2]', name => 'nobody comes');
SELECT fanout.start_run('ticking', '1000', name => 'one by one');
