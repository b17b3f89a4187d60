"""The first contents: accounts to sign in with and, unless DEMO=0, the demo.

Run as `python -m deploy.local.demo`, in the environment of the programs.
"""

import json
import os

import django
from django.core.management import call_command

from deploy.local.layout import Layout
from deploy.local.options import ROOT, Options, read_options


def main() -> None:
    """Make what is not there yet, and write down the accounts and addresses as they are now."""
    django.setup()
    options = read_options()
    call_command(
        "load_demo",
        only_admin=not options.demo,
        output=str(Layout(options.var_dir).demo),
        base_url=options.base_url,
        database_url=os.environ["DATABASE_URL"],
    )


def is_loaded(layout: Layout, options: Options, database_url: str) -> bool:
    """Tell whether the embedded database holds it already, so that a start need not ask Django.

    The file of the accounts is written last, so it speaks for a database that is older than itself.
    """
    cluster = layout.postgres / "PG_VERSION"
    if options.database_url or not layout.demo.exists() or not cluster.exists():
        return False
    told = json.loads(layout.demo.read_text())
    roles = {account["role"] for account in told["accounts"]}
    return (
        (told["base_url"], told["database_url"]) == (options.base_url, database_url)
        and layout.demo.stat().st_mtime > cluster.stat().st_mtime
        and (not options.demo or "creator" in roles)
    )


if __name__ == "__main__":
    os.chdir(ROOT)
    main()
