-- pgTAP's results_eq compares rows by =, for which a column of the extension, whose collation is "C", and one of VALUES have no
-- collation in common. Their bytes need none.
DO $$
DECLARE
    source text := pg_get_functiondef('results_eq(refcursor, refcursor, text)'::regprocedure);
BEGIN
    ASSERT strpos(source, 'have_rec IS DISTINCT FROM want_rec') > 0, 'pgTAP compares rows in another way';
    EXECUTE replace(source, 'have_rec IS DISTINCT FROM want_rec', 'have_rec *<> want_rec');
END
$$;
