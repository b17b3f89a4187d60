"""Every reusable read of pictures and of the moderators' ban list."""

from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import (
    BigIntegerField,
    BooleanField,
    Case,
    Count,
    Exists,
    F,
    Func,
    JSONField,
    OuterRef,
    Q,
    SmallIntegerField,
    Subquery,
    Sum,
    Value,
    When,
)
from django.db.models.functions import Cast, Coalesce, JSONObject, Least
from wagtail.images.models import ImageQuerySet as WagtailImageQuerySet

from content.images.neighbours import PIECE_MASK, PIECES, near_pieces, shift_of

if TYPE_CHECKING:
    from accounts.models import User
    from content.models import BannedPicture, Image

# States of a picture that nobody is shown, though its place in a gallery stays.
REFUSED = ("rejected", "held")


class ImageQuerySet(WagtailImageQuerySet):
    def owned_by(self, user: "User") -> Self:
        return self.filter(uploaded_by_user=user)

    def public(self) -> Self:
        """Pictures that everybody may see: in a live post, the avatar of somebody who is not
        suspended, or on an editorial page.
        """
        PostImage = apps.get_model("content", "PostImage")
        in_live_post = PostImage.objects.filter(image=OuterRef("pk"), post__live=True)
        return self.exclude(state="held").filter(
            Exists(in_live_post)
            | Q(avatar__user__suspended_at=None, avatar__isnull=False)
            | Q(is_editorial=True)
        )

    def with_files(self) -> Self:
        """Pictures whose files are made, whether or not anybody is shown them."""
        return self.filter(state__in=("ready", "held"))

    def unused(self) -> Self:
        """Pictures that no post shows, neither in its row nor in its newest version, and that are
        nobody's avatar. Older versions do not count: a picture taken out of a post can be deleted.
        """
        Post = apps.get_model("content", "Post")
        item = Func(
            JSONObject(image=OuterRef("pk")),
            function="jsonb_build_array",
            output_field=JSONField(),
        )
        in_newest_version = Post.objects.filter(
            creator=OuterRef("uploaded_by_user"), latest_revision__content__gallery__contains=item
        )
        return self.filter(posts__isnull=True, avatar__isnull=True).exclude(
            Exists(in_newest_version)
        )

    def held(self) -> Self:
        """Pictures that look like a banned one, the longest held first, with what a moderator needs."""
        return (
            self.filter(state="held")
            .select_related("held_for__banned_by", "uploaded_by_user")
            .order_by("held_at", "pk")
        )

    def resembling(self, ban: "BannedPicture", *, within: int) -> Self:
        """Pictures of the banned one's bytes, or that look like it or its mirror image; with `distance`."""
        same_bytes = Q(upload_sha256=ban.sha256) & ~Q(upload_sha256="")
        banned = _number(ban.phash)
        return self.annotate(
            distance=_distance(same_bytes, banned, F("phash"), F("phash_mirror"))
        ).filter(distance__lte=within)

    def like(self, picture: "Image", *, within: int) -> Self:
        """Other pictures of the same bytes, or that look like this one or its mirror image, with `distance`;
        the nearest first. `within` is at most `content.images.neighbours.FARTHEST`. Read from indexes.
        """
        others = self.exclude(pk=picture.pk)
        if picture.phash is None:
            same_bytes = others.filter(phash=None, upload_sha256=picture.upload_sha256)
            same_bytes = same_bytes.annotate(distance=Value(0, SmallIntegerField()))
            return same_bytes.exclude(upload_sha256="").order_by("pk")
        sides = [side for side in (picture.phash, picture.phash_mirror) if side is not None]
        nearest = [_differing_bits(F("phash"), _number(side)) for side in sides]
        return (
            others.filter(_any_piece_near(sides))
            .annotate(distance=Least(*nearest) if len(nearest) > 1 else nearest[0])
            .filter(distance__lte=within)
            .order_by("distance", "pk")
        )

    def banned(self, *, within: int) -> Self:
        """Pictures that a ban holds, with the nearest one's id as `ban_id` and their `distance`."""
        bans = apps.get_model("content", "BannedPicture").objects
        nearest = bans.nearest_to_outer_image(within=within)
        return self.annotate(
            ban_id=Subquery(nearest.values("pk")[:1]),
            distance=Subquery(nearest.values("distance")[:1]),  # type: ignore[misc]  # the annotation above
        ).filter(ban_id__isnull=False)

    def may_be_held(self) -> Self:
        """Pictures that are shown, but for those of which a moderator said that they may stay."""
        return self.filter(state="ready", let_through_at=None)

    def storage_use(self) -> dict[str, int]:
        """Return `bytes` stored by these pictures and how many are `waiting` to be processed."""
        return self.aggregate(
            bytes=Coalesce(Sum("stored_bytes"), 0),
            waiting=Count("pk", filter=Q(state="processing")),
        )

    def bytes_by_owner(self) -> "models.QuerySet[Any, dict[str, Any]]":
        """Each creator's id as `uploaded_by_user` with the `bytes` of their pictures, the most first."""
        return (
            self.filter(is_editorial=False, uploaded_by_user__isnull=False)
            .order_by()
            .values("uploaded_by_user")
            .annotate(bytes=Sum("stored_bytes"))
            .order_by("-bytes", "uploaded_by_user")
        )


class BannedPictureQuerySet(models.QuerySet):
    def nearest_to_outer_image(self, *, within: int) -> Self:
        """In a subquery about pictures: the bans that hold the outer one, the nearest first."""
        same_bytes = Q(sha256=OuterRef("upload_sha256")) & ~Q(sha256="")
        upright, mirrored = OuterRef("phash"), OuterRef("phash_mirror")
        return (
            self.annotate(distance=_distance(same_bytes, F("phash"), upright, mirrored))
            .filter(distance__lte=within)
            .order_by("distance", "pk")
        )

    def for_list(self) -> Self:
        """Bans with who made them and `held_count`, how many pictures each holds; the newest first."""
        return (
            self.select_related("banned_by")
            .annotate(held_count=Count("held"))
            .order_by("-created_at", "-pk")
        )


def _distance(same_bytes: Q, banned: Any, upright: Any, mirrored: Any) -> Case:
    """0 for the same bytes; else in how many of 64 bits the nearer of two hashes differs, null for none."""
    return Case(
        When(same_bytes, then=Value(0)),
        default=Least(_differing_bits(upright, banned), _differing_bits(mirrored, banned)),
        output_field=SmallIntegerField(),
    )


def _differing_bits(one: Any, other: Any) -> Func:
    return Func(
        one,
        other,
        template="bit_count((%(expressions)s)::bit(64))",
        arg_joiner=" # ",
        output_field=SmallIntegerField(),
    )


def _number(phash: int | None) -> Cast:
    return Cast(Value(phash), BigIntegerField())


def phash_piece(piece: int) -> Func:
    """One of the pieces of the perceptual hash that `content.images.neighbours` speaks of."""
    template = f"((%(expressions)s >> {shift_of(piece)}) & {PIECE_MASK})"
    return Func(F("phash"), template=template, output_field=BigIntegerField())


def _any_piece_near(sides: list[int]) -> Q:
    near = Q()
    for piece in range(PIECES):
        values = sorted({value for side in sides for value in near_pieces(side, piece)})
        near |= Q(
            Func(
                phash_piece(piece),
                # One parameter: a thousand would take longer to send than to look up.
                Value(values, output_field=ArrayField(BigIntegerField())),
                template="(%(expressions)s))",
                arg_joiner=" = ANY(",
                output_field=BooleanField(),
            )
        )
    return near
