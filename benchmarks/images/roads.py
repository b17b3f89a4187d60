"""Three roads from a photo to all its sizes, each telling the CPU and the memory it took."""

import json
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from PIL import Image

from content.images.guard import Cost
from content.images.stills import MASTER_SIDE, WEBP, WIDTHS, avif_settings

_HERE = Path(__file__).resolve().parent
_BIG = 100_000
_MAXRSS = 1 if sys.platform == "darwin" else 1024
Settings = Mapping[str, Mapping[str, Any]]


def our_settings(width: int) -> Settings:
    """Return the product's own settings for a size."""
    return {"AVIF": avif_settings(width, is_master=width == MASTER_SIDE), "WEBP": WEBP}


def plain_settings(width: int) -> Settings:
    """Return what somebody writes who has not measured: the same qualities, and Pillow's own effort."""
    ours = our_settings(width)
    return {
        "AVIF": {"quality": ours["AVIF"]["quality"], "max_threads": 1},
        "WEBP": {"quality": ours["WEBP"]["quality"]},
    }


def make_naively(path: Path, settings: Callable[[int], Settings]) -> Cost:
    """Open the file anew for each size and format, decode it whole, shrink it and save it.

    In a process of its own, which has Pillow loaded already.
    """
    return _in_a_child(lambda folder: _naive(path, Path(folder), settings))


def _naive(path: Path, folder: Path, settings: Callable[[int], Settings]) -> None:
    widest = _BIG
    for width in (MASTER_SIDE, *WIDTHS):
        if width >= widest:
            continue
        height = MASTER_SIDE if width == MASTER_SIDE else _BIG
        for kind, options in settings(width).items():
            with Image.open(path) as image:
                image.load()
                picture = image if image.mode in ("RGB", "RGBA") else image.convert("RGB")
                picture.thumbnail((width, height), Image.Resampling.LANCZOS)
                picture.save(folder / f"{width}.{kind.lower()}", kind, **options)
        if width == MASTER_SIDE:
            widest = picture.width


def _in_a_child(work: Callable[[str], None]) -> Cost:
    with tempfile.TemporaryDirectory() as folder:
        child = os.fork()
        if child == 0:
            code = 1
            try:
                work(folder)
                code = 0
            finally:
                os._exit(code)
        _, status, usage = os.wait4(child, 0)
    if status:
        raise RuntimeError("naive Pillow failed")
    return cost_of(usage)


def cost_of(usage: resource.struct_rusage) -> Cost:
    """Return what the system counted for a process."""
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss * _MAXRSS)


class Sharp:
    """sharp in a Node process of its own, warm, on one thread, with our encoders' settings."""

    def __init__(self, node: str) -> None:
        sizes = [
            {
                "width": width,
                "height": MASTER_SIDE if width == MASTER_SIDE else None,
                "avif": {
                    "quality": our_settings(width)["AVIF"]["quality"],
                    "effort": 9 - our_settings(width)["AVIF"]["speed"],
                    "chromaSubsampling": "4:2:0",
                },
                "webp": {"quality": WEBP["quality"], "effort": WEBP["method"]},
            }
            for width in (MASTER_SIDE, *WIDTHS)
        ]
        self.process = subprocess.Popen(
            [node, str(_HERE / "sharp.mjs"), json.dumps(sizes)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.process.communicate()

    def versions(self) -> dict[str, str]:
        """Return the versions of sharp and of the libraries in it."""
        return dict(self._ask({"path": None}))

    def make(self, path: Path) -> Cost:
        """Make all sizes of the photo."""
        with tempfile.TemporaryDirectory() as folder:
            answer = self._ask({"path": str(path), "folder": folder})
        return Cost(answer["cpu"], answer["memory"])

    def _ask(self, job: dict[str, Any]) -> Any:
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(json.dumps(job) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError("sharp gave no answer")
        return json.loads(line)
