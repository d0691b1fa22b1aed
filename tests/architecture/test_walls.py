"""kompas and a person's care never touch: not by a relation, not by a name in the code.

The import contract alone cannot say this: a string, a lookup or a relation by label goes
round it. The last tests plant crooked code and see that the wall stops it.
"""

import ast
from collections.abc import Iterable

from django.db import models
from django.test.utils import isolate_apps

import pytest

from tests.architecture.models import MODELS, modules

CARE = {
    *("Client", "Dagboeksleutel", "Betrokkenheid", "Toestemming", "Resourcegroep"),
    *("Noodkeuze", "Noodtoegang", "Noodoordeel"),
    *("Logvraag", "Vraagsleutel", "Naamafscherming"),
}
LOOKUPS = ("client__", "client_id", "betrokkenheid__", "toestemming__")


def relations(model: type[models.Model]) -> set[str]:
    """Names of the models that `model` points at, generic relations named as such."""
    found = set()
    for field in model._meta.get_fields(include_hidden=True):
        if isinstance(field, models.ForeignObjectRel):
            continue  # the other side points at us
        if field.is_relation:
            target = field.related_model
            found.add(target.__name__ if isinstance(target, type) else "generic")
    return found


def care_words(tree: ast.Module) -> Iterable[str]:
    """Names of care models and lookups through a client, wherever they stand."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id in CARE:
            yield node.id
        if isinstance(node, ast.Attribute) and node.attr in CARE:
            yield node.attr
        if isinstance(node, ast.alias) and node.name.split(".")[-1] in CARE:
            yield node.name
        if isinstance(node, ast.keyword) and (node.arg or "").startswith(LOOKUPS):
            yield str(node.arg)
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from care_in_text(node.value)


def care_in_text(text: str) -> Iterable[str]:
    """A model by label ("netwerk.Client") or a lookup as a word by itself."""
    if " " in text:
        return
    if text.rpartition(".")[2] in CARE or text.lstrip("-").startswith(LOOKUPS):
        yield text


@pytest.mark.parametrize(
    "model", [m for m in MODELS if m._meta.app_label == "kompas"], ids=str
)
def test_no_table_of_kompas_points_at_care(model):
    assert relations(model) & (CARE | {"generic", "ContentType"}) == set()


def test_no_module_of_kompas_names_care():
    found = {
        str(path): words
        for path, tree in modules("kompas")
        if (words := list(care_words(tree)))
    }
    assert found == {}


@pytest.mark.parametrize(
    "crooked",
    [
        "from netwerk.models import Client",
        "import netwerk.models.Client as c",
        "models.ForeignKey('netwerk.Client', models.CASCADE)",
        "apps.get_model('netwerk', 'Client')",
        "netwerk.models.Toestemming.objects.all()",
        "Deelname.objects.filter(client__isnull=False)",
        "rows.order_by('-client__naam')",
        "Deelname.objects.filter(client_id=7)",
        "rows.values('betrokkenheid__rol')",
    ],
)
def test_crooked_code_is_seen(crooked):
    assert list(care_words(ast.parse(crooked)))


@pytest.mark.parametrize("straight", ["from .choices import Rol", "Rol.CLIENT"])
def test_a_role_at_the_table_is_no_care(straight):
    assert not list(care_words(ast.parse(straight)))


@isolate_apps()  # naming our apps would run their ready() again, for every later test
def test_a_relation_to_care_is_seen():
    class Client(models.Model):  # noqa: DJ008 - never saved
        class Meta:
            app_label = "netwerk"

    class Crooked(models.Model):  # noqa: DJ008 - never saved
        wie = models.ManyToManyField(Client, related_name="+")

        class Meta:
            app_label = "kompas"

    assert "Client" in relations(Crooked)
