-- A worker mails that there is a message and turns keys: it reads no words, also where these
-- stand in the row with their key.
REVOKE SELECT ON berichten_postbericht, netwerk_noodtoegang, netwerk_noodoordeel FROM nk_worker;
GRANT SELECT (uuid, gebruiker_id, rol, soort, sleutel_naam, sleutel_box, link, gemaakt_op,
  zichtbaar_vanaf, gelezen_op, gemaild_op) ON berichten_postbericht TO nk_worker;
GRANT SELECT (id, uuid, client_id, gebruiker_id, organisatie_id, grond, onderdelen, begonnen_op,
  tot, beeindigd_op, vertel_op, verslag_op, sleutel_naam, sleutel_box)
  ON netwerk_noodtoegang TO nk_worker;
