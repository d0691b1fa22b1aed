-- Who acts for a client (T1, T4): rows of their own, added and never changed; of one person the
-- last row counts, and one without matters ends it. The client adds them, or somebody who treats
-- the client by name and saw the paper; who acts can lay it down.
ALTER TABLE netwerk_bevoegdheid ADD CONSTRAINT bevoegdheid_of_its_client
  FOREIGN KEY (betrokkenheid_id, client_id)
  REFERENCES netwerk_betrokkenheid (id, client_id) DEFERRABLE INITIALLY DEFERRED;
CALL poort.beveilig('netwerk_bevoegdheid', 'client_id', 'poort.eigen()', 'poort.eigen()');
DROP POLICY toevoegen ON netwerk_bevoegdheid;
CREATE POLICY toevoegen ON netwerk_bevoegdheid FOR INSERT TO nk_web, nk_worker
  WITH CHECK (client_id = ANY (ARRAY(SELECT poort.eigen()))
    AND gegeven_door_id = (SELECT poort.wie()) AND organisatie_id IS NULL
    AND van >= (SELECT poort.dag()));
CREATE POLICY van_mij ON netwerk_bevoegdheid FOR SELECT TO nk_web, nk_worker
  USING (betrokkenheid_id = ANY (ARRAY(SELECT b.id FROM netwerk_betrokkenheid b
    WHERE b.gebruiker_id = (SELECT poort.wie()))));
CREATE POLICY neerleggen ON netwerk_bevoegdheid FOR INSERT TO nk_web, nk_worker
  WITH CHECK (betrokkenheid_id = ANY (ARRAY(SELECT b.id FROM netwerk_betrokkenheid b
      WHERE b.gebruiker_id = (SELECT poort.wie())))
    AND gegeven_door_id = (SELECT poort.wie()) AND organisatie_id IS NULL AND zaken = '{}'
    AND van >= (SELECT poort.dag()));
REVOKE INSERT, UPDATE, DELETE ON netwerk_bevoegdheid FROM nk_web, nk_worker;
GRANT INSERT (uuid, client_id, betrokkenheid_id, soort, zaken, van, tot, stuk, stuk_van,
  organisatie_id, gegeven_op, gegeven_door_id) ON netwerk_bevoegdheid TO nk_web;
CREATE POLICY poort ON netwerk_bevoegdheid FOR SELECT TO nk_poort USING (true);
CREATE POLICY poort_vastleggen ON netwerk_bevoegdheid FOR INSERT TO nk_poort WITH CHECK (true);
GRANT SELECT ON netwerk_bevoegdheid TO nk_poort;
GRANT INSERT (uuid, client_id, betrokkenheid_id, soort, zaken, van, tot, stuk, stuk_van,
  organisatie_id, gegeven_op, gegeven_door_id) ON netwerk_bevoegdheid TO nk_poort;
CALL poort.vindbaar('netwerk_bevoegdheid');

-- What the functions below write: somebody comes to be involved, a letter is answered with being
-- let in, the client is asked once at eighteen.
CREATE POLICY poort_erbij ON netwerk_betrokkenheid FOR INSERT TO nk_poort WITH CHECK (true);
GRANT INSERT (uuid, client_id, gebruiker_id, rol, werkt, relatie_box, behandelt, van)
  ON netwerk_betrokkenheid TO nk_poort;
GRANT SELECT (gevraagd_door_id, organisatie_id, bevoegd)
  ON netwerk_naastenuitnodiging TO nk_poort;
GRANT UPDATE (toegelaten_op) ON netwerk_naastenuitnodiging TO nk_poort;
CREATE POLICY poort_voorleggen ON netwerk_client FOR UPDATE TO nk_poort
  USING ((SELECT poort.taak()) = 'achttien');
GRANT SELECT (voorgelegd_op, regio_id) ON netwerk_client TO nk_poort;
GRANT UPDATE (voorgelegd_op) ON netwerk_client TO nk_poort;

