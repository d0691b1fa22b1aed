-- :clienten people with a plan in the regions that have an organisation: each with a naaste
-- (the next of them), somebody who treats and somebody who helps, consents, and pieces of the
-- first parts. A professional has sixty of them; so does the one of the demo, at the end.
-- Nobody opens these words: all rows have the same sealed bytes, of a row of the demo.
SET CONSTRAINTS ALL IMMEDIATE;
ALTER TABLE logboek.regel DISABLE TRIGGER keten;  -- what is measured ties a chain of its own

CREATE TEMP TABLE regio AS
SELECT r.id, r.slug, min(o.id) AS organisatie_id, row_number() OVER (ORDER BY r.id) - 1 AS nr,
  count(*) OVER () AS alle
FROM toegang_regio r JOIN toegang_organisatie o ON o.regio_id = r.id GROUP BY r.id;

-- number n: account, client and the rows below have 10,000,000 and more as their key
CREATE TEMP TABLE mens AS
SELECT 10000000 + n AS id, n, regio.id AS regio_id, regio.slug, regio.organisatie_id,
  -- the next of the same region, the last of all none
  CASE WHEN n + alle < :clienten THEN 10000000 + n + alle END AS naaste_id,
  -- thirty whom one treats, and thirty others whom the same one helps
  20000000 + n / (30 * alle) * alle + n % alle AS behandelaar_id,
  20000000 + ((n / (30 * alle) + 1) % (1 + (:clienten - 1) / (30 * alle))) * alle + n % alle AS helper_id
FROM generate_series(0, :clienten - 1) n JOIN regio ON regio.nr = n % alle;
ANALYZE mens;

INSERT INTO toegang_gebruiker (id, uuid, email, naam, password, is_active, sinds)
SELECT id, gen_random_uuid(), 'mens' || n || '@bench.example', 'Mens ' || n, '!', true, now() FROM mens;
INSERT INTO toegang_gebruiker (id, uuid, email, naam, password, is_active, sinds)
SELECT id, gen_random_uuid(), 'pro' || id || '@bench.example', 'Pro ' || id, '!', true, now()
FROM (SELECT DISTINCT behandelaar_id AS id FROM mens UNION SELECT helper_id FROM mens) pro;
INSERT INTO toegang_rol (soort, van, gebruiker_id) SELECT 'client', current_date, id FROM mens;
INSERT INTO toegang_rol (soort, van, gebruiker_id, organisatie_id)
SELECT DISTINCT ON (pro) 'professional', current_date - 300, pro, organisatie_id
FROM mens, unnest(ARRAY[behandelaar_id, helper_id]) pro;

INSERT INTO netwerk_client (id, uuid, regio_id, gebruiker_id, geboren_op, begonnen_op,
  sleutel_naam, sleutel_box)
SELECT mens.id, gen_random_uuid(), mens.regio_id, mens.id, current_date - 7000 - n % 20000,
  current_date - 200, v.sleutel_naam, v.sleutel_box
FROM mens, (SELECT * FROM netwerk_client ORDER BY id LIMIT 1) v;
INSERT INTO netwerk_dagboeksleutel (client_id, naam, box)
SELECT mens.id, v.naam, v.box FROM mens, (SELECT * FROM netwerk_dagboeksleutel ORDER BY id LIMIT 1) v;

CREATE TEMP TABLE rond AS
SELECT 10000000 + 3 * n AS id, mens.id AS client_id, naaste_id AS wie, 'naaste' AS rol,
  NULL::bigint AS organisatie_id, '' AS werkt, false AS behandelt FROM mens WHERE naaste_id IS NOT NULL
UNION ALL SELECT 10000001 + 3 * n, id, behandelaar_id, 'professional', organisatie_id, 'behandelaar', true FROM mens
UNION ALL SELECT 10000002 + 3 * n, id, helper_id, 'professional', organisatie_id, 'begeleider', false
FROM mens WHERE helper_id <> behandelaar_id;
-- the professional of the demo, as a sixty of the first region's
INSERT INTO rond
SELECT 19000000 + n, mens.id, wie.gebruiker_id, 'professional', wie.organisatie_id, 'verpleegkundige', true
FROM (SELECT r.gebruiker_id, r.organisatie_id, o.regio_id FROM toegang_rol r
  JOIN toegang_gebruiker g ON g.id = r.gebruiker_id JOIN toegang_organisatie o ON o.id = r.organisatie_id
  WHERE g.email = 'professional@demo.example' AND r.soort = 'professional') wie
JOIN mens ON mens.regio_id = wie.regio_id
ORDER BY n LIMIT 60 - (SELECT count(*) FROM netwerk_betrokkenheid b JOIN toegang_gebruiker g
  ON g.id = b.gebruiker_id WHERE g.email = 'professional@demo.example' AND b.behandelt);
