-- The code on a wallet card: the client alone makes, sees and withdraws it.
CALL poort.beveilig('clientplan_kaartcode', 'client_id', 'poort.eigen()', 'poort.eigen()');
REVOKE UPDATE, DELETE ON clientplan_kaartcode FROM nk_web, nk_worker;
GRANT UPDATE (ingetrokken_op) ON clientplan_kaartcode TO nk_web;
CREATE POLICY poort ON clientplan_kaartcode FOR SELECT TO nk_poort USING (true);
GRANT SELECT (id, client_id, hash, ingetrokken_op) ON clientplan_kaartcode TO nk_poort;

SET LOCAL ROLE nk_poort;
-- Whose card the paper is of that somebody holds: the transaction says its hash (nk.kaart), made
-- from the address in the QR code and the code beside it. Who has both reads the card, the
-- people on it who agreed, and the row with the key; until withdrawn.
CREATE FUNCTION poort.kaart_open() RETURNS SETOF bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp ROWS 1
AS $$
  SELECT k.client_id FROM public.clientplan_kaartcode k
  JOIN public.netwerk_client c ON c.id = k.client_id
  WHERE k.hash = nullif(current_setting('nk.kaart', true), '')
    AND k.ingetrokken_op IS NULL
    AND (c.gesloten_op IS NULL OR poort.dag() <= c.gesloten_op)
$$;
RESET ROLE;
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA poort FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA poort TO nk_web, nk_worker, nk_poort;

CREATE POLICY pasje ON netwerk_client FOR SELECT TO nk_web
  USING (id = ANY (ARRAY(SELECT poort.kaart_open())));
CREATE POLICY pasje ON clientplan_crisiskaart FOR SELECT TO nk_web
  USING (client_id = ANY (ARRAY(SELECT poort.kaart_open())));
CREATE POLICY pasje ON clientplan_kaartpersoon FOR SELECT TO nk_web
  USING (akkoord AND client_id = ANY (ARRAY(SELECT poort.kaart_open())));
CALL poort.vindbaar('clientplan_kaartcode', 'crisiskaart');
