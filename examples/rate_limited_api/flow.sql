-- Calls of an API that allows 50 a second, 10 of them at once. The limit holds for all steps that name it, in all runs.
SELECT fanout.create_limit('exchange_rate_api', rate => 50, per => '1 s', burst => 10);

SELECT fanout.create_flow('rate_limited_api', description => 'Rates of an API that allows 50 calls a second');
SELECT fanout.add_step('rate_limited_api', 'rate', step_type => 'fanout', fanout_from => 'run',
                       handler => 'exchange_rate', limits => '{exchange_rate_api}');
