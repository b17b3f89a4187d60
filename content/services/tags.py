"""Tags put in order by moderators: merged, renamed, forbidden, and gone with their last post.

Who writes a post and who puts tags in order lock in the same order, posts first and tags after them, so
that they wait for each other and never for ever. A merge then finds every post of its tags locked, or
begins again.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.db import IntegrityError, connection, transaction
from django.db.models import Q
from wagtail.models import Revision

from accounts.errors import InvalidInput, RuleBroken
from content.models import Post, PostTag, Tag
from content.services.tag_names import check_tag, normalise_tag
from content.services.tag_writing import replace_in_posts, replace_in_versions

if TYPE_CHECKING:
    from django.db.models import QuerySet

ATTEMPTS = 10
_PUT_IN_ORDER = 4_004  # The advisory lock of those who merge, rename or forbid: one at a time.


class TagsBusy(RuleBroken):
    code = "tags_busy"
    message = "Too many posts with this tag are being written right now. Try again in a moment."


class TagExists(RuleBroken):
    """`tag` has the name already."""

    code = "tag_exists"

    def __init__(self, tag: Tag) -> None:
        self.tag = tag
        super().__init__(f"“{tag.name}” is there already. Merge the two instead.")


@transaction.atomic
def merge_tags(*, sources: Iterable[Tag], into: Tag) -> int:
    """Let `into` take the place of the others everywhere, and return how many posts that touched.

    Their names go on leading to it. No post's dates change. Raises InvalidInput or TagsBusy.
    """
    ids = {tag.pk for tag in sources} - {into.pk}
    if not ids:
        raise InvalidInput("into", "Choose at least one other tag.", "required")
    posts = _lock_all(ids | {into.pk})
    rows = {tag.pk: tag for tag in Tag.objects.filter(pk__in=ids | {into.pk})}
    for tag in rows.values():
        if tag.is_forbidden:
            raise InvalidInput(
                "into", f"“{tag.name}” is forbidden. Allow it first, then merge.", "forbidden"
            )
    if into.pk not in rows or rows[into.pk].merged_into_id is not None:
        raise InvalidInput("into", "This tag is no longer there. Choose another.", "not_found")
    return _replace(ids, into.pk, posts)


@transaction.atomic
def rename_tag(*, tag: Tag, name: str) -> Tag:
    """Give the tag another name and return it; the old name goes on leading to it.

    Raises InvalidInput, TagExists when another tag has that name (merging is what to offer), or TagsBusy.
    """
    name = normalise_tag(name)
    check_tag(name, "name")
    if name == tag.name:
        raise InvalidInput("name", "That is its name already.", "unchanged")
    posts = _lock_all({tag.pk})
    row = _chosen(tag)
    if row.is_forbidden:
        raise InvalidInput("name", "A forbidden tag keeps its name. Allow it first.", "forbidden")
    target = Tag.objects.filter(name=name).select_related("merged_into").first()
    if target is None:
        try:
            with transaction.atomic():
                target = Tag.objects.create(name=name)
        except IntegrityError:
            raise TagsBusy from None  # somebody put that very name on a post at this moment
    elif target.merged_into_id == row.pk:
        Tag.objects.filter(pk=target.pk).update(merged_into=None)  # back to a name it once had
    else:
        raise TagExists(target.merged_into or target)
    _replace({row.pk}, target.pk, posts)
    return Tag.objects.get(pk=target.pk)


@transaction.atomic
def forbid_tag(*, tag: Tag) -> int:
    """Take the tag off every post and let nobody put it on again, under old names neither.

    Returns how many posts that touched. Raises InvalidInput or TagsBusy.
    """
    posts = _lock_all({tag.pk})
    row = _chosen(tag)
    Tag.objects.filter(pk=row.pk).update(is_forbidden=True)
    return _replace({row.pk}, None, posts)


@transaction.atomic
def forbid_name(*, name: str) -> Tag:
    """Forbid a word whether or not it is a tag already, and return its tag. Raises as `forbid_tag` does."""
    name = normalise_tag(name)
    check_tag(name, "name")
    found, _ = Tag.objects.select_related("merged_into").get_or_create(name=name)
    tag: Tag = found.merged_into or found
    if tag is not found:
        raise InvalidInput(
            "name", f"This is an old name of “{tag.name}”. Forbid that one instead.", "alias"
        )
    forbid_tag(tag=tag)
    return tag


@transaction.atomic
def allow_tag(*, tag: Tag) -> None:
    """Let people use a forbidden tag again. It does not come back to posts it was taken from."""
    Tag.objects.filter(pk=tag.pk).update(is_forbidden=False)


@transaction.atomic
def delete_unused_tags(*, tag_ids: Iterable[int]) -> None:
    """Delete those of these tags that no post carries, in no version; forbidden ones stay."""
    ids = set(tag_ids)
    _lock_tags(ids)
    for tag in Tag.objects.allowed().filter(pk__in=ids, tagged_posts__isnull=True):
        if not versions_with([tag.pk]).exists():
            tag.delete()


def posts_with(tag_ids: Iterable[int]) -> set[int]:
    """Return the ids of the posts that carry one of the tags, in their row or in any version."""
    ids = list(tag_ids)
    rows = PostTag.objects.filter(tag__in=ids).values_list("content_object_id", flat=True)
    versions = versions_with(ids).values_list("object_id", flat=True)
    return {*rows, *(int(pk) for pk in versions)}


def versions_with(tag_ids: Iterable[int]) -> "QuerySet[Revision]":
    """Return the versions of posts that carry one of the tags."""
    versions = Revision.objects.none()
    of_posts = Revision.objects.filter(
        base_content_type__app_label="content", base_content_type__model="post"
    )
    for pk in tag_ids:
        versions |= of_posts.filter(content__tagged_items__contains=[{"tag": pk}])
    return versions


def _replace(ids: set[int], target: int | None, posts: set[int]) -> int:
    """Put `target` (None: nothing) in place of the tags. The posts are locked, and so are the tags."""
    replace_in_posts(ids, target)
    replace_in_versions(ids, target, posts)
    if target is not None:
        Tag.objects.filter(merged_into__in=ids).exclude(pk=target).update(merged_into=target)
        Tag.objects.filter(pk__in=ids).update(merged_into=target)
    return len(posts)


def _lock_all(ids: set[int]) -> set[int]:
    """Lock every post that carries one of the tags, then the tags, and return the posts' ids.

    When another post got one of them in between, everything is let go and it begins again.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_PUT_IN_ORDER])
    for _ in range(ATTEMPTS):
        savepoint = transaction.savepoint()
        posts = _lock_posts(posts_with(ids))
        _lock_tags(ids)
        if posts_with(ids) <= posts:
            transaction.savepoint_commit(savepoint)
            return posts
        transaction.savepoint_rollback(savepoint)
    raise TagsBusy


def _lock_tags(ids: set[int]) -> None:
    """Lock the tags and their old names."""
    rows = Tag.objects.select_for_update(of=("self",))
    list(rows.filter(Q(pk__in=ids) | Q(merged_into__in=ids)).order_by("pk"))


def _lock_posts(ids: set[int]) -> set[int]:
    rows = Post.objects.select_for_update(of=("self",)).filter(pk__in=ids).order_by("pk")
    return set(rows.values_list("pk", flat=True))


def _chosen(tag: Tag) -> Tag:
    row = Tag.objects.filter(pk=tag.pk, merged_into=None).first()
    if row is None:
        raise InvalidInput("name", "This tag is no longer there.", "not_found")
    return row
