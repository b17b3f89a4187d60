"""Where else the pictures of a post are: the same file, what looks like it, and its mirror image."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import BigIntegerField, Value

from content.images.fingerprint import SAME_WITHIN
from content.images.neighbours import differing_bits
from content.models import Image, Post, PostImage

if TYPE_CHECKING:
    from accounts.models import User

SHOWN = 4
"""Of each picture; that there are more is said."""
POSTS_SHOWN = 3
PLACES_READ = 500
EDITS_READ = 50
SAME_LOOK = 2  # bits; what saving the same picture anew does to its fingerprint

SAME_FILE = "The same file"
SAME_PICTURE = "The same picture"
NEARLY = "Nearly the same picture"
MIRRORED = "Its mirror image"


@dataclass(frozen=True)
class Alike:
    """A picture that looks like another one: how much, whose it is, and the posts that show it."""

    image: Image
    words: str
    is_own: bool
    posts: list[Post]

    @property
    def owner(self) -> "User | None":
        return self.image.uploaded_by_user


@dataclass(frozen=True)
class AlikeOnes:
    """What was found like one picture, the nearest first."""

    shown: list[Alike]
    has_more: bool

    @property
    def is_anothers(self) -> bool:
        """Whether somebody else has it too."""
        return any(not one.is_own for one in self.shown)


def find_alike(images: Sequence[Image], *, post: Post) -> dict[int, AlikeOnes]:
    """Return by image id what is like these pictures of `post`, where there is anything; five queries for
    any number. The post's own other pictures are left out, but its creator's other posts are not.
    """
    if not images:
        return {}
    near = _near(images)
    found = Image.objects.select_related("uploaded_by_user").in_bulk(
        {pk for ids in near.values() for pk in ids}
    )
    posts = _posts_with([*found.values(), *images], but_not=post)
    alike: dict[int, AlikeOnes] = {}
    for image in images:
        others = [found[pk] for pk in near[image.pk] if pk in found]
        ones = [
            Alike(
                other,
                _how_alike(image, other),
                other.uploaded_by_user_id == post.creator_id,
                posts[other.pk],
            )
            for other in others
        ]
        if posts[image.pk]:
            ones.insert(0, Alike(image, SAME_FILE, True, posts[image.pk]))
        if ones:
            alike[image.pk] = AlikeOnes(ones[:SHOWN], len(ones) > SHOWN)
    return alike


def _near(images: Sequence[Image]) -> dict[int, list[int]]:
    """By image id, the ids of those like it; one more than is shown tells that there are more."""
    own = [image.pk for image in images]
    others = Image.objects.filter(is_editorial=False).exclude(pk__in=own)
    each = [
        others.like(image, within=SAME_WITHIN)
        .annotate(of=Value(image.pk, BigIntegerField()))
        .values_list("of", "pk", "distance")[: SHOWN + 1]
        for image in images
    ]
    near: dict[int, list[int]] = defaultdict(list)
    for of, pk, _ in sorted(each[0].union(*each[1:], all=True), key=lambda row: (row[2], row[1])):
        near[of].append(pk)
    return near


def _posts_with(images: Iterable[Image], *, but_not: Post) -> dict[int, list[Post]]:
    """By image id, the newest posts that show it, in their row or in an edit of a live one."""
    owners = {image.uploaded_by_user_id for image in images}
    ids = {image.pk for image in images}
    rows = PostImage.objects.filter(image__in=ids).exclude(post=but_not)
    places = set(rows.order_by("-post_id").values_list("image_id", "post_id")[:PLACES_READ])
    edits = Post.objects.filter(creator__in=owners, live=True, has_unpublished_changes=True)
    galleries = edits.exclude(pk=but_not.pk).order_by("-last_edited")
    for post_id, gallery in galleries.values_list("pk", "latest_revision__content__gallery")[
        :EDITS_READ
    ]:
        places |= {(item["image"], post_id) for item in gallery or [] if item["image"] in ids}
    shown: dict[int, list[int]] = defaultdict(list)
    for image_id, post_id in sorted(places, key=lambda place: -place[1]):
        if len(shown[image_id]) < POSTS_SHOWN:
            shown[image_id].append(post_id)
    wanted = {post_id for post_ids in shown.values() for post_id in post_ids}
    posts = {post.pk: post for post in Post.objects.with_state().filter(pk__in=wanted)}
    return defaultdict(
        list,
        {
            image_id: [posts[post_id] for post_id in post_ids if post_id in posts]
            for image_id, post_ids in shown.items()
        },
    )


def _how_alike(one: Image, other: Image) -> str:
    if one.upload_sha256 and one.upload_sha256 == other.upload_sha256:
        return SAME_FILE
    if one.phash is None or other.phash is None:
        return NEARLY
    upright = differing_bits(one.phash, other.phash)
    if one.phash_mirror is not None and differing_bits(one.phash_mirror, other.phash) < upright:
        return MIRRORED
    return SAME_PICTURE if upright <= SAME_LOOK else NEARLY
