"""The real road of an upload, from its bytes to the files served, with what it cost."""

import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest.mock import patch

from content.images import guard
from content.images.errors import UnfitFile
from content.images.guard import make_variants_apart
from content.images.sniff import format_of, sniff
from content.images.variants import Made

CPU_SECONDS = 10
MEMORY_BYTES = 512 * 1024 * 1024


@dataclass
class Outcome:
    """What became of an upload: `made` with the bytes of every file by name, or `refusal`."""

    made: Made | None = None
    refusal: UnfitFile | None = None
    served: dict[str, bytes] = field(default_factory=dict)
    cpu: float = 0
    memory: int = 0
    unforeseen: str = ""

    @property
    def word(self) -> str:
        """`ready`, or the code of the refusal."""
        return self.refusal.code if self.refusal else "ready"


def take(data: bytes, *, unseen: bool = False) -> Outcome:
    """Send the bytes through the sniffing and the sandbox, as an upload is.

    Anything but a picture or an UnfitFile is passed on: then the road has a hole. `unseen` bytes come to
    the sandbox with no look at their container.
    """
    outcome = Outcome()
    with tempfile.TemporaryDirectory() as name, _noting_answers(outcome):
        folder = Path(name)
        try:
            kind = format_of(data) or "PNG" if unseen else sniff(data).format
            (folder / "upload").write_bytes(data)
            outcome.made = make_variants_apart(folder / "upload", kind, folder)
        except UnfitFile as error:
            outcome.refusal = error
            return outcome
        outcome.served = {
            variant.name: (folder / variant.name).read_bytes() for variant in outcome.made.variants
        }
    return outcome


def _noting_answers(outcome: Outcome) -> Any:
    run = guard._Sandbox.run

    def run_and_note(sandbox: guard._Sandbox, *job: Any) -> dict[str, Any]:
        answer = run(sandbox, *job)
        outcome.cpu, outcome.memory = answer["cost"]["cpu"], answer["cost"]["memory"]
        outcome.unforeseen = answer.get("unforeseen", "")
        return answer

    return patch.object(guard._Sandbox, "run", run_and_note)


def assert_within_limits(outcome: Outcome) -> None:
    """A job has its limits of time and memory, and a refusal a sentence for a person."""
    assert outcome.cpu <= CPU_SECONDS
    assert outcome.memory <= MEMORY_BYTES
    assert not outcome.unforeseen
    if outcome.refusal:
        message = outcome.refusal.message
        assert message.endswith(".")
        assert message[0].isupper()
        assert len(message) <= 255
