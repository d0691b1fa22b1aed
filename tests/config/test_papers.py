"""The papers beside the code are there, and say what is so."""

import hashlib
import re
import tomllib

import pytest
import yaml

from tests.architecture.models import ROOT, source

PROJECT = tomllib.loads(source("pyproject.toml"))["project"]
CODE = yaml.safe_load(source("publiccode.yml"))
# the text as SPDX keeps it for EUPL-1.2
EUPL_SHA256 = "d126070e53a97387b339cc1b4c794e9bc134df061d6cb5ab37cef0bfe986228a"


def test_the_licence_is_the_text_itself():
    text = (ROOT / "LICENSE").read_text().strip()
    assert hashlib.sha256(text.encode()).hexdigest() == EUPL_SHA256
    assert CODE["legal"]["license"] == PROJECT["license"] == "EUPL-1.2"


@pytest.mark.parametrize("readme", ["README.md", "README.nl.md"])
def test_the_first_screen_has_the_two_commands_and_a_picture(readme):
    first = "\n".join(source(readme).splitlines()[:14])
    assert "make demo" in first
    assert "make test" in first
    assert re.search(r"!\[.{20,}\]\(docs/beeld/[\w-]+\.png\)", first)


@pytest.mark.parametrize(
    "paper", ["README.md", "README.nl.md", "CONTRIBUTING.md", "SECURITY.md"]
)
def test_what_a_paper_points_at_is_there(paper):
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", source(paper))
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_the_changelog_keeps_its_form():
    text = source("CHANGELOG.md")
    assert "## [Unreleased]" in text
    assert set(re.findall(r"^### (\w+)", text, re.MULTILINE)) <= {
        *("Added", "Changed", "Deprecated", "Removed", "Fixed", "Security")
    }


def test_publiccode_has_what_its_standard_asks():
    asked = {
        *("publiccodeYmlVersion", "name", "url", "platforms", "categories"),
        *("developmentStatus", "softwareType", "description", "legal"),
        *("maintenance", "localisation"),
    }
    assert asked <= set(CODE)
    assert CODE["publiccodeYmlVersion"] == "0.4"
    assert CODE["softwareVersion"] == PROJECT["version"]
    for words in CODE["description"].values():
        assert len(words["shortDescription"]) <= 150
        assert 150 <= len(words["longDescription"]) <= 10_000
        assert words["features"]
    assert CODE["maintenance"]["contacts"][0]["name"]


def test_every_setting_is_explained():
    read = re.findall(
        r"(?:env\.\w+|secret|environ\.get)\(\s*[\"']([A-Z_]+)",
        source("config/settings.py") + source("config/gunicorn.py"),
    )
    table = source("docs/beheer.md")
    assert len(read) > 30
    assert [name for name in sorted(set(read)) if f"`{name}`" not in table] == []


def test_every_command_explains_itself():
    makefile = source("Makefile")
    for name in ("demo", "demo-reset", "test", "check", "bench", "help"):
        assert re.search(rf"^{name}:.*## \w+", makefile, re.MULTILINE), name
