"""The organisation's part of the log: what its own people did, what is a reason to look, and
a name that is kept back."""

from datetime import timedelta
from uuid import uuid4

from django.db import connection
from django.utils import timezone

import pytest

from netwerk.choices import Afschermreden, Blik, Logsignaal
from netwerk.models import Client
from netwerk.rules.maand import Maand
from netwerk.rules.onderdelen import Recht
from netwerk.selectors import functionaris, spoor
from netwerk.services import afscherming, nakijken
from netwerk.services.spoor import trace_reading
from toegang.choices import Soort

pytestmark = pytest.mark.django_db


@pytest.fixture
def zorg(zorg):
    zorg.weg.is_active = True
    zorg.weg.save()
    zorg.role(zorg.weg, zorg.ggz, soort=Soort.FUNCTIONARIS)
    zorg.role(zorg.zus, zorg.verre, soort=Soort.FUNCTIONARIS)
    zorg.treats(zorg.pro)
    zorg.say(
        zorg.involve(zorg.verre_pro, organisatie=zorg.verre), "doelen", Recht.LEZEN
    )
    return zorg


def read(zorg, who, *onderdelen, request="r1"):
    with zorg.as_(who, spoor=request):
        rows = Client.objects.visible_to(who).select_related("regio")
        trace_reading(rows.get(pk=zorg.plan.pk), onderdelen or ["doelen"])


def guard(zorg, who=None, where=None, rol=Soort.FUNCTIONARIS):
    where = where or zorg.ggz
    return zorg.as_(who or zorg.weg, rol, organisatie=str(where.pk))


def maand(zorg):
    return Maand.of(zorg.today)


def kinds(zorg):
    with guard(zorg):
        found = functionaris.signals(zorg.ggz, maand(zorg))
    return [one.soort for one in found]


def rename(who, naam):
    who.naam = naam
    who.save()


def test_it_holds_what_people_of_the_own_organisation_did(zorg):
    read(zorg, zorg.pro)
    read(zorg, zorg.verre_pro)
    with guard(zorg):
        assert [one.naam for one in functionaris.log(maand(zorg)).regels] == ["pro"]
    with guard(zorg, zorg.zus, zorg.verre):
        found = functionaris.log(maand(zorg)).regels
        assert [one.naam for one in found] == ["verre_pro"]


@pytest.mark.parametrize("rol", [Soort.PROFESSIONAL, Soort.ORGANISATIEBEHEERDER, ""])
def test_nobody_but_the_functionaris_in_that_role_reads_it(zorg, rol):
    read(zorg, zorg.pro)
    for who in (zorg.pro, zorg.weg, zorg.anna):
        with guard(zorg, who, rol=rol):
            assert functionaris.log(maand(zorg), alles=True).regels == []
            assert functionaris.signals(zorg.ggz, maand(zorg)) == []
    with guard(zorg, zorg.zus):  # functionaris, of another organisation
        assert functionaris.log(maand(zorg), alles=True).regels == []


def test_older_lines_and_another_month_are_apart(zorg, monkeypatch):
    monkeypatch.setattr(functionaris, "LINES", 1)
    read(zorg, zorg.pro, "doelen", "crisiskaart")
    with guard(zorg):
        first = functionaris.log(maand(zorg))
        then = functionaris.log(maand(zorg), voor=first.ouder)
        assert [one.onderdeel for one in (*first.regels, *then.regels)] == [
            "crisiskaart",
            "doelen",
        ]
        assert then.ouder is None
        assert functionaris.log(maand(zorg).vorige).regels == []


def test_a_line_of_another_organisation_is_not_there(zorg):
    read(zorg, zorg.verre_pro)
    with guard(zorg, zorg.zus, zorg.verre):
        (line,) = functionaris.log(maand(zorg)).regels
    with guard(zorg):
        assert functionaris.one_line(line.uuid) is None
        assert functionaris.log(maand(zorg), voor=line.uuid).regels == []
        with pytest.raises(afscherming.NotHere):
            afscherming.keep_back(
                regel=line.id, reden=Afschermreden.BEDREIGING, uuid=uuid4()
            )


# --- signals


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Jan de Vries", "Anna de Vries", True),
        ("Jan van den Berg-de Vries", "Anna Vries", True),
        ("Jan VAN 't Hart", "Els van ’t hart", True),
        ("Jan de Boer", "Anna de Vries", False),
        ("Ng", "Ng", False),
        ("Jan Jansen", "Jan Peters", False),
    ],
)
def test_the_same_family_name(zorg, one, other, same):
    rename(zorg.pro, one)
    rename(zorg.anna, other)
    read(zorg, zorg.pro)
    assert (Logsignaal.ACHTERNAAM in kinds(zorg)) is same


def test_the_plan_of_a_colleague(zorg):
    read(zorg, zorg.pro)
    assert Logsignaal.COLLEGA not in kinds(zorg)
    zorg.role(zorg.anna, zorg.ggz, soort=Soort.ERVARINGSDESKUNDIGE)
    assert Logsignaal.COLLEGA in kinds(zorg)


def test_an_emergency(zorg):
    zorg.nood(zorg.pro, "kinderen")
    read(zorg, zorg.pro, "kinderen")
    assert Logsignaal.NOOD in kinds(zorg)


