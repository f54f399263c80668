BEGIN;
SELECT plan(23);

CREATE ROLE present;
CREATE ROLE "Has a space";
CREATE TABLE kept (label text PRIMARY KEY, role fanout.role);
INSERT INTO kept VALUES ('present', 'present'), ('quoted', '"Has a space"'), ('absent', 'absent'), ('absent, quoted', '"An absent one"');
SELECT is((SELECT role::text FROM kept WHERE label = 'present'), 'present', 'a role is written by its name');
SELECT is((SELECT role::text FROM kept WHERE label = 'quoted'), '"Has a space"', 'quoted where SQL would have it so');
SELECT is((SELECT role::text FROM kept WHERE label = 'absent'), '(missing: absent)', 'one that is not there is taken, and shown as missing');
SELECT is((SELECT role::text FROM kept WHERE label = 'absent, quoted'), '(missing: "An absent one")', 'whatever its name');

ALTER ROLE present RENAME TO renamed;
SELECT is((SELECT role::text FROM kept WHERE label = 'present'), 'renamed', 'a role that is renamed stays the same role');
SELECT ok((SELECT role = 'renamed'::regrole FROM kept WHERE label = 'present'), 'and is compared with a regrole by its number');
SELECT is((SELECT role::oid FROM kept WHERE label = 'present'), 'renamed'::regrole::oid, 'which it gives');
CREATE ROLE present;
SELECT ok((SELECT role <> 'present'::regrole FROM kept WHERE label = 'present'), 'who gets its former name is another');
CREATE ROLE absent;
SELECT is((SELECT role::text FROM kept WHERE label = 'absent'), '(missing: absent)', 'a missing role stays missing when one of its name is made');
SELECT is((SELECT role::oid FROM kept WHERE label = 'absent'), 0::oid, 'and has no number');
SELECT ok(NOT (SELECT pg_has_role('absent', role, 'USAGE') FROM kept WHERE label = 'absent'), 'so whoever gets the name gets nothing else');

SELECT 'renamed'::regrole::oid AS number \gset
DROP ROLE renamed;
SELECT is((SELECT role::text FROM kept WHERE label = 'present'), format('(dropped: %s)', :number), 'a dropped role is told from one that is there, and from its former name');

-- What a dump writes, and a restore reads.
CREATE TABLE restored (LIKE kept INCLUDING ALL);
\copy kept TO 'roles.copy'
\copy restored FROM 'roles.copy'
\! rm roles.copy
SELECT is((SELECT role::oid FROM restored WHERE label = 'present'), 0::oid, 'a dropped role has no number where it is restored');
SELECT is((SELECT string_agg(role::text, ' ' ORDER BY label COLLATE "C") FROM restored), (SELECT string_agg(role::text, ' ' ORDER BY label COLLATE "C") FROM kept), 'and all of them read as they did');

-- In binary, as a driver may ask for it.
CREATE TABLE received (LIKE kept);
\copy kept TO 'roles.copy' (FORMAT binary)
\copy received FROM 'roles.copy' (FORMAT binary)
\! rm roles.copy
SELECT is((SELECT string_agg(role::text, ' ' ORDER BY label COLLATE "C") FROM received), (SELECT string_agg(role::text, ' ' ORDER BY label COLLATE "C") FROM kept),
    'sent in binary they read the same');
SELECT is((SELECT string_agg(label, ' ') FROM received WHERE role::oid <> 0), 'quoted', 'by their names');

CREATE ROLE "An absent one";
SELECT is((SELECT string_agg(label, ' ') FROM restored WHERE role::oid <> 0), 'quoted', 'only those that were there when it was read have one');
SELECT is('16405'::fanout.role::text, '(missing: "16405")', 'a number is a name like others');

SELECT throws_ok($$SELECT 'a.b'::fanout.role$$, 'PFARG', '"a.b" is no role''s name', 'what is no identifier is refused');
SELECT throws_ok($$SELECT ''::fanout.role$$, 'PFARG', NULL, 'so is nothing');
SELECT throws_ok($$SELECT '"open'::fanout.role$$, 'PFARG', NULL, 'and half of one');
SELECT throws_ok($$INSERT INTO kept SELECT 'again', role FROM kept; CREATE UNIQUE INDEX ON kept (role)$$, '23505', NULL, 'an index takes it');
SELECT is((SELECT count(DISTINCT role) FROM kept), 4::bigint, 'DISTINCT, too');

SELECT * FROM finish();
ROLLBACK;
