"""Five lists that somebody has before them every working day, each with ten times the data:
what a regiobeheerder sees of the offer, its waits, the people, reports and proposals."""

from __future__ import annotations

from bench.measure import Bench, Figure, measurement, median_ms
from bench.phone import Phone
from bench.server import product
from bench.world import CLONE, ROOT, account, execute

LIST_LIMIT = 1.3  # Q4: ten times the data
# more than stands on one page; a large region has a few hundred
MANY, LEAST = 3_000, 2_500
# a region of its own, kept by the regiobeheerder of the demo, who needs no second factor here
_REGION = """
DELETE FROM mfa_authenticator;
WITH regio AS (
  INSERT INTO toegang_regio (uuid, naam, slug, plan_vanaf)
  VALUES (gen_random_uuid(), 'Lijst', 'lijst', 16) RETURNING id
), organisatie AS (
  INSERT INTO toegang_organisatie (uuid, naam, regio_id, gestopt_reden, soort, werkveld)
  SELECT gen_random_uuid(), 'Lijst', id, '', 'fact', 'ggz' FROM regio
)
UPDATE toegang_rol SET regio_id = regio.id FROM regio
WHERE soort = 'regiobeheerder' AND gebruiker_id =
  (SELECT id FROM toegang_gebruiker WHERE email = '{email}')
"""


def fill(count: int, since: int = 0) -> None:
    text = (ROOT / "bench/lijsten.sql").read_text()
    execute(CLONE, text.replace(":from", str(since + 1)).replace(":to", str(count)))
    execute(CLONE, "ANALYZE")


def page_ms(phone: Phone, path: str) -> float:
    answer = phone.get(path)
    if answer.status != 200 or "Lijst" not in answer.body:
        raise RuntimeError(f"no list: {path}")
    return median_ms(lambda: phone.get(path), times=15)


def grown(bench: Bench, path: str) -> Figure:
    """The first page of a list, beside itself with a tenth of the rows."""
    many = bench.size(MANY, least=LEAST)
    with product() as port:
        who = account("regiobeheerder")
        execute(CLONE, _REGION.format(email=who["email"]))
        fill(many // 10)
        phone = Phone(port)
        phone.log_in(who["email"], who["password"])
        few_ms = page_ms(phone, path)
        fill(many, since=many // 10)
        return Figure(page_ms(phone, path), "ms", LIST_LIMIT, few_ms)


@measurement("lijst_aanbod")
def offer(bench: Bench) -> Figure:
    return grown(bench, "/beheer/aanbod/")


@measurement("lijst_wachttijden")
def waits(bench: Bench) -> Figure:
    return grown(bench, "/beheer/wachttijden/")


@measurement("lijst_mensen")
def people(bench: Bench) -> Figure:
    return grown(bench, "/beheer/mensen/")


@measurement("lijst_meldingen")
def reports(bench: Bench) -> Figure:
    return grown(bench, "/meldingen/")


@measurement("lijst_voorstellen")
def proposals(bench: Bench) -> Figure:
    return grown(bench, "/voorstellen/")
