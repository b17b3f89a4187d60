"""The passwords and keys of one installation, made at random and kept in `run/secrets`."""

import json
import secrets
from dataclasses import asdict, dataclass

from deploy.local.layout import Layout, read_json, write_private


@dataclass(frozen=True)
class PrivateValues:
    """Random values of 256 bits each, safe inside a URL."""

    secret_key: str
    postgres_password: str
    redis_password: str
    revalidate_token: str


def load_private_values(layout: Layout) -> PrivateValues:
    """Return the kept values; missing ones are made and kept first, readable by the owner alone."""
    path = layout.run / "secrets"
    kept = read_json(path)
    names = PrivateValues.__dataclass_fields__
    values = PrivateValues(**{name: kept.get(name) or secrets.token_urlsafe(32) for name in names})
    if asdict(values) != kept:
        write_private(path, json.dumps(asdict(values), indent=2) + "\n")
    return values
