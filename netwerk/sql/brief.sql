-- Letters to naasten. The client writes and withdraws them; that one came to an account, and
-- what that person says, is set by two functions and by nothing else: so nobody takes in a
-- letter for another, and the client does not say yes for a naaste.
CALL poort.beveilig('netwerk_naastenuitnodiging', 'client_id', 'poort.eigen()',
  'poort.eigen()');
DROP POLICY toevoegen ON netwerk_naastenuitnodiging;
CREATE POLICY toevoegen ON netwerk_naastenuitnodiging FOR INSERT TO nk_web, nk_worker
  WITH CHECK (client_id = ANY (ARRAY(SELECT poort.eigen()))
    AND gebruiker_id IS NULL AND ja_op IS NULL AND toegelaten_op IS NULL);
REVOKE UPDATE, DELETE ON netwerk_naastenuitnodiging FROM nk_web, nk_worker;
GRANT UPDATE (toegelaten_op, ingetrokken_op) ON netwerk_naastenuitnodiging TO nk_web;
-- One that is over goes, with who it was for, by the job of each night.
DROP POLICY verwijderen ON netwerk_naastenuitnodiging;
CREATE POLICY vergeten_lezen ON netwerk_naastenuitnodiging FOR SELECT TO nk_worker
  USING ((SELECT poort.taak()) = 'brieven_vergeten'
    AND coalesce(toegelaten_op, ingetrokken_op, tot) < (SELECT poort.nu()));
CREATE POLICY vergeten ON netwerk_naastenuitnodiging FOR DELETE TO nk_worker
  USING ((SELECT poort.taak()) = 'brieven_vergeten'
    AND coalesce(toegelaten_op, ingetrokken_op, tot) < (SELECT poort.nu()));
GRANT DELETE ON netwerk_naastenuitnodiging TO nk_worker;
CREATE POLICY poort ON netwerk_naastenuitnodiging FOR SELECT TO nk_poort USING (true);
CREATE POLICY poort_antwoord ON netwerk_naastenuitnodiging FOR UPDATE TO nk_poort
  USING (true);
GRANT SELECT (id, uuid, client_id, hash, gebruiker_id, tot, ja_op, toegelaten_op,
  ingetrokken_op) ON netwerk_naastenuitnodiging TO nk_poort;
GRANT UPDATE (gebruiker_id, ja_op) ON netwerk_naastenuitnodiging TO nk_poort;
GRANT SELECT (uuid, regio_id) ON netwerk_client TO nk_poort;
GRANT SELECT (naam) ON toegang_gebruiker TO nk_poort;
GRANT SELECT (id, slug) ON toegang_regio TO nk_poort;

SET LOCAL ROLE nk_poort;
-- The letter with this hash came to the asker's account. No row: there is no such letter (any
-- more), somebody else has it, or it is their own.
CREATE FUNCTION poort.brief_kwam(h text)
RETURNS TABLE (uuid uuid, client uuid, regio text)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp ROWS 1
AS $$
  UPDATE public.netwerk_naastenuitnodiging u SET gebruiker_id = poort.wie()
  FROM public.netwerk_client c, public.toegang_regio r
  WHERE u.hash = h AND c.id = u.client_id AND r.id = c.regio_id
    AND u.toegelaten_op IS NULL AND u.ingetrokken_op IS NULL AND u.tot > poort.nu()
    AND (u.gebruiker_id IS NULL OR u.gebruiker_id = poort.wie())
    AND c.gebruiker_id <> poort.wie() AND c.gesloten_op IS NULL
  RETURNING u.uuid, c.uuid, r.slug
$$;
-- The region of the client when such a letter opens something still, else nothing: for who has
-- its code, and no account yet. The log wants it; whose letter it is, it does not say.
CREATE FUNCTION poort.brief_regio(h text) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  SELECT r.slug
  FROM public.netwerk_naastenuitnodiging u
  JOIN public.netwerk_client c ON c.id = u.client_id
  JOIN public.toegang_regio r ON r.id = c.regio_id
  WHERE u.hash = h AND u.toegelaten_op IS NULL AND u.ingetrokken_op IS NULL
    AND u.tot > poort.nu() AND c.gesloten_op IS NULL
$$;
-- What came to the asker's account and waits: for their answer, or for the client's.
CREATE FUNCTION poort.brieven()
RETURNS TABLE (uuid uuid, naam text, ja_op timestamptz, tot timestamptz, client uuid,
  regio text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp ROWS 5
AS $$
  SELECT u.uuid, g.naam, u.ja_op, u.tot, c.uuid, r.slug
  FROM public.netwerk_naastenuitnodiging u
  JOIN public.netwerk_client c ON c.id = u.client_id
  JOIN public.toegang_gebruiker g ON g.id = c.gebruiker_id
  JOIN public.toegang_regio r ON r.id = c.regio_id
  WHERE u.gebruiker_id = poort.wie() AND u.toegelaten_op IS NULL
    AND u.ingetrokken_op IS NULL AND u.tot > poort.nu() AND c.gesloten_op IS NULL
  ORDER BY u.id
$$;
-- Yes, or no: a no leaves the letter as if it had never come.
CREATE FUNCTION poort.brief_antwoord(welke uuid, ja boolean) RETURNS boolean
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  WITH gezegd AS (
    UPDATE public.netwerk_naastenuitnodiging u SET
      gebruiker_id = CASE WHEN ja THEN u.gebruiker_id END,
      ja_op = CASE WHEN ja THEN coalesce(u.ja_op, poort.nu()) END
    WHERE u.uuid = welke AND u.gebruiker_id = poort.wie() AND u.toegelaten_op IS NULL
      AND u.ingetrokken_op IS NULL AND u.tot > poort.nu()
    RETURNING 1)
  SELECT EXISTS (SELECT FROM gezegd)
$$;
RESET ROLE;
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA poort FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA poort TO nk_web, nk_worker, nk_poort;
