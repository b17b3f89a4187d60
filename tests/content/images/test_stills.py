"""One decode, then a cascade: sizes, orientation, colour, and nothing private left."""

import hashlib
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from content.images import storage
from content.images.errors import UnfitFile
from content.images.sniff import sniff
from content.images.variants import Made
from content.images.work import make_variants
from tests.content.images import makers


def make(data: bytes, folder: Path) -> Made:
    (folder / "upload").write_bytes(data)
    return make_variants(folder / "upload", sniff(data).format, folder)


def opened(made: Made, folder: Path, extension: str = "avif") -> Image.Image:
    variant = next(v for v in made.variants if v.name.endswith(extension))
    return Image.open(folder / variant.name).convert("RGB")


def test_a_large_picture_becomes_a_cascade_in_both_formats(tmp_path: Path) -> None:
    made = make(makers.jpeg(2600, 1950), tmp_path)
    assert (made.width, made.height, made.animated) == (2048, 1536, False)
    sizes = {(variant.type, variant.width, variant.height) for variant in made.variants}
    steps = ((2048, 1536), (1280, 960), (640, 480), (320, 240))
    assert sizes == {(kind, *step) for kind in ("image/avif", "image/webp") for step in steps}
    for variant in made.variants:
        assert (tmp_path / variant.name).stat().st_size == variant.bytes
        with Image.open(tmp_path / variant.name) as image:
            assert image.size == (variant.width, variant.height)


def test_a_file_is_named_by_its_width_and_what_is_in_it(tmp_path: Path) -> None:
    made = make(makers.jpeg(700, 500), tmp_path)
    for variant in made.variants:
        digest = hashlib.sha256((tmp_path / variant.name).read_bytes()).hexdigest()[:16]
        assert variant.name == f"{variant.width}-{digest}.{variant.type.removeprefix('image/')}"
        assert storage.key_of(f"{storage.folder_of('0' * 32)}/{variant.name}")
    left = {path.name for path in tmp_path.iterdir()} - {"upload"}
    assert left == {variant.name for variant in made.variants}


def test_the_same_upload_becomes_the_same_files(tmp_path: Path) -> None:
    data = makers.encode(makers.scene(3), "JPEG")
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    one, two = (make(data, tmp_path / name) for name in ("one", "two"))
    assert one == two


def test_a_small_picture_is_never_enlarged(tmp_path: Path) -> None:
    made = make(makers.jpeg(90, 60), tmp_path)
    assert {variant.width for variant in made.variants} == {90}


@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_orientation_comes_out_upright(tmp_path: Path, orientation: int) -> None:
    turned = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    image = makers.picture(96, 64)
    if orientation in turned:
        image = image.transpose(turned[orientation])
    exif = Image.Exif()
    exif[0x0112] = orientation
    made = make(makers.encode(image, "JPEG", exif=exif, quality=95), tmp_path)
    assert (made.width, made.height) == (96, 64)
    upright = opened(made, tmp_path)
    assert min(makers.pixel(upright, 8, 6)) > 200
    assert makers.pixel(upright, 20, 50)[0] > 150
    assert makers.pixel(upright, 80, 50)[2] > 150


def test_nothing_of_camera_place_comment_or_profile_is_left(tmp_path: Path) -> None:
    made = make(makers.jpeg_with_metadata(), tmp_path)
    for variant in made.variants:
        data = (tmp_path / variant.name).read_bytes()
        for trace in (b"SpyCam", b"4711", b"secret", b"Exif", b"xmpmeta", b"GPS"):
            assert trace not in data
        with Image.open(tmp_path / variant.name) as image:
            assert not image.getexif()
            assert "icc_profile" not in image.info


@pytest.mark.parametrize(
    "data",
    [
        makers.encode(makers.picture(mode="L"), "PNG"),
        makers.encode(makers.picture(mode="P"), "PNG"),
        makers.encode(makers.picture(mode="1"), "PNG"),
        makers.encode(makers.picture(mode="CMYK"), "JPEG"),
        makers.encode(makers.picture(), "HEIF"),
        makers.encode(makers.picture(), "AVIF"),
        makers.encode(makers.picture(), "WEBP", lossless=True),
        makers.encode(makers.picture(), "GIF"),
        makers.jpeg(icc_profile=b"broken profile" * 20),
        makers.jpeg(exif=b"Exif\0\0broken"),
    ],
)
def test_odd_but_valid_pictures_come_out(tmp_path: Path, data: bytes) -> None:
    made = make(data, tmp_path)
    assert (made.width, made.height, made.animated) == (96, 64, False)
    corner, side = (opened(made, tmp_path).getpixel(at) for at in ((8, 6), (80, 50)))
    assert corner != side


def test_sixteen_bit_grey_is_scaled_not_cut_off(tmp_path: Path) -> None:
    deep = Image.new("I;16", (64, 64), 32_768)
    made = make(makers.encode(deep, "PNG"), tmp_path)
    assert abs(makers.pixel(opened(made, tmp_path), 32, 32)[0] - 128) < 6


def test_transparency_is_kept_and_a_full_alpha_channel_dropped(tmp_path: Path) -> None:
    clear = makers.picture(mode="RGBA")
    clear.putalpha(128)
    made = make(makers.encode(clear, "PNG"), tmp_path)
    with Image.open(tmp_path / made.variants[0].name) as image:
        assert image.mode == "RGBA"
    assert made.placeholder
    made = make(makers.encode(makers.picture(mode="RGBA"), "PNG"), tmp_path)
    with Image.open(tmp_path / made.variants[0].name) as image:
        assert image.mode == "RGB"


def test_another_colour_space_becomes_srgb(tmp_path: Path) -> None:
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = srgb.replace(b"rXYZ", b"mXYZ").replace(b"bXYZ", b"rXYZ").replace(b"mXYZ", b"bXYZ")
    made = make(makers.jpeg(icc_profile=swapped), tmp_path)
    red, _, blue = makers.pixel(opened(made, tmp_path), 20, 50)
    assert blue > red


@pytest.mark.parametrize(
    "data",
    [
        makers.png_claiming(100, 100, rows=b"\0" * 100),
        makers.png_claiming(100, 100).replace(b"IDAT\x78", b"IDAT\x00"),
    ],
)
def test_broken_pixels_are_refused(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(UnfitFile) as caught:
        make(data, tmp_path)
    assert caught.value.code == "damaged"


def test_a_placeholder_fits_its_column(tmp_path: Path) -> None:
    made = make(makers.jpeg(640, 480), tmp_path)
    assert 0 < len(made.placeholder) <= 64
