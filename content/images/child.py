"""The sandbox's own program: imports the decoders once, then forks a limited child for every job.

Reads one JSON job a line from standard input, `{"path", "format", "folder"}`, and answers each with one
line on standard output: `{"made": ...}`, `{"unfit": {"code", "message"}}`, or `{"died": signal or 0}`
when the child was ended by its limits or crashed; and with what it cost, `"cost": {"cpu": seconds,
"memory": bytes at its peak}`. Ends with its input, or when its parent is gone. Knows no Django, no
settings and no secrets.
"""

import json
import os
import resource
import select
import signal
import sys
import traceback
from dataclasses import asdict
from pathlib import Path
from typing import Any

from content.images import limits
from content.images.errors import UnfitFile, damaged
from content.images.work import make_variants

_PARENT_CHECK_SECONDS = 5
_RSS_UNIT = 1 if sys.platform == "darwin" else 1024  # of getrusage's ru_maxrss


def main() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = os.getppid()
    # Whatever a decoder prints must not be taken for an answer.
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    for line in _lines(parent):
        print(json.dumps(_run_apart(json.loads(line))), file=answers, flush=True)


def _lines(parent: int) -> Any:
    """Yield each line of standard input while the parent lives."""
    waiting = b""
    while os.getppid() == parent:
        if not select.select([0], [], [], _PARENT_CHECK_SECONDS)[0]:
            continue
        read = os.read(0, 65_536)
        if not read:
            return
        *lines, waiting = (waiting + read).split(b"\n")
        yield from lines


def _run_apart(job: dict[str, str]) -> dict[str, Any]:
    """Run one job in a child of its own, so that nothing of one upload is left for the next."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _run_limited(job, writing)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        answer = pipe.read()
    _, status, usage = os.wait4(child, 0)
    cost = {"cpu": usage.ru_utime + usage.ru_stime, "memory": usage.ru_maxrss * _RSS_UNIT}
    if os.WIFEXITED(status) and os.WEXITSTATUS(status) == 0 and answer:
        return {**json.loads(answer), "cost": cost}
    return {"died": os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0, "cost": cost}


def _run_limited(job: dict[str, str], writing: int) -> None:
    """Do the job under the limits, write the answer, and end the process without returning."""
    code = 1
    try:
        _limit()
        answer = json.dumps(_answer(job)).encode()
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(answer)
        code = 0
    except MemoryError:
        code = 2
    finally:
        os._exit(code)


def _answer(job: dict[str, str]) -> dict[str, Any]:
    try:
        made = make_variants(
            Path(job["path"]),
            job["format"],
            Path(job["folder"]),
            decoded=lambda: _allow_cpu(limits.ENCODE_CPU_SECONDS),
        )
    except UnfitFile as error:
        return {"unfit": {"code": error.code, "message": error.message}}
    except Exception as error:
        # No decoder has failed like this before. The file is refused, and the log tells what to add.
        traceback.print_exc()
        refusal = damaged()
        unfit = {"code": refusal.code, "message": refusal.message}
        return {"unfit": unfit, "unforeseen": repr(error)}
    return {"made": asdict(made)}


def _limit() -> None:
    _set_limit(resource.RLIMIT_AS, limits.MEMORY_BYTES)
    _set_limit(resource.RLIMIT_FSIZE, limits.OUTPUT_BYTES)
    _set_limit(resource.RLIMIT_CORE, 0)
    # SIGALRM and SIGPROF end the process even in the middle of a decoder's C code.
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, limits.WALL_SECONDS)
    _allow_cpu(limits.DECODE_CPU_SECONDS)


def _set_limit(what: int, amount: int) -> None:
    try:
        resource.setrlimit(what, (amount, amount))
    except (ValueError, OSError):
        # macOS knows no limit on address space; the pixel limits still hold there.
        if sys.platform != "darwin":
            raise


def _allow_cpu(seconds: int) -> None:
    signal.setitimer(signal.ITIMER_PROF, seconds)


if __name__ == "__main__":
    main()
