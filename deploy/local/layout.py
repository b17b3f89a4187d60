"""Where everything that Firsthand writes has its place, under one folder."""

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Layout:
    """The places under VAR_DIR."""

    var_dir: Path

    @property
    def postgres(self) -> Path:
        return self.var_dir / "postgres"

    @property
    def redis(self) -> Path:
        return self.var_dir / "redis"

    @property
    def logs(self) -> Path:
        return self.var_dir / "logs"

    @property
    def run(self) -> Path:
        return self.var_dir / "run"

    @property
    def pids(self) -> Path:
        return self.run / "pids"

    @property
    def held(self) -> Path:
        """Holds an empty file for each process that is to stay stopped."""
        return self.run / "held"

    @property
    def state(self) -> Path:
        return self.run / "state.json"

    @property
    def demo(self) -> Path:
        return self.var_dir / "demo.json"

    def create(self) -> None:
        """Make the folders; what is not public opens for the owner alone."""
        self.var_dir.mkdir(parents=True, exist_ok=True)
        for folder in ("media", "static"):
            (self.var_dir / folder).mkdir(exist_ok=True)
        for folder in ("redis", "private", "mail", "logs", "run", "run/pids", "run/held"):
            (self.var_dir / folder).mkdir(mode=0o700, exist_ok=True)


def write_private(path: Path, text: str) -> None:
    """Replace the file at once by one that only its owner can read."""
    fresh = path.with_name(f"{path.name}.{os.getpid()}.new")
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write(text)
    fresh.replace(path)


def read_json(path: Path) -> dict[str, Any]:
    """Return the object in the file, or an empty one when it is absent or was cut short."""
    try:
        found = json.loads(path.read_text())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
