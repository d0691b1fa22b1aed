-- Saving and cutting ballots (K7; docs/adr/0004). Locks are taken in one order: ronde,
-- kaart, stembriefje, antwoord. A save holds its card FOR SHARE until it commits, so that
-- it is either in the frozen outcome or refused: whoever opens the card updates that row
-- and waits for the saves under way; a save that waited sees the new state.

-- The card of a round when it takes answers from one of `groepen`; uitslag '' when it does.
CREATE FUNCTION stemmen_kaart(welke_ronde bigint, kaart text, groepen text[],
  OUT uitslag text, OUT thema bigint)
LANGUAGE plpgsql AS $$
DECLARE nu_is text;
BEGIN
  SELECT k.stand, k.thema_id INTO nu_is, thema
  FROM kompas_rondekaart k JOIN kompas_thema t ON t.id = k.thema_id
  WHERE k.ronde_id = welke_ronde AND t.sleutel = kaart AND k.voor_groepen ?| groepen
  FOR SHARE OF k;
  uitslag := CASE WHEN thema IS NULL THEN 'onbekend' WHEN nu_is <> 'dicht' THEN 'open' ELSE '' END;
END $$;

-- No ballot with this mark: the round was closed meanwhile. Each of the three saves answers with `uitslag` (bewaard, oud, open, gesloten, onbekend)
-- and `laatste`, the version that is kept now. `nieuw` is the device's count and the
-- highest wins; a repeat changes nothing. `nu`: a person pressed the button at this moment,
-- so what differs is saved whatever the count (a second tab, no script).
CREATE FUNCTION stemmen_bewaar_stelling(welke_ronde bigint, merk bytea, groepen text[], kaart text,
  plaats int, keer int, keus text, woorden text, nieuw bigint, nu boolean,
  OUT uitslag text, OUT laatste bigint)
LANGUAGE plpgsql AS $$
DECLARE dit_thema bigint; dit_briefje uuid; deze bigint;
BEGIN
  SELECT k.uitslag, k.thema INTO uitslag, dit_thema FROM stemmen_kaart(welke_ronde, kaart, groepen) k;
  IF uitslag <> '' THEN RETURN; END IF;
  SELECT s.id INTO deze FROM kompas_stelling s WHERE s.thema_id = dit_thema AND s.volgorde = plaats;
  SELECT b.id INTO dit_briefje FROM kompas_stembriefje b WHERE b.kenmerk = merk AND b.ronde_id = welke_ronde;
  uitslag := CASE WHEN dit_briefje IS NULL THEN 'gesloten' WHEN deze IS NULL THEN 'onbekend' ELSE 'bewaard' END;
  IF uitslag <> 'bewaard' THEN RETURN; END IF;
  INSERT INTO kompas_stellingantwoord AS a
    (stembriefje_id, stelling_id, beurt, keuze, opmerking, versie, verborgen_reden)
  VALUES (dit_briefje, deze, keer, keus, woorden, nieuw, '')
  ON CONFLICT (stembriefje_id, stelling_id, beurt) DO UPDATE
    SET keuze = excluded.keuze, opmerking = excluded.opmerking,
        versie = greatest(excluded.versie, a.versie + 1)
    WHERE a.versie < excluded.versie
       OR (nu AND (a.keuze, a.opmerking) IS DISTINCT FROM (excluded.keuze, excluded.opmerking))
  RETURNING a.versie INTO laatste;
  IF laatste IS NULL THEN
    SELECT a.versie, CASE WHEN (a.keuze, a.opmerking) = (keus, woorden) THEN 'bewaard' ELSE 'oud' END
      INTO laatste, uitslag
    FROM kompas_stellingantwoord a
    WHERE a.stembriefje_id = dit_briefje AND a.stelling_id = deze AND a.beurt = keer;
  END IF;
END $$;

CREATE FUNCTION stemmen_bewaar_vraag(welke_ronde bigint, merk bytea, groepen text[], kaart text,
  plaats int, woorden text, nieuw bigint, nu boolean, OUT uitslag text, OUT laatste bigint)
