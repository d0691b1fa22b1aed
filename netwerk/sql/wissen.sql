-- Erasing a client (Q7): the keys and every row, at once; the lines of the log stay, and one
-- says that it happened. One function of the owner, for one job of a worker. Not in the schema
-- poort: what stands there web may run.
CREATE SCHEMA wissen;
GRANT USAGE ON SCHEMA wissen TO nk_worker;

-- Whose plan belongs to this address, and what still waits about it for others.
CREATE FUNCTION wissen.zoek(adres text)
RETURNS TABLE (client uuid, naam text, begonnen_op date, nakijken bigint, vragen bigint)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp ROWS 1
AS $$
DECLARE taak text := current_setting('nk.taak', true);
BEGIN
  IF taak IS DISTINCT FROM 'client_wissen' THEN
    RAISE EXCEPTION 'een client wissen is een taak' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM set_config('nk.taak', 'migratie', true);  -- FORCE binds the owner of a table too
  RETURN QUERY SELECT c.uuid, g.naam::text, c.begonnen_op,
    (SELECT count(*) FROM public.netwerk_noodtoegang n WHERE n.client_id = c.id
      AND NOT EXISTS (SELECT FROM public.netwerk_noodoordeel o
        WHERE o.noodtoegang_id = n.id AND o.oordeel <> 'vraag')),
    (SELECT count(*) FROM public.netwerk_logvraag v
      WHERE v.client_id = c.id AND v.beantwoord_op IS NULL)
  FROM public.netwerk_client c JOIN public.toegang_gebruiker g ON g.id = c.gebruiker_id
  WHERE lower(g.email) = lower(adres);
  PERFORM set_config('nk.taak', taak, true);
END $$;

-- 'gewist' now; 'al gewist' before, as the log knows; or 'onbekend'.
CREATE FUNCTION wissen.client(welke uuid) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  taak text := current_setting('nk.taak', true);
  plan record;
  stap record;
BEGIN
  IF taak IS DISTINCT FROM 'client_wissen' THEN
    RAISE EXCEPTION 'een client wissen is een taak' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM set_config('nk.taak', 'migratie', true);  -- as above, until the line in the log
  -- who saves at this moment waits here, and then finds nothing to save in
  SELECT c.id, c.gebruiker_id, r.slug::text AS regio INTO plan
    FROM public.netwerk_client c JOIN public.toegang_regio r ON r.id = c.regio_id
    WHERE c.uuid = welke FOR UPDATE OF c;
  IF plan.id IS NULL THEN
    PERFORM set_config('nk.taak', taak, true);
    RETURN CASE WHEN EXISTS (SELECT FROM logboek.regel r WHERE r.client = welke::text
      AND r.object_soort = 'client' AND r.actie = 'D') THEN 'al gewist' ELSE 'onbekend' END;
  END IF;

  -- what is about the plan without hanging on it: messages, with their keys, and links by mail
  -- to who was asked to read along and did not come
  DELETE FROM public.berichten_postbericht p
    WHERE (p.gebruiker_id = plan.gebruiker_id AND p.rol = 'client')
      OR EXISTS (SELECT FROM public.netwerk_noodtoegang n
        WHERE n.client_id = plan.id AND p.link LIKE '%' || n.uuid || '%');
  DELETE FROM public.toegang_uitnodiging u
    WHERE u.gebruikt_op IS NULL AND EXISTS (SELECT FROM public.netwerk_naastenuitnodiging n
      WHERE n.client_id = plan.id AND u.sleutel IN (n.hash, 'naaste:' || n.hash));

  -- what hangs on it, found by its foreign keys, so that no table of a later part is
  -- forgotten: first what hangs on such a row alone. A row that would be left behind breaks
  -- its foreign key at COMMIT, and nothing is erased.
  FOR stap IN
    WITH aan AS (
      SELECT k.conrelid::regclass AS tabel, k.confrelid::regclass AS op, a.attname AS kolom,
        b.attname AS doel, a.attnotnull AS vast
      FROM pg_constraint k
      JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
      JOIN pg_attribute b ON b.attrelid = k.confrelid AND b.attnum = k.confkey[1]
      WHERE k.contype = 'f' AND cardinality(k.conkey) = 1
    ), kind AS (SELECT * FROM aan WHERE op = 'public.netwerk_client'::regclass)
    SELECT 1 AS beurt, format('DELETE FROM %s WHERE %I IN (SELECT %I FROM %s WHERE %I = $1)',
      v.tabel, v.kolom, v.doel, k.tabel, k.kolom) AS zin
    FROM kind k JOIN aan v ON v.op = k.tabel AND v.vast
    WHERE v.tabel NOT IN (SELECT kind.tabel FROM kind)
    UNION ALL
    SELECT 2, format('DELETE FROM %s WHERE %I = $1', k.tabel, k.kolom) FROM kind k
    ORDER BY 1
  LOOP
    EXECUTE stap.zin USING plan.id;
  END LOOP;
  DELETE FROM public.netwerk_client c WHERE c.id = plan.id;

  PERFORM set_config('nk.taak', taak, true);
  PERFORM logboek.schrijf(plan.regio, 'D'::"char", 0, welke::text, 'client', welke::text, '', '');
  RETURN 'gewist';
END $$;
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA wissen FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA wissen TO nk_worker;
