"""The file that tells how to sign in to the demo."""

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class DemoAccount:
    """One account to sign in with; `role` is creator, creator2, moderator or admin."""

    role: str
    name: str
    email: str
    password: str


def read_accounts(path: Path) -> dict[str, DemoAccount]:
    """Return the accounts in the file by role; none when there is no file."""
    try:
        found: dict[str, Any] = json.loads(path.read_text())
    except FileNotFoundError:
        return {}
    return {account["role"]: DemoAccount(**account) for account in found.get("accounts", [])}


def write_accounts(
    path: Path, *, accounts: list[DemoAccount], base_url: str, database_url: str
) -> None:
    """Write the file whole or not at all, readable by its owner only."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(
        {
            "base_url": base_url,
            "database_url": database_url,
            "accounts": [asdict(account) for account in accounts],
        },
        indent=2,
    )
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(text + "\n")
    fresh.replace(path)
