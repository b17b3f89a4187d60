"""Starts all of Firsthand, keeps it running, and stops it."""

import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import FrameType

from deploy.local import demo, site_build
from deploy.local.child import Program
from deploy.local.environment import settings_environment, tool_environment
from deploy.local.keeper import Keeper
from deploy.local.layout import Layout
from deploy.local.leftovers import end_leftovers
from deploy.local.options import ROOT, Options
from deploy.local.ports import choose_ports, require_port
from deploy.local.private_values import load_private_values
from deploy.local.programs import SCRIPTS, front_address, http_status, list_programs
from deploy.local.services import prepare_services
from deploy.local.state import write_state
from deploy.local.steps import Step, start_step, tail
from deploy.local.welcome import welcome

INNER_PORTS = ("postgres", "redis", "api", "site")
# What needs no database, and so may start while the demo is loaded.
FRONT = {"site", "proxy"}
READY_WITHIN = 90.0
TICK = 0.1


class Stopped(Exception):
    """Somebody asked to stop."""


class NotReady(Exception):
    """A program ended, or did not serve in time; the message shows the end of its log."""


class Supervisor:
    """One run of Firsthand on one VAR_DIR, which the caller holds."""

    def __init__(self, options: Options, layout: Layout) -> None:
        self.options = options
        self.layout = layout
        self.keeper = Keeper(layout, say)
        self.environ: dict[str, str] = {}
        self.settings: dict[str, str] = {}
        self.phase = "starting"
        self.shown: dict[str, int] = {}
        self.stop_asked = False
        self.parent = os.getppid()
        self.begun = time.monotonic()

    def run(self) -> None:
        """Start everything, stay until somebody asks to stop, and leave nothing running.

        Raises NotReady or StepFailed when it cannot start, after stopping what had been started.
        """
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self.on_signal)
        try:
            self.start()
            self.stay()
        except Stopped:
            say("Stopping ...")
        finally:
            for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
                signal.signal(number, signal.SIG_IGN)
            self.set_phase("stopping")
            self.keeper.stop()
            self.set_phase("stopped")
        say("Stopped; nothing is left running.")

    def start(self) -> None:
        """Bring up services, data, programs, in this order, the site being built while the demo is loaded."""
        end_leftovers(self.layout, say)
        for held in self.layout.held.iterdir():
            held.unlink()
        require_port(self.options.host, self.options.port)
        private = load_private_values(self.layout)
        ports = choose_ports(self.layout, INNER_PORTS, self.options.port)
        services = prepare_services(
            self.layout,
            private,
            ports,
            database=self.options.database_url,
            redis=self.options.redis_url,
        )
        self.settings = settings_environment(
            self.options, self.layout, private, ports, services.urls
        )
        self.environ = tool_environment() | self.settings
        self.start_programs(services.programs)
        if services.programs:
            self.wait_for_children("PostgreSQL and Redis")
        self.run_step("Preparing the database", [str(SCRIPTS / "prepare")], ROOT, "prepare")
        programs = list_programs(self.environ)
        loading = self.begin_demo()
        try:
            site_build.build_site(self.run_step)
            self.start_programs([program for program in programs if program.name in FRONT])
            self.wait_until(lambda: loading is None or loading.is_done(say))
        finally:
            if loading is not None:
                loading.cancel()
        self.start_programs([program for program in programs if program.name not in FRONT])
        self.wait_for_children("API, workers, site and front door")
        self.wait_until_whole()

    def start_programs(self, programs: list[Program]) -> None:
        """Start these without waiting until they serve."""
        for program in programs:
            self.keeper.add(program)

    def stay(self) -> None:
        """Say how to use it, then look after the programs until somebody asks to stop."""
        self.set_phase("ready")
        welcome(self.options, self.layout, time.monotonic() - self.begun)
        while True:
            self.tick()

    def tick(self) -> None:
        """Let a moment pass and look after everything; raise Stopped when it is time to go."""
        time.sleep(TICK)
        if self.stop_asked or (self.options.tied and os.getppid() != self.parent):
            raise Stopped
        if self.phase == "ready":
            self.keeper.tend()
        if self.keeper.running() != self.shown:
            self.set_phase(self.phase)

    def wait_until(self, done: Callable[[], bool]) -> None:
        """Return once `done()` is true, staying awake meanwhile."""
        while not done():
            self.tick()

    def wait_for_children(self, what: str) -> None:
        """Return once every program serves; raise NotReady when one ends or takes too long."""
        say(f"Starting {what} ...")
        deadline = time.monotonic() + READY_WITHIN
        waiting = self.keeper.children
        while waiting:
            self.tick()
            for child in waiting:
                if not child.is_running() or time.monotonic() > deadline:
                    problem = "is not ready" if child.is_running() else "ended while starting"
                    raise NotReady(
                        f"{child.name} {problem}:\n{tail(child.log)}\nThe whole log: {child.log}"
                    )
            waiting = [child for child in waiting if not child.is_ready()]

    def wait_until_whole(self) -> None:
        """Return once the front door says that everything behind it is up; raise NotReady otherwise."""
        address = f"http://{front_address(self.environ)}"
        deadline = time.monotonic() + READY_WITHIN
        while http_status(f"{address}/readyz") != 200:
            if time.monotonic() > deadline:
                raise NotReady(
                    f"{address}/readyz does not say 200; the logs are in {self.layout.logs}"
                )
            self.tick()

    def begin_demo(self) -> Step | None:
        """Start loading the demo, or the admin's account alone; None where it is in already."""
        if demo.is_loaded(self.layout, self.options, self.settings["DATABASE_URL"]):
            return None
        title = "Loading the demo" if self.options.demo else "Making the admin's account"
        return self.begin(title, "demo", [sys.executable, "-m", "deploy.local.demo"], ROOT)

    def begin(self, title: str, name: str, command: list[str], folder: Path) -> Step:
        """Start a command that runs to its end, and say so."""
        say(f"{title} ...")
        return start_step(title, name, command, folder, self.environ, self.layout)

    def run_step(
        self, title: str, command: list[str], folder: Path, name: str = "site-build"
    ) -> None:
        """Run a command to its end, its log under `name`; raise StepFailed when it fails."""
        step = self.begin(title, name, command, folder)
        try:
            self.wait_until(lambda: step.is_done(say))
        finally:
            step.cancel()
        say(f"{title}: done in {time.monotonic() - step.started:.0f} s")

    def set_phase(self, phase: str) -> None:
        """Write down how far this run has come."""
        self.phase = phase
        self.shown = self.keeper.running()
        write_state(
            self.layout,
            pid=os.getpid(),
            phase=phase,
            base_url=self.options.base_url,
            environ=self.settings,
            processes=self.shown,
        )

    def on_signal(self, number: int, frame: FrameType | None) -> None:
        """Remember that somebody asked to stop; the next tick does it."""
        self.stop_asked = True


def say(text: str) -> None:
    """Tell the person watching; a closed pipe must not stop the shutdown."""
    try:
        print(text, flush=True)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
