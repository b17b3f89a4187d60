"""What containers run is what `make run` starts."""

import re
from typing import Any

import pytest
import yaml

from deploy.local.options import ROOT
from deploy.local.programs import NAMES, SCRIPTS
from tests.stack import Stack

COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
SERVICES: dict[str, Any] = COMPOSE["services"]


@pytest.mark.parametrize("name", NAMES)
def test_container_runs_the_same_script_as_make_run(name: str) -> None:
    assert SERVICES[name]["command"] == [f"deploy/bin/{name}"]
    assert (SCRIPTS / name).stat().st_mode & 0o111


@pytest.mark.parametrize("name", NAMES)
def test_script_becomes_its_program_so_that_signals_reach_it(name: str) -> None:
    words = [line for line in (SCRIPTS / name).read_text().splitlines() if not line.startswith("#")]
    assert sum(bool(re.search(r"\bexec ", line)) for line in words) == 1


def test_the_container_that_prepares_runs_what_make_run_prepares_with(house: Stack) -> None:
    assert SERVICES["prepare"]["command"] == ["deploy/bin/prepare"]
    assert (SCRIPTS / "prepare").stat().st_mode & 0o111
    log = (house.var_dir / "logs" / "prepare.log").read_text()
    assert "Migrating the database: done" in log
    assert "Collecting static files: done" in log


def test_containers_and_make_run_start_the_same_programs() -> None:
    ours = {name for name, service in SERVICES.items() if "build" in service} - {"prepare"}
    assert ours == set(NAMES)
    assert set(SERVICES) - ours == {"prepare", "postgres", "redis"}


def test_only_the_front_door_is_published() -> None:
    assert [name for name, service in SERVICES.items() if "ports" in service] == ["proxy"]
    assert COMPOSE["networks"]["inside"]["internal"] is True


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_every_container_has_a_memory_limit(name: str) -> None:
    assert "mem_limit" in SERVICES[name]


@pytest.mark.parametrize(
    "path", sorted((ROOT / "deploy/docker").iterdir()), ids=lambda path: path.name
)
def test_images_check_their_health_and_run_as_nobody_special(path: Any) -> None:
    text = path.read_text()
    users = re.findall(r"^USER (\S+)$", text, re.MULTILINE)
    assert users
    assert users[-1] not in {"root", "0"}
    assert "HEALTHCHECK " in text


@pytest.mark.parametrize("name", sorted(set(SERVICES) - {"prepare"}))
def test_every_lasting_container_is_watched(name: str) -> None:
    service = SERVICES[name]
    own_image = "build" in service
    assert own_image or "test" in service["healthcheck"]


def test_example_environment_names_everything_compose_asks_for() -> None:
    asked = set(re.findall(r"\$\{([A-Z_]+):\?", (ROOT / "docker-compose.yml").read_text()))
    offered = set(re.findall(r"^([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE))
    assert asked <= offered