LANGUAGE plpgsql AS $$
DECLARE dit_thema bigint; dit_briefje uuid; deze bigint;
BEGIN
  SELECT k.uitslag, k.thema INTO uitslag, dit_thema FROM stemmen_kaart(welke_ronde, kaart, groepen) k;
  IF uitslag <> '' THEN RETURN; END IF;
  SELECT v.id INTO deze FROM kompas_openvraag v WHERE v.thema_id = dit_thema AND v.nummer = plaats;
  SELECT b.id INTO dit_briefje FROM kompas_stembriefje b WHERE b.kenmerk = merk AND b.ronde_id = welke_ronde;
  uitslag := CASE WHEN dit_briefje IS NULL THEN 'gesloten' WHEN deze IS NULL THEN 'onbekend' ELSE 'bewaard' END;
  IF uitslag <> 'bewaard' THEN RETURN; END IF;
  INSERT INTO kompas_openantwoord AS a (stembriefje_id, vraag_id, tekst, versie)
  VALUES (dit_briefje, deze, woorden, nieuw)
  ON CONFLICT (stembriefje_id, vraag_id) DO UPDATE
    SET tekst = excluded.tekst, versie = greatest(excluded.versie, a.versie + 1)
    WHERE a.versie < excluded.versie OR (nu AND a.tekst <> excluded.tekst)
  RETURNING a.versie INTO laatste;
  IF laatste IS NULL THEN
    SELECT a.versie, CASE WHEN a.tekst = woorden THEN 'bewaard' ELSE 'oud' END INTO laatste, uitslag
    FROM kompas_openantwoord a WHERE a.stembriefje_id = dit_briefje AND a.vraag_id = deze;
  END IF;
END $$;

-- The inventory stands on the card with the open questions.
CREATE FUNCTION stemmen_bewaar_werkwijze(welke_ronde bigint, merk bytea, groepen text[], kaart text,
  welke_werkwijze text, keus text, nieuw bigint, nu boolean, OUT uitslag text, OUT laatste bigint)
LANGUAGE plpgsql AS $$
DECLARE dit_thema bigint; dit_briefje uuid; deze bigint;
BEGIN
  SELECT k.uitslag, k.thema INTO uitslag, dit_thema FROM stemmen_kaart(welke_ronde, kaart, groepen) k;
  IF uitslag <> '' THEN RETURN; END IF;
  SELECT w.id INTO deze FROM kompas_werkwijze w JOIN kompas_thema t ON t.editie_id = w.editie_id
  WHERE t.id = dit_thema AND w.sleutel = welke_werkwijze
    AND EXISTS (SELECT FROM kompas_openvraag v WHERE v.thema_id = t.id);
  SELECT b.id INTO dit_briefje FROM kompas_stembriefje b WHERE b.kenmerk = merk AND b.ronde_id = welke_ronde;
  uitslag := CASE WHEN dit_briefje IS NULL THEN 'gesloten' WHEN deze IS NULL THEN 'onbekend' ELSE 'bewaard' END;
  IF uitslag <> 'bewaard' THEN RETURN; END IF;
  INSERT INTO kompas_inventarisantwoord AS a (stembriefje_id, werkwijze_id, gebruik, versie)
  VALUES (dit_briefje, deze, keus, nieuw)
  ON CONFLICT (stembriefje_id, werkwijze_id) DO UPDATE
    SET gebruik = excluded.gebruik, versie = greatest(excluded.versie, a.versie + 1)
    WHERE a.versie < excluded.versie OR (nu AND a.gebruik <> excluded.gebruik)
  RETURNING a.versie INTO laatste;
  IF laatste IS NULL THEN
    SELECT a.versie, CASE WHEN a.gebruik = keus THEN 'bewaard' ELSE 'oud' END INTO laatste, uitslag
    FROM kompas_inventarisantwoord a WHERE a.stembriefje_id = dit_briefje AND a.werkwijze_id = deze;
  END IF;
END $$;

