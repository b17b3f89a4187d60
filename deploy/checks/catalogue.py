"""What guards the project: every check, in the order it is run."""

import sys
from pathlib import Path

from deploy.checks.browser import find_chromium
from deploy.checks.runner import Check
from deploy.local.options import ROOT
from deploy.local.site_build import SITE, npm

PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "site_config.settings.production",
    "SECRET_KEY": "only-for-this-check-" + "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ",
    "BASE_URL": "https://firsthand.example",
    "ALLOWED_HOSTS": "firsthand.example",
    "EMAIL_URL": "smtp://mail.firsthand.example:587",
    "DEFAULT_FROM_EMAIL": "Firsthand <hello@firsthand.example>",
}
TESTING = {"DJANGO_SETTINGS_MODULE": "site_config.settings.test"}


def python(*arguments: str) -> tuple[str, ...]:
    """Return a command that runs the project's Python."""
    return (sys.executable, *arguments)


def tool(name: str) -> str:
    """Return a program that came with the project's Python packages."""
    return str(Path(sys.executable).parent / name)


def quick_checks() -> list[Check]:
    """Return what takes less than a minute together and needs no browser."""
    manage = ("manage.py",)
    dockerfiles = [str(path) for path in sorted((ROOT / "deploy/docker").glob("*.Dockerfile"))]
    caddy = (tool("caddy"), "validate", "--adapter", "caddyfile")
    compose = python("-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec")
    return [
        # The two longest first: the others run beside them.
        Check("site", npm("run", "check"), folder=SITE),
        Check("types", python("-m", "mypy", "."), environ=TESTING),
        Check("format", python("-m", "ruff", "format", "--check", ".")),
        Check("lint", python("-m", "ruff", "check", ".")),
        Check("imports", (tool("lint-imports"), "--no-cache")),
        Check(
            "migrations",
            python(*manage, "makemigrations", "--check", "--dry-run"),
            environ=TESTING,
        ),
        Check(
            "deploy settings",
            python(*manage, "check", "--deploy", "--fail-level", "WARNING"),
            environ=PRODUCTION,
        ),
        Check("schema is current", python("-m", "deploy.checks.drift", "schema"), environ=TESTING),
        Check("site types are current", python("-m", "deploy.checks.drift", "types")),
        Check("compose file", (*compose, "docker-compose.yml")),
        Check("front door", (*caddy, "--config", "deploy/caddy/Caddyfile")),
        Check("dockerfiles", (tool("hadolint"), *dockerfiles)),
    ]


def all_checks() -> list[Check]:
    """Return everything: the quick ones, the tests, and the walk in a real browser."""
    pytest = python("-m", "pytest", "-q", "-p", "no:cacheprovider")
    side_by_side = ("-n", "2")
    # A file stays on one worker, which starts once what its tests share; the longest come first.
    by_file = (*side_by_side, "--dist", "loadfile", "--no-loadscope-reorder")
    many_posts = "tests/api/test_reading_costs.py"
    slow = (many_posts, "tests/conformance", "tests/e2e", "tests/faults", "tests/house")
    ignored = [word for path in slow for word in ("--ignore", path)]
    chromium = find_chromium()
    browser = {"CHROMIUM": chromium} if chromium else {}
    return [
        # Waits for the network, so the quick ones run beside it.
        Check("browser and exiftool are there", python("-m", "deploy.checks.programs")),
        *quick_checks(),
        # By itself, since two workers would write its hundred thousand posts twice.
        Check("costs of reading", (*pytest, many_posts), environ=TESTING),
        Check("tests", (*pytest, *side_by_side, *ignored), environ=TESTING, alone=True),
        # Both wait for most of their time: for programs to start, to end and to notice.
        Check("house and faults", (*pytest, *by_file, "tests/faults", "tests/house"), alone=True),
        Check("walk", (*pytest, "tests/e2e"), environ=browser, alone=True),
    ]
