"""Which tags a post may carry: names put into one form, old ones led to new ones, forbidden ones refused."""

import re
from collections.abc import Sequence

from django.db import connection

from accounts.errors import InvalidInput
from content import limits
from content.models import Tag

# Not FOR SHARE: two who hold that would wait for each other to count the tag's live posts.
_LOCK_TO_USE = "SELECT id FROM content_tag WHERE id = ANY(%s) ORDER BY id FOR KEY SHARE"


def normalise_tag(name: str) -> str:
    """Return the name as it is stored: lower case, one space between words, no `#` and no comma."""
    return " ".join(name.casefold().replace(",", " ").split()).lstrip("#").strip()


def normalise_tags(names: Sequence[str]) -> list[str]:
    """Return the names as they are stored, without doubles, in their order. Raises InvalidInput."""
    tags: list[str] = []
    for position, name in enumerate(names):
        tag = normalise_tag(name)
        check_tag(tag, f"tags.{position}")
        if tag not in tags:
            tags.append(tag)
    _check_number(tags)
    return tags


def current_names(names: Sequence[str]) -> list[str]:
    """Return the names that posts carry today for these: old names become those that took their place.

    Raises InvalidInput at the position of a forbidden one. Nothing is locked or made.
    """
    wanted = normalise_tags(names)
    rows = Tag.objects.filter(name__in=wanted).select_related("merged_into")
    known = {row.name: row.merged_into or row for row in rows}
    return [known[name].name if name in known else name for name in _unforbidden(wanted, known)]


def tags_to_use(names: Sequence[str]) -> list[Tag]:
    """Return the tags that these names mean, made where they are new, and locked against being merged.

    The caller holds the transaction, and the post's row if there is one. Raises InvalidInput.
    """
    wanted = normalise_tags(names)
    known = _locked_for_use(wanted)
    if missing := [name for name in wanted if name not in known]:
        for name in missing:
            Tag.objects.get_or_create(name=name)
        known |= _locked_for_use(missing)
    return list(dict.fromkeys(known[name] for name in _unforbidden(wanted, known)))


def check_tag(tag: str, field: str) -> None:
    if not re.search(r"\w", tag):
        raise InvalidInput(field, "A tag needs at least one letter or digit.", "blank")
    if len(tag) > limits.TAG_LENGTH:
        raise InvalidInput(
            field, f"A tag has at most {limits.TAG_LENGTH} characters.", "max_length"
        )


def _locked_for_use(names: Sequence[str]) -> dict[str, Tag]:
    """Lock the rows of these names and what they lead to, and return what each means."""
    locked: set[int] = set()
    while True:
        rows = list(Tag.objects.filter(name__in=names).select_related("merged_into"))
        ids = {row.pk for row in rows} | {row.merged_into_id or row.pk for row in rows}
        if ids <= locked:
            return {row.name: row.merged_into or row for row in rows}
        with connection.cursor() as cursor:
            cursor.execute(_LOCK_TO_USE, [sorted(ids)])
        locked |= ids


def _unforbidden(names: list[str], known: dict[str, Tag]) -> list[str]:
    for position, name in enumerate(names):
        if name in known and known[name].is_forbidden:
            raise InvalidInput(
                f"tags.{position}", f"The tag “{name}” may not be used here.", "forbidden"
            )
    return names


def _check_number(tags: list[str]) -> None:
    if len(tags) > limits.TAGS_PER_POST:
        raise InvalidInput("tags", f"At most {limits.TAGS_PER_POST} tags.", "max_length")