-- Closing: every answer gets a slip of its own, with a new name and a new place, in the
-- order of those names. So no two answers of a person lie together any more, and nothing
-- of the old ballot is left. `zonder_groep`: themes whose groups may not be told apart.
-- One function a kind of answer, so that none comes near the clock of a statement.
CREATE FUNCTION stemmen_los_stellingen(welke_ronde bigint, zonder_groep bigint[]) RETURNS void
LANGUAGE sql AS $$
  WITH weg AS (
    DELETE FROM kompas_stellingantwoord a USING kompas_stembriefje b, kompas_stelling s
    WHERE b.id = a.stembriefje_id AND b.ronde_id = welke_ronde AND s.id = a.stelling_id
    RETURNING a.*, CASE WHEN s.thema_id = ANY (zonder_groep) THEN '' ELSE b.groep END AS groep),
  los AS MATERIALIZED (
    SELECT gen_random_uuid() AS id, weg.* FROM weg WHERE weg.keuze <> '' OR weg.opmerking <> ''),
  briefje AS (
    INSERT INTO kompas_stembriefje (id, ronde_id, groep)
    SELECT id, welke_ronde, groep FROM los ORDER BY id)
  INSERT INTO kompas_stellingantwoord (stembriefje_id, stelling_id, beurt, keuze, opmerking,
    versie, verborgen_op, verborgen_door_id, verborgen_reden)
  SELECT id, stelling_id, beurt, keuze, opmerking, 0, verborgen_op, verborgen_door_id, verborgen_reden
  FROM los ORDER BY id $$;

CREATE FUNCTION stemmen_los_vragen(welke_ronde bigint, zonder_groep bigint[]) RETURNS void
LANGUAGE sql AS $$
  WITH weg AS (
    DELETE FROM kompas_openantwoord a USING kompas_stembriefje b, kompas_openvraag v
    WHERE b.id = a.stembriefje_id AND b.ronde_id = welke_ronde AND v.id = a.vraag_id
    RETURNING a.*, CASE WHEN v.thema_id = ANY (zonder_groep) THEN '' ELSE b.groep END AS groep),
  los AS MATERIALIZED (SELECT gen_random_uuid() AS id, weg.* FROM weg WHERE weg.tekst <> ''),
  briefje AS (
    INSERT INTO kompas_stembriefje (id, ronde_id, groep)
    SELECT id, welke_ronde, groep FROM los ORDER BY id)
  INSERT INTO kompas_openantwoord (stembriefje_id, vraag_id, tekst, versie)
  SELECT id, vraag_id, tekst, 0 FROM los ORDER BY id $$;

CREATE FUNCTION stemmen_los_werkwijzen(welke_ronde bigint, zonder_groep bigint[]) RETURNS void
LANGUAGE sql AS $$
  WITH weg AS (
    DELETE FROM kompas_inventarisantwoord a USING kompas_stembriefje b
    WHERE b.id = a.stembriefje_id AND b.ronde_id = welke_ronde
    RETURNING a.*, CASE WHEN EXISTS (SELECT FROM kompas_openvraag v WHERE v.thema_id = ANY (zonder_groep))
      THEN '' ELSE b.groep END AS groep),
  los AS MATERIALIZED (SELECT gen_random_uuid() AS id, weg.* FROM weg WHERE weg.gebruik <> ''),
  briefje AS (
    INSERT INTO kompas_stembriefje (id, ronde_id, groep)
    SELECT id, welke_ronde, groep FROM los ORDER BY id)
  INSERT INTO kompas_inventarisantwoord (stembriefje_id, werkwijze_id, gebruik, versie)
  SELECT id, werkwijze_id, gebruik, 0 FROM los ORDER BY id $$;

-- The old ballots, the devices of guests, and who finished which card: with few people
-- that would say whose the only answer of a group is.
CREATE FUNCTION stemmen_vergeet(welke_ronde bigint) RETURNS void
LANGUAGE sql AS $$
  DELETE FROM kompas_stembriefje WHERE ronde_id = welke_ronde AND kenmerk IS NOT NULL;
  DELETE FROM kompas_kaartklaar r USING kompas_deelname d
  WHERE d.id = r.deelname_id AND d.ronde_id = welke_ronde;
  UPDATE kompas_deelname SET gast_hash = '' WHERE ronde_id = welke_ronde AND gast_hash <> '' $$;

-- What the old ballots leave on disk is cleared within a minute or so by the server itself:
-- a process that logs in as nk_web may not VACUUM.
ALTER TABLE kompas_stembriefje SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1);
ALTER TABLE kompas_stellingantwoord SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1,
  toast.autovacuum_vacuum_scale_factor = 0, toast.autovacuum_vacuum_threshold = 1);
ALTER TABLE kompas_openantwoord SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1,
  toast.autovacuum_vacuum_scale_factor = 0, toast.autovacuum_vacuum_threshold = 1);
ALTER TABLE kompas_inventarisantwoord SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1);
ALTER TABLE kompas_kaartklaar SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1);
ALTER TABLE kompas_deelname SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1);
