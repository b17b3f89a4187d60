"""All of Firsthand on a free port and a folder of its own, for tests to drive and to break."""

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from deploy.local.environment import tool_environment
from deploy.local.options import ROOT
from deploy.local.ports import try_port
from deploy.local.processes import signal_process

# What must not leak from the shell of the person testing into the stack under test.
DROPPED = (
    "DATABASE_URL",
    "REDIS_URL",
    "STORAGE_URL",
    "EMAIL_URL",
    "BASE_URL",
    "DJANGO_SETTINGS_MODULE",
    "SECRET_KEY",
)
START_WITHIN = 900.0  # with its demo, on a machine that others use too


@dataclass
class Stack:
    """One `make run`, and ways to look into it."""

    var_dir: Path
    port: int
    process: subprocess.Popen[bytes]
    output: Path

    @property
    def base_url(self) -> str:
        return f"http://localhost:{self.port}"

    @property
    def state(self) -> dict[str, Any]:
        """What the supervisor last wrote about itself."""
        try:
            found: dict[str, Any] = json.loads((self.var_dir / "run" / "state.json").read_text())
        except FileNotFoundError:
            return {}
        return found

    @property
    def env(self) -> dict[str, str]:
        """An environment in which `manage.py` works on this stack."""
        return tool_environment() | self.state["environ"]

    @property
    def accounts(self) -> dict[str, dict[str, str]]:
        """The accounts of demo.json by role."""
        demo = json.loads((self.var_dir / "demo.json").read_text())
        return {account["role"]: account for account in demo["accounts"]}

    def manage(self, *arguments: str) -> str:
        """Run a management command on this stack and return what it printed."""
        return subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=ROOT,
            env=self.env,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=True,
        ).stdout

    def mails(self) -> list[Path]:
        """Return the mails written so far, oldest first."""
        return sorted(
            (self.var_dir / "mail").glob("*.eml"), key=lambda path: path.stat().st_mtime_ns
        )

    def pid(self, name: str) -> int | None:
        """Return the process number of a program, None while it is stopped."""
        number: int | None = self.state["processes"].get(name)
        return number

    def stop(self, name: str) -> None:
        """Stop one program (postgres, redis, api, worker, ...) and keep it stopped."""
        self.command("stop", name)
        wait_until(lambda: self.pid(name) is None, f"{name} to stop", 30)

    def start(self, name: str) -> None:
        """Start a stopped program again and return once its process is there."""
        self.command("start", name)
        wait_until(lambda: self.pid(name) is not None, f"{name} to start", 30)

    def kill(self, name: str) -> None:
        """End one program with SIGKILL, as a crash would; the supervisor starts it again."""
        pid = self.pid(name)
        assert pid is not None, f"{name} does not run"
        signal_process(pid, signal.SIGKILL)

    def command(self, *words: str) -> None:
        """Speak with the supervisor through its command line."""
        subprocess.run(
            [sys.executable, "-m", "deploy.local", *words],
            cwd=ROOT,
            env=os.environ | {"VAR_DIR": str(self.var_dir)},
            check=True,
        )

    def wait_until_ready(self) -> None:
        """Return once the supervisor says so; fail with its output when it ends instead."""

        def ready() -> bool:
            assert self.process.poll() is None, f"the stack ended:\n{self.output.read_text()}"
            return self.state.get("phase") == "ready" and self.state.get("pid") == self.process.pid

        try:
            wait_until(ready, "the stack to start", START_WITHIN)
        except AssertionError as late:
            raise AssertionError(f"{late}; so far:\n{self.output.read_text()}") from late

    def terminate(self, number: signal.Signals = signal.SIGTERM) -> int:
        """Stop everything; return the supervisor's exit code."""
        if self.process.poll() is None:
            self.process.send_signal(number)
        return self.process.wait(30)


def launch(var_dir: Path, *, port: int = 0, environ: Mapping[str, str] | None = None) -> Stack:
    """Start the stack without waiting for it; port 0 means a free one."""
    port = port or try_port("127.0.0.1", 0)
    clean = {name: value for name, value in os.environ.items() if name not in DROPPED}
    output = var_dir.with_name(f"{var_dir.name}-output.txt")
    with output.open("ab") as file:
        process = subprocess.Popen(
            [sys.executable, "-m", "deploy.local", "run", "--tied"],
            cwd=ROOT,
            env=clean | {"VAR_DIR": str(var_dir), "PORT": str(port)} | dict(environ or {}),
            stdin=subprocess.DEVNULL,
            stdout=file,
            stderr=subprocess.STDOUT,
        )
    return Stack(var_dir, port, process, output)


def wait_until(done: Callable[[], object], what: str, seconds: float) -> None:
    """Return once `done()` is true; fail naming what was waited for."""
    deadline = time.monotonic() + seconds
    while not done():
        assert time.monotonic() < deadline, f"waited {seconds:.0f} s for {what}"
        time.sleep(0.1)


@pytest.fixture(scope="session")
def stack() -> Iterator[Stack]:
    """All of Firsthand with its demo, started once for the tests of a session."""
    with tempfile.TemporaryDirectory(prefix="firsthand-stack-") as folder:
        running = launch(Path(folder).resolve() / "var")
        try:
            running.wait_until_ready()
            yield running
        finally:
            running.terminate()


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """All of Firsthand with nobody but its admin, in a folder with a space in its name."""
    running = launch(tmp_path_factory.mktemp("a house") / "v a r", environ={"DEMO": "0"})
    try:
        running.wait_until_ready()
        yield running
    finally:
        running.terminate()
