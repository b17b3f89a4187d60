"""Removing everything that Firsthand has written."""

import shutil
import sys

from deploy.local.account import remove_moved_data
from deploy.local.instance import only_instance
from deploy.local.layout import Layout


def clean(layout: Layout) -> int:
    """Remove VAR_DIR after asking; return 0 when it is gone, 1 when the person said no.

    Raises AlreadyRunning while something runs on it. What Firsthand did not make is left alone.
    """
    if not layout.var_dir.exists():
        print(f"{layout.var_dir} is not there.")
        return 0
    if not (layout.run / "lock").exists():
        print(
            f"{layout.var_dir} does not look like Firsthand's; it is left alone.", file=sys.stderr
        )
        return 1
    with only_instance(layout):
        print(f"This removes {layout.var_dir}: the database, every picture, every mail.")
        if input("Type yes to go on: ").strip() != "yes":
            print("Nothing was removed.")
            return 1
        remove_moved_data(layout)
        shutil.rmtree(layout.var_dir)
    print("Removed.")
    return 0
