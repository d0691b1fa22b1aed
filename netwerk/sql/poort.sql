-- The gate in the database. Owned by nk_poort: no login, owns nothing else, may only read
-- the columns below. It needs no BYPASSRLS: a policy lets it read. netwerk/rules/rechten.py
-- says the same in Python, and a property test holds the two together.
CREATE SCHEMA poort;
GRANT USAGE ON SCHEMA poort TO nk_web, nk_worker, nk_poort;
GRANT CREATE ON SCHEMA poort TO nk_poort;

-- The table of netwerk/rules/onderdelen.py, filled by the migration.
CREATE TABLE poort.onderdeel (
  naam text PRIMARY KEY, deelbaar boolean NOT NULL, behandeling smallint NOT NULL,
  nood boolean NOT NULL);
GRANT SELECT ON poort.onderdeel TO nk_web, nk_worker, nk_poort;

GRANT SELECT (id, gebruiker_id, geboren_op) ON netwerk_client TO nk_poort;  -- no keys
GRANT SELECT (id, client_id, gebruiker_id, rol, organisatie_id, van, tot, behandelt,
              vertegenwoordigt, zaken) ON netwerk_betrokkenheid TO nk_poort;
GRANT SELECT ON netwerk_toestemming TO nk_poort;
GRANT SELECT (id, client_id, gebruiker_id, organisatie_id, onderdelen, begonnen_op, tot,
              beeindigd_op) ON netwerk_noodtoegang TO nk_poort;
GRANT SELECT (id, is_active) ON toegang_gebruiker TO nk_poort;
GRANT SELECT (gebruiker_id, soort, organisatie_id, van, tot) ON toegang_rol TO nk_poort;
SET LOCAL ROLE nk_poort;

CREATE FUNCTION poort.persoon() RETURNS bigint LANGUAGE sql STABLE
  RETURN nullif(current_setting('nk.persoon', true), '')::bigint;
CREATE FUNCTION poort.rol() RETURNS text LANGUAGE sql STABLE
  RETURN coalesce(current_setting('nk.rol', true), '');
CREATE FUNCTION poort.organisatie() RETURNS text LANGUAGE sql STABLE
  RETURN coalesce(current_setting('nk.organisatie', true), '');
CREATE FUNCTION poort.taak() RETURNS text LANGUAGE sql STABLE
  RETURN coalesce(current_setting('nk.taak', true), '');
CREATE FUNCTION poort.dag() RETURNS date LANGUAGE sql STABLE
  RETURN nullif(current_setting('nk.dag', true), '')::date;
CREATE FUNCTION poort.nu() RETURNS timestamptz LANGUAGE sql STABLE
  RETURN nullif(current_setting('nk.nu', true), '')::timestamptz;
-- The birthday of who was born on 29 February is 1 March in other years.
CREATE FUNCTION poort.verjaardag(geboren date, jaren int) RETURNS date
  LANGUAGE sql IMMUTABLE
  RETURN CASE
    WHEN to_char(geboren, 'MMDD') = '0229'
      AND to_char(geboren + make_interval(years => jaren), 'MMDD') <> '0229'
    THEN (geboren + make_interval(years => jaren))::date + 1
    ELSE (geboren + make_interval(years => jaren))::date END;

