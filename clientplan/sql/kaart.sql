-- Who stands on a crisiskaart agreed to that. Until then they are on the pages where it is
-- made, and on nothing that is read, printed or taken along.
DROP POLICY lezen ON clientplan_kaartpersoon;
CREATE POLICY lezen ON clientplan_kaartpersoon FOR SELECT TO nk_web, nk_worker
  USING ((akkoord AND client_id = ANY (ARRAY(SELECT poort.clienten('crisiskaart', 1))))
    OR client_id = ANY (ARRAY(SELECT poort.clienten('crisiskaart', 3))));

-- Another name, number or person: it is asked anew. The words are a sealed box, which stays the
-- same as long as nobody changes them (services/items.py).
CREATE FUNCTION poort.kaart_vraag_opnieuw() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NEW.woorden_box IS DISTINCT FROM OLD.woorden_box
    OR NEW.betrokkenheid_id IS DISTINCT FROM OLD.betrokkenheid_id THEN
    NEW.akkoord := NULL;
    NEW.akkoord_op := NULL;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER vraag_opnieuw BEFORE UPDATE ON clientplan_kaartpersoon
  FOR EACH ROW EXECUTE FUNCTION poort.kaart_vraag_opnieuw();

CREATE POLICY poort_akkoord ON clientplan_kaartpersoon FOR UPDATE TO nk_poort USING (true);
GRANT SELECT (id, uuid, client_id, nummer, betrokkenheid_id, akkoord, akkoord_op)
  ON clientplan_kaartpersoon TO nk_poort;  -- no words
GRANT UPDATE (akkoord, akkoord_op) ON clientplan_kaartpersoon TO nk_poort;

SET LOCAL ROLE nk_poort;
-- The lines of crisiskaarten that are about the asker, in the role they work in: what waits as
-- long as they are involved; what they agreed to for as long as it stands, to take it back.
CREATE FUNCTION poort.kaart_genoemd() RETURNS TABLE (uuid uuid, client_id bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp ROWS 5
AS $$
  SELECT k.uuid, k.client_id
  FROM public.netwerk_betrokkenheid b
  JOIN public.clientplan_kaartpersoon k ON k.betrokkenheid_id = b.id
  JOIN public.netwerk_client c ON c.id = k.client_id
  WHERE b.gebruiker_id = poort.wie() AND b.rol = poort.rol()
    AND coalesce(b.organisatie_id::text, '') = poort.organisatie()
    AND (k.akkoord OR (b.van <= poort.dag() AND (b.tot IS NULL OR poort.dag() <= b.tot)
      AND (c.gesloten_op IS NULL OR poort.dag() <= c.gesloten_op)))
$$;
-- Their own yes or no, about the number that they saw.
CREATE FUNCTION poort.kaart_antwoord(welke uuid, nr int, ja boolean) RETURNS boolean
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  WITH gezegd AS (
    UPDATE public.clientplan_kaartpersoon k SET akkoord = ja, akkoord_op = poort.dag()
    WHERE k.uuid = welke AND k.nummer = nr
      AND k.uuid IN (SELECT g.uuid FROM poort.kaart_genoemd() g)
    RETURNING 1)
  SELECT EXISTS (SELECT FROM gezegd)
$$;
-- Of somebody without an account: who owns the card says that they were asked.
CREATE FUNCTION poort.kaart_gevraagd(welke uuid, nr int, op date) RETURNS boolean
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  WITH gezegd AS (
    UPDATE public.clientplan_kaartpersoon k SET akkoord = true, akkoord_op = op
    WHERE k.uuid = welke AND k.nummer = nr AND k.betrokkenheid_id IS NULL
      AND op <= poort.dag()
      AND k.client_id = ANY (ARRAY(SELECT poort.clienten('crisiskaart', 4)))
    RETURNING 1)
  SELECT EXISTS (SELECT FROM gezegd)
$$;
RESET ROLE;
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA poort FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA poort TO nk_web, nk_worker, nk_poort;
-- They read that line, and the row of the client whose key opens it; nothing of the plan.
CREATE POLICY genoemd ON clientplan_kaartpersoon FOR SELECT TO nk_web, nk_worker
  USING (uuid = ANY (ARRAY(SELECT g.uuid FROM poort.kaart_genoemd() g)));
CREATE POLICY genoemd ON netwerk_client FOR SELECT TO nk_web, nk_worker
  USING (id = ANY (ARRAY(SELECT g.client_id FROM poort.kaart_genoemd() g)));
