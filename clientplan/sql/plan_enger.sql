-- Whose words they are stands in the same policy as where they may stand. Not in RESTRICTIVE
-- ones: nk_owner inherits nk_web, and would be held to them in a data migration.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['kijk', 'concept'] LOOP
    EXECUTE format('DROP POLICY toevoegen ON clientplan_%s', t);
    EXECUTE format('DROP POLICY wijzigen ON clientplan_%s', t);
    EXECUTE format('DROP POLICY verwijderen ON clientplan_%s', t);
    EXECUTE format('CREATE POLICY toevoegen ON clientplan_%s FOR INSERT TO nk_web, nk_worker
      WITH CHECK (slot = ANY (ARRAY(SELECT poort.sloten(2)))
        AND auteur_id = (SELECT poort.persoon()))', t);
    EXECUTE format('CREATE POLICY wijzigen ON clientplan_%s FOR UPDATE TO nk_web, nk_worker
      USING (slot = ANY (ARRAY(SELECT poort.sloten(2)))
        AND auteur_id = (SELECT poort.persoon()))', t);
    EXECUTE format('CREATE POLICY verwijderen ON clientplan_%s FOR DELETE TO nk_web, nk_worker
      USING (slot = ANY (ARRAY(SELECT poort.sloten(2)))
        AND auteur_id = (SELECT poort.persoon()))', t);
  END LOOP;
END $$;
-- they are written anew, and never moved to another piece or another's name
REVOKE UPDATE ON clientplan_kijk, clientplan_concept FROM nk_web, nk_worker;
GRANT UPDATE (tekst_box, geschreven_op) ON clientplan_kijk TO nk_web;
GRANT UPDATE (nummer, woorden_box, op) ON clientplan_concept TO nk_web;
DROP POLICY eigen_stem ON clientplan_kijk;
DROP POLICY eigen_stem_wijzigen ON clientplan_kijk;
DROP POLICY eigen_stem_weg ON clientplan_kijk;
DROP POLICY eigen_concept ON clientplan_concept;
-- a draft: its author alone, as long as the part is open
DROP POLICY lezen ON clientplan_concept;
CREATE POLICY lezen ON clientplan_concept FOR SELECT TO nk_web, nk_worker
  USING (slot = ANY (ARRAY(SELECT poort.sloten(2))) AND auteur_id = (SELECT poort.persoon()));
-- a version is signed by who saves it
DROP POLICY toevoegen ON clientplan_versie;
CREATE POLICY toevoegen ON clientplan_versie FOR INSERT TO nk_web, nk_worker
  WITH CHECK (slot = ANY (ARRAY(SELECT poort.sloten(3)))
    AND door_id = (SELECT poort.persoon()));

-- A piece is changed in one's own name, and never becomes another client's or another piece;
-- only who owns the part throws it away.
DO $$
DECLARE t text; deel text; velden text;
BEGIN
  FOR t, deel, velden IN VALUES
    ('verhaal', 'verhaal', 'fase'),
    ('doel', 'doelen', 'domein, herstel, stand, stand_op'),
    ('stap', 'doelen', 'gedaan_op, volgorde'),
    ('afspraak', 'afspraken', 'doel_id, uitvoerder_id, voor_op, gedaan_op'),
    ('signaal', 'signaleringsplan', 'fase, soort, volgorde'),
    ('crisiskaart', 'crisiskaart', 'nakijken_op'),
    ('kaartpersoon', 'crisiskaart', 'volgorde, betrokkenheid_id')
  LOOP
    EXECUTE format('REVOKE UPDATE ON clientplan_%s FROM nk_web, nk_worker', t);
    EXECUTE format('GRANT UPDATE (nummer, woorden_box, gewijzigd_op, gewijzigd_door_id, %s)
      ON clientplan_%s TO nk_web', velden, t);
    EXECUTE format('DROP POLICY toevoegen ON clientplan_%s', t);
    EXECUTE format('CREATE POLICY toevoegen ON clientplan_%s FOR INSERT TO nk_web, nk_worker
      WITH CHECK (client_id = ANY (ARRAY(SELECT poort.clienten(%L, 3)))
        AND gewijzigd_door_id = (SELECT poort.persoon()))', t, deel);
    EXECUTE format('DROP POLICY wijzigen ON clientplan_%s', t);
    EXECUTE format('CREATE POLICY wijzigen ON clientplan_%s FOR UPDATE TO nk_web, nk_worker
      USING (client_id = ANY (ARRAY(SELECT poort.clienten(%L, 3))))
      WITH CHECK (client_id = ANY (ARRAY(SELECT poort.clienten(%L, 3)))
        AND gewijzigd_door_id = (SELECT poort.persoon()))', t, deel, deel);
    EXECUTE format('DROP POLICY verwijderen ON clientplan_%s', t);
    EXECUTE format('CREATE POLICY verwijderen ON clientplan_%s FOR DELETE TO nk_web, nk_worker
      USING (client_id = ANY (ARRAY(SELECT poort.clienten(%L, 4))))', t, deel);
  END LOOP;
END $$;

-- Whether who is named agreed is not for who writes the card (3): a person comes on it unasked,
-- and until there is the one function in which they answer, or the client says that they were
-- asked, nothing sets it. That function has to ask again when the words or the person change.
DROP POLICY toevoegen ON clientplan_kaartpersoon;
CREATE POLICY toevoegen ON clientplan_kaartpersoon FOR INSERT TO nk_web, nk_worker
  WITH CHECK (client_id = ANY (ARRAY(SELECT poort.clienten('crisiskaart', 3)))
    AND gewijzigd_door_id = (SELECT poort.persoon()) AND akkoord IS NULL
    AND akkoord_op IS NULL);

-- Who is named is somebody round this client.
ALTER TABLE clientplan_kaartpersoon ADD CONSTRAINT kaartpersoon_of_its_client
  FOREIGN KEY (betrokkenheid_id, client_id)
  REFERENCES netwerk_betrokkenheid (id, client_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE clientplan_afspraak ADD CONSTRAINT uitvoerder_of_its_client
  FOREIGN KEY (uitvoerder_id, client_id)
  REFERENCES netwerk_betrokkenheid (id, client_id) DEFERRABLE INITIALLY DEFERRED;
