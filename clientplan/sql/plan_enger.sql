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
  WITH CHECK (slot = ANY (ARRAY(SELECT poort.sloten(3))) AND door_id = (SELECT poort.persoon()));
