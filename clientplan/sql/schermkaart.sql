-- The crisiskaart on the client's own screen, for some minutes: the client alone shows it, and
-- stops.
CALL poort.beveilig('clientplan_schermkaart', 'client_id', 'poort.eigen()', 'poort.eigen()');
REVOKE UPDATE ON clientplan_schermkaart FROM nk_web, nk_worker;
CREATE POLICY poort ON clientplan_schermkaart FOR SELECT TO nk_poort USING (true);
GRANT SELECT (id, client_id, hash, tot) ON clientplan_schermkaart TO nk_poort;

SET LOCAL ROLE nk_poort;
-- As in kaartcode.sql, and: whose card is on the screen that somebody scanned, until its time
-- is over.
CREATE OR REPLACE FUNCTION poort.kaart_open() RETURNS SETOF bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp ROWS 1
AS $$
  WITH kaart AS (
    SELECT k.client_id FROM public.clientplan_kaartcode k
    WHERE k.hash = nullif(current_setting('nk.kaart', true), '') AND k.ingetrokken_op IS NULL
    UNION ALL
    SELECT s.client_id FROM public.clientplan_schermkaart s
    WHERE s.hash = nullif(current_setting('nk.kaart', true), '') AND poort.nu() < s.tot
  )
  SELECT kaart.client_id FROM kaart JOIN public.netwerk_client c ON c.id = kaart.client_id
  WHERE c.gesloten_op IS NULL OR poort.dag() <= c.gesloten_op
$$;
RESET ROLE;
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA poort FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA poort TO nk_web, nk_worker, nk_poort;
CALL poort.vindbaar('clientplan_schermkaart', 'crisiskaart');
