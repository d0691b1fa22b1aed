-- What waits to be looked at is said once more, before its last day: by a job that reads no word
-- of it. Marked and given in one statement, so that nobody hears it twice.
GRANT SELECT (herinnerd_op), UPDATE (herinnerd_op) ON netwerk_noodtoegang TO nk_poort;

SET LOCAL ROLE nk_poort;
CREATE FUNCTION poort.nood_herinneren(geopend_voor timestamptz)
RETURNS TABLE (uuid uuid, organisatie bigint, door bigint, begonnen_op timestamptz)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp ROWS 10
AS $$
  UPDATE public.netwerk_noodtoegang n SET herinnerd_op = poort.nu()
  WHERE poort.taak() = 'nood_herinneren' AND n.herinnerd_op IS NULL
    AND n.begonnen_op < geopend_voor AND NOT EXISTS (
      SELECT FROM public.netwerk_noodoordeel o
      WHERE o.noodtoegang_id = n.id AND o.oordeel IN ('terecht', 'niet_terecht'))
  RETURNING n.uuid, n.organisatie_id, n.gebruiker_id, n.begonnen_op
$$;
-- As in spoor.sql, and never one's own name: who is functionaris decides about others.
CREATE OR REPLACE FUNCTION poort.scherm_af(welke bigint, waarom text, nieuw uuid) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE gevonden record;
BEGIN
  SELECT c.id, c.uuid AS client, g.slug::text AS slug, r.persoon::bigint AS wie,
    r.organisatie::bigint AS waar INTO gevonden
  FROM logboek.regel r
  JOIN public.netwerk_client c
    ON c.uuid = CASE WHEN r.client ~ '^[0-9a-f-]{36}$' THEN r.client::uuid END
  JOIN public.toegang_regio g ON g.id = c.regio_id
  WHERE r.id = welke AND r.persoon NOT IN ('', poort.wie()::text)
    AND r.organisatie = ANY (ARRAY(SELECT f::text FROM poort.functionaris_van() f));
  IF NOT FOUND THEN RETURN false; END IF;
  INSERT INTO public.netwerk_naamafscherming (uuid, client_id, gebruiker_id, organisatie_id,
    reden, besloten_op, besloten_door_id)
  VALUES (nieuw, gevonden.id, gevonden.wie, gevonden.waar, waarom, poort.nu(), poort.wie())
  ON CONFLICT DO NOTHING;
  IF FOUND THEN
    PERFORM logboek.schrijf(gevonden.slug, 'C', 0, gevonden.client::text, 'naamafscherming',
      nieuw::text, '', 'functionaris');
  END IF;
  RETURN true;
END $$;
RESET ROLE;
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA poort FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA poort TO nk_web, nk_worker, nk_poort;
