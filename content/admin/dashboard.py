"""The first page after signing in: one's posts and what became of them; to moderators what waits."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.contrib.auth import get_user_model
from django.db.models import OuterRef, Subquery
from django.urls import reverse
from wagtail.admin.ui.components import Component

from content.admin.figures import Figure, all_figures, figure_of, first_day
from content.admin.posts.listing import state_badge
from content.admin.review.queue import Wanted, all_kinds
from content.models import Image, Post, ReviewDecision, SiteSettings
from content.services.quota import storage_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from accounts.models import User

POSTS_SHOWN = 10
CREATORS_SHOWN = 10
NEEDS_A_REASON = {"changes_requested", "removed"}
POSTS = "wagtailsnippets_content_post:list"


def panels_for(user: "User") -> list[Component]:
    """Return what the first page shows this person."""
    if user.is_moderator:
        return [QueuePanel(), FiguresPanel(), StoragePanel(), OwnPostsPanel()]
    return [OwnPostsPanel(), OwnStoragePanel()]


class QueuePanel(Component):
    """How much waits, of which kinds and since when; and the newest decisions."""

    order = 10
    template_name = "firsthand_admin/dashboard/queue.html"

    def get_context_data(self, parent_context: "Mapping[str, Any]") -> "Mapping[str, Any]":
        queue = Wanted()
        return {
            "count": queue.count,
            "since": next((place.since for place in queue.places(1)), None),
            "first": queue.next_row(None),
            "kinds": [
                (queue.counts[kind], name, queue.of_kind(kind).url)
                for kind, name in all_kinds().items()
                if queue.counts[kind]
            ],
            "recent": ReviewDecision.objects.select_related("post", "decided_by")[:5],
        }


class FiguresPanel(Component):
    """What came in on the last days, as small charts."""

    order = 12
    template_name = "firsthand_admin/dashboard/figures.html"

    def get_context_data(self, parent_context: "Mapping[str, Any]") -> "Mapping[str, Any]":
        return {"figures": [_posts(), _uploads(), *all_figures()]}


class StoragePanel(Component):
    """How much all pictures take, and whose take the most."""

    order = 14
    template_name = "firsthand_admin/dashboard/storage.html"

    def get_context_data(self, parent_context: "Mapping[str, Any]") -> "Mapping[str, Any]":
        heaviest = list(Image.objects.bytes_by_owner()[:CREATORS_SHOWN])
        owners = get_user_model().objects.in_bulk([row["uploaded_by_user"] for row in heaviest])
        limit = SiteSettings.current().storage_bytes
        return {
            "total": Image.objects.storage_use()["bytes"],
            "limit": limit,
            "rows": [
                Share(owners[row["uploaded_by_user"]], row["bytes"], limit)
                for row in heaviest
                if row["uploaded_by_user"] in owners
            ],
        }


class OwnPostsPanel(Component):
    """The newest posts of the person looking, each with its state and the reviewer's words."""

    order = 20
    template_name = "firsthand_admin/dashboard/posts.html"

    def get_context_data(self, parent_context: "Mapping[str, Any]") -> "Mapping[str, Any]":
        user = parent_context["request"].user
        newest = ReviewDecision.objects.filter(post=OuterRef("pk"))
        posts = (
            Post.objects.owned_by(user)
            .with_state()
            .select_related("latest_revision")
            .annotate(
                reason=Subquery(newest.values("reason")[:1]),
                outcome=Subquery(newest.values("outcome")[:1]),
            )
            .order_by("-last_edited")[:POSTS_SHOWN]
        )
        return {"rows": [_row(post) for post in posts], "is_moderator": user.is_moderator}


class OwnStoragePanel(Component):
    """How much one's own pictures take of what they may."""

    order = 30
    template_name = "firsthand_admin/dashboard/own_storage.html"

    def get_context_data(self, parent_context: "Mapping[str, Any]") -> "Mapping[str, Any]":
        user = parent_context["request"].user
        storage = storage_of(user=user)
        return {"share": Share(user, storage.used, storage.limit)}


@dataclass(frozen=True)
class Share:
    """What one person's pictures take, in bytes."""

    person: "User"
    used: int
    limit: int

    @property
    def percent(self) -> int:
        return min(100, round(100 * self.used / self.limit))

    @property
    def posts_url(self) -> str:
        return f"{reverse(POSTS)}?creator={self.person.pk}"


def _posts() -> Figure:
    url = f"{reverse(POSTS)}?created_at_from={first_day().isoformat()}"
    return figure_of(Post.objects.all(), "created_at", "New posts", url=url, link="See these posts")


def _uploads() -> Figure:
    return figure_of(
        Image.objects.all(), "created_at", "Uploads", url="#fh-storage", link="See who stores most"
    )


def _row(post: Post) -> dict[str, Any]:
    sent_back = post.state in NEEDS_A_REASON or post.review_status == "needs_changes"
    return {
        "post": post,
        "title": post.latest_revision.object_str if post.latest_revision else post.title,
        "badge": state_badge(post),
        "reason": post.reason if sent_back else "",
    }
