"""Schemathesis holds the OpenAPI document against the running API: every check, for each kind of visitor.

`CONFORMANCE_EXAMPLES=100` draws so many examples for each operation and walks every phase as each of them, by
the seed of `CONFORMANCE_SEED`; `make fuzz` does.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from deploy.local.options import ROOT
from tests.client import Client
from tests.stack import Stack, launch

HERE = Path(__file__).parent
FEW = 2
EXAMPLES = int(os.environ.get("CONFORMANCE_EXAMPLES", FEW))
SEED = os.environ.get("CONFORMANCE_SEED", "1")
PASSWORD = "correct horse battery"  # pragma: allowlist secret
MAKE_PEOPLE = """
from tests.factories import UserFactory
UserFactory(name="Creator", email="creator@example.org")
UserFactory(name="Moderator", email="moderator@example.org", moderator=True)
"""
# Systematic cases cost most, so the short run has them once, as whoever reaches most of the code.
PHASES = {
    "guest": "examples,fuzzing,stateful",
    "creator": "examples,coverage,fuzzing,stateful",
    "moderator": "examples,fuzzing,stateful",
}


@pytest.fixture(scope="module")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """The house, where nobody is too fast, with a creator and a moderator."""
    quick = {"DEMO": "0", "RATE_LIMITS": "off"}
    running = launch(tmp_path_factory.mktemp("conformance") / "var", environ=quick)
    try:
        running.wait_until_ready()
        running.manage("shell", "-v", "0", "-c", MAKE_PEOPLE)
        yield running
    finally:
        running.terminate()


@pytest.mark.parametrize("who", PHASES)
def test_the_api_does_what_its_document_says(stack: Stack, who: str, tmp_path: Path) -> None:
    phases = PHASES[who] if EXAMPLES == FEW else PHASES["creator"]
    command = [
        str(Path(sys.executable).parent / "schemathesis"),
        *("--config-file", str(HERE / "schemathesis.toml")),
        *("run", str(ROOT / "api" / "openapi.json"), "--url", stack.base_url, "--no-color"),
        *("--phases", phases, "--max-examples", str(EXAMPLES), "--seed", SEED),
    ]
    if who != "guest":
        # Somebody with a session, who sends no other one along that was made up.
        command += ["--header", f"X-Session-Token: {session_of(stack, who)}"]
        command += ["--generation-with-security-parameters", "false"]
    done = subprocess.run(
        command,
        cwd=tmp_path,
        env=os.environ | {"CONFORMANCE_FEED": str(HERE / "feed.py")},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def session_of(stack: Stack, who: str) -> str:
    """Sign in as they would."""
    credentials = {"email": f"{who}@example.org", "password": PASSWORD}
    answer = Client(stack.base_url).ask("/_allauth/app/v1/auth/login", credentials)
    token: str = answer.json["meta"]["session_token"]
    return token
