-- Narrower than the first time. What the decision stands on can be added and ended, and
-- nothing of it can be moved to somebody else, signed in another's name or dated back.

-- As in poort.sql, and: in one role at a time, said by who asks ("kijk door de ogen van" shows
-- a sister who treats too as one of the two, an opened emergency included); a closed plan is
-- the client's to read and nobody else's; a no of the client goes before whoever acts for
-- them, both for themselves and for others; nobody gives themselves anything.
GRANT SELECT (gesloten_op) ON netwerk_client TO nk_poort;
SET LOCAL ROLE nk_poort;
CREATE FUNCTION poort.rechten(p bigint, d date, als text, voor text)
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
    WHERE (wie.zelf OR n.client_id IN (SELECT eigen.id FROM eigen))
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
-- What everybody asks of themselves: in the role that the session works in.
CREATE OR REPLACE FUNCTION poort.rechten(p bigint, d date)
RETURNS TABLE (client_id bigint, onderdeel text, recht smallint, grond text, bron bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp ROWS 100
AS $$ SELECT * FROM poort.rechten(p, d, poort.rol(), poort.organisatie()) $$;
-- The asker, as long as the account is not disabled.
CREATE FUNCTION poort.wie() RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$ SELECT g.id FROM public.toegang_gebruiker g
      WHERE g.id = poort.persoon() AND g.is_active $$;
RESET ROLE;
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA poort FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA poort TO nk_web, nk_worker, nk_poort;

-- A plan is begun by whose it will be, in the role of client, from sixteen on, today.
DROP POLICY beginnen ON netwerk_client;
CREATE POLICY beginnen ON netwerk_client FOR INSERT TO nk_web, nk_worker
  WITH CHECK (gebruiker_id = (SELECT poort.wie()) AND (SELECT poort.rol()) = 'client'
    AND begonnen_op = (SELECT poort.dag()) AND gesloten_op IS NULL
    AND poort.verjaardag(geboren_op, 16) <= (SELECT poort.dag()));
DROP POLICY van_mij ON netwerk_client;
CREATE POLICY van_mij ON netwerk_client FOR SELECT TO nk_web, nk_worker
  USING (gebruiker_id = (SELECT poort.wie()) AND (SELECT poort.rol()) = 'client');
REVOKE UPDATE ON netwerk_client FROM nk_web, nk_worker;
GRANT UPDATE (gesloten_op) ON netwerk_client TO nk_web;
GRANT UPDATE (sleutel_naam, sleutel_box) ON netwerk_client TO nk_worker;

-- The key of the diary: the client alone, and the job that turns the ring.
CALL poort.beveilig('netwerk_dagboeksleutel', 'client_id', 'poort.eigen()', 'poort.eigen()');
DROP POLICY wijzigen ON netwerk_dagboeksleutel;
CREATE POLICY sleutels_lezen ON netwerk_dagboeksleutel FOR SELECT TO nk_worker
  USING ((SELECT poort.taak()) = 'sleutels_draaien');
CREATE POLICY sleutels_draaien ON netwerk_dagboeksleutel FOR UPDATE TO nk_worker
  USING ((SELECT poort.taak()) = 'sleutels_draaien');
REVOKE UPDATE, DELETE ON netwerk_dagboeksleutel FROM nk_web, nk_worker;
GRANT UPDATE (naam, box) ON netwerk_dagboeksleutel TO nk_worker;

-- Being involved ends from today on, and what ended stays so; one's own rows show in the role
-- they are for.
REVOKE UPDATE ON netwerk_betrokkenheid FROM nk_web, nk_worker;
GRANT UPDATE (tot, werkt, relatie_box) ON netwerk_betrokkenheid TO nk_web;
DROP POLICY wijzigen ON netwerk_betrokkenheid;
CREATE POLICY wijzigen ON netwerk_betrokkenheid FOR UPDATE TO nk_web, nk_worker
  USING (client_id = ANY (ARRAY(SELECT poort.eigen()))
    AND (tot IS NULL OR tot >= (SELECT poort.dag())))
  WITH CHECK (client_id = ANY (ARRAY(SELECT poort.eigen()))
    AND (tot IS NULL OR tot >= (SELECT poort.dag())));
DROP POLICY van_mij ON netwerk_betrokkenheid;
CREATE POLICY van_mij ON netwerk_betrokkenheid FOR SELECT TO nk_web, nk_worker
  USING (gebruiker_id = (SELECT poort.wie()) AND rol = (SELECT poort.rol())
    AND coalesce(organisatie_id::text, '') = (SELECT poort.organisatie()));

-- Consent is given in one's own name, from today on: by the client, and by who acts for them
-- in this matter (T4). The last added counts, so nobody chooses the number. (Not RESTRICTIVE
-- policies: nk_owner inherits nk_web, and would be held to them in a data migration.)
DROP POLICY toevoegen ON netwerk_toestemming;
CREATE POLICY toevoegen ON netwerk_toestemming FOR INSERT TO nk_web, nk_worker
  WITH CHECK (client_id = ANY (ARRAY(SELECT poort.eigen()))
    AND gegeven_door_id = (SELECT poort.wie()) AND van >= (SELECT poort.dag()));
CREATE POLICY namens ON netwerk_toestemming FOR INSERT TO nk_web, nk_worker
  WITH CHECK (client_id || ':' || onderdeel = ANY (ARRAY(SELECT poort.sloten(4)))
    AND gegeven_door_id = (SELECT poort.wie()) AND van >= (SELECT poort.dag()));
CREATE POLICY namens_lezen ON netwerk_toestemming FOR SELECT TO nk_web, nk_worker
  USING (client_id || ':' || onderdeel = ANY (ARRAY(SELECT poort.sloten(4))));
REVOKE INSERT ON netwerk_toestemming, netwerk_noodkeuze FROM nk_web, nk_worker;
GRANT INSERT (client_id, betrokkenheid_id, onderdeel, recht, oogmerk, van, tot, gegeven_op,
  gegeven_door_id) ON netwerk_toestemming TO nk_web;
GRANT INSERT (client_id, onderdelen, voor, gekozen_op) ON netwerk_noodkeuze TO nk_web;

-- Emergency access: until there is the one function that opens it (T5: kind of professional,
-- choice, reason, fresh second factor) nothing opens it. What was opened ends once.
DROP POLICY openen ON netwerk_noodtoegang;
REVOKE INSERT, UPDATE ON netwerk_noodtoegang FROM nk_web, nk_worker;
GRANT UPDATE (beeindigd_op) ON netwerk_noodtoegang TO nk_web;
DROP POLICY beeindigen ON netwerk_noodtoegang;
CREATE POLICY beeindigen ON netwerk_noodtoegang FOR UPDATE TO nk_web, nk_worker
  USING (gebruiker_id = (SELECT poort.wie()) AND beeindigd_op IS NULL)
  WITH CHECK (gebruiker_id = (SELECT poort.wie()) AND beeindigd_op IS NOT NULL);
DROP POLICY van_mij ON netwerk_noodtoegang;
CREATE POLICY van_mij ON netwerk_noodtoegang FOR SELECT TO nk_web, nk_worker
  USING (gebruiker_id = (SELECT poort.wie()) AND (SELECT poort.rol()) = 'professional'
    AND organisatie_id::text = (SELECT poort.organisatie()));

-- What the decision reads of roles: one is given, dated and ended; what it is, and where,
-- stays.
REVOKE UPDATE ON toegang_rol FROM nk_web, nk_worker;
GRANT UPDATE (gebruiker_id, van, tot, uitnodiging_id) ON toegang_rol TO nk_web;
