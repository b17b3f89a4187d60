"""The command line: `python -m deploy.checks WORD`.

Words: test, check, fuzz, format, schema, lock, screenshots, bench.
"""

import os
import secrets
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping

from deploy.checks.browser import install_chromium
from deploy.checks.catalogue import TESTING, all_checks, quick_checks
from deploy.checks.drift import write_both
from deploy.checks.locks import write_locks
from deploy.checks.packages import install_package
from deploy.checks.runner import Check, Interrupted, interrupt, run_checks, summarise
from deploy.local.environment import tool_environment
from deploy.local.layout import Layout
from deploy.local.options import ROOT, read_options
from deploy.local.services import throwaway_services
from deploy.local.site_build import SITE, build_site, install_packages, npm
from deploy.local.steps import StepFailed

WORDS = ("test", "check", "fuzz", "format", "schema", "lock", "screenshots", "bench")
BENCHMARKS = {
    "images": "benchmarks.images",
    "reading": "benchmarks.reading",
    "growth": "benchmarks.reading growth",
}


def main(arguments: list[str]) -> int:
    """Do what the word says; return the exit code."""
    if len(arguments) != 1 or arguments[0] not in WORDS:
        print(__doc__, file=sys.stderr)
        return 2
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, interrupt)
    environ = tool_environment()
    layout = Layout(read_options().var_dir / "checks")
    layout.create()
    try:
        return {
            "test": run_tests,
            "check": run_quick_checks,
            "fuzz": fuzz,
            "format": format_code,
            "schema": refresh_schema,
            "lock": lock_versions,
            "screenshots": take_screenshots,
            "bench": run_benchmarks,
        }[arguments[0]](environ, layout)
    except subprocess.CalledProcessError as error:
        print(error.stdout or "", file=sys.stderr)
        print(f"Failed: {' '.join(error.cmd)}", file=sys.stderr)
        return 1
    except Interrupted as reason:
        print(f"\nStopped: {reason}", file=sys.stderr)
        return 130


def run_quick_checks(environ: Mapping[str, str], layout: Layout) -> int:
    """Run the quick part."""
    return run_with_services(quick_checks(), environ, layout, build=False)


def run_tests(environ: Mapping[str, str], layout: Layout) -> int:
    """Run everything."""
    return run_with_services(all_checks(), environ, layout, build=True)


def run_with_services(
    checks: list[Check], environ: Mapping[str, str], layout: Layout, *, build: bool
) -> int:
    """Get the site's packages (and the site itself), start the services, run the checks."""

    def run_step(title: str, command: list[str], folder: object) -> None:
        outcome = run_checks([Check(title, command, folder=SITE)], environ, layout)[0]
        if not outcome.passed:
            raise StepFailed(title)

    try:
        (build_site if build else install_packages)(run_step)
    except StepFailed as problem:
        print(f"{problem} failed; the checks need it.\n\n0 passed, 1 failed", flush=True)
        return 1
    with throwaway_services() as urls:
        return summarise(run_checks(checks, {**environ, **urls}, layout))


def fuzz(environ: Mapping[str, str], layout: Layout) -> int:
    """Send many more spoiled pictures through the sandbox, and odd requests to the API, than the tests do."""
    command = [sys.executable, "-m", "pytest", "-q", "-n", "2", "-p", "no:cacheprovider"]
    numbers = {
        "FUZZ": os.environ.get("FUZZ", "20000"),
        "CONFORMANCE_EXAMPLES": os.environ.get("CONFORMANCE_EXAMPLES", "100"),
        "CONFORMANCE_SEED": os.environ.get("CONFORMANCE_SEED", str(secrets.randbelow(10**9))),
    }
    return subprocess.call(
        [*command, "tests/content/images/test_fuzz.py", "tests/conformance"],
        cwd=ROOT,
        env={**environ, **TESTING, **numbers},
    )


def format_code(environ: Mapping[str, str], layout: Layout) -> int:
    """Put Python and the site's sources into the house's form."""
    python = [sys.executable, "-m", "ruff"]
    commands = ([*python, "check", "--fix", "--quiet", "."], [*python, "format", "."])
    codes = [subprocess.call(command, cwd=ROOT, env=environ) for command in commands]
    codes.append(subprocess.call(npm("run", "--silent", "format"), cwd=SITE, env=environ))
    return max(codes)


def refresh_schema(environ: Mapping[str, str], layout: Layout) -> int:
    """Write the OpenAPI document and the site's types."""
    with throwaway_services() as urls:
        write_both({**environ, **urls, **TESTING})
    return 0


def lock_versions(environ: Mapping[str, str], layout: Layout) -> int:
    """Write the lock files from pyproject.toml."""
    return write_locks(environ)


def take_screenshots(environ: Mapping[str, str], layout: Layout) -> int:
    """Photograph the pages of a demo started for it."""
    problem = install_chromium(environ)
    if problem:
        print(problem, file=sys.stderr)
        return 1
    return subprocess.call([sys.executable, "-m", "tests.e2e.screenshots"], cwd=ROOT, env=environ)


def run_benchmarks(environ: Mapping[str, str], layout: Layout) -> int:
    """Run the benchmark that ONLY names, or all of them, one after the other."""
    wanted = os.environ.get("ONLY")
    if wanted and wanted not in BENCHMARKS:
        print(f"ONLY={wanted} is none of: {', '.join(BENCHMARKS)}.", file=sys.stderr)
        return 2
    names = [wanted] if wanted else list(BENCHMARKS)
    if names != ["images"]:
        problem = install_package("wrk", lambda: shutil.which("wrk"), environ)
        if problem:
            print(f"wrk: {problem}", file=sys.stderr)
            return 1
    commands = ([sys.executable, "-m", *BENCHMARKS[name].split()] for name in names)
    return max([subprocess.call(command, cwd=ROOT, env=environ) for command in commands])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
