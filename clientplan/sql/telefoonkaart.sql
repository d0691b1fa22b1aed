-- On which phones a crisiskaart stands: for the client alone, and withdrawn once. The card
-- itself is not here: it lies on the phone, locked.
CALL poort.beveilig('clientplan_telefoonkaart', 'client_id', 'poort.eigen()', 'poort.eigen()');
REVOKE UPDATE, DELETE ON clientplan_telefoonkaart FROM nk_web, nk_worker;
GRANT UPDATE (ingetrokken_op) ON clientplan_telefoonkaart TO nk_web;
CREATE POLICY poort ON clientplan_telefoonkaart FOR SELECT TO nk_poort USING (true);
GRANT SELECT (client_id, hash, ingetrokken_op) ON clientplan_telefoonkaart TO nk_poort;
GRANT SELECT (client_id) ON clientplan_crisiskaart TO nk_poort;

SET LOCAL ROLE nk_poort;
-- Whether the phone with this word may keep its card. Not: withdrawn, the card is thrown away,
-- the plan is closed, or there is no such word.
CREATE FUNCTION poort.telefoonkaart(h text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  SELECT EXISTS (
    SELECT FROM public.clientplan_telefoonkaart t
    JOIN public.netwerk_client c ON c.id = t.client_id
    JOIN public.clientplan_crisiskaart k ON k.client_id = c.id
    WHERE t.hash = h AND t.ingetrokken_op IS NULL
      AND (c.gesloten_op IS NULL OR poort.dag() <= c.gesloten_op))
$$;
RESET ROLE;
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA poort FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA poort TO nk_web, nk_worker, nk_poort;
CALL poort.vindbaar('clientplan_telefoonkaart', 'crisiskaart');
