-- The append-only log (T6). Lines are written in the transaction of the act; the chain is
-- tied at COMMIT by a deferred trigger, so that the head of a region is locked for the
-- length of a commit and not for the length of a request.
CREATE SCHEMA logboek;

CREATE TABLE logboek.regel (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  regio text NOT NULL, op timestamptz NOT NULL,
  actie "char" NOT NULL CHECK (actie IN ('C', 'R', 'U', 'D', 'E')),
  uitkomst smallint NOT NULL CHECK (uitkomst IN (0, 4, 8, 12)),
  persoon text NOT NULL, taak text NOT NULL, rol text NOT NULL, organisatie text NOT NULL,
  namens text NOT NULL, oogmerk text NOT NULL, client text NOT NULL, object_soort text NOT NULL,
  object_id text NOT NULL, onderdeel text NOT NULL, grond text NOT NULL,
  nood boolean NOT NULL, vanaf text NOT NULL, ingelogd_met text NOT NULL, spoor text NOT NULL);

CREATE TABLE logboek.schakel (  -- one link per line, in the order of committing
  regio text NOT NULL, volgnummer bigint NOT NULL, regel_id bigint NOT NULL UNIQUE REFERENCES logboek.regel,
  hash bytea NOT NULL, PRIMARY KEY (regio, volgnummer));
CREATE TABLE logboek.kop (regio text PRIMARY KEY, volgnummer bigint NOT NULL, hash bytea NOT NULL);

-- Length-prefixed, so that ('ab','c') and ('a','bc') differ; times in UTC microseconds.
CREATE FUNCTION logboek.canoniek(r logboek.regel) RETURNS bytea LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, pg_temp AS $$
  SELECT string_agg(decode(lpad(to_hex(octet_length(v)), 8, '0'), 'hex') || v, ''::bytea ORDER BY n)
  FROM unnest(ARRAY[
    r.id::text, r.regio, (extract(epoch FROM r.op) * 1000000)::bigint::text, r.actie::text,
    r.uitkomst::text, r.persoon, r.taak, r.rol, r.organisatie, r.namens, r.oogmerk, r.client,
    r.object_soort, r.object_id, r.onderdeel, r.grond, r.nood::text, r.vanaf, r.ingelogd_met,
    r.spoor]) WITH ORDINALITY AS f (t, n), LATERAL (SELECT convert_to(t, 'UTF8') AS v) x $$;

CREATE FUNCTION logboek.schakel_aan() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE vorige logboek.kop; nieuw bytea;
BEGIN
  INSERT INTO logboek.kop VALUES (NEW.regio, 0, ''::bytea) ON CONFLICT DO NOTHING;
  SELECT * INTO vorige FROM logboek.kop WHERE regio = NEW.regio FOR UPDATE;
  nieuw := sha256(vorige.hash || logboek.canoniek(NEW));
  INSERT INTO logboek.schakel VALUES (NEW.regio, vorige.volgnummer + 1, NEW.id, nieuw);
  UPDATE logboek.kop SET volgnummer = vorige.volgnummer + 1, hash = nieuw WHERE regio = NEW.regio;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER keten AFTER INSERT ON logboek.regel
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION logboek.schakel_aan();

CREATE FUNCTION logboek.weiger() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'het logboek groeit alleen' USING ERRCODE = 'insufficient_privilege'; END $$;
CREATE TRIGGER alleen_groeien BEFORE UPDATE OR DELETE OR TRUNCATE ON logboek.regel
  FOR EACH STATEMENT EXECUTE FUNCTION logboek.weiger();
CREATE TRIGGER alleen_groeien BEFORE UPDATE OR DELETE OR TRUNCATE ON logboek.schakel
  FOR EACH STATEMENT EXECUTE FUNCTION logboek.weiger();

-- The one door. Who asks comes from the transaction's settings, never from an argument.
CREATE FUNCTION logboek.schrijf(regio text, actie "char", uitkomst int, client text,
  object_soort text, object_id text, onderdeel text, grond text, nood boolean DEFAULT false)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  wie text := current_setting('nk.persoon', true);
  taak text := current_setting('nk.taak', true);
  oogmerk text := current_setting('nk.oogmerk', true);
BEGIN
  IF coalesce(wie, '') = '' AND coalesce(taak, '') = '' THEN
    RAISE EXCEPTION 'niemand vraagt dit' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO logboek.regel (regio, op, actie, uitkomst, persoon, taak, rol, organisatie, namens, oogmerk,
    client, object_soort, object_id, onderdeel, grond, nood, vanaf, ingelogd_met, spoor)
  VALUES (regio, clock_timestamp(), actie, uitkomst, coalesce(wie, ''), coalesce(taak, ''),
    coalesce(current_setting('nk.rol', true), ''), coalesce(current_setting('nk.organisatie', true), ''),
    coalesce(current_setting('nk.namens', true), ''), coalesce(oogmerk, ''), client, object_soort, object_id,
    onderdeel, grond, nood, coalesce(current_setting('nk.vanaf', true), ''),
    coalesce(current_setting('nk.ingelogd_met', true), ''), coalesce(current_setting('nk.spoor', true), ''));
END $$;

-- Says where the chain of a region breaks; no rows when it holds.
CREATE FUNCTION logboek.breuken(welke text) RETURNS TABLE (volgnummer bigint, wat text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE rij record; hash bytea := ''; verwacht bigint := 1; kop logboek.kop;
BEGIN
  FOR rij IN SELECT s.volgnummer AS nr, s.hash AS h, r FROM logboek.schakel s
      LEFT JOIN logboek.regel r ON r.id = s.regel_id WHERE s.regio = welke ORDER BY 1 LOOP
    IF rij.nr <> verwacht THEN volgnummer := verwacht; wat := 'schakel ontbreekt'; RETURN NEXT; END IF;
    hash := sha256(hash || coalesce(logboek.canoniek(rij.r), ''));
    IF hash <> rij.h THEN volgnummer := rij.nr; wat := 'inhoud klopt niet'; RETURN NEXT; END IF;
    hash := rij.h; verwacht := rij.nr + 1;
  END LOOP;
  SELECT * INTO kop FROM logboek.kop WHERE regio = welke;
  IF kop.volgnummer IS DISTINCT FROM verwacht - 1 THEN volgnummer := verwacht; wat := 'staart ontbreekt'; RETURN NEXT; END IF;
  RETURN QUERY SELECT NULL::bigint, format('regel %s zonder schakel', r.id) FROM logboek.regel r
    WHERE r.regio = welke AND NOT EXISTS (SELECT FROM logboek.schakel s WHERE s.regel_id = r.id);
END $$;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA logboek FROM PUBLIC;
GRANT USAGE ON SCHEMA logboek TO nk_web, nk_worker, nk_loglezer;
GRANT EXECUTE ON FUNCTION logboek.schrijf TO nk_web, nk_worker, nk_owner;
GRANT SELECT ON logboek.regel, logboek.schakel, logboek.kop TO nk_loglezer;
GRANT EXECUTE ON FUNCTION logboek.breuken TO nk_loglezer;
