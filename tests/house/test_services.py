"""The embedded PostgreSQL and Redis, where the machine makes it hard for them."""

import os
import subprocess
import sys
from pathlib import Path

from deploy.local.layout import Layout
from deploy.local.options import ROOT
from deploy.local.postgres import clear_stale_pid_file
from deploy.local.private_values import load_private_values

ASK = """
import os, psycopg, redis
print(psycopg.connect(os.environ["DATABASE_URL"]).execute("SHOW server_version").fetchone()[0])
print(redis.Redis.from_url(os.environ["REDIS_URL"]).config_get("appendonly")["appendonly"])
"""


def ask_services(**environ: str) -> str:
    """Return what fresh services say about themselves; embedded ones whatever runs this test."""
    clean = {name: value for name, value in os.environ.items() if not name.endswith("_URL")}
    done = subprocess.run(
        [sys.executable, "-m", "deploy.local", "services", sys.executable, "-c", ASK],
        cwd=ROOT,
        env=clean | environ,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_services_are_postgresql_18_and_a_redis_that_keeps_what_it_is_told() -> None:
    version, appends = ask_services().split()
    assert version.startswith("18.")
    assert appends == "yes"


def test_services_start_where_user_namespaces_are_forbidden(tmp_path: Path) -> None:
    refusing = tmp_path / "unshare"
    refusing.write_text("#!/bin/sh\nexit 1\n")
    refusing.chmod(0o755)
    assert ask_services(PATH=f"{tmp_path}{os.pathsep}{os.environ['PATH']}").startswith("18.")


def test_services_start_with_no_home() -> None:
    assert ask_services(HOME="").startswith("18.")


def test_a_pid_file_that_names_another_process_does_not_stand_in_the_way(tmp_path: Path) -> None:
    stale = tmp_path / "postmaster.pid"
    stale.write_text(f"{os.getpid()}\n{tmp_path}\n")
    clear_stale_pid_file(tmp_path)
    assert not stale.exists()


def test_passwords_are_kept_and_made_once(tmp_path: Path) -> None:
    layout = Layout(tmp_path / "var")
    layout.create()
    first = load_private_values(layout)
    assert load_private_values(layout) == first
    assert len(set(vars(first).values())) == 4
