-- Emergency access (T5). One function opens: it asks who, for which organisation, how fresh the
-- second step is, on which ground and with which reason, looks what the client chose, and in one
-- statement adds the row, the message to the client and the line in the log. It answers with a
-- row, or with none: that there is no such client, and that this one chose nothing, are the same.

-- The client sees it from when it may be told.
DROP POLICY lezen ON netwerk_noodtoegang;
CREATE POLICY lezen ON netwerk_noodtoegang FOR SELECT TO nk_web, nk_worker
  USING (client_id = ANY (ARRAY(SELECT poort.eigen()))
    AND (vertel_op IS NULL OR vertel_op <= (SELECT poort.nu())));
REVOKE INSERT ON netwerk_noodtoegang FROM nk_web, nk_worker;
CREATE POLICY poort_openen ON netwerk_noodtoegang FOR INSERT TO nk_poort WITH CHECK (true);
CREATE POLICY poort_verslag ON netwerk_noodtoegang FOR UPDATE TO nk_poort USING (true);
CREATE POLICY sleutels_lezen ON netwerk_noodtoegang FOR SELECT TO nk_worker
  USING ((SELECT poort.taak()) = 'sleutels_draaien');
CREATE POLICY sleutels_draaien ON netwerk_noodtoegang FOR UPDATE TO nk_worker
  USING ((SELECT poort.taak()) = 'sleutels_draaien');
GRANT UPDATE (sleutel_naam, sleutel_box) ON netwerk_noodtoegang TO nk_worker;

-- What was said of it: added by a function, read by whoever sees the opening itself.
ALTER TABLE netwerk_noodoordeel ENABLE ROW LEVEL SECURITY;
ALTER TABLE netwerk_noodoordeel FORCE ROW LEVEL SECURITY;
CREATE POLICY bij_noodtoegang ON netwerk_noodoordeel FOR SELECT TO nk_web, nk_worker
  USING (noodtoegang_id IN (SELECT n.id FROM netwerk_noodtoegang n));
CREATE POLICY poort ON netwerk_noodoordeel FOR SELECT TO nk_poort USING (true);
CREATE POLICY poort_oordelen ON netwerk_noodoordeel FOR INSERT TO nk_poort WITH CHECK (true);
CALL poort.onderhoud('netwerk_noodoordeel');
REVOKE INSERT, UPDATE, DELETE ON netwerk_noodoordeel FROM nk_web, nk_worker;

GRANT CREATE ON SCHEMA logboek TO nk_poort;  -- until the end of this file
GRANT SELECT (id, soort, regio_id, gestopt_op) ON toegang_organisatie TO nk_poort;
GRANT SELECT ON netwerk_noodkeuze TO nk_poort;
CREATE POLICY poort ON netwerk_noodkeuze FOR SELECT TO nk_poort USING (true);
GRANT SELECT (uuid, vertel_op, verslag_op) ON netwerk_noodtoegang TO nk_poort;
GRANT INSERT (uuid, client_id, gebruiker_id, organisatie_id, grond, reden_box, onderdelen,
  begonnen_op, tot, vertel_op, later_reden_box, verslag_box, sleutel_naam, sleutel_box)
  ON netwerk_noodtoegang TO nk_poort;
GRANT UPDATE (verslag_box, verslag_op) ON netwerk_noodtoegang TO nk_poort;
GRANT SELECT (id, uuid, noodtoegang_id, oordeel) ON netwerk_noodoordeel TO nk_poort;
GRANT INSERT (uuid, noodtoegang_id, oordeel, uitleg_box, door_id, op)
  ON netwerk_noodoordeel TO nk_poort;
GRANT INSERT (uuid, gebruiker_id, rol, soort, woorden_box, sleutel_naam, sleutel_box, link,
  gemaakt_op, zichtbaar_vanaf) ON berichten_postbericht TO nk_poort;
CREATE POLICY poort_achterlaten ON berichten_postbericht FOR INSERT TO nk_poort
  WITH CHECK (true);

