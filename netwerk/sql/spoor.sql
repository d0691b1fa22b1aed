-- Reading the log (T6). A process may add lines and read none; here are the few functions in
-- which people read their part: the client of the own plan, the functionaris of what people of
-- one organisation did. Owned by nk_poort, which may read the log and the columns below.
GRANT USAGE ON SCHEMA logboek TO nk_poort;
GRANT SELECT ON logboek.regel TO nk_poort;
GRANT EXECUTE ON FUNCTION logboek.schrijf TO nk_poort;
GRANT SELECT (email) ON toegang_gebruiker TO nk_poort;
GRANT SELECT (id, naam, regio_id) ON toegang_organisatie TO nk_poort;

-- --- whose row it was that somebody could not open
-- Which tables are looked through for a uuid, and which part a row is of.
CREATE TABLE poort.vindplaats (
  tabel text PRIMARY KEY, client text NOT NULL, deel text NOT NULL);
GRANT SELECT ON poort.vindplaats TO nk_poort;
-- For every table with a uuid of a row about a client. `deel` is '' for what is of no part, and
-- '*' for a table with the part in each row. The diary is in no list: nobody else has a way in.
CREATE PROCEDURE poort.vindbaar(tabel text, deel text DEFAULT '', client text DEFAULT 'client_id')
LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('GRANT SELECT (uuid, %I) ON public.%I TO nk_poort', client, tabel);
  IF deel = '*' THEN
    EXECUTE format('GRANT SELECT (onderdeel) ON public.%I TO nk_poort', tabel);
  END IF;
  IF NOT EXISTS (SELECT FROM pg_policies p WHERE p.schemaname = 'public'
      AND p.tablename = tabel AND p.policyname = 'poort') THEN
    EXECUTE format('CREATE POLICY poort ON public.%I FOR SELECT TO nk_poort USING (true)', tabel);
  END IF;
  INSERT INTO poort.vindplaats VALUES (tabel, client, deel);
END $$;

