-- A country of 31 regions with :voorzieningen provisions: those of the demo region again and
-- again, each in another place and with a word of its own in its name. Versions of history
-- are not what is measured, so they are not written.
DO $$ DECLARE t record; BEGIN
  FOR t IN SELECT tgrelid::regclass AS name, tgname FROM pg_trigger
           WHERE NOT tgisinternal AND tgname LIKE 'pgtrigger\_insert\_%'
             AND tgrelid::regclass::text LIKE 'netwerk\_%' LOOP
    EXECUTE format('ALTER TABLE %s DISABLE TRIGGER %I', t.name, t.tgname);
  END LOOP;
END $$;

-- the demo has two regions, one of them with a kaart
INSERT INTO toegang_regio (naam, slug, plan_vanaf)
SELECT 'Regio ' || n, 'bench-' || n, 16 FROM generate_series(3, 31) n;
INSERT INTO toegang_gemeente (naam, regio_id)
SELECT format('Plek %s-%s', r.nr, g), r.id
FROM (SELECT id, row_number() OVER (ORDER BY id) AS nr FROM toegang_regio) r, generate_series(1, 8) g;
INSERT INTO toegang_organisatie (naam, regio_id, gestopt_reden, soort, werkveld)
SELECT o.naam || ' ' || r.slug, r.id, '', o.soort, o.werkveld
FROM toegang_organisatie o, toegang_regio r
WHERE o.id IN (SELECT organisatie_id FROM netwerk_voorziening) AND r.slug LIKE 'bench-%';

-- where they are: regions on a grid over the country, gemeenten a few kilometres apart
CREATE TEMP TABLE plek AS
SELECT g.id AS gemeente_id, g.regio_id, g.naam, row_number() OVER (PARTITION BY g.regio_id ORDER BY g.id) - 1 AS nr,
  51.4 + (g.regio_id % 6) * 0.33 + (g.id % 3) * 0.06 AS lat,
  4.6 + (g.regio_id / 6) * 0.4 + (g.id % 4) * 0.08 AS lon
FROM toegang_gemeente g WHERE g.naam LIKE 'Plek %';
INSERT INTO netwerk_plaats (soort, naam, zoeknaam, gemeente, provincie, lat, lon, bron)
SELECT 'plaats', naam, lower(translate(naam, ' -', '')), naam, 'Utrecht', lat, lon, 'bench' FROM plek;

CREATE TEMP TABLE bron AS SELECT id, row_number() OVER (ORDER BY id) - 1 AS nr FROM netwerk_voorziening;
CREATE TEMP TABLE kopie AS
SELECT n, 1000000 + n AS id, b.id AS bron_id, r.id AS regio_id, p.gemeente_id, p.naam AS plaats,
  p.lat + (n % 17 - 8) * 0.004 AS lat, p.lon + (n % 13 - 6) * 0.006 AS lon,
  -- some twelve thousand names that nobody else has
  initcap((ARRAY['ba','de','fi','go','hu','ka','le','mi','no','pu','ra','se'])[1 + n % 12]
    || (ARRAY['lder','nter','rkel','stra','ndel','mper','rsch'])[1 + n / 12 % 7]
    || (ARRAY['hof','dijk','veld','stee','burg','laan','horst','poort'])[1 + n / 84 % 8]
    || chr(97 + n / 672 % 26)) AS woord
FROM generate_series(0, :voorzieningen - 1) n
JOIN bron b ON b.nr = n % (SELECT count(*) FROM bron)
JOIN (SELECT id, row_number() OVER (ORDER BY id) - 1 AS nr FROM toegang_regio) r ON r.nr = (n / 7) % 31
JOIN plek p ON p.regio_id = r.id AND p.nr = (n / 3) % 8;
ANALYZE kopie;

