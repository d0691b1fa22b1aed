-- Walls round the parts of the plan (netwerk/sql/poort.sql). Words are changed by who owns
-- them or may write without a voorstel (3); who may contribute (2) adds a voice of their own.
DO $$
DECLARE t text; deel text;
BEGIN
  FOR t, deel IN VALUES
    ('verhaal', 'verhaal'), ('doel', 'doelen'), ('stap', 'doelen'),
    ('afspraak', 'afspraken'), ('signaal', 'signaleringsplan'),
    ('crisiskaart', 'crisiskaart'), ('kaartpersoon', 'crisiskaart'),
    ('dagboekblad', 'dagboek')
  LOOP
    CALL poort.beveilig(format('clientplan_%s', t)::regclass, 'client_id',
      format('poort.clienten(%L, 1)', deel), format('poort.clienten(%L, 3)', deel));
  END LOOP;
END $$;

CALL poort.beveilig('clientplan_versie', 'slot', 'poort.sloten(1)', 'poort.sloten(3)');
REVOKE UPDATE, DELETE ON clientplan_versie FROM nk_web, nk_worker;

-- a voice: read with the part, written by its author alone
CALL poort.beveilig('clientplan_kijk', 'slot', 'poort.sloten(1)', 'poort.sloten(2)');
CREATE POLICY eigen_stem ON clientplan_kijk AS RESTRICTIVE FOR INSERT TO nk_web, nk_worker
  WITH CHECK (auteur_id = poort.persoon());
CREATE POLICY eigen_stem_wijzigen ON clientplan_kijk AS RESTRICTIVE
  FOR UPDATE TO nk_web, nk_worker USING (auteur_id = (SELECT poort.persoon()));
CREATE POLICY eigen_stem_weg ON clientplan_kijk AS RESTRICTIVE
  FOR DELETE TO nk_web, nk_worker USING (auteur_id = (SELECT poort.persoon()));

-- a draft: its author alone, as long as the part is open
CALL poort.beveilig('clientplan_concept', 'slot', 'poort.sloten(2)', 'poort.sloten(2)');
CREATE POLICY eigen_concept ON clientplan_concept AS RESTRICTIVE TO nk_web, nk_worker
  USING (auteur_id = (SELECT poort.persoon()));

-- a step or an agreement cannot be another client's than its goal
ALTER TABLE clientplan_stap ADD CONSTRAINT stap_of_its_client
  FOREIGN KEY (doel_id, client_id) REFERENCES clientplan_doel (id, client_id)
  DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE clientplan_afspraak ADD CONSTRAINT afspraak_of_its_client
  FOREIGN KEY (doel_id, client_id) REFERENCES clientplan_doel (id, client_id)
  DEFERRABLE INITIALLY DEFERRED;
