"""Animations stay animated: WebP, a fresh GIF and AVIF are made, and the small ones kept."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image

from content.images import limits
from content.images.errors import damaged
from content.images.frames import plays_of, read_frames
from content.images.opening import open_picture
from content.images.reel import Reel
from content.images.sequence import settle_sequence
from content.images.stills import describe, write_cascade
from content.images.variants import Made, Variant, write_variant

WIDEST = 1280
_AVIF = {"quality": 64, "max_threads": 1}
# Speed 6 keeps far more than 8 (an SSIM of 0.99 for 0.97, no larger) for up to 2.3 s of CPU a megapixel.
_CAREFUL_PIXELS = 4 * limits.MEGAPIXEL
_WEBP = {"quality": 75, "method": 4, "allow_mixed": True}
# Trying every frame in each way pays for small drawings; for films it only takes long.
_SMALL_PIXELS = 20 * limits.MEGAPIXEL
# AVIF is kept beside what every browser shows only when it is worth its bytes.
_WORTH_KEEPING = 0.8
# Milliseconds. Frames that are alike are written as one that is shown for all their time.
_LONGEST_GIF_FRAME = 655_350


@dataclass(frozen=True)
class _Film:
    path: Path
    name: str
    mode: str
    durations: list[int]
    plays: int
    poster: Image.Image

    @property
    def pixels(self) -> int:
        return self.poster.width * self.poster.height * len(self.durations)

    def reel(self) -> Reel:
        return Reel(self.path, self.name, mode=self.mode, count=len(self.durations), widest=WIDEST)


def is_animation(image: Image.Image) -> bool:
    """Whether an opened picture moves. A phone's MPO holds two stills; it does not."""
    if image.format not in ("GIF", "WEBP", "PNG", "AVIF"):
        return False
    still = 1 if image.info.get("default_image") else 0
    return int(getattr(image, "n_frames", 1)) - still > 1


def write_animation(path: Path, name: str, folder: Path) -> Made:
    """Write the animation and a still poster of its first frame into the folder.

    Kept are the smaller of WebP and GIF, which every browser shows, and AVIF where it is a fifth
    smaller still. Durations and the number of plays are the upload's.
    """
    film = _watch(path, name)
    poster = film.poster
    moving = _write_moving(film, folder)
    stills, smallest = write_cascade(poster, folder, kind="poster", prefix="poster-")
    return describe(poster, smallest, moving + stills, animated=True)


def _watch(path: Path, name: str) -> _Film:
    """Decode every frame once: a broken one is found before anything is encoded."""
    poster = None
    durations, see_through = [], False
    with open_picture(path, name) as image:
        plays = plays_of(image)
        for frame, milliseconds in read_frames(image):
            poster = poster or frame
            see_through = see_through or frame.mode == "RGBA"
            durations.append(milliseconds)
    if poster is None:
        raise damaged()
    poster.thumbnail((WIDEST, WIDEST), reducing_gap=2.0)
    return _Film(path, name, "RGBA" if see_through else "RGB", durations, plays, poster)


def _write_moving(film: _Film, folder: Path) -> list[Variant]:
    shown = [_write_webp(film, folder)]
    if film.name == "GIF" and sum(film.durations) <= _LONGEST_GIF_FRAME:
        shown.append(_write_gif(film, folder))
    kept, *dropped = sorted(shown, key=lambda variant: variant.bytes)
    avif = _write_avif(film, folder)
    variants = [kept]
    if avif.bytes <= _WORTH_KEEPING * kept.bytes:
        variants.insert(0, avif)
    else:
        dropped.append(avif)
    for variant in dropped:
        (folder / variant.name).unlink()
    return variants


def _write(film: _Film, folder: Path, name: str, **options: Any) -> Variant:
    return write_variant(
        film.reel(),
        folder,
        name,
        kind="animation",
        save_all=True,
        duration=film.durations,
        **options,
    )


def _write_avif(film: _Film, folder: Path) -> Variant:
    def settle(path: Path) -> None:
        settle_sequence(path, plays=film.plays)

    speed = 6 if film.pixels <= _CAREFUL_PIXELS else 8
    return _write(film, folder, "AVIF", finish=settle, speed=speed, **_AVIF)


def _write_webp(film: _Film, folder: Path) -> Variant:
    finish = _announce_alpha if film.mode == "RGBA" else None
    small = film.pixels <= _SMALL_PIXELS
    options = _WEBP | {"loop": film.plays, "minimize_size": small, "finish": finish}
    return _write(film, folder, "WEBP", **options)


def _announce_alpha(path: Path) -> None:
    """Set the alpha flag of VP8X (RFC 9649, section 2.7.1).

    libwebp cuts frames down to what is opaque and then may leave the flag out, and what is transparent
    around them is shown black.
    """
    with path.open("r+b") as file:
        head = file.read(21)
        if head[12:16] == b"VP8X":
            file.seek(20)
            file.write(bytes([head[20] | 0x10]))


def _write_gif(film: _Film, folder: Path) -> Variant:
    # A GIF with no loop extension plays once; loop n repeats n times after that.
    loop = {} if film.plays == 1 else {"loop": film.plays - 1 if film.plays else 0}
    return _write(film, folder, "GIF", **loop)
