"""What `make run` promises about its processes, on the real ones, in a folder with a space in its name."""

import json
import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from deploy.local.options import ROOT
from deploy.local.programs import NAMES, http_status
from tests.stack import Stack, launch, wait_until

ALL_NAMES = {"postgres", "redis", *NAMES}


def processes_of(var_dir: Path) -> list[str]:
    """Return the command line of every process that was started for this VAR_DIR."""
    found = []
    for process in psutil.process_iter():
        try:
            words = process.cmdline()
            if str(var_dir) in " ".join(words) or process.environ().get("VAR_DIR") == str(var_dir):
                found.append(" ".join(words))
        except psutil.Error:
            continue
    return found


def start_again(var_dir: Path, **environ: str) -> subprocess.CompletedProcess[str]:
    """Start on this VAR_DIR and return what came of it; for starts that are to be refused."""
    return subprocess.run(
        [sys.executable, "-m", "deploy.local", "run"],
        cwd=ROOT,
        env=os.environ | {"VAR_DIR": str(var_dir)} | environ,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_everything_runs_and_the_front_door_says_so(house: Stack) -> None:
    assert set(house.state["processes"]) == ALL_NAMES
    assert http_status(f"{house.base_url}/readyz") == 200
    assert http_status(f"{house.base_url}/") == 200
    assert http_status(f"{house.base_url}/metrics") == 404


def test_the_person_is_told_where_to_go_and_how_to_sign_in(house: Stack) -> None:
    told = house.output.read_text()
    admin = house.accounts["admin"]
    assert f"{house.base_url}/admin/" in told
    assert admin["email"] in told
    assert admin["password"] in told


def test_demo_file_leads_to_the_database_of_this_start(house: Stack) -> None:
    demo = json.loads((house.var_dir / "demo.json").read_text())
    assert demo["base_url"] == house.base_url
    assert demo["database_url"] == house.state["environ"]["DATABASE_URL"]
    assert set(house.accounts) == {"admin"}


def test_passwords_are_readable_by_their_owner_alone(house: Stack) -> None:
    for name in ("secrets", "redis.conf", "state.json"):
        assert stat.S_IMODE((house.var_dir / "run" / name).stat().st_mode) == 0o600
    words = " ".join(processes_of(house.var_dir))
    private = json.loads((house.var_dir / "run" / "secrets").read_text())
    assert not [name for name, value in private.items() if value in words]


def test_a_second_start_on_the_same_folder_is_refused_with_the_address(house: Stack) -> None:
    refused = start_again(house.var_dir, PORT="1")
    assert refused.returncode == 1
    assert house.base_url in refused.stderr
    assert "already runs" in refused.stderr


def test_a_busy_port_is_named(house: Stack, tmp_path: Path) -> None:
    refused = start_again(tmp_path / "var", PORT=str(house.port))
    assert refused.returncode == 1
    assert f"Port {house.port}" in refused.stderr
    assert "Traceback" not in refused.stderr


@pytest.mark.parametrize("name", ["site", "worker", "redis"])
def test_a_crashed_program_is_started_again(house: Stack, name: str) -> None:
    before = house.pid(name)
    house.kill(name)
    wait_until(lambda: house.pid(name) not in {before, None}, f"{name} to come back", 30)
    assert f"{name} ended (signal 9)" in house.output.read_text()
    wait_until(lambda: http_status(f"{house.base_url}/readyz") == 200, "all to be well", 60)


def test_a_program_held_back_stays_stopped_until_it_is_let_go(house: Stack) -> None:
    house.stop("site")
    assert house.pid("site") is None
    assert http_status(f"{house.base_url}/") == 503
    house.start("site")
    wait_until(lambda: http_status(f"{house.base_url}/") == 200, "the site to serve", 30)


def test_kill_and_terminate_leave_nothing_in_the_way(tmp_path: Path) -> None:
    var_dir = tmp_path / "var"
    killed = launch(var_dir, environ={"DEMO": "0"})
    killed.wait_until_ready()
    account = killed.accounts["admin"]
    killed.process.send_signal(signal.SIGKILL)
    killed.process.wait()

    again = launch(var_dir, port=killed.port, environ={"DEMO": "0"})
    try:
        again.wait_until_ready()
        assert again.accounts["admin"] == account
    finally:
        code = again.terminate()
    assert code == 0
    assert processes_of(var_dir) == []
    assert "nothing is left running" in again.output.read_text()


def test_ctrl_c_while_starting_stops_what_was_started(tmp_path: Path) -> None:
    var_dir = tmp_path / "var"
    starting = launch(var_dir, environ={"DEMO": "0"})
    wait_until(lambda: starting.state.get("processes", {}).get("postgres"), "PostgreSQL", 60)
    assert starting.terminate(signal.SIGINT) == 0
    assert processes_of(var_dir) == []
