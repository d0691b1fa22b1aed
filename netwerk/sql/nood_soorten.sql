-- As in nood.sql, and: on the ground "keuze" a kind counts that the organisation is beside
-- what it is first of all, such as a crisisdienst under the roof of a ggz organisation (N1).
GRANT SELECT (ook_soorten) ON toegang_organisatie TO nk_poort;
SET LOCAL ROLE nk_poort;
CREATE OR REPLACE FUNCTION poort.nood_openen(naam text, geboren date, op_grond text, tweede_stap timestamptz,
  nieuw uuid, sleutelnaam text, sleutel bytea, reden bytea, vertel timestamptz, later bytea,
  bericht uuid, bericht_sleutelnaam text, bericht_sleutel bytea, bericht_woorden bytea,
  bericht_link text)
RETURNS TABLE (client uuid)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp ROWS 1
AS $$
DECLARE
  ik bigint := poort.wie();
  nu timestamptz := poort.nu();
  werk record; plan record; eerder record; delen text[]; rij bigint; gaat boolean := false;
BEGIN
  -- what who asks can know of themselves: said loudly
  SELECT o.id, o.soort || o.ook_soorten AS soorten, o.regio_id, g.slug INTO werk
    FROM public.toegang_rol r JOIN public.toegang_organisatie o ON o.id = r.organisatie_id
    JOIN public.toegang_regio g ON g.id = o.regio_id
    WHERE r.gebruiker_id = ik AND r.soort = 'professional' AND poort.rol() = 'professional'
      AND o.id::text = poort.organisatie()
      AND (o.gestopt_op IS NULL OR o.gestopt_op > poort.dag())
      AND r.van <= poort.dag() AND (r.tot IS NULL OR poort.dag() <= r.tot)
    LIMIT 1;
  IF werk.id IS NULL OR nu IS NULL THEN
    RAISE EXCEPTION 'alleen een professional, vandaag in dienst'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF tweede_stap IS NULL OR tweede_stap > nu + interval '5 seconds'
      OR tweede_stap < nu - interval '5 minutes' THEN
    RAISE EXCEPTION 'de tweede stap is niet vers' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF op_grond IS NULL OR op_grond NOT IN ('keuze', 'gesproken', 'vitaal')
      OR NOT poort.zegt_iets(reden) OR NOT poort.zegt_iets(bericht_woorden)
      OR (vertel IS NULL) <> (coalesce(octet_length(later), 0) = 0)
      OR (vertel IS NOT NULL AND NOT poort.zegt_iets(later))
      OR (vertel IS NOT NULL AND (vertel <= nu OR vertel > nu + interval '15 days')) THEN
    RAISE EXCEPTION 'grond, reden of moment ontbreekt'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  -- what is about somebody else: one answer for every no
  WITH gevonden AS (
    SELECT c.id, c.uuid, c.gebruiker_id
    FROM public.netwerk_client c JOIN public.toegang_gebruiker g ON g.id = c.gebruiker_id
    WHERE c.regio_id = werk.regio_id AND c.geboren_op = geboren
      AND poort.naam_vlak(g.naam) = poort.naam_vlak(nood_openen.naam)
      AND (c.gesloten_op IS NULL OR poort.dag() <= c.gesloten_op)
  )
  SELECT v.id, v.uuid, v.gebruiker_id, k.onderdelen, k.voor INTO plan
    FROM gevonden v LEFT JOIN LATERAL (
      SELECT k.onderdelen, k.voor FROM public.netwerk_noodkeuze k
      WHERE k.client_id = v.id ORDER BY k.id DESC LIMIT 1) k ON true
    WHERE (SELECT count(*) FROM gevonden) = 1;
  delen := ARRAY(SELECT o.naam FROM poort.onderdeel o
    WHERE o.nood AND o.naam = ANY (plan.onderdelen) ORDER BY o.naam);
  gaat := plan.id IS NOT NULL AND plan.gebruiker_id <> ik AND cardinality(delen) > 0
    AND coalesce(cardinality(plan.voor), 0) > 0
    AND (op_grond <> 'keuze'
      OR EXISTS (SELECT FROM unnest(werk.soorten) AS is_ook(soort)
        WHERE is_ook.soort IN ('crisisdienst', 'huisartsenpost', 'hic')
          AND is_ook.soort = ANY (plan.voor))
      OR ('eigen_team' = ANY (plan.voor) AND EXISTS (
        SELECT FROM public.netwerk_betrokkenheid b JOIN public.toegang_rol r
          ON r.gebruiker_id = b.gebruiker_id AND r.organisatie_id = b.organisatie_id
          AND r.soort = 'professional'
        WHERE b.client_id = plan.id AND b.organisatie_id = werk.id
          AND b.behandelt AND b.rol = 'professional'
          AND b.van <= poort.dag() AND (b.tot IS NULL OR poort.dag() <= b.tot)
          AND r.van <= poort.dag() AND (r.tot IS NULL OR poort.dag() <= r.tot))));
  SELECT n.id, n.client_id, n.gebruiker_id INTO eerder
    FROM public.netwerk_noodtoegang n WHERE n.uuid = nieuw;
  IF eerder.id IS NOT NULL THEN  -- sent twice, opened once
    IF gaat AND eerder.client_id = plan.id AND eerder.gebruiker_id = ik THEN
      client := plan.uuid;
      RETURN NEXT;
    END IF;
    RETURN;
  END IF;
  IF gaat THEN
    INSERT INTO public.netwerk_noodtoegang (uuid, client_id, gebruiker_id, organisatie_id, grond,
      reden_box, onderdelen, begonnen_op, tot, vertel_op, later_reden_box, verslag_box,
      sleutel_naam, sleutel_box)
    VALUES (nieuw, plan.id, ik, werk.id, op_grond, reden, delen, nu, nu + interval '60 minutes',
      vertel, coalesce(later, ''), '', sleutelnaam, sleutel)
    RETURNING id INTO rij;
    INSERT INTO public.berichten_postbericht (uuid, gebruiker_id, rol, soort, woorden_box,
      sleutel_naam, sleutel_box, link, gemaakt_op, zichtbaar_vanaf)
    VALUES (bericht, plan.gebruiker_id, 'client', 'noodtoegang', bericht_woorden,
      bericht_sleutelnaam, bericht_sleutel, bericht_link, nu, coalesce(vertel, nu));
    client := plan.uuid;
    RETURN NEXT;
  END IF;
  PERFORM logboek.schrijf(werk.slug, 'E'::"char", CASE WHEN gaat THEN 0 ELSE 4 END,
    coalesce(plan.uuid::text, ''), 'noodtoegang', nieuw::text, '',
    CASE WHEN gaat THEN 'noodtoegang:' || rij ELSE '' END, true);
END $$;
RESET ROLE;
