-- An email to every customer, never more than 100 at a time. The items come from a query, so no array of them all is
-- ever made; nor is one of the results: the run's output is how many they were.
CREATE SCHEMA IF NOT EXISTS emails;

CREATE TABLE IF NOT EXISTS emails.customers (id int PRIMARY KEY, address text NOT NULL UNIQUE);

CREATE OR REPLACE FUNCTION emails.newsletter(input jsonb) RETURNS SETOF jsonb LANGUAGE sql AS $$
    SELECT jsonb_build_object('to', address, 'subject', input -> 'run' ->> 'subject') FROM emails.customers ORDER BY id
$$;

SELECT fanout.create_flow('emails', max_attempts => 5, base_delay => '100 ms',
                          description => 'An email to every customer');
SELECT fanout.add_step('emails', 'send_email', step_type => 'fanout', fanout_from => 'sql:emails.newsletter',
                       max_concurrency => 100, output_mode => 'counts');
