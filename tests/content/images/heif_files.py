"""AVIF and HEIC files put together box by box, so that they may lie (ISO/IEC 14496-12, 23008-12)."""

import struct
from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.content.images.makers import box, encode, picture

BRANDS = {"HEIF": (b"heic", b"hvcC", b"hvc1"), "AVIF": (b"avif", b"av1C", b"av01")}


@dataclass(frozen=True)
class Item:
    """One item: its type, its bytes, its properties (whole boxes), and the items it is made from."""

    kind: bytes
    data: bytes
    properties: Sequence[bytes] = ()
    made_from: Sequence[int] = field(default=())


def full(kind: bytes, body: bytes, version: int = 0, flags: int = 0) -> bytes:
    return box(kind, struct.pack(">I", version << 24 | flags) + body)


def ispe(width: int, height: int) -> bytes:
    return full(b"ispe", struct.pack(">II", width, height))


def tile(name: str, claims: tuple[int, int] = (64, 64), side: int = 64) -> Item:
    """A square picture that claims to have so many pixels."""
    _, config, kind = BRANDS[name]
    data = encode(picture(side, side), name)
    return Item(kind, _box_in(data, b"mdat")[8:], (_box_in(data, config), ispe(*claims)))


def grid(
    rows: int,
    columns: int,
    size: tuple[int, int],
    made_from: Sequence[int],
    claims: tuple[int, int],
) -> Item:
    """A picture of tiles that unfolds to `size` and claims another."""
    data = struct.pack(">BBBBII", 0, 1, rows - 1, columns - 1, *size)
    return Item(b"grid", data, (ispe(*claims),), made_from)


def overlay(size: tuple[int, int], made_from: Sequence[int], claims: tuple[int, int]) -> Item:
    """Pictures laid on a canvas of `size`, a step apart, claiming another size."""
    data = struct.pack(">BB4HII", 0, 1, 0, 0, 0, 0xFFFF, *size)
    data += b"".join(struct.pack(">ii", 3 * n, 3 * n) for n in range(len(made_from)))
    return Item(b"iovl", data, (ispe(*claims),), made_from)


def same(made_from: int, claims: tuple[int, int] = (64, 64)) -> Item:
    """A picture that is another one."""
    return Item(b"iden", b"", (ispe(*claims),), (made_from,))


def heif(name: str, items: Sequence[Item]) -> bytes:
    """A file of these items, numbered from 1; the first is the picture."""
    brand = BRANDS[name][0]
    start = box(b"ftyp", brand + b"\0\0\0\0mif1" + brand + b"miaf")
    length = len(_meta(items, 0))
    data = b"".join(item.data for item in items)
    return start + _meta(items, len(start) + length + 8) + box(b"mdat", data)


def _meta(items: Sequence[Item], data_at: int) -> bytes:
    return full(
        b"meta",
        full(b"hdlr", b"\0\0\0\0pict" + b"\0" * 13)
        + full(b"pitm", struct.pack(">H", 1))
        + _iloc(items, data_at)
        + _iinf(items)
        + _iref(items)
        + _iprp(items),
    )


def _iloc(items: Sequence[Item], at: int) -> bytes:
    body = struct.pack(">BBH", 0x44, 0, len(items))
    for number, item in enumerate(items, 1):
        body += struct.pack(">HHHII", number, 0, 1, at, len(item.data))
        at += len(item.data)
    return full(b"iloc", body)


def _iinf(items: Sequence[Item]) -> bytes:
    entries = [
        full(b"infe", struct.pack(">HH", number, 0) + item.kind + b"\0", version=2)
        for number, item in enumerate(items, 1)
    ]
    return full(b"iinf", struct.pack(">H", len(items)) + b"".join(entries))


def _iref(items: Sequence[Item]) -> bytes:
    references = b"".join(
        box(
            b"dimg",
            struct.pack(f">HH{len(item.made_from)}H", number, len(item.made_from), *item.made_from),
        )
        for number, item in enumerate(items, 1)
        if item.made_from
    )
    return full(b"iref", references) if references else b""


def _iprp(items: Sequence[Item]) -> bytes:
    properties: list[bytes] = []
    links = struct.pack(">I", len(items))
    for number, item in enumerate(items, 1):
        links += struct.pack(">HB", number, len(item.properties))
        for one in item.properties:
            if one not in properties:
                properties.append(one)
            links += bytes([properties.index(one) + 1])
    return box(b"iprp", box(b"ipco", b"".join(properties)) + full(b"ipma", links))


def _box_in(data: bytes, kind: bytes) -> bytes:
    at = data.index(kind) - 4
    return data[at : at + int.from_bytes(data[at : at + 4], "big")]
