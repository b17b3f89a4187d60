"""Ways of spoiling a file, drawn from a seed: the same seed spoils in the same way."""

import random
import zlib
from collections.abc import Callable, Sequence
from typing import Literal

_TELLING = (0x00, 0x01, 0x7F, 0x80, 0xFE, 0xFF)


def spoil(seed: int, files: Sequence[bytes]) -> bytes:
    """Return one of the files with something done to it.

    Two of three are spoiled where they stand and then mended outside, so that they pass the first look
    and reach the decoders; the others are torn apart as well.
    """
    chance = random.Random(seed)
    data = bytearray(chance.choice(files))
    gentle = chance.random() < 0.67
    for _ in range(1 if gentle else chance.randint(1, 4)):
        if len(data) > 16:
            chance.choice(_IN_PLACE if gentle else _WAYS)(chance, data, files)
    return mend(bytes(data)) if gentle or chance.random() < 0.3 else bytes(data)


def mend(data: bytes) -> bytes:
    """Make checksums, the outermost length and the end right again."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return _mend_png(data)
    if data.startswith(b"RIFF"):
        return data[:4] + max(len(data) - 8, 0).to_bytes(4, "little") + data[8:]
    end = {b"\xff\xd8": b"\xff\xd9", b"GI": b"\0;"}.get(data[:2], b"")
    return data if data.endswith(end) else data + end


def _mend_png(data: bytes) -> bytes:
    mended, at = bytearray(data), 8
    while at + 12 <= len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        end = at + 8 + length
        if end + 4 > len(data):
            break
        mended[end : end + 4] = zlib.crc32(data[at + 4 : end]).to_bytes(4, "big")
        at = end + 4
    return bytes(mended)


def _flip_bits(chance: random.Random, data: bytearray, files: Sequence[bytes]) -> None:
    for _ in range(chance.choice((1, 1, 2, 8))):
        data[_place(chance, data)] ^= 1 << chance.randrange(8)


def _overwrite(chance: random.Random, data: bytearray, files: Sequence[bytes]) -> None:
    at = _place(chance, data)
    for offset in range(min(chance.randint(1, 12), len(data) - at)):
        data[at + offset] = (
            chance.choice(_TELLING) if chance.random() < 0.5 else chance.randrange(256)
        )


def _edit_number(chance: random.Random, data: bytearray, files: Sequence[bytes]) -> None:
    """Write another number over two or four bytes: what is there is often a length or a size."""
    width = chance.choice((2, 4))
    order: Literal["big", "little"] = "big" if chance.random() < 0.5 else "little"
    at = min(_place(chance, data), len(data) - width)
    old = int.from_bytes(data[at : at + width], order)
    new = chance.choice(
        (old + 1, old - 1, old * 2, old // 2, 0, 1, 256**width - 1, 256**width // 2, len(data))
    )
    data[at : at + width] = (new % 256**width).to_bytes(width, order)


def _repeat(chance: random.Random, data: bytearray, files: Sequence[bytes]) -> None:
    start, end = _stretch(chance, data)
    data[start:start] = data[start:end] * chance.choice((1, 1, 2, 9))


def _remove(chance: random.Random, data: bytearray, files: Sequence[bytes]) -> None:
    start, end = _stretch(chance, data)
    del data[start:end]


def _cut_off(chance: random.Random, data: bytearray, files: Sequence[bytes]) -> None:
    del data[chance.randrange(8, len(data)) :]


def _swap(chance: random.Random, data: bytearray, files: Sequence[bytes]) -> None:
    start, end = _stretch(chance, data)
    to = _place(chance, data)
    moved = data[start:end]
    data[to : to + len(moved)] = moved


def _splice(chance: random.Random, data: bytearray, files: Sequence[bytes]) -> None:
    """Go on with the end of another file."""
    other = chance.choice(files)
    data[_place(chance, data) :] = other[chance.randrange(len(other)) :]


_Way = Callable[[random.Random, bytearray, Sequence[bytes]], None]
_IN_PLACE: tuple[_Way, ...] = (_flip_bits, _overwrite, _edit_number)
_WAYS: tuple[_Way, ...] = (*_IN_PLACE, _repeat, _remove, _cut_off, _swap, _splice)


def _place(chance: random.Random, data: bytearray) -> int:
    """Anywhere, and often near the start, where the headers are."""
    most = len(data) if chance.random() < 0.7 else min(len(data), 200)
    return chance.randrange(most)


def _stretch(chance: random.Random, data: bytearray) -> tuple[int, int]:
    start = _place(chance, data)
    return start, min(len(data), start + int(2 ** chance.uniform(0, 9)))
