"""Everything a moderator needs to decide about one reported thing, read in a fixed number of queries."""

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils.functional import cached_property

from content.admin.review.dossier import Picture
from content.html import clean_html
from content.models import Post, ReviewDecision
from engagement.admin.reports.listing import title_of
from engagement.models import PostRequest, Report

if TYPE_CHECKING:
    from accounts.models import User
    from engagement.services.reports import Target

REPORTS_SHOWN = 100
REFUSALS_SHOWN = 5


class ReportedThing:
    """A target with its reports, the open ones apart from the decided."""

    def __init__(self, target: "Target") -> None:
        self.target = target
        self.thing: Any = target.post or target.post_request or target.person

    @property
    def title(self) -> str:
        return title_of(self.thing)

    @cached_property
    def open(self) -> list[Report]:
        """The newest first, REPORTS_SHOWN at most."""
        reports = self.target.reports.open().select_related("reporter")
        return list(reports.order_by("-pk")[:REPORTS_SHOWN])

    @cached_property
    def open_count(self) -> int:
        return self.target.reports.open().count()

    @property
    def not_shown(self) -> int:
        """How many older open reports the screen leaves out; a decision is about them too."""
        return max(self.open_count - len(self.open), 0)

    @cached_property
    def decided(self) -> list[Report]:
        reports = self.target.reports.decided().select_related("reporter", "decided_by")
        return list(reports.order_by("-decided_at", "-pk")[:REPORTS_SHOWN])

    @property
    def last_read(self) -> int:
        """The newest open report on the screen; 0 for none."""
        return self.open[0].pk if self.open else 0

    @property
    def place_in_queue(self) -> int | None:
        """Its number in the moderators' queue; None when no report is open."""
        return self.target.reports.open().order_by("pk").values_list("pk", flat=True).first()

    @property
    def person(self) -> "User | None":
        """Whose doing it is, as far as that is known."""
        if self.target.post_request:
            return self.target.post_request.user
        return self.target.owner

    @cached_property
    def person_facts(self) -> dict[str, Any] | None:
        """What is known of that person."""
        person = self.person
        if person is None:
            return None
        posts = Post.objects.owned_by(person)
        refusals = ReviewDecision.objects.filter(post__creator=person).exclude(
            outcome__in=[ReviewDecision.Outcome.APPROVED, ReviewDecision.Outcome.RESTORED]
        )
        return {
            "person": person,
            "url": f"{settings.BASE_URL}/user/{person.pk}",
            "posts": posts.count(),
            "live": posts.live().count(),
            "upheld": upheld_about(person),
            "refusals": list(refusals.select_related("post")[:REFUSALS_SHOWN]),
        }


class ReportedPost(ReportedThing):
    """A post as everybody reads it."""

    @property
    def url(self) -> str:
        return f"{settings.BASE_URL}{self.thing.url_path}"

    @property
    def content(self) -> str:
        return clean_html(self.thing.content)

    @cached_property
    def tags(self) -> list[str]:
        return sorted(self.thing.tags.values_list("name", flat=True))

    @cached_property
    def pictures(self) -> list[Picture]:
        gallery = self.thing.gallery.select_related("image")
        return [Picture(item.image, item.alt) for item in gallery]

    @property
    def in_review(self) -> bool:
        """Whether a version waits, which can be sent back with a reason."""
        return bool(self.thing.workflow_in_progress)


class ReportedRequest(ReportedThing):
    """A request, readable while a report of it is open and no longer: it is between two people."""

    @property
    def is_readable(self) -> bool:
        return bool(self.open)


def upheld_about(person: "User") -> int:
    """How many reports of this person, their posts and their requests moderators agreed with."""
    upheld = Report.objects.filter(status=Report.Status.UPHELD)
    about = upheld.filter(person=person) | upheld.filter(post__creator=person)
    sent = PostRequest.objects.sent_by(person).values("pk")
    return about.count() + upheld.filter(post_request__in=sent).count()
