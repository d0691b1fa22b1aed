-- What the log says about one client, and what the people of one organisation did, is found
-- quickly among millions of lines.
CREATE INDEX regel_van_client ON logboek.regel (client, op DESC, id DESC)
  WHERE client <> '';
CREATE INDEX regel_van_organisatie ON logboek.regel (organisatie, op DESC, id DESC)
  WHERE organisatie <> '';

-- As in logboek.sql, and: who acts for a client does so on their behalf, and each ground has
-- its purpose, so that neither is forgotten by who writes the line.
CREATE OR REPLACE FUNCTION logboek.schrijf(regio text, actie "char", uitkomst int, client text,
  object_soort text, object_id text, onderdeel text, grond text, nood boolean DEFAULT false)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  wie text := current_setting('nk.persoon', true);
  taak text := current_setting('nk.taak', true);
  waarop text := split_part(grond, ':', 1);
  namens text := coalesce(current_setting('nk.namens', true), '');
  oogmerk text := coalesce(current_setting('nk.oogmerk', true), '');
BEGIN
  IF coalesce(wie, '') = '' AND coalesce(taak, '') = '' THEN
    RAISE EXCEPTION 'niemand vraagt dit' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF namens = '' AND waarop = 'vertegenwoordiging' THEN namens := client; END IF;
  IF oogmerk = '' THEN
    oogmerk := CASE waarop
      WHEN 'eigen plan' THEN 'eigen gebruik' WHEN 'toestemming' THEN 'ondersteuning'
      WHEN 'behandeling' THEN 'behandeling' WHEN 'vertegenwoordiging' THEN 'vertegenwoordiging'
      WHEN 'noodtoegang' THEN 'noodhulp' ELSE '' END;
  END IF;
  INSERT INTO logboek.regel (regio, op, actie, uitkomst, persoon, taak, rol, organisatie, namens, oogmerk,
    client, object_soort, object_id, onderdeel, grond, nood, vanaf, ingelogd_met, spoor)
  VALUES (regio, clock_timestamp(), actie, uitkomst, coalesce(wie, ''), coalesce(taak, ''),
    coalesce(current_setting('nk.rol', true), ''), coalesce(current_setting('nk.organisatie', true), ''),
    namens, oogmerk, client, object_soort, object_id,
    onderdeel, grond, nood, coalesce(current_setting('nk.vanaf', true), ''),
    coalesce(current_setting('nk.ingelogd_met', true), ''), coalesce(current_setting('nk.spoor', true), ''));
END $$;
