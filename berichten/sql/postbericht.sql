-- Messages to one person in one role. Anybody who acts may leave one; its reader alone sees it,
-- from the moment on that it is for, and can only say that it was read.
ALTER TABLE berichten_postbericht ENABLE ROW LEVEL SECURITY;
ALTER TABLE berichten_postbericht FORCE ROW LEVEL SECURITY;
CREATE POLICY van_mij ON berichten_postbericht FOR SELECT TO nk_web, nk_worker
  USING (gebruiker_id = (SELECT nullif(current_setting('nk.persoon', true), '')::bigint)
    AND rol = (SELECT current_setting('nk.rol', true))
    AND zichtbaar_vanaf <= (SELECT nullif(current_setting('nk.nu', true), '')::timestamptz));
CREATE POLICY gelezen ON berichten_postbericht FOR UPDATE TO nk_web, nk_worker
  USING (gebruiker_id = (SELECT nullif(current_setting('nk.persoon', true), '')::bigint)
    AND rol = (SELECT current_setting('nk.rol', true))
    AND zichtbaar_vanaf <= (SELECT nullif(current_setting('nk.nu', true), '')::timestamptz));
CREATE POLICY achterlaten ON berichten_postbericht FOR INSERT TO nk_web, nk_worker
  WITH CHECK ((SELECT coalesce(current_setting('nk.persoon', true), '')
    || coalesce(current_setting('nk.taak', true), '')) <> '');
-- the job that mails that there is one, and the job that turns the ring: by their purpose
CREATE POLICY versturen_lezen ON berichten_postbericht FOR SELECT TO nk_worker
  USING ((SELECT current_setting('nk.taak', true)) IN ('versturen', 'sleutels_draaien'));
CREATE POLICY versturen ON berichten_postbericht FOR UPDATE TO nk_worker
  USING ((SELECT current_setting('nk.taak', true)) IN ('versturen', 'sleutels_draaien'));
CREATE POLICY onderhoud ON berichten_postbericht TO CURRENT_USER
  USING (current_setting('nk.taak', true) IN ('migratie', 'proefdata'));
REVOKE UPDATE, DELETE ON berichten_postbericht FROM nk_web, nk_worker;
GRANT UPDATE (gelezen_op) ON berichten_postbericht TO nk_web;
GRANT UPDATE (gemaild_op, sleutel_naam, sleutel_box) ON berichten_postbericht TO nk_worker;
