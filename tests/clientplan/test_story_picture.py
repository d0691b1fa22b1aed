"""A photo or a drawing in the story: drawn anew, sealed, and for who may read the story."""

from io import BytesIO
from uuid import uuid4

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import ProgrammingError, connection, transaction

import pytest
from lxml import html
from PIL import Image

from basis.uploads import LARGE
from clientplan.models import Verhaalbeeld
from netwerk.models import Betrokkenheid
from netwerk.rules.onderdelen import Recht
from tests.clientplan.people import client, naaste
from toegang.choices import Soort
from toegang.models import Rol

pytestmark = pytest.mark.django_db
WHERE = "/plan/verhaal/hoop/foto/"
GPS, PLACE = 0x8825, b"KANARIE-ADRES"


@pytest.fixture
def anna(zorg):
    Rol.objects.create(gebruiker=zorg.anna, soort=Soort.CLIENT, van=zorg.today)
    return client(zorg.anna)


def reader(zorg, recht=Recht.LEZEN):
    Rol.objects.create(gebruiker=zorg.zus, soort=Soort.NAASTE, van=zorg.today)
    zorg.say(zorg.involve(zorg.zus), "verhaal", recht)
    return naaste(zorg.zus)


def text(response) -> str:
    return " ".join(html.fromstring(response.content).text_content().split())


def photo(kind="JPEG", size=(90, 60), colour="green", **more) -> bytes:
    out = BytesIO()
    Image.new("RGB", size, colour).save(out, kind, **more)
    return out.getvalue()


def with_place() -> bytes:
    exif = Image.Exif()
    exif[0x010E] = PLACE.decode()
    exif.get_ifd(GPS)[1] = "N"
    return photo(exif=exif, comment=PLACE)


def send(browser, content, where=WHERE, rol="client", **more):
    file = SimpleUploadedFile("IMG.jpg", content, "image/jpeg")
    sent = {"uuid": str(uuid4()), "beeld": file, "alt": "Drie planten", "_rol": rol}
    return browser.post(where, sent | more)


def shown(browser, page="/plan/verhaal/"):
    """The address of the picture in the story, and what is read aloud for it."""
    found = html.fromstring(browser.get(page).content).xpath("//article//img")
    return [(one.get("src").partition("?")[0], one.get("alt")) for one in found]


def test_a_picture_stands_in_the_story_with_its_words(anna):
    assert send(anna, photo(), bij="Zelf getekend").status_code == 302
    [(src, alt)] = shown(anna)
    assert alt == "Drie planten"
    assert "Zelf getekend" in text(anna.get("/plan/verhaal/"))
    answer = anna.get(src)
    assert answer["Content-Type"] == "image/jpeg"
    assert "no-store" in answer["Cache-Control"]
    assert Image.open(BytesIO(answer.content)).size == (90, 60)


def test_where_it_was_taken_goes_and_nothing_lies_readable_in_the_database(anna):
    send(anna, with_place())
    [(src, _)] = shown(anna)
    sent = anna.get(src).content
    assert PLACE not in sent
    assert not Image.open(BytesIO(sent)).getexif()
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE nk_owner")
        cursor.execute("SELECT beeld_box, woorden_box FROM clientplan_verhaalbeeld")
        box = b"".join(bytes(part) for row in cursor.fetchall() for part in row)
        cursor.execute("RESET ROLE")
    assert b"JFIF" not in box
    assert b"planten" not in box


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"x" * 40_000_000, "40 MB"),
        (b"geen plaatje", "geen foto of tekening"),
        (b"", "geen foto of tekening"),
        (b"\x00\x00\x00\x18ftypheic" + b"x" * 90, "HEIC"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "geen foto of tekening"),
        (photo()[:300], "geen foto of tekening"),
        (photo("GIF"), "geen foto of tekening"),
    ],
    ids=["40 MB", "words", "empty", "heic", "svg", "half", "gif"],
)
def test_what_is_no_picture_for_us_is_said_kindly(anna, content, says):
    answer = send(anna, content)
    assert answer.status_code == 422
    assert says in text(answer)
    assert shown(anna) == []


def test_a_photo_of_a_phone_is_taken_and_made_smaller(anna):
    content = photo(size=(8000, 6000))
    assert len(content) < LARGE
    assert send(anna, content).status_code == 302
    [(src, _)] = shown(anna)
    assert Image.open(BytesIO(anna.get(src).content)).size == (1600, 1200)


def test_without_words_for_who_cannot_see_it_they_are_asked(anna):
    answer = send(anna, photo(), alt=" ")
    assert answer.status_code == 422
    assert "wat erop te zien is" in text(answer)


def test_sent_twice_it_stands_there_once(anna, zorg):
    same = str(uuid4())
    for _ in range(2):
        assert send(anna, photo(), uuid=same).status_code == 302
    with zorg.as_(zorg.anna):
        assert Verhaalbeeld.objects.visible_to(zorg.anna).count() == 1


