-- A picture in the story: placed in one's own name by who may write (3), taken away and put
-- back by the same, wiped by who owns the part (4). The picture itself is never changed.
CALL poort.beveilig('clientplan_verhaalbeeld', 'client_id', 'poort.clienten(''verhaal'', 1)',
  'poort.clienten(''verhaal'', 3)');
REVOKE UPDATE ON clientplan_verhaalbeeld FROM nk_web, nk_worker;
GRANT UPDATE (weg_op) ON clientplan_verhaalbeeld TO nk_web;
DROP POLICY toevoegen ON clientplan_verhaalbeeld;
CREATE POLICY toevoegen ON clientplan_verhaalbeeld FOR INSERT TO nk_web, nk_worker
  WITH CHECK (client_id = ANY (ARRAY(SELECT poort.clienten('verhaal', 3)))
    AND geplaatst_door_id = (SELECT poort.persoon()));
DROP POLICY verwijderen ON clientplan_verhaalbeeld;
CREATE POLICY verwijderen ON clientplan_verhaalbeeld FOR DELETE TO nk_web, nk_worker
  USING (client_id = ANY (ARRAY(SELECT poort.clienten('verhaal', 4))));

-- Where somebody stands in their recovery is theirs to say: not for who writes along, and not
-- for who acts for them. A policy sees no old row, so a trigger compares.
CREATE FUNCTION poort.eigen_fase() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF current_user IN ('nk_web', 'nk_worker')
    AND NEW.fase IS DISTINCT FROM (CASE TG_OP WHEN 'UPDATE' THEN OLD.fase ELSE '' END)
    AND NEW.client_id NOT IN (SELECT poort.eigen())
  THEN
    RAISE EXCEPTION 'row-level security: fase is set by the client alone'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER eigen_fase BEFORE INSERT OR UPDATE ON clientplan_verhaal
  FOR EACH ROW EXECUTE FUNCTION poort.eigen_fase();

-- A page of the diary stays whose and of when it is.
REVOKE UPDATE ON clientplan_dagboekblad FROM nk_web, nk_worker;
GRANT UPDATE (tekst_box) ON clientplan_dagboekblad TO nk_web;
CALL poort.vindbaar('clientplan_verhaalbeeld', 'verhaal');