def test_many_plans_on_one_day(zorg, monkeypatch):
    monkeypatch.setattr(functionaris, "VEEL", 2)
    read(zorg, zorg.pro)
    assert Logsignaal.VEEL not in kinds(zorg)
    zorg.involve(zorg.pro, client=zorg.ander, organisatie=zorg.ggz, behandelt=True)
    with zorg.as_(zorg.pro):
        rows = Client.objects.visible_to(zorg.pro).select_related("regio")
        trace_reading(rows.get(pk=zorg.ander.pk), ["doelen"])
    assert Logsignaal.VEEL in kinds(zorg)


def test_in_the_night_by_the_clock_of_here(zorg):
    """The hour is the database's own: as seen from a place where it is three at night, and
    from one where it is three in the afternoon."""
    read(zorg, zorg.pro)
    now = timezone.now().hour
    for hour, asleep in ((3, True), (15, False)):
        west = (now - hour) % 24  # hours behind UTC; ahead where that is no zone
        zone = f"Etc/GMT+{west}" if west <= 12 else f"Etc/GMT-{24 - west}"
        with guard(zorg), connection.cursor() as cursor:
            cursor.execute(
                "SELECT soort FROM poort.signalen(now() - interval '1 day',"
                " now() + interval '1 day', %s, 20)",
                [zone],
            )
            assert (("nacht",) in cursor.fetchall()) is asleep


def test_what_was_looked_at_stays_so_until_there_is_more(zorg):
    rename(zorg.pro, "Jan de Vries")
    rename(zorg.anna, "Anna de Vries")
    read(zorg, zorg.pro)

    def one():
        found = functionaris.signals(zorg.ggz, maand(zorg))
        return next(s for s in found if s.soort == Logsignaal.ACHTERNAAM)

    with guard(zorg):
        signal = one()
        assert signal.gezien is None
        for _ in range(2):
            nakijken.mark_seen(
                organisatie=zorg.ggz,
                maand=maand(zorg).dag,
                sleutel=signal.sleutel,
                aantal=signal.aantal,
            )
        assert one().gezien.gezien_door == zorg.weg
    read(zorg, zorg.pro, request="r2")
    with guard(zorg):
        assert one().gezien is None


# --- a name that is kept back


def keep(zorg):
    with guard(zorg):
        (line,) = functionaris.log(maand(zorg)).regels[:1]
        given = {"reden": Afschermreden.BEDREIGING, "uuid": uuid4()}
        afscherming.keep_back(regel=line.id, **given)
        return given["uuid"]


def told(zorg):
    with zorg.as_(zorg.anna):
        client = Client.objects.own(zorg.anna).select_related("gebruiker").get()
        return [keer.zin for keer in spoor.look(client, Blik.ANDEREN).keren]


def test_instead_of_the_name_the_client_sees_role_and_organisation(zorg):
    read(zorg, zorg.pro)
    keep(zorg)
    assert told(zorg) == [
        "weg besloot om de naam van een medewerker niet te laten zien.",
        "Een professional van Ggz las je doelen.",
    ]


def test_nobody_keeps_back_their_own(zorg):
    read(zorg, zorg.pro)
    zorg.role(zorg.pro, zorg.ggz, soort=Soort.FUNCTIONARIS)
    with guard(zorg, zorg.pro):
        (line,) = functionaris.log(maand(zorg)).regels
        given = {"regel": line.id, "reden": Afschermreden.BEDREIGING, "uuid": uuid4()}
        with pytest.raises(afscherming.NotHere):
            afscherming.keep_back(**given)
    assert "pro las je doelen." in told(zorg)


def test_of_others_the_name_still_shows_and_in_another_plan_too(zorg):
    read(zorg, zorg.pro)
    read(zorg, zorg.verre_pro)
    keep(zorg)
    assert "verre_pro las je doelen." in told(zorg)


def test_the_name_shows_again_when_it_is_said_so(zorg):
    read(zorg, zorg.pro)
    uuid = keep(zorg)
    with guard(zorg, zorg.zus, zorg.verre), pytest.raises(afscherming.NotHere):
        afscherming.show_again(uuid=uuid)
    with guard(zorg):
        assert [one.naam for one in functionaris.kept_back()] == ["pro"]
        afscherming.show_again(uuid=uuid)
        assert functionaris.kept_back() == []
    assert "pro las je doelen." in told(zorg)


def test_no_process_reads_or_writes_whose_name_it_is(zorg):
    read(zorg, zorg.pro)
    keep(zorg)
    may = "SELECT has_table_privilege(%s, 'netwerk_naamafscherming', %s)"
    with connection.cursor() as cursor:
        for role in ("nk_web", "nk_worker"):
            for what in ("SELECT", "INSERT", "UPDATE", "DELETE"):
                cursor.execute(may, [role, what])
                assert cursor.fetchone() == (False,), (role, what)


def test_a_month_goes_on_from_december_to_january():
    assert str(Maand(2026, 12).volgende) == "2027-01"
    assert str(Maand(2027, 1).vorige) == "2026-12"


def test_what_is_no_month_or_has_to_come_is_this_one(today):
    later = today + timedelta(days=40)
    for text in ("", "x", "2026-13", "0000-00", str(later)[:7], "2026-1", "٢٠٢٦-١٠"):
        assert Maand.read(text, today) == Maand.of(today)