-- What person p may, on day d, on what ground and by which row. The one place that decides.
-- Others than p learn it only of their own plan ("kijk door de ogen van"). As it stands now:
-- poort_enger.sql.
CREATE FUNCTION poort.rechten(p bigint, d date)
RETURNS TABLE (client_id bigint, onderdeel text, recht smallint, grond text, bron bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp ROWS 100
AS $$
  WITH wie AS (
    SELECT g.id, g.id = poort.persoon() AS zelf
    FROM public.toegang_gebruiker g
    WHERE g.id = p AND g.is_active AND EXISTS (
      SELECT FROM public.toegang_gebruiker v WHERE v.id = poort.persoon() AND v.is_active)
  ), eigen AS (  -- the asker's own plan, in the role of client
    SELECT c.id FROM public.netwerk_client c
    WHERE c.gebruiker_id = poort.persoon() AND poort.rol() = 'client'
  ), hoedanigheid AS (  -- capacities that hold: the day, the role, and the one worked in
    SELECT b.id, b.client_id, b.rol, b.behandelt, b.vertegenwoordigt, b.zaken,
      c.geboren_op
    FROM wie JOIN public.netwerk_betrokkenheid b ON b.gebruiker_id = wie.id
    JOIN public.netwerk_client c ON c.id = b.client_id AND c.gebruiker_id <> wie.id
    WHERE b.van <= d AND (b.tot IS NULL OR d <= b.tot)
      AND (b.organisatie_id IS NULL OR EXISTS (
        SELECT FROM public.toegang_rol r
        WHERE r.gebruiker_id = wie.id AND r.soort = b.rol
          AND r.organisatie_id = b.organisatie_id
          AND r.van <= d AND (r.tot IS NULL OR d <= r.tot)))
      AND CASE WHEN wie.zelf
        THEN b.rol = poort.rol()
          AND coalesce(b.organisatie_id::text, '') = poort.organisatie()
        ELSE b.client_id IN (SELECT eigen.id FROM eigen) END
  ), gezegd AS (  -- of what the client said and covers the day, the last added
    SELECT DISTINCT ON (t.betrokkenheid_id, t.onderdeel)
      t.betrokkenheid_id, t.onderdeel, t.recht, t.id
    FROM hoedanigheid h
    JOIN public.netwerk_toestemming t ON t.betrokkenheid_id = h.id
    WHERE t.van <= d AND (t.tot IS NULL OR d <= t.tot)
    ORDER BY t.betrokkenheid_id, t.onderdeel, t.id DESC
  ), gronden AS (
    SELECT eigen.id AS client_id, o.naam, 4::smallint AS recht, 'eigen plan' AS grond,
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
    UNION ALL
    SELECT n.client_id, o.naam, 1, 'noodtoegang', n.id, 4
    FROM wie JOIN public.netwerk_noodtoegang n ON n.gebruiker_id = wie.id
    JOIN public.netwerk_client c ON c.id = n.client_id AND c.gebruiker_id <> wie.id
    JOIN poort.onderdeel o ON o.naam = ANY (n.onderdelen) AND o.nood
    WHERE wie.zelf AND poort.rol() = 'professional'
      AND n.organisatie_id::text = poort.organisatie()
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

-- For policies: whose rows of this part the asker may read (1), add to (2), change (3).
CREATE FUNCTION poort.clienten(deel text, nodig int) RETURNS SETOF bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp ROWS 100
AS $$ SELECT r.client_id FROM poort.rechten(poort.persoon(), poort.dag()) r
      WHERE r.onderdeel = deel AND r.recht >= nodig $$;
-- The same for a table with several parts, by its stored `slot` (client:part).
CREATE FUNCTION poort.sloten(nodig int) RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp ROWS 100
AS $$ SELECT r.client_id || ':' || r.onderdeel
      FROM poort.rechten(poort.persoon(), poort.dag()) r WHERE r.recht >= nodig $$;
-- The asker's own plan, in the role of client: who may see what is theirs to say.
CREATE FUNCTION poort.eigen() RETURNS SETOF bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp ROWS 1
AS $$ SELECT c.id FROM public.netwerk_client c
      WHERE c.gebruiker_id = poort.persoon() AND poort.rol() = 'client'
        AND EXISTS (SELECT FROM public.toegang_gebruiker v
                    WHERE v.id = poort.persoon() AND v.is_active) $$;
RESET ROLE;
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA poort FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA poort TO nk_web, nk_worker, nk_poort;

-- Walls round a table of one part of the plan. A naaste with a right to contribute adds
-- voorstellen, which have a table of their own: changing the words asks for 3.
CREATE PROCEDURE poort.beveilig(tabel regclass, voorwaarde text, lezen text, schrijven text)
LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', tabel);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', tabel);
  -- ARRAY(SELECT …): asked once per query, not once per row
  EXECUTE format('CREATE POLICY lezen ON %s FOR SELECT TO nk_web, nk_worker
    USING (%s = ANY (ARRAY(SELECT %s)))', tabel, voorwaarde, lezen);
  EXECUTE format('CREATE POLICY toevoegen ON %s FOR INSERT TO nk_web, nk_worker
    WITH CHECK (%s = ANY (ARRAY(SELECT %s)))', tabel, voorwaarde, schrijven);
  EXECUTE format('CREATE POLICY wijzigen ON %s FOR UPDATE TO nk_web, nk_worker
    USING (%s = ANY (ARRAY(SELECT %s)))', tabel, voorwaarde, schrijven);
  EXECUTE format('CREATE POLICY verwijderen ON %s FOR DELETE TO nk_web, nk_worker
    USING (%s = ANY (ARRAY(SELECT %s)))', tabel, voorwaarde, schrijven);
  CALL poort.onderhoud(tabel);
END $$;

-- FORCE binds the owner too: without this a data migration changes nothing, silently.
CREATE PROCEDURE poort.onderhoud(tabel regclass) LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('CREATE POLICY onderhoud ON %s TO CURRENT_USER
    USING (poort.taak() IN (''migratie'', ''proefdata''))', tabel);
END $$;

-- The tables that the decision itself stands on.
CALL poort.beveilig('netwerk_client', 'id',
  'r.client_id FROM poort.rechten(poort.persoon(), poort.dag()) r', 'poort.eigen()');
DROP POLICY toevoegen ON netwerk_client;  -- a plan is begun by whose it will be, only
CREATE POLICY beginnen ON netwerk_client FOR INSERT TO nk_web, nk_worker
  WITH CHECK (gebruiker_id = poort.persoon());
-- a row that was added a moment ago is not in the snapshot of a function yet
CREATE POLICY van_mij ON netwerk_client FOR SELECT TO nk_web, nk_worker
  USING (gebruiker_id = (SELECT poort.persoon()) AND (SELECT poort.rol()) = 'client');
-- turning the ring: a job that wraps keys anew and reads nothing else
CREATE POLICY sleutels_lezen ON netwerk_client FOR SELECT TO nk_worker
  USING ((SELECT poort.taak()) = 'sleutels_draaien');
CREATE POLICY sleutels_draaien ON netwerk_client FOR UPDATE TO nk_worker
  USING ((SELECT poort.taak()) = 'sleutels_draaien');
REVOKE DELETE ON netwerk_client FROM nk_web, nk_worker;
CREATE POLICY poort ON netwerk_client FOR SELECT TO nk_poort USING (true);

CALL poort.beveilig('netwerk_betrokkenheid', 'client_id', 'poort.eigen()', 'poort.eigen()');
CREATE POLICY van_mij ON netwerk_betrokkenheid FOR SELECT TO nk_web, nk_worker
  USING (gebruiker_id = (SELECT poort.persoon()));
REVOKE DELETE ON netwerk_betrokkenheid FROM nk_web, nk_worker;
CREATE POLICY poort ON netwerk_betrokkenheid FOR SELECT TO nk_poort USING (true);

CALL poort.beveilig('netwerk_toestemming', 'client_id', 'poort.eigen()', 'poort.eigen()');
REVOKE UPDATE, DELETE ON netwerk_toestemming FROM nk_web, nk_worker;  -- added, never changed
CREATE POLICY poort ON netwerk_toestemming FOR SELECT TO nk_poort USING (true);

CALL poort.beveilig('netwerk_noodkeuze', 'client_id', 'poort.eigen()', 'poort.eigen()');
REVOKE UPDATE, DELETE ON netwerk_noodkeuze FROM nk_web, nk_worker;

CALL poort.beveilig('netwerk_noodtoegang', 'client_id', 'poort.eigen()', 'poort.eigen()');
DROP POLICY toevoegen ON netwerk_noodtoegang;
DROP POLICY wijzigen ON netwerk_noodtoegang;
CREATE POLICY van_mij ON netwerk_noodtoegang FOR SELECT TO nk_web, nk_worker
  USING (gebruiker_id = (SELECT poort.persoon()));
CREATE POLICY openen ON netwerk_noodtoegang FOR INSERT TO nk_web, nk_worker
  WITH CHECK (gebruiker_id = poort.persoon() AND poort.rol() = 'professional'
    AND organisatie_id::text = poort.organisatie());
CREATE POLICY beeindigen ON netwerk_noodtoegang FOR UPDATE TO nk_web, nk_worker
  USING (gebruiker_id = (SELECT poort.persoon()));
REVOKE DELETE ON netwerk_noodtoegang FROM nk_web, nk_worker;
CREATE POLICY poort ON netwerk_noodtoegang FOR SELECT TO nk_poort USING (true);
