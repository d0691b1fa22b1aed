-- Narrower than the first time: what the decision stands on can be added and ended, and
-- nothing of it can be moved to somebody else.
REVOKE UPDATE ON netwerk_client, netwerk_betrokkenheid, netwerk_noodtoegang
  FROM nk_web, nk_worker;
GRANT UPDATE (gesloten_op) ON netwerk_client TO nk_web;
GRANT UPDATE (sleutel_naam, sleutel_box, dagboeksleutel_naam, dagboeksleutel_box)
  ON netwerk_client TO nk_worker;
GRANT UPDATE (tot, werkt, relatie_box) ON netwerk_betrokkenheid TO nk_web;
GRANT UPDATE (beeindigd_op) ON netwerk_noodtoegang TO nk_web;

-- Consent is given in one's own name. (Not a RESTRICTIVE policy: nk_owner inherits nk_web,
-- and would be held to it in a data migration.)
DROP POLICY toevoegen ON netwerk_toestemming;
CREATE POLICY toevoegen ON netwerk_toestemming FOR INSERT TO nk_web, nk_worker
  WITH CHECK (client_id = ANY (ARRAY(SELECT poort.eigen()))
    AND gegeven_door_id = poort.persoon());

-- What of a plan may be opened in an emergency: what the client chose, where that is the
-- ground; else what may be opened at all. Nothing before the question was answered (T5).
SET LOCAL ROLE nk_poort;
CREATE FUNCTION poort.nood_mag(client bigint, grond text) RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp ROWS 20
AS $$
  WITH keuze AS (
    SELECT k.onderdelen FROM public.netwerk_noodkeuze k
    WHERE k.client_id = client ORDER BY k.id DESC LIMIT 1
  )
  SELECT o.naam FROM poort.onderdeel o CROSS JOIN keuze
  WHERE o.nood AND (grond <> 'keuze' OR o.naam = ANY (keuze.onderdelen))
$$;
RESET ROLE;
REVOKE EXECUTE ON FUNCTION poort.nood_mag FROM PUBLIC;
GRANT EXECUTE ON FUNCTION poort.nood_mag TO nk_web, nk_worker;
GRANT SELECT ON netwerk_noodkeuze TO nk_poort;
CREATE POLICY poort ON netwerk_noodkeuze FOR SELECT TO nk_poort USING (true);
DROP POLICY openen ON netwerk_noodtoegang;
CREATE POLICY openen ON netwerk_noodtoegang FOR INSERT TO nk_web, nk_worker
  WITH CHECK (gebruiker_id = poort.persoon() AND poort.rol() = 'professional'
    AND organisatie_id::text = poort.organisatie()
    AND onderdelen::text[] <@ ARRAY(SELECT poort.nood_mag(client_id, grond))
    AND begonnen_op <= poort.nu() AND tot <= begonnen_op + interval '60 minutes'
    AND beeindigd_op IS NULL);
