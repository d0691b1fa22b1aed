"""Organisations of a region: added, changed, stopped, and which kinds are not there."""

from uuid import uuid4

import pytest
from lxml import html

from tests.toegang.beheer.people import invite, letters, nowhere
from tests.toegang.people import log_lines
from tests.world import browser
from toegang import followers
from toegang.choices import ACTOREN, Organisatiesoort
from toegang.models import Organisatie

HERE = "/beheer/organisaties/"


def sheet(**more) -> dict[str, str]:
    start = {"uuid": str(uuid4()), "naam": "Inloop De Brug", "soort": "zelfregie"}
    return start | {"werkveld": "welzijn"} | more


def test_one_is_added_once_however_often_it_is_sent(world):
    form = sheet()
    for _ in range(2):
        answer = browser(world.teun).post(f"{HERE}nieuw/", form)
        assert answer["Location"] == f"{HERE}{form['uuid']}/"
    row = Organisatie.objects.get(naam="Inloop De Brug")
    assert (row.regio, row.soort) == (world.regio, "zelfregie")


def test_a_name_that_is_taken_is_said(world):
    answer = browser(world.teun).post(f"{HERE}nieuw/", sheet(naam="Ggz Lindestroom"))
    assert answer.status_code == 422
    assert "Deze naam is er al" in answer.content.decode()


def test_in_another_region_the_name_is_free(world):
    form = sheet(naam="Ggz Lindestroom")
    assert browser(world.verre_teun).post(f"{HERE}nieuw/", form).status_code == 302


def test_a_new_name_is_told_to_who_wrote_the_old_one_down(world, monkeypatch):
    told = []
    monkeypatch.setattr(followers.renamed, "_all", [told.append])
    form = sheet(naam="Ggz aan de Stroom")
    browser(world.teun).post(f"{HERE}{world.ggz.uuid}/", form)
    browser(world.teun).post(f"{HERE}{world.ggz.uuid}/", form | {"soort": "fact"})
    assert told == [world.ggz]
    world.ggz.refresh_from_db()
    assert (world.ggz.naam, world.ggz.soort) == ("Ggz aan de Stroom", "fact")


def missing(who) -> str:
    page = html.fromstring(browser(who).get(HERE).content)
    return page.xpath("//aside[@aria-labelledby='mist']")[0].text_content()


def test_the_kinds_that_are_missing_are_shown(world):
    Organisatie.objects.update(soort=Organisatiesoort.POLITIE)
    page = missing(world.teun)
    assert "Politie en justitieJustitie" in page
    assert "DaarnaastHuisartsenpost" in page
    for label in ("High intensive care (HIC)", "Gehandicaptenzorg", "Woningcorporatie"):
        assert label in page


def test_every_kind_is_asked_for():
    asked = [kind for kinds in ACTOREN.values() for kind in kinds]
    assert sorted(asked) == sorted(set(Organisatiesoort) - {Organisatiesoort.ANDERS})


def test_the_white_spots_miss_the_same_kinds(world):
    here = missing(world.teun)
    there = browser(world.teun).get("/netwerk/witte-vlekken/")
    table = html.fromstring(there.content).xpath("//section[@aria-labelledby='org']")
    cells = table[0].xpath(".//td[@data-label='Nog niet']")
    assert len(cells) == len(ACTOREN)
    for cell in cells:
        assert cell.text_content().removeprefix("Nog niemand").strip() in here


def test_what_is_under_the_roof_of_another_kind_is_not_missing(world):
    form = sheet(naam="Ggz Lindestroom", soort="fact", ook_soorten=["hic", "fact"])
    Organisatie.objects.exclude(pk=world.ggz.pk).update(soort=Organisatiesoort.POLITIE)
    browser(world.teun).post(f"{HERE}{world.ggz.uuid}/", form)
    world.ggz.refresh_from_db()
    assert world.ggz.ook_soorten == ["hic"]  # what it is first of all stands once
    aside = missing(world.teun)
    assert "High intensive care" not in aside
    assert "F-ACT" not in aside
    assert "Crisisdienst" in aside
    page = browser(world.teun).get(HERE).content.decode()
    assert "F-ACT of ander specialistisch team, High intensive care (HIC)." in page


def test_a_new_one_has_all_its_kinds_at_once(world):
    form = sheet(ook_soorten=["respijt", "academie"])
    browser(world.teun).post(f"{HERE}nieuw/", form)
    row = Organisatie.objects.get(naam="Inloop De Brug")
    assert row.ook_soorten == ["academie", "respijt"]


