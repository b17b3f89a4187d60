"""A picture's row as processing leaves it: its sizes, formats and the names of its files."""

import json
from random import Random
from typing import Any

from content.images.stills import WIDTHS

SHAPES = ((2048, 1536), (2048, 1536), (1536, 2048), (2048, 1365), (1600, 1600), (900, 600))
MOVING = (480, 360)
SHARE_MOVING = 0.03
# ThumbHashes of real pictures; their length is what matters here.
PLACEHOLDERS = (
    "1QcSHQRnh493V4dIh4eXh1h4kJUI",
    "3OcRJYB4d3h/iIeHeEh3eIhw+j2w",
    "YJqGPQw7sFlslqhFafSE+Q6oJ1h2iHB2Rw==",
)
KEY, DIGEST = "<key>", "<digest>"


def make_picture(random: Random) -> dict[str, Any]:
    """Return the columns that processing writes, of a new picture whose key nobody else has."""
    key = f"{random.getrandbits(128):032x}"
    moving = random.random() < SHARE_MOVING
    shape = MOVING if moving else random.choice(SHAPES)
    variants, first, stored = (_MOVING if moving else _STILL)[shape]
    fill = {KEY: f"{key[:2]}/{key}", DIGEST: key[16:]}
    return {
        "key": key,
        "width": shape[0],
        "height": shape[1],
        "animated": moving,
        "placeholder": random.choice(PLACEHOLDERS),
        "variants": _filled(variants, fill),
        "file": _filled(first["path"], fill),
        "file_size": first["bytes"],
        "stored_bytes": stored,
        "upload_sha256": f"{random.getrandbits(256):064x}",
        "phash": random.getrandbits(64) - (1 << 63),
        "phash_mirror": random.getrandbits(64) - (1 << 63),
    }


def _filled(text: str, fill: dict[str, str]) -> str:
    for mark, value in fill.items():
        text = text.replace(mark, value)
    return text


def _variants(shape: tuple[int, int], kind: str, prefix: str = "") -> list[dict[str, Any]]:
    width, height = shape
    return [
        {
            "kind": kind,
            "type": f"image/{form}",
            "width": wide,
            "height": round(height * wide / width),
            "path": f"images/{KEY}/{prefix}{wide}-{DIGEST}.{form}",
            "bytes": wide * wide // (14 if form == "avif" else 9),
        }
        for wide in (width, *(step for step in WIDTHS if step < width))
        for form in ("avif", "webp")
    ]


def _moving_variants(shape: tuple[int, int]) -> list[dict[str, Any]]:
    moving = _variants(shape, "animation")[:2]
    return moving + _variants(shape, "poster", "poster-")


def _template(variants: list[dict[str, Any]]) -> tuple[str, dict[str, Any], int]:
    first = next(one for one in variants if one["kind"] != "animation")
    return json.dumps(variants), first, sum(one["bytes"] for one in variants)


_STILL = {shape: _template(_variants(shape, "still")) for shape in SHAPES}
_MOVING = {MOVING: _template(_moving_variants(MOVING))}
