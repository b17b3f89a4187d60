"""What differs between two versions of a post, as a moderator reads it."""

from dataclasses import dataclass

from django.utils.safestring import SafeString
from wagtail.admin.compare import diff_text

from content.admin.review.sides import Picture, Side
from content.html import text_of


@dataclass(frozen=True)
class Changes:
    """What a later version does to an earlier one: words marked as taken out or put in."""

    title: SafeString | None
    text: SafeString | None
    tags_added: list[str]
    tags_gone: list[str]
    pictures_gone: list[Picture]
    pictures_added: int
    pictures_moved: bool
    pictures_described: int
    layout: bool

    @property
    def is_empty(self) -> bool:
        return not any(vars(self).values())


def changes_between(before: Side, after: Side) -> Changes:
    """Return what `after` changes about `before`."""
    ids_before, ids_after = before.image_ids, after.image_ids
    alts = {picture.image.pk: picture.alt for picture in before.pictures}
    text = _diff(text_of(before.content), text_of(after.content))
    return Changes(
        title=_diff(before.title, after.title),
        text=text,
        tags_added=[tag for tag in after.tags if tag not in before.tags],
        tags_gone=[tag for tag in before.tags if tag not in after.tags],
        pictures_gone=[p for p in before.pictures if p.image.pk not in ids_after],
        pictures_added=sum(pk not in alts for pk in ids_after),
        pictures_moved=[pk for pk in ids_before if pk in ids_after]
        != [pk for pk in ids_after if pk in alts],
        pictures_described=sum(
            alts.get(picture.image.pk, picture.alt) != picture.alt for picture in after.pictures
        ),
        layout=text is None and before.content != after.content,
    )


def _diff(before: str, after: str) -> SafeString | None:
    return None if before == after else diff_text(before, after).to_html()
