-- Services :from to :to of the first organisation, with what hangs on each of them.
WITH wie AS (
  SELECT id AS organisatie_id, regio_id FROM toegang_organisatie ORDER BY id LIMIT 1
), v AS (
  INSERT INTO netwerk_voorziening (uuid, hsds, bron, bron_id, regio_id, organisatie_id, slug,
    naam, ook_bekend_als, kort, omschrijving, trefwoorden, status, gestopt_reden,
    vervolg_tekst, informeel, laagdrempelig, ervaringsdeskundig, outreachend,
    altijd_bereikbaar, onafhankelijk, ring, sfeer, functies, domeinen, wetten, manieren,
    voor_wie, verwijzers, consultatie_door, werkwijzen, aanmelden, toelating, kosten, tolk,
    erkenningen, mededeling, website, email, kwaliteitsstatuut, feestdagen, capaciteit,
    overbrugging, overbrugging_geen, gemaakt_op, gewijzigd_op)
  SELECT gen_random_uuid(), '{}', '', '', regio_id, organisatie_id, 'reeks-' || n,
    'Groot ' || n, '', 'Kort ' || n, repeat('Een plek om te zijn. ', 10), '{koffie,samen}',
    'actief', '', '', n % 2 = 0, false, false, false, false, '', '', '', '{steun,meedoen}',
    '{contact}', '{geen}', '{locatie}', '{clienten}', '{}', '{}', '{}', 'Kom langs.', '', '',
    '', '', '', 'https://groot.example', '', '', 'onbekend', 'open', '', false, now(), now()
  FROM wie, generate_series(:from, :to) n
  RETURNING id, regio_id, organisatie_id
), l AS (
  INSERT INTO netwerk_locatie (uuid, hsds, bron, bron_id, regio_id, organisatie_id, soort,
    geheim, naam, omschrijving, adres, adres_2, postcode, plaats, land, lat, lon, vervoer,
    website, toegankelijk, gewijzigd_op)
  SELECT gen_random_uuid(), '{}', 'bench', id::text, regio_id, organisatie_id, 'fysiek', false,
    'Huis', '', 'Lindelaan ' || id, '', '3811 AB', 'Lindehoven', 'NL', 52.1, 5.3, '', '',
    '{Drempelvrij}', now()
  FROM v RETURNING id, bron_id::bigint AS van
), plek AS (
  INSERT INTO netwerk_voorzieningplek (uuid, hsds, bron, bron_id, regio_id, voorziening_id,
    locatie_id, omschrijving)
  SELECT gen_random_uuid(), '{}', '', '', v.regio_id, v.id, l.id, '' FROM v JOIN l ON l.van = v.id
), telefoon AS (
  INSERT INTO netwerk_telefoon (uuid, hsds, voorziening_id, nummer, toelichting, mag_bellen,
    kosten, volgorde)
  SELECT gen_random_uuid(), '{}', id, '0331234567', '', 'iedereen', '', 0 FROM v
), contact AS (
  INSERT INTO netwerk_contact (uuid, hsds, voorziening_id, naam, functie, afdeling, email)
  SELECT gen_random_uuid(), '{}', id, 'Team', '', '', '' FROM v
), tijd AS (
  INSERT INTO netwerk_openingstijd (uuid, hsds, voorziening_id, herhaling, weekbegin, dagen,
    weken, dagen_van_maand, dagen_van_jaar, opent_om, sluit_om, op_afspraak, dicht, tekst)
  SELECT gen_random_uuid(), '{}', id, 'WEEKLY', '', 'MO,TU,WE', '', '', '', '09:00', '17:00',
    false, false, '' FROM v
), gebied AS (
  INSERT INTO netwerk_werkgebied (uuid, hsds, voorziening_id, hele_regio, naam)
  SELECT gen_random_uuid(), '{}', id, true, '' FROM v
), wacht AS (
  INSERT INTO netwerk_wachttijd (uuid, voorziening_id, fase, doelgroep, weken_van, weken_tot,
    gemeten_op, geldig_tot, methode, toelichting, door, ingevoerd_op)
  SELECT gen_random_uuid(), id, 'aanmeld', '', 2, 4, current_date, current_date + 90,
    'verwacht', '', 'Team', now() FROM v
)
INSERT INTO netwerk_controle (voorziening_id, veld, gecontroleerd_op)
SELECT id, 'rest', current_date FROM v;
