"""Pictures that look alike are found in the database, however many others there are."""

import random

import pytest

from content.images.fingerprint import SAME_WITHIN
from content.images.neighbours import FARTHEST, PIECES, differing_bits, near_pieces, shift_of
from content.models import Image
from tests.factories import ImageFactory

LOWEST = -(1 << 63)


def turned(phash: int, bits: list[int]) -> int:
    """The hash with these bits the other way round."""
    raw = phash & (1 << 64) - 1
    for bit in bits:
        raw ^= 1 << bit
    return raw - (1 << 64) if raw >> 63 else raw


@pytest.mark.parametrize("count", range(FARTHEST + 1))
def test_what_differs_little_shares_a_near_piece(count: int) -> None:
    dice = random.Random(count)
    for _ in range(50):
        one = turned(0, dice.sample(range(64), 32))
        other = turned(one, dice.sample(range(64), count))
        assert differing_bits(one, other) == count
        assert any(
            other >> shift_of(piece) & 0xFFFF in near_pieces(one, piece) for piece in range(PIECES)
        )


def picture(phash: int | None, mirror: int | None = None, **fields: object) -> Image:
    made = ImageFactory.create(**fields)
    Image.objects.filter(pk=made.pk).update(phash=phash, phash_mirror=mirror)
    return Image.objects.get(pk=made.pk)


def found(of: Image) -> dict[int, int]:
    return dict(Image.objects.like(of, within=SAME_WITHIN).values_list("pk", "distance"))


@pytest.mark.django_db
@pytest.mark.parametrize("phash", [0, -1, LOWEST, 1 << 62, 0x1234_5678_9ABC_DEF0])
def test_the_same_nearly_the_same_and_the_mirror_image(phash: int) -> None:
    mirror = turned(phash, list(range(0, 64, 2)))
    own = picture(phash, mirror)
    same = picture(phash, mirror)
    spread = picture(turned(phash, [0, 1, 16, 17, 32, 33, 48, 49]))
    mirrored = picture(turned(mirror, [5]))
    picture(turned(phash, [*range(9)]))
    picture(None)
    assert found(own) == {same.pk: 0, mirrored.pk: 1, spread.pk: 8}


@pytest.mark.django_db
def test_a_picture_too_plain_for_a_hash_is_found_by_its_bytes() -> None:
    own = picture(None, upload_sha256="ab" * 32)
    same = picture(None, upload_sha256="ab" * 32)
    picture(None, upload_sha256="")
    assert found(own) == {same.pk: 0}
    assert found(picture(None, upload_sha256="")) == {}
