"""What a person may choose when starting Firsthand, read from the environment once."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


@dataclass(frozen=True)
class Options:
    """The choices of one start.

    `var_dir` is absolute; `database_url` and `redis_url` are empty for the embedded services,
    `storage_url` for files in `var_dir`;
    `tied` means: stop when the process that started this one is gone.
    """

    host: str
    port: int
    var_dir: Path
    demo: bool
    base_url: str
    database_url: str
    redis_url: str
    storage_url: str
    tied: bool = False


class BadOption(Exception):
    """A variable holds something that cannot be used; the message names it."""


def read_options(environ: Mapping[str, str] = os.environ, *, tied: bool = False) -> Options:
    """Return the options in `environ`; raise BadOption when one of them makes no sense."""
    host = environ.get("HOST") or "127.0.0.1"
    port = read_port(environ.get("PORT") or "8000")
    shown_host = "localhost" if host in {"127.0.0.1", "0.0.0.0", "::", "::1"} else host
    default_url = f"http://{shown_host}" if port == 80 else f"http://{shown_host}:{port}"
    return Options(
        host=host,
        port=port,
        var_dir=(ROOT / (environ.get("VAR_DIR") or "var")).resolve(),
        demo=read_switch("DEMO", environ.get("DEMO") or "1"),
        base_url=(environ.get("BASE_URL") or default_url).rstrip("/"),
        database_url=environ.get("DATABASE_URL", ""),
        redis_url=environ.get("REDIS_URL", ""),
        storage_url=environ.get("STORAGE_URL", ""),
        tied=tied,
    )


def read_port(text: str) -> int:
    """Return a TCP port from 1 to 65535."""
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise BadOption(f"PORT={text} is not a port number from 1 to 65535.")
    return int(text)


def read_switch(name: str, text: str) -> bool:
    """Return whether the variable says yes (1) or no (0)."""
    if text not in {"0", "1"}:
        raise BadOption(f"{name}={text} must be 0 or 1.")
    return text == "1"
