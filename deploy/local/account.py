"""Which account runs PostgreSQL, since it refuses to run as root."""

import hashlib
import os
import pwd
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from deploy.local.layout import Layout

# Root's cluster, when the kernel forbids user namespaces: any account can pass through to it.
SYSTEM_FOLDER = Path("/var/lib/firsthand")


class NoAccount(Exception):
    """There is no way to run PostgreSQL as anything but root here; the message says what to do."""


@dataclass(frozen=True)
class Account:
    """How to run a PostgreSQL program: words before it, another user, and where things are."""

    binaries: Path
    data: Path
    prefix: tuple[str, ...] = ()
    user: str | None = None

    def run(self, command: list[str], stdin: str = "") -> subprocess.CompletedProcess[str]:
        """Run a short program as this account and return what came of it."""
        return subprocess.run(
            command,
            input=stdin,
            capture_output=True,
            text=True,
            check=False,
            cwd="/",
            **identity(self.user),
        )

    def hand_over(self, path: Path) -> None:
        """Let the account read a file that this process has made."""
        if self.user is not None:
            entry = pwd.getpwnam(self.user)
            os.chown(path, entry.pw_uid, entry.pw_gid)


def identity(user: str | None) -> dict[str, Any]:
    """Return the options of `subprocess` that make a child run as this account and nothing more."""
    if user is None:
        return {}
    entry = pwd.getpwnam(user)
    return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}


def choose_account(layout: Layout, wheel: Path) -> Account:
    """Return oneself; for root a user namespace, else an unprivileged account."""
    if os.geteuid() != 0:
        return Account(binaries=wheel / "bin", data=layout.postgres)
    if not layout.postgres.is_symlink():
        layout.postgres.mkdir(mode=0o700, exist_ok=True)
        prefix = namespace_prefix()
        if works_in_namespace(prefix, wheel, layout.postgres):
            return Account(binaries=wheel / "bin", data=layout.postgres, prefix=prefix)
    return move_to_system_folder(layout, wheel)


def namespace_prefix() -> tuple[str, ...]:
    """Return the words that run a command as an ordinary account of a user namespace.

    The number must have a name in the account list, since initdb looks itself up.
    """
    entry = next(entry for entry in pwd.getpwall() if entry.pw_uid not in {0, 65534})
    return ("unshare", "--user", f"--map-user={entry.pw_uid}", f"--map-group={entry.pw_gid}", "--")


def works_in_namespace(prefix: tuple[str, ...], wheel: Path, data: Path) -> bool:
    """Tell whether PostgreSQL starts in the namespace and can write its data there."""
    if sys.platform != "linux" or shutil.which("unshare") is None:
        return False
    probe = 'test -w "$1" && test -O "$1" && "$2" --version'
    command = [*prefix, "sh", "-c", probe, "sh", str(data), str(wheel / "bin" / "postgres")]
    return subprocess.run(command, capture_output=True, check=False, cwd="/").returncode == 0


def move_to_system_folder(layout: Layout, wheel: Path) -> Account:
    """Copy the binaries where an unprivileged account can run them; VAR_DIR/postgres leads there.

    Raises NoAccount when there is no such account.
    """
    user = next((name for name in ("postgres", "nobody") if has_account(name)), None)
    if user is None:
        raise NoAccount("PostgreSQL refuses to run as root. Start Firsthand as an ordinary user.")
    package = copy_binaries(wheel)
    folder = data_folder(layout)
    folder.mkdir(parents=True, exist_ok=True)
    account = Account(binaries=package / wheel.name / "bin", data=folder / "postgres", user=user)
    account.data.mkdir(mode=0o700, exist_ok=True)
    account.hand_over(account.data)
    link_data(layout, account.data)
    return account


def copy_binaries(wheel: Path) -> Path:
    """Copy the wheel's package and its libraries beside each other; return the package's folder."""
    key = hashlib.sha256(f"{wheel} {wheel.stat().st_mtime_ns}".encode()).hexdigest()[:12]
    folder = SYSTEM_FOLDER / f"binaries-{key}"
    package = folder / wheel.parent.name
    if not (folder / "complete").exists():
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(wheel, package / wheel.name, symlinks=True)
        libraries = wheel.parent.with_name(f"{wheel.parent.name}.libs")
        if libraries.exists():
            shutil.copytree(libraries, folder / libraries.name)
        (folder / "complete").touch()
    for path in (SYSTEM_FOLDER, folder, package):
        path.chmod(0o755)
    return package


def data_folder(layout: Layout) -> Path:
    """Return where this VAR_DIR's cluster lives when it cannot live under VAR_DIR."""
    return SYSTEM_FOLDER / hashlib.sha256(str(layout.var_dir).encode()).hexdigest()[:12]


def remove_moved_data(layout: Layout) -> None:
    """Remove the cluster of this VAR_DIR when it lives outside of it."""
    if layout.postgres.is_symlink():
        shutil.rmtree(data_folder(layout), ignore_errors=True)


def link_data(layout: Layout, data: Path) -> None:
    """Make VAR_DIR/postgres lead to the data; raise NoAccount when another's cluster is there."""
    if layout.postgres.is_symlink():
        return
    if (layout.postgres / "PG_VERSION").exists():
        raise NoAccount(
            f"{layout.postgres} was made by {layout.postgres.owner()}. Start as that user."
        )
    if layout.postgres.exists():
        layout.postgres.rmdir()
    layout.postgres.symlink_to(data)


def has_account(name: str) -> bool:
    """Tell whether the machine knows this account."""
    try:
        pwd.getpwnam(name)
    except KeyError:
        return False
    return True
