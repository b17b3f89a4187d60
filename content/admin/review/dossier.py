"""Everything a moderator needs to decide about one post, read in a fixed number of queries."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Q
from django.utils.functional import cached_property
from django.utils.safestring import SafeString
from wagtail.admin.compare import diff_text

from content.html import clean_html, text_of
from content.models import Image, Post, ReviewDecision, SiteSettings
from content.renditions import MovingFile, moving_files
from content.services.review_modes import worry_words_in

if TYPE_CHECKING:
    from wagtail.models import Revision

    from accounts.models import Suspension, User

DECISIONS_SHOWN = 10
Outcome = ReviewDecision.Outcome


@dataclass(frozen=True)
class Picture:
    """One place in a gallery."""

    image: Image
    alt: str
    is_new: bool = False

    @property
    def moving(self) -> list[MovingFile]:
        """Files of an animation, the smallest first; nothing for a still."""
        return moving_files(self.image)


@dataclass(frozen=True)
class Side:
    """One version of a post as it is read."""

    title: str
    content: str
    tags: list[str]
    pictures: list[Picture]


@dataclass(frozen=True)
class Changes:
    """What an edit does to the live post: words marked as taken out or put in."""

    title: SafeString | None
    text: SafeString | None
    tags_added: list[str]
    tags_gone: list[str]
    pictures_gone: list[Picture]
    pictures_added: int
    pictures_moved: bool

    @property
    def is_empty(self) -> bool:
        return not (
            self.title
            or self.text
            or self.tags_added
            or self.tags_gone
            or self.pictures_gone
            or self.pictures_added
            or self.pictures_moved
        )


@dataclass(frozen=True)
class CreatorHistory:
    """What is known of the person behind the post."""

    person: "User"
    member_since: datetime
    posts: int
    live_posts: int
    approvals: int
    refusals: list[ReviewDecision] = field(default_factory=list)
    suspensions: "list[Suspension]" = field(default_factory=list)


class Dossier:
    """A post in review: its newest version, the live one beside it, its past and its creator's."""

    def __init__(self, post: Post) -> None:
        self.post = post
        self.revision: Revision = post.latest_revision

    @cached_property
    def version(self) -> Post:
        return self.revision.as_object()

    @cached_property
    def newest(self) -> Side:
        known = {item.image_id for item in self._live_gallery} if self.is_edit else None
        return Side(
            title=self.version.title,
            content=clean_html(self.version.content),
            tags=sorted(item.tag.name for item in self.version.tagged_items.all()),
            pictures=[
                Picture(
                    self._images[item.image_id],
                    item.alt,
                    is_new=known is not None and item.image_id not in known,
                )
                for item in self.version.gallery.all()
                if item.image_id in self._images
            ],
        )

    @cached_property
    def worries(self) -> list[str]:
        """The operator's worry words in this version."""
        return worry_words_in(self.version, SiteSettings.current())

    @property
    def is_edit(self) -> bool:
        """Whether there is a live version that this one would replace."""
        return self.post.live and self.post.has_unpublished_changes

    @cached_property
    def live(self) -> Side | None:
        if not self.is_edit:
            return None
        return Side(
            title=self.post.title,
            content=clean_html(self.post.content),
            tags=sorted(self.post.tags.values_list("name", flat=True)),
            pictures=[
                Picture(self._images[item.image_id], item.alt)
                for item in self._live_gallery
                if item.image_id in self._images
            ],
        )

    @cached_property
    def changes(self) -> Changes | None:
        if self.live is None:
            return None
        before, after = self.live, self.newest
        ids_before = [picture.image.pk for picture in before.pictures]
        ids_after = [picture.image.pk for picture in after.pictures]
        stayed_before = [pk for pk in ids_before if pk in ids_after]
        stayed_after = [pk for pk in ids_after if pk in ids_before]
        return Changes(
            title=_diff(before.title, after.title),
            text=_diff(text_of(before.content), text_of(after.content)),
            tags_added=[tag for tag in after.tags if tag not in before.tags],
            tags_gone=[tag for tag in before.tags if tag not in after.tags],
            pictures_gone=[p for p in before.pictures if p.image.pk not in ids_after],
            pictures_added=sum(pk not in ids_before for pk in ids_after),
            pictures_moved=stayed_before != stayed_after,
        )

    @cached_property
    def decisions(self) -> list[ReviewDecision]:
        return list(self.post.decisions.select_related("decided_by")[:DECISIONS_SHOWN])

    @cached_property
    def creator(self) -> CreatorHistory:
        person = self.post.creator
        others = Post.objects.owned_by(person).exclude(pk=self.post.pk)
        counts = others.aggregate(posts=Count("pk"), live=Count("pk", filter=Q(live=True)))
        decisions = ReviewDecision.objects.filter(post__creator=person)
        refusals = decisions.exclude(outcome__in=[Outcome.APPROVED, Outcome.RESTORED])
        approvals = decisions.filter(outcome=Outcome.APPROVED)
        return CreatorHistory(
            person=person,
            member_since=person.created_at,
            posts=counts["posts"],
            live_posts=counts["live"],
            approvals=approvals.count(),
            refusals=list(refusals.select_related("post")[:DECISIONS_SHOWN]),
            suspensions=list(
                person.suspensions.select_related("suspended_by", "lifted_by")[:DECISIONS_SHOWN]
            ),
        )

    @cached_property
    def _live_gallery(self) -> list[Any]:
        return list(self.post.gallery.all())

    @cached_property
    def _images(self) -> dict[int, Image]:
        ids = {item.image_id for item in self.version.gallery.all()}
        ids.update(item.image_id for item in self._live_gallery)
        return Image.objects.in_bulk(ids)


def _diff(before: str, after: str) -> SafeString | None:
    return None if before == after else diff_text(before, after).to_html()
