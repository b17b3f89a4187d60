"""Every picture becomes 8-bit sRGB, RGB or RGBA, on a fresh image that carries no metadata."""

from io import BytesIO

from PIL import Image, ImageCms

_SRGB = ImageCms.createProfile("sRGB")
_DEEP_GREY = ("I;16", "I;16L", "I;16B", "I;16N", "I")


def to_plain(image: Image.Image) -> Image.Image:
    """Return the picture as RGB or RGBA; a palette and 16-bit grey are spelled out first."""
    if image.mode in _DEEP_GREY:
        # Pillow would cut off at 255 instead of scaling down.
        image = image.point(lambda value: value / 256).convert("L")
    if image.mode in ("RGB", "RGBA", "CMYK", "LAB"):
        return image  # converting would copy it: 160 MB at 40 megapixels
    if image.has_transparency_data:
        return image.convert("RGBA")
    return image if image.mode == "L" else image.convert("RGB")


def to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Return a fresh RGB or RGBA image in sRGB; a broken or unfitting profile counts as sRGB."""
    alpha = image.getchannel("A") if image.mode == "RGBA" else None
    colours = _transform(image.convert("RGB") if alpha else image, profile)
    fresh = Image.new("RGB", image.size)
    fresh.paste(colours)
    if alpha and alpha.getextrema() != (255, 255):
        fresh.putalpha(alpha)
    return fresh


def _transform(image: Image.Image, profile: bytes | None) -> Image.Image:
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            converted = ImageCms.profileToProfile(image, source, _SRGB, outputMode="RGB")
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
            converted = None  # assume sRGB, as browsers do
        if converted is not None:
            return converted
    return image.convert("RGB")
