"""No container runs here: what can be read from the files is held to what we promise."""

import os
import re
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
COMPOSE = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
SERVICES = COMPOSE["services"]
OURS = {"web", "worker", "beat", "migrate"}
LASTING = set(SERVICES) - {"migrate"}
DOCKERFILE = (ROOT / "Dockerfile").read_text()


def test_these_parts_make_the_product():
    assert set(SERVICES) == OURS | {"postgres", "redis"}


def test_one_image_for_all_that_is_ours_and_a_fixed_version_for_the_rest():
    assert len({SERVICES[name]["image"] for name in OURS}) == 1
    for name in ("postgres", "redis"):
        assert re.fullmatch(rf"{name}:\d+(\.\d+)?-bookworm", SERVICES[name]["image"])


@pytest.mark.parametrize("name", sorted(OURS))
def test_each_part_starts_as_in_the_demo(name):
    assert SERVICES[name]["command"] == [name]
    assert 'ENTRYPOINT ["tools/serve.sh"]' in DOCKERFILE
    assert re.search(
        rf"^  {name}\)", (ROOT / "tools/serve.sh").read_text(), re.MULTILINE
    )


def test_the_image_takes_the_same_lock_file():
    assert "uv sync --frozen" in DOCKERFILE
    assert "--require-hashes -r tools/uv.txt" in DOCKERFILE


@pytest.mark.parametrize("name", SERVICES)
def test_nobody_is_root_or_can_become_it(name):
    service = SERVICES[name]
    assert int(service["user"].split(":")[0]) > 0
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert service["read_only"] is True


def test_the_image_itself_is_no_root_either():
    assert (
        re.findall(r"^USER (.+)$", DOCKERFILE, re.MULTILINE)[-1]
        == SERVICES["web"]["user"]
    )


@pytest.mark.parametrize("name", sorted(LASTING))
def test_what_goes_on_has_a_health_check_and_comes_back(name):
    assert SERVICES[name]["healthcheck"]["test"][0] == "CMD"
    assert SERVICES[name]["restart"] == "unless-stopped"


def test_a_check_asks_the_part_itself():
    for name in OURS - {"migrate"}:
        assert SERVICES[name]["healthcheck"]["test"][-2:] == ["tools/health.py", name]


def test_tables_are_made_once_before_the_others_start():
    assert SERVICES["migrate"]["restart"] == "no"
    for name in OURS - {"migrate"}:
        waits = SERVICES[name]["depends_on"]["migrate"]["condition"]
        assert waits == "service_completed_successfully"


def test_each_process_logs_in_as_itself():
    roles = {
        name: re.match(
            r"postgres://(nk_\w+):", SERVICES[name]["environment"]["DATABASE_URL"]
        )[1]
        for name in OURS
    }
    assert roles == {
        "web": "nk_web",
        "worker": "nk_worker",
        "beat": "nk_worker",
        "migrate": "nk_owner",
    }
    for name in OURS - {"web"}:
        assert SERVICES[name]["environment"]["PROCESS_ROLE"] == roles[name]


def test_the_roles_are_made_at_the_first_start_of_the_database():
    mounts = [line.split(":") for line in SERVICES["postgres"]["volumes"]][1:]
    where = "/docker-entrypoint-initdb.d"
    assert mounts == [
        ["./tools/roles.sql", f"{where}/10-roles.sql", "ro"],
        ["./tools/passwords.sh", f"{where}/20-passwords.sh", "ro"],
    ]
    assert os.access(ROOT / "tools/passwords.sh", os.X_OK)


def test_database_and_queue_are_reached_from_inside_only():
    assert COMPOSE["networks"]["binnen"]["internal"] is True
    for name in ("postgres", "redis"):
        assert SERVICES[name]["networks"] == ["binnen"]
    assert {name for name in SERVICES if "ports" in SERVICES[name]} == {"web"}
    assert SERVICES["web"]["ports"][0].startswith("127.0.0.1:")


def test_what_is_kept_lies_in_volumes():
    kept = {
        name: [v.split(":")[0] for v in SERVICES[name].get("volumes", [])]
        for name in SERVICES
    }
    assert kept["postgres"][0] == "gegevens"
    assert kept["redis"] == ["wachtrij"]
    assert kept["web"] == ["media"]
    assert kept["worker"] == ["media", "getuige"]
    assert set(COMPOSE["volumes"]) == {"gegevens", "wachtrij", "media", "getuige"}


def test_the_queue_forgets_nothing():
    words = " ".join(SERVICES["redis"]["command"])
    assert "--appendonly yes" in words
    assert "--maxmemory-policy noeviction" in words


def test_the_example_names_every_setting_that_is_asked_for_and_no_other():
    asked = set(re.findall(r"\$\{(\w+)", (ROOT / "docker-compose.yml").read_text()))
    example = (ROOT / ".env.example").read_text()
    assert asked == set(re.findall(r"^(\w+)=", example, re.MULTILINE))


def test_no_secret_has_a_value_in_the_example():
    example = (ROOT / ".env.example").read_text()
    for line in re.findall(r"^\w*(?:PASSWORD|KEYS?)=.*$", example, re.MULTILINE):
        assert line.endswith("=")
