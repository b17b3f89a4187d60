"""Run a module inside the project's own virtual environment, making that first where it is stale.

Usage: `python3 deploy/bootstrap.py MODULE [ARGUMENT...]`. Needs nothing but Python 3.11 or newer
with `venv`; written so that an older Python 3 can still say what is missing.
"""

import fcntl
import hashlib
import itertools
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
VENV_PYTHON = str(VENV / "bin" / "python")
LOCK_FILE = ROOT / "requirements" / "development.lock"
STAMP = VENV / ".installed-from"
OLDEST = (3, 11)


def main(arguments):
    """Replace this process by the module, running in the up-to-date environment."""
    use_new_enough_python(arguments)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with LOCK_FILE.open("rb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        wanted = hashlib.sha256(lock.read() + str(VENV).encode()).hexdigest()
        if not is_installed(wanted):
            install(wanted)
    os.chdir(ROOT)
    os.execve(VENV_PYTHON, [VENV_PYTHON, "-m", *arguments], clean_environment())


def use_new_enough_python(arguments):
    """Go on only on a new enough Python, looking for another one on PATH before giving up."""
    if sys.version_info >= OLDEST:
        return
    for minor in range(14, OLDEST[1] - 1, -1):
        found = shutil.which(f"python3.{minor}")
        if found:
            os.execv(found, [found, __file__, *arguments])
    version = sys.version.split()[0]
    sys.exit(f"Firsthand needs Python 3.11 or newer; this is {version}.")


def clean_environment():
    """Return the environment without what would make the new Python look elsewhere."""
    return {
        name: value
        for name, value in os.environ.items()
        if name
        not in (
            "PYTHONHOME",
            "PYTHONPATH",
            "VIRTUAL_ENV",
            "PIP_USER",
            "PIP_TARGET",
            "__PYVENV_LAUNCHER__",
        )
    }


def is_installed(wanted):
    """Tell whether the environment was made from this lock file, at this place, and still starts."""
    try:
        if STAMP.read_text().strip() != wanted:
            return False
        return subprocess.call([VENV_PYTHON, "-c", ""], env=clean_environment()) == 0
    except OSError:
        return False


def works_here():
    """Tell whether there is an environment that was made at this place and has pip."""
    try:
        made_at = (VENV / "pyvenv.cfg").read_text()
    except OSError:
        return False
    starts = subprocess.call([VENV_PYTHON, "-Ic", "import pip"], stderr=subprocess.DEVNULL) == 0
    return starts and f"-m venv {VENV}\n" in f"{made_at}\n"


def install(wanted):
    """Bring the environment to the lock file; the stamp comes last, so a half-made one is mended.

    An environment that works is kept while it is changed: something may be running from it.
    """
    started = time.monotonic()
    print("Making .venv from requirements/development.lock (half a minute) ...", flush=True)
    STAMP.unlink(missing_ok=True)
    if not works_here() and run([sys.executable, "-m", "venv", "--clear", str(VENV)]) != 0:
        sys.exit("Python's venv module is not complete. On Debian: apt-get install python3-venv")
    if install_with_uv() != 0:
        # pip is slower, but knows of the mirrors and certificates that its own settings name.
        print("  uv could not install them (the lines above say why); pip tries.", flush=True)
        if install_with_pip(LOCK_FILE) != 0:
            sys.exit("The packages could not be installed; the lines above say why.")
    STAMP.write_text(wanted + "\n")
    print(f"  .venv is ready after {time.monotonic() - started:.0f} s.", flush=True)


def install_with_uv():
    """Install the locked packages at once by the locked uv; return the exit code."""
    with tempfile.NamedTemporaryFile("w", suffix=".lock") as uv:
        uv.write(locked("uv"))
        uv.flush()
        if install_with_pip(uv.name) != 0:
            return 1
    options = ["--python", VENV_PYTHON, "--no-deps", "--require-hashes", "--no-config"]
    uv_pip = [VENV_PYTHON, "-I", "-m", "uv", "pip", "install", *options]
    return run([*uv_pip, "-r", str(LOCK_FILE)], quiet=True)


def install_with_pip(lock_file):
    """Install what the file locks; return the exit code."""
    options = ["--no-deps", "--require-hashes", "--no-input", "--disable-pip-version-check"]
    pip = [VENV_PYTHON, "-I", "-m", "pip", "install", *options, "--progress-bar", "off"]
    return run([*pip, "-r", str(lock_file)], quiet=True)


def locked(name):
    """Return the lines of the lock file that pin this package, its hashes with them."""
    lines = LOCK_FILE.read_text().splitlines(keepends=True)
    first = next(i for i, line in enumerate(lines) if line.startswith(f"{name}=="))
    rest = itertools.takewhile(lambda line: line.startswith(" "), lines[first + 1 :])
    return "".join([lines[first], *rest])


def run(command, quiet=False):
    """Return the exit code; when quiet, show how far it is, and all its words only on failure."""
    process = subprocess.Popen(
        command,
        env=clean_environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE if quiet else None,
        stderr=subprocess.STDOUT if quiet else None,
        text=True,
    )
    try:
        if process.stdout is not None:
            tail = show_progress(process.stdout)
            if process.wait() != 0:
                print("".join(tail), flush=True)
        return process.wait()
    finally:
        if process.poll() is None:
            process.terminate()
            process.wait()


def show_progress(lines):
    """Print what is being fetched: uv names the large packages, of pip's every twentieth is shown.

    Returns the last lines.
    """
    fetched = 0
    tail: list[str] = []
    for line in lines:
        tail = [*tail[-40:], line]
        fetched += line.startswith("Collecting ")
        if line.startswith("Downloading ") or (
            line.startswith("Collecting ") and fetched % 20 == 0
        ):
            print(f"  {line.split(' (from')[0].strip()}", flush=True)
    return tail


if __name__ == "__main__":
    main(sys.argv[1:])
