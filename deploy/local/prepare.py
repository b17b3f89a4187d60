"""Brings database, static files and first contents up to date, in one Django process.

Run as `python -m deploy.local.prepare`, in the environment of the programs.
"""

import os
import time

import django
from django.core.management import call_command

from deploy.local.layout import Layout
from deploy.local.options import ROOT, read_options


def main() -> None:
    """Migrate, collect static files, and make accounts and demo where there are none yet."""
    django.setup()
    options = read_options()
    layout = Layout(options.var_dir)
    timed("Migrating the database", "migrate", verbosity=1)
    timed("Collecting static files", "collectstatic", interactive=False, verbosity=0)
    timed(
        "Loading the demo" if options.demo else "Making the admin's account",
        "load_demo",
        only_admin=not options.demo,
        output=str(layout.demo),
        base_url=options.base_url,
        database_url=os.environ["DATABASE_URL"],
    )


def timed(title: str, command: str, **arguments: object) -> None:
    """Run a management command, saying what it is and how long it took."""
    print(f"{title} ...", flush=True)
    started = time.monotonic()
    call_command(command, **arguments)
    print(f"{title}: done in {time.monotonic() - started:.1f} s", flush=True)


if __name__ == "__main__":
    os.chdir(ROOT)
    main()
