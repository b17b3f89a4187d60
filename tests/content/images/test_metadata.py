"""Nothing an upload tells of its maker is told by what is served: exiftool reads both."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.content.images.road import take
from tests.content.images.telling_files import (
    MOVING,
    SECRETS,
    STILLS,
    exiftool,
    telling_animation,
    telling_still,
)

# What a served file may say of itself, by exiftool's groups and names: its size, its coding, its timing, and
# the hour in which we made it.
OUR_GROUPS = {"ExifTool", "System", "File", "Composite"}
ABOUT_ITSELF = {
    "RIFF": """AlphaCompression AlphaFiltering AlphaPreprocessing AnimationLoopCount BackgroundColor Duration
        HorizontalScale ImageHeight ImageWidth VP8Version VerticalScale WebP_Flags""",
    "GIF": """AnimationIterations BackgroundColor BitsPerPixel ColorResolutionDepth Duration FrameCount
        GIFVersion HasColorMap ImageHeight ImageWidth TransparentColor""",
    "Meta": "PrimaryItemReference",
    "QuickTime": """AV1ConfigurationVersion AuxiliaryImageType ChromaFormat ChromaSamplePosition
        ColorPrimaries ColorProfiles CompatibleBrands CreateDate CurrentTime Duration HandlerType
        ImagePixelDepth ImageSpatialExtent InitialDelaySamples MajorBrand MatrixCoefficients MatrixStructure
        MediaData MediaDataOffset MediaDataSize MinorVersion ModifyDate MovieHeaderVersion NextTrackID
        PosterTime PreferredRate PreferredVolume PreviewDuration PreviewTime QuickTime_ColorRep_0x000a
        SelectionDuration SelectionTime SeqProfile SeqTier0 TimeScale TransferCharacteristics
        VideoFullRangeFlag""",
    "Track1": """ChunkOffset GraphicsMode HandlerType ImageHeight ImageWidth MatrixStructure MediaCreateDate
        MediaDuration MediaHeaderVersion MediaLanguageCode MediaModifyDate MediaTimeScale OpColor OtherFormat
        QuickTime_OtherSampleDesc_0x0018 SampleSizes SampleToChunk SyncSampleTable TimeToSampleTable
        TrackCreateDate TrackDuration TrackHeaderVersion TrackID TrackLayer TrackModifyDate TrackVolume
        Unknown_av1C Unknown_ccst Unknown_colr Unknown_edts""",
}
ALLOWED = {f"{group}:{name}" for group, names in ABOUT_ITSELF.items() for name in names.split()}
MUST_BE_TOLD = {
    "JPEG": {
        "Make",
        "SerialNumber",
        "GPSLatitude",
        "City",
        "ThumbnailImage",
        "Comment",
        "ProfileDescription",
    },
    "PNG": {
        "Make",
        "SerialNumber",
        "GPSLatitude",
        "City",
        "ThumbnailImage",
        "Comment",
        "ProfileDescription",
    },
    "WEBP": {"Make", "SerialNumber", "GPSLatitude", "City", "ThumbnailImage", "ProfileDescription"},
    "GIF": {"SerialNumber", "City", "Comment"},
    "AVIF": {"Make", "SerialNumber", "GPSLatitude", "City", "ThumbnailImage", "ProfileDescription"},
    "HEIF": {"Make", "SerialNumber", "GPSLatitude", "City", "ThumbnailImage"},
}


def tags_of(*files: Path) -> list[dict[str, Any]]:
    """Everything exiftool finds in these files, unknown and embedded things included."""
    paths = [str(file) for file in files]
    return list(json.loads(exiftool("-j", "-G1", "-a", "-u", "-U", "-ee", *paths)))


def told(tags: dict[str, Any]) -> list[str]:
    """The tags that are more than a picture says of itself."""
    names = [name for name in tags if name.split(":")[0] not in OUR_GROUPS and name != "SourceFile"]
    return [name for name in names if name not in ALLOWED]


def assert_nothing_is_told(data: bytes, folder: Path) -> set[str]:
    """Send the upload down the road and read all that comes out; return the media types."""
    outcome = take(data)
    assert outcome.made
    for name, content in outcome.served.items():
        (folder / name).write_bytes(content)
        for secret in SECRETS:
            assert secret.encode() not in content, (name, secret)
            assert secret.encode("utf-16-be") not in content, (name, secret)
    for tags in tags_of(*(folder / name for name in outcome.served)):
        assert told(tags) == [], tags["SourceFile"]
        assert "File:Comment" not in tags
    return {variant.kind for variant in outcome.made.variants}


@pytest.mark.parametrize("name", STILLS)
def test_the_uploads_tell_what_they_should_not(tmp_path: Path, name: str) -> None:
    """Else the other tests would find nothing because there is nothing."""
    (tmp_path / "upload").write_bytes(telling_still(name, tmp_path))
    found = {tag.split(":")[1] for tag in tags_of(tmp_path / "upload")[0] if ":" in tag}
    assert MUST_BE_TOLD[name] <= found


@pytest.mark.parametrize("name", STILLS)
def test_a_still_tells_nothing_of_its_maker(tmp_path: Path, name: str) -> None:
    assert assert_nothing_is_told(telling_still(name, tmp_path), tmp_path) == {"still"}


@pytest.mark.parametrize("name", MOVING)
def test_an_animation_and_its_poster_tell_nothing_of_their_maker(tmp_path: Path, name: str) -> None:
    kinds = assert_nothing_is_told(telling_animation(name, tmp_path), tmp_path)
    assert kinds == {"animation", "poster"}
