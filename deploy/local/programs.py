"""The programs that make up Firsthand, each started by the script that its container runs too."""

import signal
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping

from deploy.local.child import Child, Program
from deploy.local.options import ROOT

SCRIPTS = ROOT / "deploy" / "bin"
# A warm stop finishes the task at hand; a cold one gives it back to the queue.
CELERY_STOP = ((signal.SIGTERM, 4.0), (signal.SIGQUIT, 2.0))
WEB_STOP = ((signal.SIGTERM, 4.0),)
NAMES = ("api", "worker", "images-worker", "beat", "site", "proxy")


def list_programs(environ: Mapping[str, str]) -> list[Program]:
    """Return the programs in the order they are started; services must be running before."""
    readiness: dict[str, Callable[[Child], bool]] = {
        "api": lambda _: http_status(f"{environ['API_URL']}/healthz") == 200,
        "worker": has_said(" ready."),
        "images-worker": has_said(" ready."),
        "beat": has_said("beat: Starting"),
        "site": lambda _: http_status(f"{environ['SITE_URL']}/robots.txt") is not None,
        "proxy": lambda _: http_status(f"http://{front_address(environ)}/healthz") is not None,
    }
    return [
        Program(
            name=name,
            command=(str(SCRIPTS / name),),
            environ=environ,
            is_ready=readiness[name],
            stop=WEB_STOP if name in {"api", "site", "proxy"} else CELERY_STOP,
        )
        for name in NAMES
    ]


def front_address(environ: Mapping[str, str]) -> str:
    """Return where the front door is reached from this machine, as host:port."""
    host = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(environ["HOST"], environ["HOST"])
    return f"{host}:{environ['PORT']}"


def has_said(words: str) -> Callable[[Child], bool]:
    """Return a check that is true once the program's log shows these words."""
    return lambda child: words in child.read_log()


def http_status(url: str) -> int | None:
    """Return the status of a GET past any proxy of the environment, None when nothing answers."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(url, timeout=5) as response:
            return int(response.status)
    except urllib.error.HTTPError as error:
        with error:
            return error.code
    except OSError:
        return None