SET LOCAL ROLE nk_poort;
-- As in nood.sql, and: who acts for the client stands in rows of its own. In plpgsql, which plans
-- it once for a connection: a function in SQL is planned at every call, and that took longer than
-- looking.
CREATE OR REPLACE FUNCTION poort.rechten(p bigint, d date, als text, voor text)
RETURNS TABLE (client_id bigint, onderdeel text, recht smallint, grond text, bron bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp ROWS 100
AS $$
#variable_conflict use_column
BEGIN RETURN QUERY
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
    SELECT b.id, b.client_id, b.gebruiker_id, b.rol, b.behandelt, c.geboren_op,
      c.gebruiker_id AS eigenaar
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
  ), bevoegd AS (  -- who acts for the client: the last added row, whatever it says
    SELECT DISTINCT ON (v.betrokkenheid_id) v.betrokkenheid_id, v.id, v.soort, v.zaken,
      v.van, v.tot
    FROM hoedanigheid h JOIN public.netwerk_bevoegdheid v ON v.betrokkenheid_id = h.id
    ORDER BY v.betrokkenheid_id, v.id DESC
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
    SELECT h.client_id, o.naam, 4, 'vertegenwoordiging', v.id, 3
    FROM hoedanigheid h JOIN bevoegd v ON v.betrokkenheid_id = h.id
    JOIN poort.onderdeel o ON o.naam = ANY (v.zaken) AND o.deelbaar
    WHERE v.van <= d AND (v.tot IS NULL OR d <= v.tot)
      AND NOT (v.soort = 'ouder' AND d >= poort.verjaardag(h.geboren_op, 18))
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
  SELECT DISTINCT ON (g.client_id, g.naam)
    g.client_id, g.naam::text, g.recht::smallint, g.grond::text, g.bron::bigint
  FROM gronden g WHERE g.recht > 0
  ORDER BY g.client_id, g.naam, g.recht DESC, g.volgorde, g.bron;
END $$;
CREATE OR REPLACE FUNCTION poort.rechten(p bigint, d date)
RETURNS TABLE (client_id bigint, onderdeel text, recht smallint, grond text, bron bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp ROWS 100
AS $$ BEGIN
  RETURN QUERY SELECT * FROM poort.rechten(p, d, poort.rol(), poort.organisatie());
END $$;

-- Whose plan the asker works on as somebody who treats, by name, today, and is not shut out of.
CREATE FUNCTION poort.behandelt() RETURNS SETOF bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp ROWS 20
AS $$
  SELECT b.client_id FROM public.netwerk_betrokkenheid b
  WHERE b.gebruiker_id = poort.wie() AND b.rol = 'professional' AND b.behandelt
    AND b.rol = poort.rol() AND b.organisatie_id::text = poort.organisatie()
    AND b.van <= poort.dag() AND (b.tot IS NULL OR poort.dag() <= b.tot)
    AND b.client_id IN (SELECT r.client_id FROM poort.rechten(poort.persoon(), poort.dag()) r
      WHERE r.grond IN ('behandeling', 'toestemming'))
$$;

-- Who acts for the client, to who works with them: over the parts open to the asker, and no
-- others. `van_ons`: recorded for the organisation that the asker works for now.
CREATE FUNCTION poort.vertegenwoordigers(plan uuid)
RETURNS TABLE (uuid uuid, naam text, soort text, zaken text[], van date, tot date,
  stuk text, stuk_van date, van_ons boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp ROWS 3
AS $$
  WITH open AS (
    SELECT c.id, c.geboren_op, array_agg(r.onderdeel) AS delen
    FROM public.netwerk_client c
    JOIN poort.rechten(poort.persoon(), poort.dag()) r ON r.client_id = c.id
    WHERE c.uuid = plan AND c.gebruiker_id <> poort.wie() GROUP BY c.id, c.geboren_op
  ), laatste AS (
    SELECT DISTINCT ON (v.betrokkenheid_id) v.*, g.naam, o.delen, o.geboren_op
    FROM open o JOIN public.netwerk_bevoegdheid v ON v.client_id = o.id
    JOIN public.netwerk_betrokkenheid b ON b.id = v.betrokkenheid_id
      AND b.van <= poort.dag() AND (b.tot IS NULL OR poort.dag() <= b.tot)
    JOIN public.toegang_gebruiker g ON g.id = b.gebruiker_id AND g.is_active
    WHERE poort.rol() IN ('professional', 'ervaringsdeskundige')
    ORDER BY v.betrokkenheid_id, v.id DESC
  )
  SELECT l.uuid, l.naam::text, l.soort::text,
    ARRAY(SELECT z::text FROM unnest(l.zaken) z WHERE z = ANY (l.delen)), l.van, l.tot,
    l.stuk::text, l.stuk_van, l.organisatie_id IS NOT NULL
      AND l.organisatie_id::text = poort.organisatie()
      AND l.client_id IN (SELECT poort.behandelt())
  FROM laatste l
  WHERE l.zaken::text[] && l.delen AND (l.tot IS NULL OR poort.dag() <= l.tot)
    AND NOT (l.soort = 'ouder' AND poort.dag() >= poort.verjaardag(l.geboren_op, 18))
  ORDER BY l.naam, l.id
$$;

-- Who treats saw the paper and the person, who said yes to the letter: from now on they act for
-- the client. Said twice, done once.
CREATE FUNCTION poort.bevoegd_toelaten(welke uuid, persoon uuid, nieuw uuid) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE brief record; rij bigint;
BEGIN
  SELECT u.* INTO brief FROM (
      SELECT u.id, u.client_id, u.gebruiker_id, u.organisatie_id, u.bevoegd, u.toegelaten_op
      FROM public.netwerk_naastenuitnodiging u
      WHERE u.uuid = welke AND u.client_id IN (SELECT poort.behandelt())
        AND u.organisatie_id::text = poort.organisatie() AND u.ja_op IS NOT NULL
        AND u.ingetrokken_op IS NULL AND u.gebruiker_id <> poort.wie()
      FOR UPDATE) u;
  IF brief.id IS NULL THEN RETURN false; END IF;
  IF brief.toegelaten_op IS NOT NULL THEN RETURN true; END IF;
  IF (brief.bevoegd ->> 'tot')::date < poort.dag() THEN RETURN false; END IF;
  SELECT b.id INTO rij FROM public.netwerk_betrokkenheid b
    WHERE b.client_id = brief.client_id AND b.gebruiker_id = brief.gebruiker_id
      AND b.rol = 'naaste' AND b.van <= poort.dag()
      AND (b.tot IS NULL OR poort.dag() <= b.tot);
  IF rij IS NULL THEN
    INSERT INTO public.netwerk_betrokkenheid (uuid, client_id, gebruiker_id, rol, werkt,
      relatie_box, behandelt, van)
    VALUES (persoon, brief.client_id, brief.gebruiker_id, 'naaste', '', '', false, poort.dag())
    RETURNING id INTO rij;
  END IF;
  INSERT INTO public.netwerk_bevoegdheid (uuid, client_id, betrokkenheid_id, soort, zaken, van,
    tot, stuk, stuk_van, organisatie_id, gegeven_op, gegeven_door_id)
  VALUES (nieuw, brief.client_id, rij, brief.bevoegd ->> 'soort',
    ARRAY(SELECT jsonb_array_elements_text(brief.bevoegd -> 'zaken')),
    greatest((brief.bevoegd ->> 'van')::date, poort.dag()), (brief.bevoegd ->> 'tot')::date,
    brief.bevoegd ->> 'stuk', (brief.bevoegd ->> 'stuk_van')::date, brief.organisatie_id,
    poort.nu(), poort.wie());
  UPDATE public.netwerk_naastenuitnodiging u SET toegelaten_op = poort.nu()
    WHERE u.id = brief.id;
  RETURN true;
END $$;

-- The same organisation, which treats the client still, says anew for how long and about what;
-- without matters it ends. Only of the row that counts. Said twice, done once.
CREATE FUNCTION poort.bevoegd_wijzigen(welke uuid, nieuw uuid, zaken text[], van date, tot date,
  stuk text, stuk_van date) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE nu record;
BEGIN
  IF EXISTS (SELECT FROM public.netwerk_bevoegdheid v
      WHERE v.uuid = nieuw AND v.gegeven_door_id = poort.wie()) THEN
    RETURN true;
  END IF;
  SELECT v.client_id, v.betrokkenheid_id, v.soort, v.organisatie_id INTO nu
    FROM public.netwerk_bevoegdheid v JOIN public.netwerk_betrokkenheid b
      ON b.id = v.betrokkenheid_id
    WHERE v.uuid = welke AND v.client_id IN (SELECT poort.behandelt())
      AND v.organisatie_id::text = poort.organisatie() AND b.gebruiker_id <> poort.wie()
      AND NOT EXISTS (SELECT FROM public.netwerk_bevoegdheid w
        WHERE w.betrokkenheid_id = v.betrokkenheid_id AND w.id > v.id);
  IF nu.client_id IS NULL OR bevoegd_wijzigen.van < poort.dag() THEN RETURN false; END IF;
  INSERT INTO public.netwerk_bevoegdheid (uuid, client_id, betrokkenheid_id, soort, zaken, van,
    tot, stuk, stuk_van, organisatie_id, gegeven_op, gegeven_door_id)
  VALUES (nieuw, nu.client_id, nu.betrokkenheid_id, nu.soort, bevoegd_wijzigen.zaken,
    bevoegd_wijzigen.van, bevoegd_wijzigen.tot, bevoegd_wijzigen.stuk,
    bevoegd_wijzigen.stuk_van, nu.organisatie_id, poort.nu(), poort.wie());
  RETURN true;
END $$;

-- Somebody whose eighteenth birthday came, and for whom what a parent or voogd gave counts still:
-- one at a time and each once, for the job of each day. A month back, for days on which it did
-- not run.
CREATE FUNCTION poort.achttien_voorleggen()
RETURNS TABLE (client uuid, gebruiker bigint, regio text)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp ROWS 1
AS $$
  UPDATE public.netwerk_client c SET voorgelegd_op = poort.dag()
  FROM public.toegang_regio r
  WHERE r.id = c.regio_id AND c.voorgelegd_op IS NULL AND c.id = (SELECT c.id
    FROM public.netwerk_client c
    WHERE poort.taak() = 'achttien' AND c.voorgelegd_op IS NULL AND c.gesloten_op IS NULL
    AND c.geboren_op > (poort.dag() - interval '18 years 1 month')::date
    AND poort.verjaardag(c.geboren_op, 18) <= poort.dag()
    AND EXISTS (
      SELECT FROM public.netwerk_toestemming t
      WHERE t.client_id = c.id AND t.recht > 0 AND t.gegeven_door_id <> c.gebruiker_id
        AND (t.tot IS NULL OR poort.dag() <= t.tot)
        AND NOT EXISTS (SELECT FROM public.netwerk_toestemming l
          WHERE l.betrokkenheid_id = t.betrokkenheid_id AND l.onderdeel = t.onderdeel
            AND l.id > t.id AND l.van <= poort.dag()
            AND (l.tot IS NULL OR poort.dag() <= l.tot))
        AND EXISTS (SELECT FROM public.netwerk_bevoegdheid v
          JOIN public.netwerk_betrokkenheid b ON b.id = v.betrokkenheid_id
          WHERE v.client_id = c.id AND v.soort = 'ouder'
            AND b.gebruiker_id = t.gegeven_door_id))
    ORDER BY c.id LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING c.uuid, c.gebruiker_id, r.slug::text
$$;

-- As in brief.sql, and: a letter of an organisation says which, and as what.
DROP FUNCTION poort.brieven();
CREATE FUNCTION poort.brieven()
RETURNS TABLE (uuid uuid, naam text, ja_op timestamptz, tot timestamptz, client uuid,
  regio text, organisatie text, bevoegd jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp ROWS 5
AS $$
  SELECT u.uuid, g.naam, u.ja_op, u.tot, c.uuid, r.slug, coalesce(o.naam, '')::text, u.bevoegd
  FROM public.netwerk_naastenuitnodiging u
  JOIN public.netwerk_client c ON c.id = u.client_id
  JOIN public.toegang_gebruiker g ON g.id = c.gebruiker_id
  JOIN public.toegang_regio r ON r.id = c.regio_id
  LEFT JOIN public.toegang_organisatie o ON o.id = u.organisatie_id
  WHERE u.gebruiker_id = poort.wie() AND u.toegelaten_op IS NULL
    AND u.ingetrokken_op IS NULL AND u.tot > poort.nu() AND c.gesloten_op IS NULL
  ORDER BY u.id
$$;
RESET ROLE;
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA poort FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA poort TO nk_web, nk_worker, nk_poort;

-- The letter to somebody who acts for the client: written by who treats, for their organisation.
DROP POLICY toevoegen ON netwerk_naastenuitnodiging;
CREATE POLICY toevoegen ON netwerk_naastenuitnodiging FOR INSERT TO nk_web, nk_worker
  WITH CHECK (client_id = ANY (ARRAY(SELECT poort.eigen()))
    AND gebruiker_id IS NULL AND ja_op IS NULL AND toegelaten_op IS NULL
    AND gevraagd_door_id IS NULL AND organisatie_id IS NULL);
CREATE POLICY door_behandelaar ON netwerk_naastenuitnodiging FOR INSERT TO nk_web, nk_worker
  WITH CHECK (client_id = ANY (ARRAY(SELECT poort.behandelt()))
    AND gebruiker_id IS NULL AND ja_op IS NULL AND toegelaten_op IS NULL
    AND gevraagd_door_id = (SELECT poort.wie())
    AND organisatie_id::text = (SELECT poort.organisatie()));
CREATE POLICY behandelaar_leest ON netwerk_naastenuitnodiging FOR SELECT TO nk_web, nk_worker
  USING (organisatie_id::text = (SELECT poort.organisatie())
    AND client_id = ANY (ARRAY(SELECT poort.behandelt())));
CREATE POLICY behandelaar_neemt_terug ON netwerk_naastenuitnodiging
  FOR UPDATE TO nk_web, nk_worker
  USING (organisatie_id::text = (SELECT poort.organisatie()) AND toegelaten_op IS NULL
    AND client_id = ANY (ARRAY(SELECT poort.behandelt())))
  WITH CHECK (organisatie_id::text = (SELECT poort.organisatie()) AND toegelaten_op IS NULL);

-- A region may begin plans at eighteen; a plan that is there stays.
DROP POLICY beginnen ON netwerk_client;
CREATE POLICY beginnen ON netwerk_client FOR INSERT TO nk_web, nk_worker
  WITH CHECK (gebruiker_id = (SELECT poort.wie()) AND (SELECT poort.rol()) = 'client'
    AND begonnen_op = (SELECT poort.dag()) AND gesloten_op IS NULL
    AND poort.verjaardag(geboren_op, greatest(16, (
      SELECT r.plan_vanaf FROM toegang_regio r WHERE r.id = regio_id)))
      <= (SELECT poort.dag()));
