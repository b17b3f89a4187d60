"""What a report is about: a post, a request or a person, and which of its versions was read."""

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from engagement.models import Report

if TYPE_CHECKING:
    from accounts.models import User
    from content.models import Post
    from engagement.models import PostRequest
    from engagement.report_queries import ReportQuerySet


@dataclass(frozen=True)
class Target:
    """Exactly one of the three is set."""

    post: "Post | None" = None
    post_request: "PostRequest | None" = None
    person: "User | None" = None

    def __post_init__(self) -> None:
        if sum(thing is not None for thing in vars(self).values()) != 1:
            raise ValueError("A report has one target.")

    @property
    def as_filter(self) -> dict[str, Any]:
        """The columns of a report about this target."""
        return {name: thing for name, thing in vars(self).items() if thing is not None}

    def locked(self) -> "Target":
        """The target as its row is now, locked against going away. Raises ObjectDoesNotExist."""
        name, thing = next(iter(self.as_filter.items()))
        rows = type(thing)._default_manager.select_for_update(of=("self",), no_key=True)
        return Target(**{name: rows.get(pk=thing.pk)})

    @property
    def reports(self) -> "ReportQuerySet":
        """Every report about this target."""
        return Report.objects.filter(**self.as_filter)

    @property
    def decided_as_it_is(self) -> "ReportQuerySet":
        """Reports that were decided about the version there is now; none of a person."""
        decided = self.reports.decided().filter(version=self.version)
        return decided if self.version else decided.none()

    @property
    def owner(self) -> "User | None":
        """Whose it is, who is not heard about it: a post's creator, a person. A request has two sides."""
        return self.post.creator if self.post else self.person

    @property
    def version(self) -> str:
        """Names what a reader sees now. Empty for people: what they do is not on their page."""
        if self.post:
            return f"revision {self.post.live_revision_id}"
        if self.post_request:
            words = f"{self.post_request.message}\0{self.post_request.note}"
            return sha256(words.encode()).hexdigest()
        return ""