def test_one_that_was_replaced_is_put_back_or_wiped(anna, zorg):
    send(anna, photo(), alt="De eerste")
    [(first, _)] = shown(anna)
    send(anna, photo(colour="red"), alt="De tweede")
    assert [alt for _, alt in shown(anna)] == ["De tweede"]
    assert "Eerdere foto" in text(anna.get(WHERE))
    rol = {"_rol": "client"}
    anna.post(f"{first}terug/", rol)
    assert [alt for _, alt in shown(anna)] == ["De eerste"]
    anna.post(f"{first}weg/", rol)
    assert shown(anna) == []
    anna.post(f"{first}wis/", rol)
    assert anna.get(first).status_code == 404
    with zorg.as_(zorg.anna):
        assert Verhaalbeeld.objects.visible_to(zorg.anna).count() == 1


def test_who_reads_the_story_sees_the_picture_that_stands_there_only(anna, zorg):
    sister = reader(zorg)
    send(anna, photo(), alt="De eerste")
    send(anna, photo(), alt="De tweede")
    with zorg.as_(zorg.anna):
        old, new = Verhaalbeeld.objects.visible_to(zorg.anna).order_by("pk")
    van = f"/plan-van/{zorg.plan.uuid}/verhaal/foto/"
    assert sister.get(f"{van}{new.uuid}/").status_code == 200
    assert sister.get(f"{van}{old.uuid}/").status_code == 404
    assert sister.get(f"/plan/verhaal/foto/{new.uuid}/").status_code == 404
    assert sister.get(f"{van[:-5]}hoop/foto/").status_code == 404


def test_after_taking_back_the_picture_is_not_there(anna, zorg):
    sister = reader(zorg)
    send(anna, photo())
    with zorg.as_(zorg.anna):
        where = Verhaalbeeld.objects.visible_to(zorg.anna).get().uuid
    address = f"/plan-van/{zorg.plan.uuid}/verhaal/foto/{where}/"
    assert sister.get(address).status_code == 200
    zorg.say(sister_row(zorg), "verhaal", Recht.GEEN)
    assert sister.get(address).status_code == 404


def sister_row(zorg):
    return Betrokkenheid.objects.for_job("proefdata").get(gebruiker=zorg.zus)


def test_who_writes_along_takes_it_away_and_never_wipes_it(anna, zorg):
    sister = reader(zorg, Recht.MEDE_EIGENAAR)
    send(anna, photo())
    with zorg.as_(zorg.anna):
        where = Verhaalbeeld.objects.visible_to(zorg.anna).get().uuid
    van = f"/plan-van/{zorg.plan.uuid}/verhaal/foto/{where}/"
    rol = {"_rol": "naaste"}
    assert sister.post(f"{van}wis/", rol).status_code == 404
    assert sister.post(f"{van}weg/", rol).status_code == 302
    with zorg.as_(zorg.anna):
        assert Verhaalbeeld.objects.visible_to(zorg.anna).count() == 1


def raw(sql, *params):
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.rowcount


def test_the_database_shows_and_changes_it_as_the_pages_do(anna, zorg):
    reader(zorg, Recht.MEDE_EIGENAAR)
    send(anna, photo())
    count = "SELECT id FROM clientplan_verhaalbeeld"
    for who, rows in ((zorg.anna, 1), (zorg.zus, 1), (zorg.bram, 0), (zorg.pro, 0)):
        with zorg.as_(who):
            assert raw(count) == rows, who.naam
    with zorg.as_(zorg.zus):
        assert raw("DELETE FROM clientplan_verhaalbeeld") == 0
        change = "UPDATE clientplan_verhaalbeeld SET beeld_box = ''"
        with pytest.raises(ProgrammingError), transaction.atomic():
            raw(change)
        named = "UPDATE clientplan_verhaalbeeld SET geplaatst_door_id = %s"
        with pytest.raises(ProgrammingError), transaction.atomic():
            raw(named, zorg.zus.pk)


def test_each_act_with_a_picture_is_a_line_of_the_story(anna, zorg):
    send(anna, photo())
    [(src, _)] = shown(anna)
    anna.post(f"{src}weg/", {"_rol": "client"})
    anna.post(f"{src}wis/", {"_rol": "client"})
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT actie FROM logboek.regel WHERE object_soort = 'verhaalbeeld'"
            " AND id > current_setting('nk.proef_vanaf')::bigint ORDER BY id"
        )
        assert [actie for (actie,) in cursor.fetchall()] == ["C", "U", "D"]


def test_a_page_with_its_picture_is_one_reading_and_a_picture_alone_is_one(anna):
    send(anna, photo())
    page = html.fromstring(anna.get("/plan/verhaal/").content)
    [marked] = page.xpath("//article//img/@src")
    bare, _, mark = marked.partition("?")
    for where, lines in ((marked, 1), (bare, 2), (f"{bare}?bij=x", 3)):
        assert anna.get(where).status_code == 200
        assert readings() == lines, where
    other = bare.replace(bare.split("/")[-2], str(uuid4()))
    assert anna.get(f"{other}?{mark}").status_code == 404


def readings() -> int:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM logboek.regel WHERE actie = 'R' AND onderdeel = 'verhaal'"
            " AND id > current_setting('nk.proef_vanaf')::bigint"
        )
        return cursor.fetchone()[0]
