"""Our own edition: complete, in plain Dutch, in our own words (K1).

`source_shingles.txt` holds the first eight hex digits of the SHA-256 of every run of six
words in the Kompas (Kenniscentrum Phrenos, May 2023, text of the pdf), sorted, without
doubles. A run is made as `runs_of` below makes it: NFKC, casefolded, addresses left out,
then only the letters, so that footnote numbers and hyphens do not count. The source
itself is not kept here: the list can tell that a run was copied, and nothing else.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from kompas.rules.edition import Editie, Stelling, Thema, read_edition

OWN_FILE = Path(__file__).parents[2] / "kompas/content/netwerkkompas-b1.json"
SHINGLES = set((Path(__file__).parent / "source_shingles.txt").read_text().split())
MOST_WORDS = 15
NO_PROSE = {"sleutel", "naam", "bron", "synoniemen", "begrippen", "groepen", "soort"}


def own_edition() -> Editie:
    editie, fouten = read_edition(OWN_FILE.read_bytes(), OWN_FILE.name)
    assert editie, [str(fout) for fout in fouten]
    return editie


OWN = own_edition()
THEMAS = {thema.sleutel: thema for thema in OWN.themas}
STELLINGEN = {
    (thema.sleutel, stelling.deel, stelling.nummer): stelling
    for thema in OWN.themas
    for stelling in thema.stellingen
}


def prose(node: object, where: str = "") -> Iterator[tuple[str, str]]:
    """Every text that is ours, with where it stands; names of others are left out."""
    if isinstance(node, str):
        yield where, node
    elif isinstance(node, tuple):
        for i, item in enumerate(node, 1):
            yield from prose(item, f"{where} {i}")
    elif is_dataclass(node):
        for veld in fields(node):
            if veld.name not in NO_PROSE:
                yield from prose(getattr(node, veld.name), f"{where} {veld.name}")


PROSE = dict(prose(OWN))


def words(tekst: str) -> list[str]:
    return [woord for woord in tekst.split() if re.search(r"\w", woord)]


def sentences(tekst: str) -> list[str]:
    return [zin for zin in re.split(r"(?<=[.?])[’”]?\s+", tekst) if words(zin)]


def runs_of(tekst: str) -> list[str]:
    plain = unicodedata.normalize("NFKC", tekst).casefold()
    letters = re.findall(r"[^\W\d_]+", re.sub(r"https?://\S+", " ", plain))
    return [" ".join(letters[i : i + 6]) for i in range(len(letters) - 5)]


def copied(tekst: str) -> list[str]:
    return [
        run
        for run in runs_of(tekst)
        if hashlib.sha256(run.encode()).hexdigest()[:8] in SHINGLES
    ]


# --- the numbers of the source


def per_part(thema: Thema) -> list[int]:
    return [
        sum(stelling.deel == deel.nummer for stelling in thema.stellingen)
        for deel in thema.delen
    ]


@pytest.mark.parametrize(
    ("sleutel", "voor", "aanspreking", "stellingen", "vragen"),
    [
        ("visie", "iedereen", "wij", [3], 0),
        ("mens_centraal", "iedereen", "wij", [10, 3, 8], 0),
        ("samenwerking", "iedereen", "wij", [14], 0),
        ("professionals", "uitvoering", "ik", [18], 0),
        ("interventies", "iedereen", "wij", [0], 4),
        ("organisaties", "beleid", "wij", [14], 0),
    ],
)
def test_each_card_has_its_public_and_the_numbers_of_the_source(
    sleutel, voor, aanspreking, stellingen, vragen
):
    thema = THEMAS[sleutel]
    assert (thema.voor, thema.aanspreking) == (voor, aanspreking)
    assert per_part(thema) == stellingen
    assert len(thema.open_vragen) == vragen


def test_there_are_70_statements_on_six_cards_in_the_order_of_the_source():
    assert len(STELLINGEN) == 70
    assert [thema.nummer for thema in OWN.themas] == [1, 2, 3, 4, 5, 6]
    assert list(STELLINGEN) == [
        (thema.sleutel, stelling.deel, stelling.nummer)
        for thema in OWN.themas
        for stelling in sorted(thema.stellingen, key=lambda s: (s.deel, s.nummer))
    ]


def test_every_line_names_its_number_in_the_source():
    for thema in OWN.themas:
        for stelling in thema.stellingen:
            deel = f", deel {stelling.deel}" if len(thema.delen) > 1 else ""
            assert (
                stelling.bron
                == f"Kompas, {thema.naam}{deel}, stelling {stelling.nummer}"
            )
        for vraag in thema.open_vragen:
            assert vraag.bron == f"Kompas, {thema.naam}, vraag {vraag.nummer}"
    assert OWN.bron == "naar het Kompas van Kenniscentrum Phrenos (2022/2023)"


def test_every_line_is_explained_with_an_example():
    for regel in [*STELLINGEN.values(), *THEMAS["interventies"].open_vragen]:
        assert "Een voorbeeld" in regel.toelichting, regel.tekst


def test_the_inventory_holds_the_eleven_lists_of_the_source():
    inventaris = OWN.inventaris
    assert Counter(groep.soort for groep in inventaris.groepen) == {
        "positieve_gezondheid": 6,
        "anders": 5,
    }
    assert len({werkwijze.naam for werkwijze in inventaris.werkwijzen}) == 132
    entries = Counter(
        groep
        for werkwijze in inventaris.werkwijzen
        for groep in werkwijze.groepen * (1 + len(werkwijze.synoniemen))
    )
    sizes = [21, 26, 5, 23, 11, 10, 7, 5, 17, 5, 5]
    assert [entries[groep.sleutel] for groep in inventaris.groepen] == sizes
    assert sum(sizes) == 135


def test_only_three_names_stand_twice_in_the_lists():
    twice = {
        w.naam for w in OWN.inventaris.werkwijzen if len(w.groepen + w.synoniemen) > 1
    }
    assert twice == {
        "Psycho-educatie",
        "Mindfulness-Based Cognitive Therapy",
        "Asset Based Community Development",
    }


def test_what_was_found_elsewhere_has_a_group_and_a_source_of_its_own():
    listed = {werkwijze.naam.casefold() for werkwijze in OWN.inventaris.werkwijzen}
    for werkwijze in OWN.inventaris.elders:
        assert not werkwijze.groepen
        assert werkwijze.groep
        assert werkwijze.bron
        assert werkwijze.naam.casefold() not in listed


def test_foundation_and_form_are_said_only_with_the_source_that_says_so():
    for werkwijze in (*OWN.inventaris.werkwijzen, *OWN.inventaris.elders):
        if werkwijze.onderbouwing or werkwijze.vorm:
            assert "Generieke module" in werkwijze.bron, werkwijze.naam
    forms = {w.afkorting or w.naam: w.vorm for w in OWN.inventaris.werkwijzen if w.vorm}
    assert forms == {
        "WRAP": "8 bijeenkomsten",
        "Herstellen doe je Zelf": "12 bijeenkomsten",
    }


def test_every_term_that_the_source_explains_is_there():
    assert {begrip.sleutel for begrip in OWN.begrippen} >= {
        "positieve_gezondheid", "herstel_en_empowerment", "waarden_iza", "netwerkintake",
        "dignity_of_risk", "bestaanszekerheid", "zelfmanagement", "kwartiermaken",
        "actieve_betrokkenheid_naasten", "sociaal_netwerk_in_kaart", "sociale_basis",
        "ondersteuning_naasten", "outreachend_werken", "samenhang", "samenwerkingsplan",
        "weerbarstige_praktijk", "bekostiging", "onderwijs", "lerend_netwerk",
        "digitale_platforms", "een_client_een_plan", "matched_care", "flexibele_zorg",
        "vast_aanspreekpunt", "netwerk_in_kaart", "sociale_kaart", "samenwerkingsrelatie",
        "normaliseren", "presentiebenadering", "professionele_ruimte", "comorbiditeit",
        "stress_sensitief", "samenwerken_over_grenzen", "clientervaringen_ophalen",
    }  # fmt: skip


# --- true to the meaning


NUANCES = {
    ("visie", 1, 1): "alle zes de gebieden|positieve gezondheid",
    ("visie", 1, 3): "richting|medewerkers|organisaties",
    ("mens_centraal", 1, 1): "naasten|sterk|hulp|alle gebieden",
    ("mens_centraal", 1, 2): "beoordelen|begeleiden|behandelen|afsluiten|zorgvuldig|of allebei|nooit zonder",
    ("mens_centraal", 1, 3): "behandeling nodig",
    ("mens_centraal", 1, 4): "grip|eigenaarschap|of allebei|zij belangrijk vinden",
    ("mens_centraal", 1, 5): "tempo|onzeker",
    ("mens_centraal", 1, 6): "zelfvertrouwen|hoop|regie|herstel|hulp die helpt",
    ("mens_centraal", 1, 8): "respecteren|naasten|sterker|veilige, steunende band",
    ("mens_centraal", 1, 9): "Als de cliënt dat goedvindt",
    ("mens_centraal", 1, 10): "naasten|alle levensgebieden|nodig en gewenst",
    ("mens_centraal", 2, 1): "Is dat gewenst|sterkere|nieuwe|of allebei",
    ("mens_centraal", 2, 2): "zelf kiest|regelmatig|doelen",
    ("mens_centraal", 3, 1): "prettig|veilig",
    ("mens_centraal", 3, 2): "elkaar steunen en helpen, tot op zekere hoogte",
    ("mens_centraal", 3, 3): "iedereen welkom|ontmoeten|meedoen|ontspannen|ontwikkelen|steun",
    ("mens_centraal", 3, 4): "vrijwilliger|betrokken burger",
    ("mens_centraal", 3, 5): "preventie|informatie|advies|hulp en steun|ontmoeting|online|in het echt|met én zonder indicatie",
    ("mens_centraal", 3, 7): "Als het nodig is",
    ("mens_centraal", 3, 8): "Dag en nacht|bezorgde inwoners",
    ("samenwerking", 1, 2): "Zorg|sociaal domein|wonen|veiligheid|mandaat|vernieuwing|kwaliteit",
    ("samenwerking", 1, 3): "Waar nodig|onderwijs",
    ("samenwerking", 1, 5): "Cliënten|naasten|professionals|beleidsmakers|bestuurders",
    ("samenwerking", 1, 6): "privacy|snel|dezelfde manier|alleen wat nodig is",
    ("samenwerking", 1, 9): "naasten|mogelijkheden|omgeving|wensen|behoeften",
    ("samenwerking", 1, 10): "op elk moment",
    ("samenwerking", 1, 11): "cliënt en naasten|zolang de hulp duurt",
    ("samenwerking", 1, 12): "zorg|sociaal domein|wonen|veiligheid|onderwijs|Cliënten|naasten|professionals",
    ("samenwerking", 1, 13): "Cliënten en naasten|verantwoordelijk|bereiken",
    ("samenwerking", 1, 14): "altijd|zorg of nazorg|steun en informatie|ggz en sociaal domein|samen",
    ("professionals", 1, 3): "aansluiting|zonder te oordelen|gelijkwaardigheid|respect|hoop",
    ("professionals", 1, 4): "hulp vragen is normaal|niet kleiner",
    ("professionals", 1, 5): "open gesprek|naasten",
    ("professionals", 1, 7): "op het juiste moment",
    ("professionals", 1, 9): "niet gebruikelijk|cliënt en naasten",
    ("professionals", 1, 10): "meestal",
    ("professionals", 1, 13): "alle levensgebieden|naasten",
    ("professionals", 1, 14): "diagnose|trauma|zelfmoord|lichamelijke|verslaving|seksuele|begrijpen (LVB)|onthouden",
    ("professionals", 1, 16): "veilige|rustige|gezonde|weinig stress|naasten",
    ("professionals", 1, 18): "genoeg|integraal",
    ("organisaties", 1, 2): "familie-ervaringsdeskundigen|vaste rol|bestuur|leiding|uitvoering|alles|netwerk",
    ("organisaties", 1, 3): "rechten|plichten|klacht",
    ("organisaties", 1, 4): "onafhankelijke",
    ("organisaties", 1, 5): "andere organisaties|cliënt én naasten",
    ("organisaties", 1, 6): "herstel|empowerment|praktijk",
    ("organisaties", 1, 7): "Waar nodig",
    ("organisaties", 1, 8): "taboe|stigma|samen met|rond henzelf|zij doen dat ook zelf",
    ("organisaties", 1, 9): "open manier|lerende organisatie",
    ("organisaties", 1, 10): "cliënt én naasten",
    ("organisaties", 1, 12): "professionals|familie-ervaringsdeskundigen|veilig|gezond|energie",
    ("organisaties", 1, 13): "zorgmedewerkers|begeleiders|wachttijden",
    ("organisaties", 1, 14): "naar opleidingen, en weer terug",
}  # fmt: skip


@pytest.mark.parametrize(("waar", "nuances"), NUANCES.items(), ids=str)
def test_what_is_easily_lost_in_plain_words_is_still_there(waar, nuances):
    tekst = STELLINGEN[waar].tekst.casefold()
    lost = [nuance for nuance in nuances.split("|") if nuance.casefold() not in tekst]
    assert not lost


BEGRIPPEN = {
    "herstel_en_empowerment": "Ze hoeven niet weg te zijn",
    "waarden_iza": "Eén:|Twee:|Drie:|Vier:|Vijf:",
    "actieve_betrokkenheid_naasten": "(dreigende) crisis",
    "ondersteuning_naasten": "algemene uitleg|als de cliënt het goedvindt",
    "digitale_platforms": "alleen als de cliënt toestemming geeft",
    "steun_bij_wachten": "Oost-Nederland|proef",
    "normaliseren": "blijven aandacht vragen",
    "comorbiditeit": "drie op de vier|Vektis|2018",
}


@pytest.mark.parametrize(("sleutel", "nuances"), BEGRIPPEN.items())
def test_what_is_easily_lost_in_a_term_is_still_there(sleutel, nuances):
    uitleg = {begrip.sleutel: begrip.uitleg for begrip in OWN.begrippen}[sleutel]
    tekst = uitleg.casefold()
    lost = [nuance for nuance in nuances.split("|") if nuance.casefold() not in tekst]
    assert not lost


# --- plain Dutch


def test_a_statement_is_one_or_two_short_sentences():
    for stelling in STELLINGEN.values():
        assert 1 <= len(sentences(stelling.tekst)) <= 2, stelling.tekst
        assert stelling.tekst.endswith(".")


def test_a_statement_can_be_read_aloud():
    """No half word between brackets and no slash: nobody knows how to say those."""
    for stelling in STELLINGEN.values():
        assert not re.search(r"\w*-\)|/|&", stelling.tekst), stelling.tekst


def test_an_explanation_is_short():
    for stelling in STELLINGEN.values():
        assert 2 <= len(sentences(stelling.toelichting)) <= 3, stelling.toelichting


def test_no_sentence_is_longer_than_fifteen_words():
    long = [
        (where, zin)
        for where, tekst in PROSE.items()
        for zin in sentences(tekst)
        if len(words(zin)) > MOST_WORDS
    ]
    assert not long


@pytest.mark.parametrize(
    "word",
    [
        r"\bEPA\b", "pati[eë]nt", "chronisch", "uitbehandeld", "schizofre", "borderline",
        "verslaafde", "begripsniveau", "moeite met denken", "helaas", "succesvol",
        "gelieve", r"u dient", "!",
    ],
)  # fmt: skip
def test_no_text_has_a_word_that_we_do_not_use(word):
    assert not [where for where, tekst in PROSE.items() if re.search(word, tekst)]


def first_person(stelling: Stelling) -> bool:
    return bool(re.search(r"\b(ik|mij|mijn)\b", stelling.tekst, re.IGNORECASE))


def test_the_card_for_professionals_is_in_the_first_person_and_no_other_is():
    for (thema, _, _), stelling in STELLINGEN.items():
        assert first_person(stelling) == (thema == "professionals"), stelling.tekst


def test_each_card_opens_with_two_short_stories_of_people():
    names = set()
    for thema in OWN.themas:
        assert len(thema.verhalen) == 2
        for verhaal in thema.verhalen:
            assert 3 <= len(sentences(verhaal.tekst)) <= 5, verhaal.titel
            name = verhaal.tekst.split()[0]
            assert name in verhaal.titel
            names.add(name)
        assert 2 <= len(sentences(thema.inleiding)) <= 3
    assert len(names) == 12
    assert not names & {"Marina", "Ahmed"}


# --- our own words


def test_the_check_on_copying_knows_a_run_of_the_source():
    domains = "zingeving, kwaliteit van leven, meedoen en dagelijks functioneren"
    assert copied(domains)
    assert len(SHINGLES) > 15_000


def test_no_text_shares_six_words_in_a_row_with_the_source():
    assert not {where: copied(tekst) for where, tekst in PROSE.items() if copied(tekst)}