def test_a_kind_that_does_not_exist_is_refused(world):
    answer = browser(world.teun).post(f"{HERE}nieuw/", sheet(ook_soorten=["paleis"]))
    assert answer.status_code == 422
    assert not Organisatie.objects.filter(naam="Inloop De Brug").exists()


def test_one_that_stopped_counts_as_missing(world):
    world.ggz.soort = Organisatiesoort.KLINIEK
    world.ggz.save()
    assert "Klinische zorg" not in missing(world.teun)
    world.ggz.gestopt_op = world.today
    world.ggz.save()
    assert "Klinische zorg" in missing(world.teun)


def test_it_stops_with_a_reason_and_who_goes_on(world, client):
    invite(world, world.olga, "professional")
    form = {"reden": "Samen verder", "opvolger": world.blik.pk}
    browser(world.teun).post(f"{HERE}{world.ggz.uuid}/stoppen/", form)
    world.ggz.refresh_from_db()
    assert (world.ggz.gestopt_op, world.ggz.opvolger) == (world.today, world.blik)
    assert client.get(letters()[0]).status_code == 404
    page = browser(world.teun).get(HERE).content.decode()
    assert "verder bij De Wijde Blik" in page


@pytest.mark.parametrize("who", ["ggz", "elders"])
def test_who_goes_on_is_another_one_of_the_region(world, who):
    elders = world.elders.organisaties.create(naam="Ver weg")
    other = {"ggz": world.ggz, "elders": elders}[who]
    form = {"reden": "Samen verder", "opvolger": other.pk}
    answer = browser(world.teun).post(f"{HERE}{world.ggz.uuid}/stoppen/", form)
    assert answer.status_code == 422


def test_stopping_can_be_taken_back(world):
    world.ggz.gestopt_op, world.ggz.gestopt_reden = world.today, "Fout"
    world.ggz.save()
    browser(world.teun).post(f"{HERE}{world.ggz.uuid}/doorgaan/")
    world.ggz.refresh_from_db()
    assert (world.ggz.gestopt_op, world.ggz.gestopt_reden) == (None, "")


def test_another_region_s_and_one_that_is_not_there_look_the_same(world):
    answers = [
        browser(world.verre_teun).get(f"{HERE}{uuid}/")
        for uuid in (world.ggz.uuid, nowhere())
    ]
    assert answers[0].content == answers[1].content
    assert {answer.status_code for answer in answers} == {404}


def test_a_region_that_is_not_yours_is_not_there(world):
    assert browser(world.teun).get(f"{HERE}?regio=heuvelrug").status_code == 404
    assert browser(world.teun).get(f"{HERE}?regio=%00").status_code == 404


def test_who_keeps_two_regions_chooses(world):
    from toegang.choices import Soort

    world.role(world.teun, Soort.REGIOBEHEERDER, regio=world.elders)
    page = browser(world.teun).get(f"{HERE}?regio=lindestroom").content.decode()
    assert "Ggz Lindestroom" in page
    assert "?regio=heuvelrug" in page


def test_a_team_is_added_renamed_and_taken_away(world):
    teams = f"{HERE}{world.ggz.uuid}/teams/"
    browser(world.olga).post(teams, {"uuid": str(uuid4()), "naam": "Noord"})
    team = world.ggz.teams.get()
    browser(world.olga).post(f"/beheer/teams/{team.uuid}/", {"naam": "Zuid"})
    assert world.ggz.teams.get().naam == "Zuid"
    browser(world.olga).post(f"/beheer/teams/{team.uuid}/weg/")
    assert not world.ggz.teams.exists()


def test_a_team_that_somebody_has_a_role_in_stays(world):
    team = world.ggz.teams.create(naam="Noord")
    world.role(world.petra, "teamleider", team=team)
    answer = browser(world.olga).post(f"/beheer/teams/{team.uuid}/weg/")
    assert answer.status_code == 422
    assert "nog in gebruik" in answer.content.decode()
    assert world.ggz.teams.exists()


def test_the_number_of_queries_does_not_grow(world, django_assert_max_num_queries):
    page, counts = browser(world.teun), []
    for number in range(2):
        for n in range(10 * number):
            world.regio.organisaties.create(naam=f"Organisatie {n}", opvolger=world.ggz)
        with django_assert_max_num_queries(40) as seen:
            page.get(HERE)
        counts.append(len(seen))
    assert counts[0] == counts[1]


def test_it_is_written_down(world):
    browser(world.teun).post(f"{HERE}nieuw/", sheet())
    assert ("organisatie", "", 0) in log_lines()
