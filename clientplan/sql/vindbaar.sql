-- Whose piece somebody could not open (netwerk/sql/spoor.sql). A draft is its author's alone, a
-- version has no address, and the diary leaves no line.
CALL poort.vindbaar('clientplan_verhaal', 'verhaal');
CALL poort.vindbaar('clientplan_doel', 'doelen');
CALL poort.vindbaar('clientplan_stap', 'doelen');
CALL poort.vindbaar('clientplan_afspraak', 'afspraken');
CALL poort.vindbaar('clientplan_signaal', 'signaleringsplan');
CALL poort.vindbaar('clientplan_crisiskaart', 'crisiskaart');
CALL poort.vindbaar('clientplan_kaartpersoon', 'crisiskaart');
CALL poort.vindbaar('clientplan_kijk', '*');
