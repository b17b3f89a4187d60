"""The command line: `python -m deploy.local run | stop | start | exec | services | clean`."""

import argparse
import os
import subprocess
import sys

from deploy.local.account import NoAccount
from deploy.local.cleaning import clean
from deploy.local.environment import tool_environment
from deploy.local.instance import AlreadyRunning, only_instance
from deploy.local.layout import Layout, read_json
from deploy.local.options import ROOT, BadOption, Options, read_options
from deploy.local.ports import PortBusy
from deploy.local.postgres import PostgresFailed
from deploy.local.services import throwaway_services
from deploy.local.state import hold, let_go
from deploy.local.steps import StepFailed
from deploy.local.supervisor import NotReady, Supervisor

UNDERSTOOD = (
    AlreadyRunning,
    BadOption,
    PortBusy,
    NoAccount,
    PostgresFailed,
    StepFailed,
    NotReady,
    PermissionError,
)


def main(arguments: list[str]) -> int:
    """Do what the words say; return the exit code."""
    chosen = read_words(arguments)
    try:
        options = read_options(tied=chosen.command == "run" and chosen.tied)
        layout = Layout(options.var_dir)
        match chosen.command:
            case "run":
                return run_everything(options, layout)
            case "services":
                return run_beside_services(chosen.words)
            case "clean":
                return clean(layout)
            case _:
                return talk_to_running(chosen, layout)
    except UNDERSTOOD as problem:
        print(f"\nFirsthand: {problem}", file=sys.stderr, flush=True)
        return 1


def read_words(arguments: list[str]) -> argparse.Namespace:
    """Return what the words of the command line ask for."""
    parser = argparse.ArgumentParser(prog="python -m deploy.local", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    run = commands.add_parser("run", help="start everything and stay until Ctrl-C")
    run.add_argument("--tied", action="store_true", help="stop when what started this one is gone")
    for word, meaning in (
        ("stop", "hold one process back"),
        ("start", "start a process that is held back"),
    ):
        commands.add_parser(word, help=meaning).add_argument("name")
    for word, meaning in (
        ("exec", "run a command in the environment of what is running"),
        ("services", "run a command beside a fresh, empty PostgreSQL and Redis"),
    ):
        commands.add_parser(word, help=meaning).add_argument("words", nargs=argparse.REMAINDER)
    commands.add_parser("clean", help="remove VAR_DIR with everything in it, after asking")
    return parser.parse_args(arguments)


def run_everything(options: Options, layout: Layout) -> int:
    """Run until stopped; return 0 for a stop that was asked for."""
    layout.create()
    with only_instance(layout):
        Supervisor(options, layout).run()
    return 0


def run_beside_services(words: list[str]) -> int:
    """Run the command with DATABASE_URL and REDIS_URL set; return its exit code."""
    with throwaway_services() as urls:
        return subprocess.call(words, cwd=ROOT, env={**tool_environment(), **urls})


def talk_to_running(chosen: argparse.Namespace, layout: Layout) -> int:
    """Hold or let go one process, or become a command in the running environment."""
    state = read_json(layout.state)
    if state.get("phase") != "ready":
        print(
            f"Firsthand does not run on {layout.var_dir}. Start it with: make run", file=sys.stderr
        )
        return 1
    if chosen.command == "exec":
        os.chdir(ROOT)
        os.execvpe(chosen.words[0], chosen.words, os.environ | state["environ"])
    (hold if chosen.command == "stop" else let_go)(layout, chosen.name)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
