"""Every table says how sensitive its fields are, and no name of a row gives one away."""

from importlib import import_module

from django.db import models

import pytest

from basis.privacy import INTERN, OPENBAAR, Privacy, classified
from tests.architecture.models import MODELS, ROOT, own_fields

MARKER = "woord-van-een-mens"


def table_of(model: type[models.Model]) -> list[tuple[str, Privacy]]:
    table = import_module(f"{model._meta.app_label}.privacy").FIELDS
    return list(classified(table, model.__name__))


def label(model: type[models.Model]) -> str:
    return model._meta.label


@pytest.mark.parametrize("model", MODELS, ids=label)
def test_every_field_is_classified_once(model):
    named = [name for name, _ in table_of(model)]
    assert sorted(named) == sorted(own_fields(model))


@pytest.mark.parametrize("model", MODELS, ids=label)
def test_the_name_of_a_row_says_nothing_about_a_person(model):
    """It ends up in logs and on error pages."""
    row = model()
    for name, privacy in table_of(model):
        field = model._meta.get_field(name)
        if privacy not in {OPENBAAR, INTERN} and isinstance(
            field, models.CharField | models.TextField
        ):
            setattr(row, name, MARKER)
    try:
        text = str(row)
    except models.ObjectDoesNotExist:  # it names its parent, which is not there
        text = ""
    assert MARKER not in text


def test_every_table_is_in_the_word_list():
    words = (ROOT / "docs/woordenlijst.md").read_text()
    listed = {
        word.strip()
        for line in words.splitlines()
        if line.startswith("| ")
        for word in line.split("|")[1].split(",")
    }
    assert {model.__name__ for model in MODELS} - listed == set()
