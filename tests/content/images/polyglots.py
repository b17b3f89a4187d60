"""Pictures that are something else too, and what is no picture at all."""

import io
import zipfile

from PIL import Image

from tests.content.images.hostile_parts import (
    FORMATS,
    jpeg_with,
    png_with,
    riff,
    valid,
    webp_chunk,
)
from tests.content.images.makers import box, chunk, encode, picture

PAYLOADS = {
    "HTML": b"<!DOCTYPE html><script>alert('QXEVIL')</script>",
    "PHP": b"<?php system($_GET['QXEVIL']); ?>",
    "JavaScript": b"*/=1;alert('QXEVIL');/*",
}


def zip_file() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("QXEVIL.html", PAYLOADS["HTML"])
    return buffer.getvalue()


def polyglots() -> dict[str, bytes]:
    """Pictures that are also a page, a script or an archive, behind their end and inside."""
    payloads = PAYLOADS | {"ZIP": zip_file()}
    made = {}
    for what, payload in payloads.items():
        for name in FORMATS:
            made[f"{name} then {what}"] = valid(name) + payload
        inside = {
            "JPEG": jpeg_with((0xFE, payload), (0xE1, b"Exif\0\0" + payload)),
            "PNG": png_with(chunk(b"tEXt", b"Comment\0" + payload), chunk(b"prVt", payload)),
            "WEBP": riff(valid("WEBP")[12:], webp_chunk(b"EVIL", payload)),
            "GIF": valid("GIF")[:-1] + b"\x21\xfe" + bytes([len(payload)]) + payload + b"\0;",
            "AVIF": valid("AVIF") + box(b"free", payload),
            "HEIF": valid("HEIF") + box(b"uuid", payload),
        }
        made |= {f"{what} in {name}": data for name, data in inside.items()}
    made["GIF that is a script"] = b"GIF89a/*" + valid("GIF")[8:] + PAYLOADS["JavaScript"]
    palette = Image.new("P", (40, 40), 3)
    palette.putpalette((PAYLOADS["PHP"] * 20)[:768])
    made["PHP as a palette"] = encode(palette, "PNG")
    made["PHP as a GIF's palette"] = encode(palette, "GIF")
    return made


def refused_kinds() -> dict[str, bytes]:
    """What is no picture at all, or none that we take."""
    return {
        "nothing": b"",
        "SVG": b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        "SVG behind XML": b'<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>',
        "MP4": box(b"ftyp", b"isom\0\0\2\0isomiso2avc1mp41") + box(b"moov", bytes(64)),
        "MOV": box(b"ftyp", b"qt  \0\0\0\0qt  ") + box(b"wide") + box(b"mdat", bytes(64)),
        "WebM": b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84webm" + bytes(64),
        "HTML": PAYLOADS["HTML"],
        "PHP": PAYLOADS["PHP"],
        "ZIP": zip_file(),
        "a script": b"#!/bin/sh\nrm -rf /\n",
        "BMP": encode(picture(), "BMP"),
        "TIFF": encode(picture(), "TIFF"),
        "ICO": encode(picture(), "ICO"),
        "noise": bytes(range(256)) * 8,
    }
