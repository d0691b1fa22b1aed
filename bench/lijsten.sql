-- Number :from to :to of each list of region "lijst": a provision with a wait and a check, a
-- report about it, a proposal for it, and somebody who works there.
WITH wie AS (
  SELECT o.id AS organisatie_id, o.regio_id FROM toegang_organisatie o
  JOIN toegang_regio r ON r.id = o.regio_id AND r.slug = 'lijst'
), n AS (
  SELECT n, 5000000 + n AS id, wie.* FROM wie, generate_series(:from, :to) n
), v AS (
  INSERT INTO netwerk_voorziening
  SELECT r.* FROM n, (SELECT * FROM netwerk_voorziening ORDER BY id LIMIT 1) voorbeeld,
  LATERAL jsonb_populate_record(NULL::netwerk_voorziening,
    to_jsonb(voorbeeld) - 'zoek' || jsonb_build_object('id', n.id, 'uuid', gen_random_uuid(),
    'slug', 'lijst-' || n, 'bron', '', 'bron_id', '', 'naam', 'Lijst ' || n,
    'regio_id', n.regio_id, 'organisatie_id', n.organisatie_id, 'vervolg_id', NULL)) r
  RETURNING id, regio_id, organisatie_id
), wacht AS (
  INSERT INTO netwerk_wachttijd (uuid, voorziening_id, fase, doelgroep, weken_van, weken_tot,
    gemeten_op, geldig_tot, methode, toelichting, door, ingevoerd_op)
  SELECT gen_random_uuid(), id, 'aanmeld', '', 2, 4, current_date, current_date + 90,
    'verwacht', '', 'Team', now() FROM v
), controle AS (
  INSERT INTO netwerk_controle (voorziening_id, veld, gecontroleerd_op)
  SELECT id, 'rest', current_date FROM v
), melding AS (
  INSERT INTO netwerk_melding (uuid, nummer, voorziening_id, veld, tekst, email, gemeld_op,
    status, antwoord)
  SELECT gen_random_uuid(), 'L' || lpad((id - 5000000)::text, 5, '0'), id, 'anders',
    'Dit klopt niet.', '', now() - id % 100 * interval '1 hour', 'ontvangen', '' FROM v
), voorstel AS (
  INSERT INTO netwerk_voorstel (uuid, naam, stap, velden, toelichting, namens, gedaan_op,
    status, antwoord, organisatie_id, regio_id, voorziening_id)
  SELECT gen_random_uuid(), 'Lijst', 'aanmelden', '[]', 'Zo is het.', 'Team', now(), 'open', '',
    organisatie_id, regio_id, id FROM v
), mens AS (
  INSERT INTO toegang_gebruiker (id, uuid, email, naam, password, is_active, sinds)
  SELECT id, gen_random_uuid(), 'lijst' || n || '@demo.example', 'Lijst Mens ' || n, '!', true,
    now() FROM n RETURNING id
)
INSERT INTO toegang_rol (uuid, soort, van, gebruiker_id, organisatie_id)
SELECT gen_random_uuid(), 'professional', current_date, mens.id, wie.organisatie_id
FROM mens, wie;
