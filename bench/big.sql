-- Two open rounds of one traject, the second with ten times the people of the first. All of
-- them answered every statement; the cards are open, so the outcome can be looked at.
-- Codes: BIG025 and BIG250. No ballot can be used by a device: none knows a secret for it.
WITH bron AS (
  SELECT r.*, t.id AS traject FROM kompas_ronde r JOIN kompas_traject t ON t.id = r.traject_id
  WHERE r.gesloten_op IS NULL ORDER BY r.id LIMIT 1
), ronde AS (
  INSERT INTO kompas_ronde (uuid, traject_id, editie_id, nummer, naam, weergave, code,
    sleutel_naam, sleutel_box, geopend_op, laatste_antwoord_dag)
  SELECT gen_random_uuid(), traject, editie_id, 100 + size, 'Groot ' || size, weergave,
    'BIG' || lpad(size::text, 3, '0'), sleutel_naam, sleutel_box, now(), current_date
  FROM bron, (VALUES (25), (250)) AS v (size)
  RETURNING id, nummer - 100 AS size, editie_id
), kaart AS (
  INSERT INTO kompas_rondekaart (ronde_id, thema_id, voor_groepen, weergave, stand, geopend_op)
  SELECT ronde.id, thema.id, '["ervaring", "uitvoering", "beleid"]'::jsonb, 'open_gesprek', 'open', now()
  FROM ronde JOIN kompas_thema thema ON thema.editie_id = ronde.editie_id
  RETURNING id, ronde_id
), mens AS (
  SELECT ronde.id AS ronde_id, editie_id, n, gen_random_uuid() AS briefje,
    (ARRAY['ervaring', 'uitvoering', 'beleid'])[1 + n % 3] AS groep,
    (ARRAY['client', 'uitvoerder', 'beleidsmaker'])[1 + n % 3] AS rol
  FROM ronde, generate_series(1, size) n
), deelname AS (
  INSERT INTO kompas_deelname (ronde_id, gast_hash, groep, rol, betaald)
  SELECT ronde_id, 'bench' || ronde_id || '-' || n, groep, rol, false FROM mens
  RETURNING id, ronde_id
), klaar AS (
  INSERT INTO kompas_kaartklaar (deelname_id, kaart_id)
  SELECT deelname.id, kaart.id FROM deelname JOIN kaart USING (ronde_id)
), briefje AS (
  INSERT INTO kompas_stembriefje (id, ronde_id, groep, kenmerk)
  SELECT briefje, ronde_id, groep, sha256(briefje::text::bytea) FROM mens
  RETURNING id
)
INSERT INTO kompas_stellingantwoord (stembriefje_id, stelling_id, beurt, versie, keuze, opmerking, verborgen_reden)
SELECT mens.briefje, stelling.id, 1, 1,
  (ARRAY['1', '2', '3', '4', '5', 'weet_niet', '4', '3'])[1 + (n * 7 + stelling.id * 3) % 8],
  CASE WHEN (n + stelling.id) % 20 = 0 THEN 'Dit kan beter als we elkaar vaker spreken.' ELSE '' END, ''
FROM mens JOIN kompas_thema thema ON thema.editie_id = mens.editie_id
  JOIN kompas_stelling stelling ON stelling.thema_id = thema.id
  JOIN briefje ON briefje.id = mens.briefje;
