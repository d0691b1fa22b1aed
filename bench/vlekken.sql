-- A region with eight gemeenten and 5,000 provisions: half of them for one gemeente, a
-- quarter for two, a quarter for all; each with waits of two moments and a check.
-- Who leads the demo's traject leads one here too.
WITH regio AS (
  INSERT INTO toegang_regio (naam, slug, plan_vanaf) VALUES ('Groot', 'groot', 16) RETURNING id
), traject AS (
  INSERT INTO kompas_traject (uuid, regio_id, naam, begonnen_op)
  SELECT gen_random_uuid(), id, 'Groot', current_date FROM regio RETURNING id
), begeleider AS (
  INSERT INTO kompas_begeleider (traject_id, gebruiker_id, naam, van)
  SELECT traject.id, b.gebruiker_id, b.naam, current_date FROM traject,
    (SELECT gebruiker_id, naam FROM kompas_begeleider WHERE gebruiker_id IS NOT NULL
     ORDER BY id LIMIT 1) b
)
INSERT INTO toegang_gemeente (regio_id, naam) SELECT id, 'Gemeente ' || n FROM regio, generate_series(1, 8) n;

INSERT INTO toegang_organisatie (regio_id, naam, soort, werkveld, gestopt_reden)
SELECT id, 'Organisatie ' || n, (ARRAY['fact', 'wonen', 'welzijn', 'huisarts', 'academie'])[1 + n % 5], 'anders', ''
FROM toegang_regio, generate_series(1, 100) n WHERE slug = 'groot';

INSERT INTO netwerk_voorziening (uuid, hsds, bron, bron_id, regio_id, organisatie_id, slug, naam,
  ook_bekend_als, kort, omschrijving, trefwoorden, status, gestopt_reden, vervolg_tekst, informeel,
  laagdrempelig, ervaringsdeskundig, outreachend, altijd_bereikbaar, onafhankelijk, ring, sfeer,
  functies, domeinen, wetten, manieren, voor_wie, verwijzers, consultatie_door, werkwijzen, aanmelden,
  toelating, kosten, tolk, erkenningen, mededeling, website, email, kwaliteitsstatuut, feestdagen,
  capaciteit, overbrugging, overbrugging_geen, gemaakt_op, gewijzigd_op)
SELECT gen_random_uuid(), '{}', '', '', r.id, o.id, 'groot-' || n, 'Hulp bij wonen en werk ' || n,
  '', 'Je bent hier welkom.', repeat('Je bent hier welkom, ook als het even niet gaat. ', 10),
  ARRAY['begeleiding', 'dagbesteding'], 'actief', '', '', n % 3 = 0, n % 4 = 0, n % 9 = 0, n % 5 = 0,
  n % 50 = 0, '', '', '',
  ARRAY[(ARRAY['veiligheid', 'basis', 'toegang', 'klachten', 'gezondheid', 'steun', 'kracht',
    'ontplooiing', 'meedoen', 'rechten'])[1 + n % 10], 'steun'],
  '{}', '{}', ARRAY['locatie'], ARRAY['clienten'], '{}', '{}', ARRAY['werkwijze-' || n % 40], '', '',
  '', '', '', '', '', '', '', 'onbekend', 'onbekend', '', false, now(), now()
FROM toegang_regio r, generate_series(1, 5000) n
JOIN LATERAL (SELECT id FROM toegang_organisatie WHERE naam = 'Organisatie ' || 1 + n % 100) o ON true
WHERE r.slug = 'groot';

INSERT INTO netwerk_werkgebied (uuid, hsds, voorziening_id, hele_regio, gemeente_id, naam)
SELECT gen_random_uuid(), '{}', v.id, v.id % 4 = 0, CASE WHEN v.id % 4 > 0 THEN g.id END, ''
FROM netwerk_voorziening v JOIN toegang_regio r ON r.id = v.regio_id AND r.slug = 'groot'
JOIN LATERAL (SELECT id, row_number() OVER (ORDER BY id) AS nr FROM toegang_gemeente
  WHERE regio_id = r.id) g ON g.nr = 1 + v.id % 8 OR (v.id % 4 = 1 AND g.nr = 1 + (v.id + 3) % 8);

INSERT INTO netwerk_wachttijd (uuid, voorziening_id, fase, doelgroep, weken_van, weken_tot,
  gemeten_op, geldig_tot, methode, toelichting, door, ingevoerd_op)
SELECT gen_random_uuid(), v.id, 'aanmeld', '', 0, v.id % 14, current_date - 90 * moment,
  current_date + 40 - 60 * moment, 'verwacht', '', 'bench', now()
FROM netwerk_voorziening v JOIN toegang_regio r ON r.id = v.regio_id AND r.slug = 'groot',
  generate_series(0, 1) moment WHERE v.id % 5 > 0;

INSERT INTO netwerk_controle (voorziening_id, veld, gecontroleerd_op)
SELECT v.id, veld, current_date - (v.id % 400)::int
FROM netwerk_voorziening v JOIN toegang_regio r ON r.id = v.regio_id AND r.slug = 'groot',
  (VALUES ('rest'), ('wachttijd')) AS c (veld);
