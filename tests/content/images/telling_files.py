"""Uploads that tell everything: camera, place, serial number, thumbnail, comments, XMP, IPTC, a profile."""

import struct
import subprocess
from pathlib import Path

from PIL import Image, ImageCms

from deploy.checks.metadata_reader import find_exiftool
from tests.content.images.makers import SIGNATURE, chunk, encode, frames, jpeg, picture

STILLS = ("JPEG", "PNG", "WEBP", "GIF", "AVIF", "HEIF")
MOVING = ("GIF", "WEBP", "PNG", "AVIF")
SECRETS = (
    *("SpyCam", "Model-4711", "SN-0815", "Quiet Street", "my secret comment", "Ines Original"),
    *("original-name.jpg", "Maker Note of Spy", "Profile of Sp"),
)
_SUFFIXES = {"JPEG": "jpg", "HEIF": "heic"}
_WRITTEN = (
    *("-EXIF:Make=SpyCam", "-EXIF:Model=Model-4711", "-EXIF:Artist=Ines Original"),
    *("-EXIF:SerialNumber=SN-0815", "-EXIF:UserComment=my secret comment"),
    *("-EXIF:GPSLatitude=52.5", "-EXIF:GPSLatitudeRef=N"),
    *("-EXIF:GPSLongitude=13.4", "-EXIF:GPSLongitudeRef=E"),
    *("-IPTC:City=Quiet Street", "-IPTC:By-line=Ines Original"),
    *(
        "-XMP:City=Quiet Street",
        "-XMP:SerialNumber=SN-0815",
        "-XMP:PreservedFileName=original-name.jpg",
    ),
    "-Comment=my secret comment",
)


def exiftool(*arguments: str) -> str:
    """Run exiftool and return what it said. It has to be there: nothing else reads as much."""
    program = find_exiftool()
    assert program, "exiftool is missing. Run once: sudo apt-get install libimage-exiftool-perl"
    return subprocess.run([program, *arguments], capture_output=True, text=True, check=False).stdout


def telling_still(name: str, folder: Path) -> bytes:
    """A picture in this format with everything on board that the format can carry."""
    on_board = {} if name == "GIF" else {"exif": _exif(), "icc_profile": _profile()}
    return _written_on(encode(picture(), name, **on_board), name, folder)


def telling_animation(name: str, folder: Path) -> bytes:
    """The same for an animation of three frames."""
    # Pillow 13 crashes when it writes EXIF into an AVIF sequence.
    on_board = {} if name in ("GIF", "AVIF") else {"exif": _exif()}
    first, *rest = frames(3)
    moving = encode(first, name, save_all=True, append_images=rest, duration=90, **on_board)
    return _written_on(moving, name, folder)


def _written_on(data: bytes, name: str, folder: Path) -> bytes:
    if name == "PNG":
        end = 33
        text = chunk(b"tEXt", b"Software\0SpyCam") + chunk(b"tIME", b"\x07\xe8\1\1\1\1\1")
        text += chunk(b"iTXt", b"Author\0\0\0\0\0Ines Original")
        assert data.startswith(SIGNATURE)
        data = data[:end] + text + data[end:]
    path = folder / f"telling.{_SUFFIXES.get(name, name.lower())}"
    path.write_bytes(data)
    exiftool("-overwrite_original", "-n", "-m", *_WRITTEN, str(path))
    return path.read_bytes()


def _exif() -> bytes:
    """EXIF with a maker's note and a thumbnail, which Pillow cannot write by itself."""
    exif = Image.Exif()
    exif[0x010F] = "SpyCam"
    exif.get_ifd(0x8769)[0x927C] = b"Maker Note of Spy" * 4
    main = exif.tobytes()
    assert main.startswith((b"Exif\0\0MM", b"Exif\0\0II"))
    return main[:6] + _with_thumbnail(main[6:])


def _with_thumbnail(tiff: bytes) -> bytes:
    """Append an IFD1 that holds a JPEG (EXIF 2.32, section 4.6.2)."""
    order = "<" if tiff.startswith(b"II") else ">"
    first = struct.unpack_from(order + "I", tiff, 4)[0]
    count = struct.unpack_from(order + "H", tiff, first)[0]
    link, at, small = first + 2 + 12 * count, len(tiff), jpeg(32, 24)
    entries = [
        (0x0103, 3, 6 << 16 if order == ">" else 6),
        (0x0201, 4, at + 42),
        (0x0202, 4, len(small)),
    ]
    ifd = struct.pack(order + "H", 3)
    ifd += b"".join(
        struct.pack(order + "HHII", tag, kind, 1, value) for tag, kind, value in entries
    )
    linked = tiff[:link] + struct.pack(order + "I", at) + tiff[link + 4 :]
    return linked + ifd + struct.pack(order + "I", 0) + small


def _profile() -> bytes:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    old = "sRGB built-in".encode("utf-16-be")
    assert old in profile
    return profile.replace(old, "Profile of Sp".encode("utf-16-be"))