INSERT INTO netwerk_betrokkenheid (id, uuid, client_id, gebruiker_id, rol, organisatie_id, werkt,
  relatie_box, behandelt, van)
SELECT id, gen_random_uuid(), client_id, wie, rol, organisatie_id, werkt, '', behandelt,
  current_date - 100 FROM rond ORDER BY client_id;
INSERT INTO netwerk_toestemming (client_id, betrokkenheid_id, onderdeel, recht, oogmerk, van,
  gegeven_op, gegeven_door_id)
SELECT client_id, rond.id, onderdeel, recht, 'ondersteuning', current_date - 100, now(), client_id
FROM rond JOIN (VALUES ('naaste', 'crisiskaart', 1), ('naaste', 'doelen', 2), ('professional', 'doelen', 2),
  ('professional', 'afspraken', 2)) AS zegt (rol, onderdeel, recht) USING (rol)
WHERE NOT behandelt ORDER BY client_id;

CREATE TEMP TABLE woorden AS SELECT woorden_box AS box FROM clientplan_doel ORDER BY id LIMIT 1;
INSERT INTO clientplan_verhaal (uuid, client_id, nummer, woorden_box, gewijzigd_op, gewijzigd_door_id, fase)
SELECT gen_random_uuid(), id, 1, box, now(), id, '' FROM mens, woorden;
INSERT INTO clientplan_doel (id, uuid, client_id, nummer, woorden_box, gewijzigd_op, gewijzigd_door_id,
  domein, herstel, stand)
SELECT 10000000 + 2 * n + i, gen_random_uuid(), mens.id, 1, box, now(), mens.id, '', '', 'bezig'
FROM mens, generate_series(0, 1) i, woorden;
INSERT INTO clientplan_stap (uuid, client_id, nummer, woorden_box, gewijzigd_op, gewijzigd_door_id,
  doel_id, volgorde)
SELECT gen_random_uuid(), mens.id, 1, box, now(), mens.id, 10000000 + 2 * n + i, 0
FROM mens, generate_series(0, 1) i, woorden;
INSERT INTO clientplan_afspraak (uuid, client_id, nummer, woorden_box, gewijzigd_op, gewijzigd_door_id, voor_op)
SELECT gen_random_uuid(), id, 1, box, now(), id, current_date + n % 60 FROM mens, woorden;
INSERT INTO clientplan_signaal (uuid, client_id, nummer, woorden_box, gewijzigd_op, gewijzigd_door_id,
  fase, soort, volgorde)
SELECT gen_random_uuid(), id, 1, box, now(), id, fase, 'ik_doe', 0 FROM mens, generate_series(1, 3) fase, woorden;
INSERT INTO clientplan_crisiskaart (uuid, client_id, nummer, woorden_box, gewijzigd_op, gewijzigd_door_id, nakijken_op)
SELECT gen_random_uuid(), id, 1, box, now(), id, current_date + 100 FROM mens, woorden;
INSERT INTO clientplan_kaartpersoon (uuid, client_id, nummer, woorden_box, gewijzigd_op, gewijzigd_door_id,
  volgorde, betrokkenheid_id, akkoord)
SELECT gen_random_uuid(), client_id, 1, box, now(), client_id, 0, rond.id, true
FROM rond, woorden WHERE rol = 'naaste';
INSERT INTO clientplan_kijk (uuid, client_id, onderdeel, auteur_id, tekst_box, geschreven_op)
SELECT gen_random_uuid(), client_id, 'doelen', wie, box, now() FROM rond, woorden WHERE rol = 'naaste';
INSERT INTO clientplan_versie (client_id, onderdeel, object_uuid, nummer, woorden_box, velden, op, door_id)
SELECT client_id, 'doelen', uuid, 1, woorden_box, '{}', now(), client_id FROM clientplan_doel WHERE id >= 10000000;
INSERT INTO clientplan_dagboekblad (uuid, client_id, tekst_box, geschreven_op)
SELECT gen_random_uuid(), id, box, now() FROM mens, woorden;

-- who treats looked once
INSERT INTO logboek.regel (regio, op, actie, uitkomst, persoon, taak, rol, organisatie, namens, oogmerk,
  client, object_soort, object_id, onderdeel, grond, nood, vanaf, ingelogd_met, spoor)
SELECT mens.slug, now() - n % 90 * interval '1 day', 'R', 0, behandelaar_id::text, '', 'professional',
  organisatie_id::text, '', 'behandeling', c.uuid::text, 'onderdeel', '', 'doelen',
  'behandeling:' || 10000001 + 3 * n, false, '192.0.2.1', 'password+mfa', 'bench'
FROM mens JOIN netwerk_client c ON c.id = mens.id;
ALTER TABLE logboek.regel ENABLE TRIGGER keten;
DROP TABLE regio, mens, rond, woorden;  -- else VACUUM may look for them when they are just gone
