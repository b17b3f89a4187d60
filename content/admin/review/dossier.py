"""Everything a moderator needs to decide about one post, read in a fixed number of queries."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING

from django.db.models import Count, Q
from django.utils.functional import cached_property

from content.admin.members.record import Fact, Record
from content.admin.review.alike import find_alike
from content.admin.review.changes import Changes, changes_between
from content.admin.review.sides import Picture, Side, content_of_row, read_sides
from content.admin.review.signals import Signal, signals_of
from content.models import Post, ReviewDecision

if TYPE_CHECKING:
    from wagtail.models import Revision

    from accounts.models import Suspension, User

__all__ = ["CreatorHistory", "Dossier", "Picture"]

DECISIONS_SHOWN = 10
Outcome = ReviewDecision.Outcome


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
    facts: list[Fact] = field(default_factory=list)


class Dossier:
    """A post to decide about: its newest version, the live one beside it, its past and its creator's.

    With `about_live` it is about the live version alone: its creator's draft is nobody's business.
    """

    def __init__(self, post: Post, *, about_live: bool = False) -> None:
        self.post = post
        self.about_live = about_live and post.live_revision is not None
        self.revision: Revision = post.live_revision if self.about_live else post.latest_revision

    @property
    def is_edit(self) -> bool:
        """Whether there is a live version that this one would replace."""
        return self.post.live and self.post.has_unpublished_changes and not self.about_live

    @property
    def stored_text(self) -> str:
        """The text as it is stored."""
        text: str = self.revision.content["content"]
        return text

    @cached_property
    def newest(self) -> Side:
        """The version to decide about, with what its pictures look like."""
        side = self._sides[0]
        known = self.live.image_ids if self.live else None
        images = [picture.image for picture in side.pictures]
        alike = find_alike(images, post=self.post)
        pictures = [
            replace(
                picture,
                is_new=known is not None and picture.image.pk not in known,
                alike=alike.get(picture.image.pk),
            )
            for picture in side.pictures
        ]
        return replace(side, pictures=pictures)

    @property
    def live(self) -> Side | None:
        return self._sides[1] if self.is_edit else None

    @cached_property
    def changes(self) -> Changes | None:
        """What the edit does to the live version."""
        return changes_between(self.live, self._sides[0]) if self.live else None

    def changes_since(self, revision_id: int) -> Changes | None:
        """What happened to the post since this version of it; None when that version is not there."""
        seen = self.post.revisions.filter(pk=revision_id).first()
        if seen is None:
            return None
        before, after = read_sides(seen.content, self.revision.content)
        return changes_between(before, after)

    @cached_property
    def signals(self) -> list[Signal]:
        return signals_of(self)

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
            facts=Record(person).facts,
        )

    @cached_property
    def _sides(self) -> list[Side]:
        contents = [self.revision.content]
        if self.is_edit:
            contents.append(content_of_row(self.post))
        return read_sides(*contents)