SET LOCAL ROLE nk_poort;
-- As in poort_enger.sql, and: looking through the eyes of somebody the client does not see an
-- emergency that they may be told of later only.
CREATE OR REPLACE FUNCTION poort.rechten(p bigint, d date, als text, voor text)
RETURNS TABLE (client_id bigint, onderdeel text, recht smallint, grond text, bron bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp ROWS 100
AS $$
  WITH wie AS (  -- who asks about oneself does so in the role one works in
    SELECT g.id, g.id = poort.persoon() AS zelf
    FROM public.toegang_gebruiker g
    WHERE g.id = p AND g.is_active AND EXISTS (
      SELECT FROM public.toegang_gebruiker v WHERE v.id = poort.persoon() AND v.is_active)
      AND (p <> poort.persoon() OR (als = poort.rol() AND voor = poort.organisatie()))
  ), eigen AS (  -- the asker's own plan, in the role of client
    SELECT c.id, coalesce(d > c.gesloten_op, false) AS gesloten
    FROM public.netwerk_client c
    WHERE c.gebruiker_id = poort.persoon() AND poort.rol() = 'client'
  ), hoedanigheid AS (  -- capacities that hold, on that day and in that role
    SELECT b.id, b.client_id, b.gebruiker_id, b.rol, b.behandelt, b.vertegenwoordigt,
      b.zaken, c.geboren_op, c.gebruiker_id AS eigenaar
    FROM wie JOIN public.netwerk_betrokkenheid b ON b.gebruiker_id = wie.id
    JOIN public.netwerk_client c ON c.id = b.client_id AND c.gebruiker_id <> wie.id
      AND (c.gesloten_op IS NULL OR d <= c.gesloten_op)
    WHERE (wie.zelf OR b.client_id IN (SELECT eigen.id FROM eigen))
      AND b.van <= d AND (b.tot IS NULL OR d <= b.tot)
      AND b.rol = als AND coalesce(b.organisatie_id::text, '') = voor
      AND (b.organisatie_id IS NULL OR EXISTS (
        SELECT FROM public.toegang_rol r
        WHERE r.gebruiker_id = wie.id AND r.soort = b.rol
          AND r.organisatie_id = b.organisatie_id
          AND r.van <= d AND (r.tot IS NULL OR d <= r.tot)))
  ), woord AS (  -- what was said and covers the day, by the client or for them
    SELECT t.betrokkenheid_id, t.onderdeel, t.recht, t.id,
      t.gegeven_door_id = h.eigenaar AS eigen
    FROM hoedanigheid h
    JOIN public.netwerk_toestemming t ON t.betrokkenheid_id = h.id
    WHERE t.van <= d AND (t.tot IS NULL OR d <= t.tot)
      AND t.gegeven_door_id <> h.gebruiker_id
  ), eigen_woord AS (
    SELECT DISTINCT ON (w.betrokkenheid_id, w.onderdeel)
      w.betrokkenheid_id, w.onderdeel, w.recht
    FROM woord w WHERE w.eigen
    ORDER BY w.betrokkenheid_id, w.onderdeel, w.id DESC
  ), gezegd AS (  -- the last added; nobody else's where the client's own last word is a no
    SELECT DISTINCT ON (w.betrokkenheid_id, w.onderdeel)
      w.betrokkenheid_id, w.onderdeel, w.recht, w.id
    FROM woord w
    WHERE w.eigen OR NOT EXISTS (
      SELECT FROM eigen_woord e WHERE e.betrokkenheid_id = w.betrokkenheid_id
        AND e.onderdeel = w.onderdeel AND e.recht = 0)
    ORDER BY w.betrokkenheid_id, w.onderdeel, w.id DESC
  ), gronden AS (
    SELECT eigen.id AS client_id, o.naam,
      (CASE WHEN eigen.gesloten THEN 1 ELSE 4 END)::smallint AS recht, 'eigen plan' AS grond,
      eigen.id AS bron, 0 AS volgorde
    FROM wie CROSS JOIN eigen CROSS JOIN poort.onderdeel o WHERE wie.zelf
    UNION ALL
    SELECT h.client_id, o.naam,
      least(z.recht, CASE h.rol WHEN 'naaste' THEN 3 ELSE 2 END)::smallint,
      'toestemming', z.id, 1
    FROM hoedanigheid h JOIN gezegd z ON z.betrokkenheid_id = h.id
    JOIN poort.onderdeel o ON o.naam = z.onderdeel AND o.deelbaar
    UNION ALL
    SELECT h.client_id, o.naam, o.behandeling, 'behandeling', h.id, 2
    FROM hoedanigheid h CROSS JOIN poort.onderdeel o
    WHERE h.behandelt AND h.rol = 'professional' AND o.deelbaar AND NOT EXISTS (
      SELECT FROM gezegd z WHERE z.betrokkenheid_id = h.id AND z.onderdeel = o.naam)
    UNION ALL
    SELECT h.client_id, o.naam, 4, 'vertegenwoordiging', h.id, 3
    FROM hoedanigheid h JOIN poort.onderdeel o ON o.naam = ANY (h.zaken) AND o.deelbaar
    WHERE h.vertegenwoordigt <> ''
      AND NOT (h.vertegenwoordigt = 'ouder' AND d >= poort.verjaardag(h.geboren_op, 18))
      AND NOT EXISTS (SELECT FROM gezegd z WHERE z.betrokkenheid_id = h.id
        AND z.onderdeel = o.naam AND z.recht = 0)
    UNION ALL
    SELECT n.client_id, o.naam, 1, 'noodtoegang', n.id, 4
    FROM wie JOIN public.netwerk_noodtoegang n ON n.gebruiker_id = wie.id
    JOIN public.netwerk_client c ON c.id = n.client_id AND c.gebruiker_id <> wie.id
      AND (c.gesloten_op IS NULL OR d <= c.gesloten_op)
    JOIN poort.onderdeel o ON o.naam = ANY (n.onderdelen) AND o.nood
    WHERE (wie.zelf OR (n.client_id IN (SELECT eigen.id FROM eigen)
        AND (n.vertel_op IS NULL OR n.vertel_op <= poort.nu())))
      AND als = 'professional' AND n.organisatie_id::text = voor
      AND n.begonnen_op <= poort.nu()
      AND poort.nu() < least(n.tot, coalesce(n.beeindigd_op, n.tot))
      AND EXISTS (
        SELECT FROM public.toegang_rol r
        WHERE r.gebruiker_id = wie.id AND r.soort = 'professional'
          AND r.organisatie_id = n.organisatie_id
          AND r.van <= d AND (r.tot IS NULL OR d <= r.tot))
  )
  SELECT DISTINCT ON (g.client_id, g.naam) g.client_id, g.naam, g.recht, g.grond, g.bron
  FROM gronden g WHERE g.recht > 0
  ORDER BY g.client_id, g.naam, g.recht DESC, g.volgorde, g.bron
$$;

-- As in spoor.sql: the lines of an emergency of which the client hears on a later day, whoever
-- they are of (a functionaris looks at it meanwhile, and may keep a name back); and what was
-- refused to who opened, from the tries just before it on.
CREATE OR REPLACE FUNCTION logboek.nog_niet_vertellen(plan bigint, regel logboek.regel)
RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  SELECT EXISTS (SELECT FROM public.netwerk_noodtoegang n
    WHERE n.client_id = plan AND n.vertel_op > poort.nu() AND (
      regel.grond = 'noodtoegang:' || n.id
      OR (regel.persoon = n.gebruiker_id::text AND (regel.nood OR regel.uitkomst <> 0)
        AND regel.op >= n.begonnen_op - interval '1 day')
      OR (regel.object_soort = 'naamafscherming' AND regel.op >= n.begonnen_op AND EXISTS (
        SELECT FROM public.netwerk_naamafscherming a
        WHERE a.uuid::text = regel.object_id AND a.gebruiker_id = n.gebruiker_id))))
$$;

-- A name as it is compared: capitals and spaces do not count, nothing else is guessed.
CREATE FUNCTION poort.naam_vlak(naam text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp
RETURN lower(regexp_replace(btrim(naam), '\s+', ' ', 'g'));

-- A box that holds words: nonce (12), mark (16), and some of them.
CREATE FUNCTION poort.zegt_iets(box bytea) RETURNS boolean
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp
RETURN coalesce(octet_length(box), 0) >= 12 + 16 + 10;

-- How the functionaris names whose plan was opened: as in the log.
CREATE FUNCTION poort.nood_codes() RETURNS TABLE (noodtoegang bigint, code text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp ROWS 50
AS $$
  SELECT n.id, poort.clientcode(n.organisatie_id::text, c.uuid::text)
  FROM public.netwerk_noodtoegang n JOIN public.netwerk_client c ON c.id = n.client_id
  WHERE n.organisatie_id = ANY (ARRAY(SELECT poort.functionaris_van()))
$$;

CREATE FUNCTION poort.nood_openen(naam text, geboren date, op_grond text, tweede_stap timestamptz,
  nieuw uuid, sleutelnaam text, sleutel bytea, reden bytea, vertel timestamptz, later bytea,
  bericht uuid, bericht_sleutelnaam text, bericht_sleutel bytea, bericht_woorden bytea,
  bericht_link text)
RETURNS TABLE (client uuid)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp ROWS 1
AS $$
DECLARE
  ik bigint := poort.wie();
  nu timestamptz := poort.nu();
  werk record; plan record; eerder record; delen text[]; rij bigint; gaat boolean := false;
BEGIN
  -- what who asks can know of themselves: said loudly
  SELECT o.id, o.soort, o.regio_id, g.slug INTO werk
    FROM public.toegang_rol r JOIN public.toegang_organisatie o ON o.id = r.organisatie_id
    JOIN public.toegang_regio g ON g.id = o.regio_id
    WHERE r.gebruiker_id = ik AND r.soort = 'professional' AND poort.rol() = 'professional'
      AND o.id::text = poort.organisatie()
      AND (o.gestopt_op IS NULL OR o.gestopt_op > poort.dag())
      AND r.van <= poort.dag() AND (r.tot IS NULL OR poort.dag() <= r.tot)
    LIMIT 1;
  IF werk.id IS NULL OR nu IS NULL THEN
    RAISE EXCEPTION 'alleen een professional, vandaag in dienst'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF tweede_stap IS NULL OR tweede_stap > nu + interval '5 seconds'
      OR tweede_stap < nu - interval '5 minutes' THEN
    RAISE EXCEPTION 'de tweede stap is niet vers' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF op_grond IS NULL OR op_grond NOT IN ('keuze', 'gesproken', 'vitaal')
      OR NOT poort.zegt_iets(reden) OR NOT poort.zegt_iets(bericht_woorden)
      OR (vertel IS NULL) <> (coalesce(octet_length(later), 0) = 0)
      OR (vertel IS NOT NULL AND NOT poort.zegt_iets(later))
      OR (vertel IS NOT NULL AND (vertel <= nu OR vertel > nu + interval '15 days')) THEN
    RAISE EXCEPTION 'grond, reden of moment ontbreekt'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  -- what is about somebody else: one answer for every no
  WITH gevonden AS (
    SELECT c.id, c.uuid, c.gebruiker_id
    FROM public.netwerk_client c JOIN public.toegang_gebruiker g ON g.id = c.gebruiker_id
    WHERE c.regio_id = werk.regio_id AND c.geboren_op = geboren
      AND poort.naam_vlak(g.naam) = poort.naam_vlak(nood_openen.naam)
      AND (c.gesloten_op IS NULL OR poort.dag() <= c.gesloten_op)
  )
  SELECT v.id, v.uuid, v.gebruiker_id, k.onderdelen, k.voor INTO plan
    FROM gevonden v LEFT JOIN LATERAL (
      SELECT k.onderdelen, k.voor FROM public.netwerk_noodkeuze k
      WHERE k.client_id = v.id ORDER BY k.id DESC LIMIT 1) k ON true
    WHERE (SELECT count(*) FROM gevonden) = 1;
  delen := ARRAY(SELECT o.naam FROM poort.onderdeel o
    WHERE o.nood AND o.naam = ANY (plan.onderdelen) ORDER BY o.naam);
  gaat := plan.id IS NOT NULL AND plan.gebruiker_id <> ik AND cardinality(delen) > 0
    AND coalesce(cardinality(plan.voor), 0) > 0
    AND (op_grond <> 'keuze'
      OR (werk.soort IN ('crisisdienst', 'huisartsenpost', 'hic') AND werk.soort = ANY (plan.voor))
      OR ('eigen_team' = ANY (plan.voor) AND EXISTS (
        SELECT FROM public.netwerk_betrokkenheid b JOIN public.toegang_rol r
          ON r.gebruiker_id = b.gebruiker_id AND r.organisatie_id = b.organisatie_id
          AND r.soort = 'professional'
        WHERE b.client_id = plan.id AND b.organisatie_id = werk.id
          AND b.behandelt AND b.rol = 'professional'
          AND b.van <= poort.dag() AND (b.tot IS NULL OR poort.dag() <= b.tot)
          AND r.van <= poort.dag() AND (r.tot IS NULL OR poort.dag() <= r.tot))));
  SELECT n.id, n.client_id, n.gebruiker_id INTO eerder
    FROM public.netwerk_noodtoegang n WHERE n.uuid = nieuw;
  IF eerder.id IS NOT NULL THEN  -- sent twice, opened once
    IF gaat AND eerder.client_id = plan.id AND eerder.gebruiker_id = ik THEN
      client := plan.uuid;
      RETURN NEXT;
    END IF;
    RETURN;
  END IF;
  IF gaat THEN
    INSERT INTO public.netwerk_noodtoegang (uuid, client_id, gebruiker_id, organisatie_id, grond,
      reden_box, onderdelen, begonnen_op, tot, vertel_op, later_reden_box, verslag_box,
      sleutel_naam, sleutel_box)
    VALUES (nieuw, plan.id, ik, werk.id, op_grond, reden, delen, nu, nu + interval '60 minutes',
      vertel, coalesce(later, ''), '', sleutelnaam, sleutel)
    RETURNING id INTO rij;
    INSERT INTO public.berichten_postbericht (uuid, gebruiker_id, rol, soort, woorden_box,
      sleutel_naam, sleutel_box, link, gemaakt_op, zichtbaar_vanaf)
    VALUES (bericht, plan.gebruiker_id, 'client', 'noodtoegang', bericht_woorden,
      bericht_sleutelnaam, bericht_sleutel, bericht_link, nu, coalesce(vertel, nu));
    client := plan.uuid;
    RETURN NEXT;
  END IF;
  PERFORM logboek.schrijf(werk.slug, 'E'::"char", CASE WHEN gaat THEN 0 ELSE 4 END,
    coalesce(plan.uuid::text, ''), 'noodtoegang', nieuw::text, '',
    CASE WHEN gaat THEN 'noodtoegang:' || rij ELSE '' END, true);
END $$;

-- What was done, in the words of who opened: once.
CREATE FUNCTION poort.nood_verslag(welke uuid, woorden bytea) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE gedaan record;
BEGIN
  UPDATE public.netwerk_noodtoegang n SET verslag_box = woorden, verslag_op = poort.nu()
    FROM public.netwerk_client c, public.toegang_regio g
    WHERE n.uuid = welke AND n.gebruiker_id = poort.wie() AND poort.rol() = 'professional'
      AND n.organisatie_id::text = poort.organisatie() AND n.verslag_op IS NULL
      AND octet_length(woorden) > 28 AND c.id = n.client_id AND g.id = c.regio_id
    RETURNING n.id, c.uuid AS client, g.slug INTO gedaan;
  IF gedaan.id IS NULL THEN RETURN false; END IF;
  PERFORM logboek.schrijf(gedaan.slug, 'U'::"char", 0, gedaan.client::text, 'noodverslag',
    welke::text, '', 'noodtoegang:' || gedaan.id, true);
  RETURN true;
END $$;

-- The functionaris of the organisation says what they think of it, never of their own; the
-- client hears it (of a question: who opened). Said twice, added once.
CREATE FUNCTION poort.nood_oordelen(welke uuid, nieuw uuid, wat text, uitleg bytea,
  bericht uuid, bericht_sleutelnaam text, bericht_sleutel bytea, bericht_woorden bytea,
  bericht_link text) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE over record; nu timestamptz := poort.nu();
BEGIN
  -- two at once, a form that is sent twice: the second waits, and finds what the first said
  PERFORM FROM public.netwerk_noodtoegang n WHERE n.uuid = welke FOR UPDATE;
  SELECT n.id, n.gebruiker_id, n.vertel_op, c.uuid AS client, c.gebruiker_id AS eigenaar, g.slug
    INTO over
    FROM public.netwerk_noodtoegang n JOIN public.netwerk_client c ON c.id = n.client_id
    JOIN public.toegang_regio g ON g.id = c.regio_id
    WHERE n.uuid = welke AND n.organisatie_id IN (SELECT poort.functionaris_van())
      AND n.gebruiker_id <> poort.wie()
      AND NOT EXISTS (SELECT FROM public.netwerk_noodoordeel o
        WHERE o.noodtoegang_id = n.id AND o.oordeel IN ('terecht', 'niet_terecht'));
  IF over.id IS NULL OR wat NOT IN ('terecht', 'niet_terecht', 'vraag')
      OR octet_length(uitleg) <= 28 THEN
    RETURN false;
  END IF;
  IF EXISTS (SELECT FROM public.netwerk_noodoordeel o WHERE o.uuid = nieuw) THEN
    RETURN true;
  END IF;
  INSERT INTO public.netwerk_noodoordeel (uuid, noodtoegang_id, oordeel, uitleg_box, door_id, op)
    VALUES (nieuw, over.id, wat, uitleg, poort.wie(), nu);
  INSERT INTO public.berichten_postbericht (uuid, gebruiker_id, rol, soort, woorden_box,
    sleutel_naam, sleutel_box, link, gemaakt_op, zichtbaar_vanaf)
  VALUES (bericht,
    CASE wat WHEN 'vraag' THEN over.gebruiker_id ELSE over.eigenaar END,
    CASE wat WHEN 'vraag' THEN 'professional' ELSE 'client' END,
    CASE wat WHEN 'vraag' THEN 'vraag' ELSE 'nagekeken' END, bericht_woorden,
    bericht_sleutelnaam, bericht_sleutel, bericht_link, nu,
    CASE wat WHEN 'vraag' THEN nu ELSE greatest(nu, over.vertel_op) END);
  PERFORM logboek.schrijf(over.slug, 'U'::"char", 0, over.client::text, 'noodoordeel',
    nieuw::text, '', 'noodtoegang:' || over.id, true);
  RETURN true;
END $$;

-- Whether the asker ever had this plan open in an emergency: for a page that says it is over.
CREATE FUNCTION poort.nood_voorbij(welk uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  SELECT EXISTS (
    SELECT FROM public.netwerk_noodtoegang n JOIN public.netwerk_client c ON c.id = n.client_id
    WHERE c.uuid = welk AND n.gebruiker_id = poort.wie() AND poort.rol() = 'professional'
      AND n.organisatie_id::text = poort.organisatie())
$$;
RESET ROLE;
REVOKE CREATE ON SCHEMA logboek FROM nk_poort;
CREATE POLICY nakijken ON netwerk_noodtoegang FOR SELECT TO nk_web, nk_worker
  USING (organisatie_id = ANY (ARRAY(SELECT poort.functionaris_van())));
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA poort FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA poort TO nk_web, nk_worker, nk_poort;