-- Not in the schema poort: what stands there nk_web may run, and these say whose a row is, and
-- what somebody is not told.
GRANT CREATE ON SCHEMA logboek TO nk_poort;
SET LOCAL ROLE nk_poort;
CREATE FUNCTION logboek.van_wie(genoemd uuid[])
RETURNS TABLE (client uuid, regio text, onderdeel text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE plek record; gevonden record;
BEGIN
  FOR plek IN SELECT v.* FROM poort.vindplaats v ORDER BY v.deel DESC, v.tabel LOOP
    EXECUTE format('SELECT c.uuid, r.slug::text AS regio, %s AS deel
        FROM public.%I t JOIN public.netwerk_client c ON c.id = t.%I
        JOIN public.toegang_regio r ON r.id = c.regio_id WHERE t.uuid = ANY ($1) LIMIT 1',
      CASE plek.deel WHEN '*' THEN 't.onderdeel::text' ELSE quote_literal(plek.deel) END,
      plek.tabel, plek.client) INTO gevonden USING genoemd;
    IF gevonden.uuid IS NOT NULL AND client IS NULL THEN  -- all are looked through, always
      client := gevonden.uuid; regio := gevonden.regio; onderdeel := gevonden.deel;
    END IF;
  END LOOP;
  IF client IS NOT NULL THEN RETURN NEXT; END IF;
END $$;
-- Which lines the client hears of later only: none, until there is an emergency (nood.sql).
CREATE FUNCTION logboek.nog_niet_vertellen(plan bigint, regel logboek.regel) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$ SELECT false $$;
RESET ROLE;
REVOKE CREATE ON SCHEMA logboek FROM nk_poort;
-- A refusal is written down with whose row it was, and says nothing to who asked: one statement,
-- one line, whether the row is there or not.
CREATE FUNCTION logboek.weigering(adres text, actie "char", genoemd uuid[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE van record;
BEGIN
  SELECT * INTO van FROM logboek.van_wie(genoemd);
  PERFORM logboek.schrijf(coalesce(van.regio, 'platform'), actie, 4,
    coalesce(van.client::text, ''), 'adres',
    array_to_string(adres || genoemd::text[], ':'), coalesce(van.onderdeel, ''), '');
END $$;
REVOKE EXECUTE ON FUNCTION logboek.weigering, logboek.van_wie, logboek.nog_niet_vertellen
  FROM PUBLIC;
GRANT EXECUTE ON FUNCTION logboek.weigering TO nk_web, nk_worker;

CALL poort.vindbaar('netwerk_client', '', 'id');
CALL poort.vindbaar('netwerk_betrokkenheid');
CALL poort.vindbaar('netwerk_naastenuitnodiging');
CALL poort.vindbaar('netwerk_noodtoegang');

-- --- walls round what stands beside the log
CALL poort.beveilig('netwerk_logvraag', 'client_id', 'poort.eigen()', 'poort.eigen()');
CALL poort.beveilig('netwerk_vraagsleutel', 'client_id', 'poort.eigen()', 'poort.eigen()');
CALL poort.beveilig('netwerk_naamafscherming', 'client_id', 'poort.eigen()', 'poort.eigen()');
CALL poort.vindbaar('netwerk_logvraag');
CALL poort.vindbaar('netwerk_naamafscherming');
GRANT SELECT (id, organisatie_id, regel, beantwoord_op) ON netwerk_logvraag TO nk_poort;
GRANT SELECT, INSERT ON netwerk_naamafscherming TO nk_poort;
CREATE POLICY poort_besluit ON netwerk_naamafscherming FOR INSERT TO nk_poort
  WITH CHECK (true);

SET LOCAL ROLE nk_poort;
-- The organisation of which the asker is functionaris, in the role that the session works in.
CREATE FUNCTION poort.functionaris_van() RETURNS SETOF bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp ROWS 1
AS $$
  SELECT r.organisatie_id FROM public.toegang_rol r
  WHERE r.gebruiker_id = poort.wie() AND r.soort = poort.rol()
    AND r.soort = 'functionaris_gegevensbescherming'
    AND r.organisatie_id::text = poort.organisatie()
    AND r.van <= poort.dag() AND (r.tot IS NULL OR poort.dag() <= r.tot)
  LIMIT 1
$$;
-- How a functionaris names a client: the same in all lines of one organisation, another in the
-- next, and not to be worked out from what else they see (a uuid has 122 bits of chance).
CREATE FUNCTION poort.clientcode(organisatie text, client text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp
RETURN CASE WHEN client = '' THEN '' ELSE upper(regexp_replace(
  left(encode(sha256(convert_to(organisatie || ':' || client, 'UTF8')), 'hex'), 10),
  '^(.{5})', '\1-')) END;
-- Family names in a name: of "Jan van den Berg-de Vries" berg and vries; of one name none.
CREATE FUNCTION poort.achternamen(naam text) RETURNS text[]
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp
RETURN ARRAY(
  SELECT w.woord FROM regexp_split_to_table(
    lower(regexp_replace(btrim(naam), '^\S+\s*', '')), '[\s-]+') AS w (woord)
  WHERE w.woord <> '' AND w.woord <> ALL (ARRAY['van', 'de', 'den', 'der', 'het', 't', '''t',
    '’t', 'ten', 'ter', 'te', 'op', 'in', '''s', '’s', 'el', 'al', 'la', 'le', 'du', 'von',
    'bin', 'ben', 'da', 'dos', 'di']));

-- "Wie keek in mijn plan": lines about the asker's own plan, in the role of client. The name of
-- somebody who was refused shows only when the client knows them already; a name that the
-- functionaris kept back never. `van` and `voor` are lines: of the same person, and older than.
CREATE FUNCTION poort.wie_keek(wat text, welke bigint, van bigint, voor bigint, hoeveel int)
RETURNS TABLE (id bigint, op timestamptz, actie text, uitkomst smallint, zelf boolean,
  persoon bigint, naam text, rol text, organisatie bigint, organisatie_naam text,
  object_soort text, object_id text, onderdeel text, grond text, bron bigint,
  door_mij boolean, nood boolean, spoor text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp ROWS 50
AS $$
  WITH mij AS (
    SELECT c.id, c.uuid::text AS client, poort.wie() AS wie FROM public.netwerk_client c
    WHERE c.id = ANY (ARRAY(SELECT poort.eigen()))
  ), regels AS (
    SELECT r.*, mij.id AS plan, r.persoon = mij.wie::text AS zelf,
      nullif(r.persoon, '')::bigint AS wie, nullif(r.organisatie, '')::bigint AS waar,
      CASE WHEN r.grond ~ ':[0-9]{1,18}$' THEN split_part(r.grond, ':', 2)::bigint END AS bron
    FROM mij CROSS JOIN LATERAL (
      SELECT r.* FROM logboek.regel r
      WHERE r.client = mij.client
        AND CASE wat
          WHEN 'zelf' THEN r.persoon = mij.wie::text
          WHEN 'nood' THEN r.nood
          WHEN 'geweigerd' THEN r.uitkomst <> 0 AND r.persoon <> mij.wie::text
          WHEN 'alles' THEN true
          ELSE r.persoon <> mij.wie::text END
        AND (welke IS NULL OR r.id = welke)
        AND NOT ((r.nood OR r.uitkomst <> 0 OR r.object_soort = 'naamafscherming')
          AND logboek.nog_niet_vertellen(mij.id, r))
        AND (van IS NULL OR (r.persoon, r.rol, r.organisatie) = (
          SELECT v.persoon, v.rol, v.organisatie FROM logboek.regel v
          WHERE v.id = van AND v.client = mij.client))
        AND (r.op, r.id) < (  -- a line of somebody else is older than nothing
          CASE WHEN voor IS NULL THEN 'infinity'::timestamptz ELSE (
            SELECT v.op FROM logboek.regel v WHERE v.id = voor AND v.client = mij.client)
          END, coalesce(voor, 0))
      ORDER BY r.op DESC, r.id DESC LIMIT least(hoeveel, 500)) r
  ), bekend AS (
    SELECT s.*, NOT EXISTS (
        SELECT FROM public.netwerk_naamafscherming a
        WHERE a.client_id = s.plan AND a.gebruiker_id = s.wie
          AND a.organisatie_id = s.waar AND a.ingetrokken_op IS NULL)
      AND (s.zelf OR s.uitkomst = 0 OR EXISTS (
        SELECT FROM public.netwerk_betrokkenheid b
        WHERE b.client_id = s.plan AND b.gebruiker_id = s.wie)) AS genoemd
    FROM regels s
  )
  SELECT b.id, b.op, b.actie::text, b.uitkomst, b.zelf,
    CASE WHEN b.genoemd THEN b.wie END,
    CASE WHEN b.genoemd THEN coalesce(g.naam, '') ELSE '' END::text, b.rol, b.waar,
    coalesce(o.naam, '')::text, b.object_soort, b.object_id, b.onderdeel,
    split_part(b.grond, ':', 1), b.bron,
    b.grond LIKE 'toestemming:%' AND EXISTS (
      SELECT FROM public.netwerk_toestemming t
      WHERE t.id = b.bron AND t.client_id = b.plan AND t.gegeven_door_id = poort.wie()),
    b.nood, b.spoor
  FROM bekend b
  LEFT JOIN public.toegang_gebruiker g ON g.id = b.wie
  LEFT JOIN public.toegang_organisatie o ON o.id = b.waar
  ORDER BY b.op DESC, b.id DESC
$$;

-- What people of the functionaris' organisation did, newest first. A client is a code; there
-- are no words of a plan in the log, and no name of a client here.
CREATE FUNCTION poort.organisatielog(vanaf timestamptz, tot timestamptz, alleen_client boolean,
  wie bigint, code text, welke bigint, voor bigint, hoeveel int)
RETURNS TABLE (id bigint, op timestamptz, actie text, uitkomst smallint, persoon bigint,
  naam text, rol text, client text, namens text, oogmerk text, object_soort text,
  object_id text, onderdeel text, grond text, nood boolean, van text, ingelogd_met text,
  spoor text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp ROWS 50
AS $$
  SELECT r.id, r.op, r.actie::text, r.uitkomst, nullif(r.persoon, '')::bigint,
    coalesce(g.naam, '')::text, r.rol, r.code, poort.clientcode(r.organisatie, r.namens),
    r.oogmerk, r.object_soort,
    CASE WHEN r.client = '' THEN r.object_id
      ELSE replace(r.object_id, r.client, r.code) END,
    r.onderdeel, split_part(r.grond, ':', 1), r.nood, r.vanaf, r.ingelogd_met, r.spoor
  FROM (
    SELECT r.*, poort.clientcode(r.organisatie, r.client) AS code
    FROM logboek.regel r
    WHERE welke IS NOT NULL AND r.id = welke  -- apart: else the whole log would be read for it
      AND r.organisatie = ANY (ARRAY(SELECT f::text FROM poort.functionaris_van() f))
    UNION ALL
    SELECT m.* FROM (
      SELECT r.*, poort.clientcode(r.organisatie, r.client) AS code
      FROM logboek.regel r
      WHERE welke IS NULL
        AND r.organisatie = (SELECT f::text FROM poort.functionaris_van() f)
        AND r.op >= organisatielog.vanaf
        AND (r.op, r.id) < (
          CASE WHEN voor IS NULL THEN organisatielog.tot ELSE (
            SELECT v.op FROM logboek.regel v WHERE v.id = voor AND v.organisatie = (
              SELECT f::text FROM poort.functionaris_van() f)) END, coalesce(voor, 0))
        AND (NOT alleen_client OR r.client <> '')
        AND (organisatielog.wie IS NULL OR r.persoon = organisatielog.wie::text)
        AND (organisatielog.code = ''
          OR poort.clientcode(r.organisatie, r.client) = organisatielog.code)
      ORDER BY r.op DESC, r.id DESC LIMIT hoeveel) m
  ) r
  LEFT JOIN public.toegang_gebruiker g ON g.id = nullif(r.persoon, '')::bigint
  ORDER BY r.op DESC, r.id DESC
$$;

-- What in these lines is a reason to look: one row per kind, person and, where it is about one
-- client, code. Names of clients are compared here and go nowhere.
CREATE FUNCTION poort.signalen(vanaf timestamptz, tot timestamptz, zone text, veel int)
RETURNS TABLE (soort text, persoon bigint, naam text, rol text, client text, dag date,
  aantal bigint, eerste timestamptz, laatste timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp ROWS 50
AS $$
  WITH regels AS (
    SELECT r.id, r.op, r.persoon::bigint AS wie, r.rol, r.nood, r.organisatie,
      poort.clientcode(r.organisatie, r.client) AS code, c.gebruiker_id AS eigenaar,
      (r.op AT TIME ZONE zone)::date AS dag,
      extract(hour FROM r.op AT TIME ZONE zone) AS uur
    FROM logboek.regel r
    JOIN public.netwerk_client c
      ON c.uuid = CASE WHEN r.client ~ '^[0-9a-f-]{36}$' THEN r.client::uuid END
    WHERE r.organisatie = ANY (ARRAY(SELECT f::text FROM poort.functionaris_van() f))
      AND r.op >= signalen.vanaf AND r.op < signalen.tot
      AND r.client <> '' AND r.persoon <> '' AND r.uitkomst = 0
      AND c.gebruiker_id::text <> r.persoon
  ), gezien AS (
    SELECT 'achternaam' AS soort, s.wie, s.rol, s.code, NULL::date AS dag, s.op
    FROM regels s
    JOIN public.toegang_gebruiker g ON g.id = s.wie
    JOIN public.toegang_gebruiker e ON e.id = s.eigenaar
    WHERE poort.achternamen(g.naam) && poort.achternamen(e.naam)
    UNION ALL
    SELECT 'collega', s.wie, s.rol, s.code, NULL, s.op FROM regels s
    WHERE EXISTS (SELECT FROM public.toegang_rol r
      WHERE r.gebruiker_id = s.eigenaar AND r.organisatie_id::text = s.organisatie
        AND r.van <= s.dag AND (r.tot IS NULL OR s.dag <= r.tot))
    UNION ALL
    SELECT 'nacht', s.wie, s.rol, '', NULL, s.op FROM regels s
    WHERE s.uur >= 23 OR s.uur < 6
    UNION ALL
    SELECT 'nood', s.wie, s.rol, s.code, NULL, s.op FROM regels s WHERE s.nood
    UNION ALL
    SELECT 'veel', s.wie, s.rol, '', s.dag, s.op FROM regels s
    JOIN (SELECT v.wie, v.dag FROM regels v GROUP BY v.wie, v.dag
          HAVING count(DISTINCT v.code) >= veel) d USING (wie, dag)
  )
  SELECT s.soort, s.wie, g.naam::text, min(s.rol), s.code, s.dag, count(*), min(s.op), max(s.op)
  FROM gezien s JOIN public.toegang_gebruiker g ON g.id = s.wie
  GROUP BY s.soort, s.wie, g.naam, s.code, s.dag
$$;

-- A line about a question, by who has to answer it: read, or answered. Returns where the client
-- hears that there is an answer; no row: it is not for who asks.
CREATE FUNCTION poort.over_vraag(welke uuid, wat "char")
RETURNS TABLE (email text, regio text)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp ROWS 1
AS $$
DECLARE gevonden record;
BEGIN
  SELECT c.uuid AS client, r.slug::text AS slug, g.email::text AS mail INTO gevonden
  FROM public.netwerk_logvraag v
  JOIN public.netwerk_client c ON c.id = v.client_id
  JOIN public.toegang_regio r ON r.id = c.regio_id
  JOIN public.toegang_gebruiker g ON g.id = c.gebruiker_id
  WHERE v.uuid = welke
    AND v.organisatie_id = ANY (ARRAY(SELECT poort.functionaris_van()));
  IF NOT FOUND THEN RETURN; END IF;
  PERFORM logboek.schrijf(gevonden.slug, wat, 0, gevonden.client::text, 'logvraag',
    welke::text, '', 'functionaris');
  email := gevonden.mail; regio := gevonden.slug;
  RETURN NEXT;
END $$;

-- The functionaris decides that the client of this line does not see the name of who acted.
-- True: it is so (now, or already). The decision is a line itself, in the client's own log too.
CREATE FUNCTION poort.scherm_af(welke bigint, waarom text, nieuw uuid) RETURNS boolean
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
  WHERE r.id = welke AND r.persoon <> ''
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
-- Names that are kept back now, for who decided it.
CREATE FUNCTION poort.afschermingen()
RETURNS TABLE (uuid uuid, naam text, client text, reden text, besloten_op timestamptz,
  door text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp ROWS 5
AS $$
  SELECT a.uuid, g.naam::text, poort.clientcode(a.organisatie_id::text, c.uuid::text),
    a.reden::text, a.besloten_op, d.naam::text
  FROM public.netwerk_naamafscherming a
  JOIN public.netwerk_client c ON c.id = a.client_id
  JOIN public.toegang_gebruiker g ON g.id = a.gebruiker_id
  JOIN public.toegang_gebruiker d ON d.id = a.besloten_door_id
  WHERE a.organisatie_id = ANY (ARRAY(SELECT poort.functionaris_van()))
    AND a.ingetrokken_op IS NULL
  ORDER BY a.besloten_op DESC
$$;
RESET ROLE;
-- The name shows again. True: it was kept back by the organisation of who asks.
GRANT UPDATE (ingetrokken_op, ingetrokken_door_id) ON netwerk_naamafscherming TO nk_poort;
CREATE POLICY poort_einde ON netwerk_naamafscherming FOR UPDATE TO nk_poort USING (true);
SET LOCAL ROLE nk_poort;
CREATE FUNCTION poort.toon_weer(welke uuid) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE gevonden record;
BEGIN
  UPDATE public.netwerk_naamafscherming a
  SET ingetrokken_op = poort.nu(), ingetrokken_door_id = poort.wie()
  FROM public.netwerk_client c JOIN public.toegang_regio r ON r.id = c.regio_id
  WHERE a.uuid = welke AND c.id = a.client_id AND a.ingetrokken_op IS NULL
    AND a.organisatie_id = ANY (ARRAY(SELECT poort.functionaris_van()))
  RETURNING c.uuid AS client, r.slug::text AS slug INTO gevonden;
  IF NOT FOUND THEN RETURN false; END IF;
  PERFORM logboek.schrijf(gevonden.slug, 'D', 0, gevonden.client::text, 'naamafscherming',
    welke::text, '', 'functionaris');
  RETURN true;
END $$;
RESET ROLE;
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA poort FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA poort TO nk_web, nk_worker, nk_poort;

-- A question is asked by the client and stays as it was asked; the answer is given once, by a
-- functionaris of the organisation, in their own name.
REVOKE UPDATE, DELETE ON netwerk_logvraag, netwerk_vraagsleutel FROM nk_web, nk_worker;
DROP POLICY wijzigen ON netwerk_logvraag;
DROP POLICY wijzigen ON netwerk_vraagsleutel;
DROP POLICY toevoegen ON netwerk_logvraag;
CREATE POLICY toevoegen ON netwerk_logvraag FOR INSERT TO nk_web, nk_worker
  WITH CHECK (client_id = ANY (ARRAY(SELECT poort.eigen())) AND beantwoord_op IS NULL);
CREATE POLICY functionaris ON netwerk_logvraag FOR SELECT TO nk_web
  USING (organisatie_id = ANY (ARRAY(SELECT poort.functionaris_van())));
GRANT UPDATE (antwoord_box, beantwoord_op, beantwoord_door_id) ON netwerk_logvraag TO nk_web;
CREATE POLICY antwoorden ON netwerk_logvraag FOR UPDATE TO nk_web
  USING (organisatie_id = ANY (ARRAY(SELECT poort.functionaris_van()))
    AND beantwoord_op IS NULL)
  WITH CHECK (organisatie_id = ANY (ARRAY(SELECT poort.functionaris_van()))
    AND beantwoord_door_id = (SELECT poort.wie()));
CREATE POLICY functionaris ON netwerk_vraagsleutel FOR SELECT TO nk_web
  USING (vraag_id = ANY (ARRAY(SELECT v.id FROM netwerk_logvraag v)));
-- turning the ring reads keys, and no table with words
CREATE POLICY sleutels_lezen ON netwerk_vraagsleutel FOR SELECT TO nk_worker
  USING ((SELECT poort.taak()) = 'sleutels_draaien');
CREATE POLICY sleutels_draaien ON netwerk_vraagsleutel FOR UPDATE TO nk_worker
  USING ((SELECT poort.taak()) = 'sleutels_draaien');
GRANT UPDATE (naam, box) ON netwerk_vraagsleutel TO nk_worker;
-- A name that is kept back: not even the client's own process reads whose it is.
REVOKE ALL ON netwerk_naamafscherming FROM nk_web, nk_worker;

-- Which signals were looked at.
ALTER TABLE netwerk_signaalgezien ENABLE ROW LEVEL SECURITY;
ALTER TABLE netwerk_signaalgezien FORCE ROW LEVEL SECURITY;
CALL poort.onderhoud('netwerk_signaalgezien');
CREATE POLICY lezen ON netwerk_signaalgezien FOR SELECT TO nk_web
  USING (organisatie_id = ANY (ARRAY(SELECT poort.functionaris_van())));
CREATE POLICY toevoegen ON netwerk_signaalgezien FOR INSERT TO nk_web
  WITH CHECK (organisatie_id = ANY (ARRAY(SELECT poort.functionaris_van()))
    AND gezien_door_id = (SELECT poort.wie()));
REVOKE UPDATE, DELETE ON netwerk_signaalgezien FROM nk_web, nk_worker;