CREATE TEMP TABLE organisatie AS
SELECT DISTINCT ON (o.id, r.id) o.id AS bron_id, r.id AS regio_id, coalesce(own.id, o.id) AS id
FROM toegang_organisatie o CROSS JOIN toegang_regio r
LEFT JOIN toegang_organisatie own ON own.regio_id = r.id AND own.naam = o.naam || ' ' || r.slug
WHERE o.id IN (SELECT organisatie_id FROM netwerk_voorziening);

INSERT INTO netwerk_voorziening
SELECT r.* FROM kopie k JOIN netwerk_voorziening v ON v.id = k.bron_id
JOIN organisatie o ON o.bron_id = v.organisatie_id AND o.regio_id = k.regio_id
CROSS JOIN LATERAL jsonb_populate_record(NULL::netwerk_voorziening, to_jsonb(v) - 'zoek' || jsonb_build_object(
  'id', k.id, 'uuid', gen_random_uuid(), 'slug', 'bench-' || k.n, 'bron', '', 'bron_id', '',
  'naam', v.naam || ' ' || k.woord, 'regio_id', k.regio_id, 'organisatie_id', o.id, 'vervolg_id', NULL)) r;

INSERT INTO netwerk_locatie
SELECT r.* FROM kopie k JOIN LATERAL (SELECT l.* FROM netwerk_voorzieningplek p JOIN netwerk_locatie l ON l.id = p.locatie_id
  WHERE p.voorziening_id = k.bron_id AND NOT l.geheim ORDER BY p.id LIMIT 1) l ON true
CROSS JOIN LATERAL jsonb_populate_record(NULL::netwerk_locatie, to_jsonb(l) || jsonb_build_object(
  'id', k.id, 'uuid', gen_random_uuid(), 'bron', '', 'bron_id', '', 'regio_id', k.regio_id,
  'organisatie_id', NULL, 'gemeente_id', k.gemeente_id, 'plaats', k.plaats, 'lat', k.lat, 'lon', k.lon)) r;
INSERT INTO netwerk_voorzieningplek (uuid, hsds, bron, bron_id, omschrijving, locatie_id, regio_id, voorziening_id)
SELECT gen_random_uuid(), '{}', '', '', '', l.id, l.regio_id, l.id FROM netwerk_locatie l WHERE l.id >= 1000000;

INSERT INTO netwerk_werkgebied (uuid, hsds, hele_regio, naam, gemeente_id, voorziening_id)
SELECT gen_random_uuid(), '{}', n % 3 = 0, '', CASE WHEN n % 3 = 0 THEN NULL ELSE gemeente_id END, id FROM kopie;
INSERT INTO netwerk_openingstijd
SELECT r.* FROM kopie k JOIN netwerk_openingstijd o ON o.voorziening_id = k.bron_id
CROSS JOIN LATERAL jsonb_populate_record(NULL::netwerk_openingstijd, to_jsonb(o) || jsonb_build_object(
  'id', nextval(pg_get_serial_sequence('netwerk_openingstijd', 'id')), 'uuid', gen_random_uuid(), 'voorziening_id', k.id)) r;
INSERT INTO netwerk_wachttijd
SELECT r.* FROM kopie k JOIN netwerk_wachttijd w ON w.voorziening_id = k.bron_id
CROSS JOIN LATERAL jsonb_populate_record(NULL::netwerk_wachttijd, to_jsonb(w) || jsonb_build_object(
  'id', nextval(pg_get_serial_sequence('netwerk_wachttijd', 'id')), 'uuid', gen_random_uuid(), 'voorziening_id', k.id)) r;
INSERT INTO netwerk_sluitingsperiode
SELECT r.* FROM kopie k JOIN netwerk_sluitingsperiode s ON s.voorziening_id = k.bron_id
CROSS JOIN LATERAL jsonb_populate_record(NULL::netwerk_sluitingsperiode, to_jsonb(s) || jsonb_build_object(
  'id', nextval(pg_get_serial_sequence('netwerk_sluitingsperiode', 'id')), 'uuid', gen_random_uuid(),
  'voorziening_id', k.id, 'alternatief_id', NULL)) r;
