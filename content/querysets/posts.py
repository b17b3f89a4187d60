"""Every reusable read of posts."""

from typing import TYPE_CHECKING, Self, TypeAlias

from django.apps import apps
from django.contrib.postgres.search import SearchQuery, SearchVectorField
from django.db import models
from django.db.models import (
    Case,
    CharField,
    Count,
    Exists,
    F,
    Func,
    OuterRef,
    Prefetch,
    Q,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Cast, Coalesce
from wagtail.models import TaskState, WorkflowState

from content.querysets.pictures import REFUSED
from content.search.postgres import tsquery
from content.search.words import words_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.contrib.auth.models import AnonymousUser

    from accounts.models import User

    Visitor: TypeAlias = User | AnonymousUser


class PostQuerySet(models.QuerySet):
    def live(self) -> Self:
        """Posts that everybody may see."""
        return self.filter(live=True)

    def owned_by(self, user: "User") -> Self:
        return self.filter(creator=user)

    def visible_to(self, user: "Visitor") -> Self:
        """Live posts, one's own in every state, and everything to moderators."""
        if not user.is_authenticated:
            return self.live()
        if user.is_moderator:
            return self
        return self.filter(Q(live=True) | Q(creator=user))

    def under(self, tag_ids: "Sequence[int]") -> Self:
        """Posts that carry all of these tags."""
        PostTag = apps.get_model("content", "PostTag")
        posts = self
        for tag_id in tag_ids:
            carried = PostTag.objects.filter(content_object=OuterRef("pk"), tag_id=tag_id)
            posts = posts.filter(Exists(carried))
        return posts

    def with_words(self, words: str) -> Self:
        """Posts with every word, in any state. Each is looked through, so narrow them before."""
        query = tsquery(words_in(words))
        if not query:
            return self.none()
        vector = Func(F("pk"), function="content_search_vector", output_field=SearchVectorField())
        return self.alias(words=vector).filter(
            words=SearchQuery(query, search_type="raw", config="simple")
        )

    def newest_first(self) -> Self:
        return self.order_by("-first_published_at", "-id")

    def with_state(self) -> Self:
        """Annotate `state`: draft, in_review, changes_requested, live, hidden, removed or expired.

        A live post whose edit is in review is live; `review_status` (Wagtail's word for the newest
        workflow, or null) and `review_asked_by` (who asked for it; null for the site itself) tell the
        rest. Hidden is what would be live, were its creator not suspended.
        """
        newest = WorkflowState.objects.filter(
            base_content_type__app_label="content",
            base_content_type__model="post",
            object_id=Cast(OuterRef("pk"), CharField()),
        ).order_by("-created_at", "-id")
        return self.annotate(
            review_status=Subquery(newest.values("status")[:1]),
            review_asked_by=Subquery(newest.values("requested_by")[:1]),
        ).annotate(
            state=Case(
                When(removed_at__isnull=False, then=Value("removed")),
                When(live=True, then=Value("live")),
                When(hidden_at__isnull=False, then=Value("hidden")),
                When(expired=True, then=Value("expired")),
                When(review_status=WorkflowState.STATUS_IN_PROGRESS, then=Value("in_review")),
                When(
                    review_status=WorkflowState.STATUS_NEEDS_CHANGES,
                    then=Value("changes_requested"),
                ),
                default=Value("draft"),
                output_field=CharField(),
            )
        )

    def once_approved(self) -> Self:
        """Posts of which a moderator has approved a version, and none has removed."""
        ReviewDecision = apps.get_model("content", "ReviewDecision")
        approvals = ReviewDecision.objects.filter(post=OuterRef("pk"), outcome="approved")
        return self.filter(Exists(approvals), removed_at=None)

    def awaiting_review(self) -> Self:
        """Posts with a review under way, the longest waiting first: new ones and edits of live ones. Each is
        asked for its review by itself, so narrow them before; what only counts them counts the reviews.

        `was_looked_at`: whether the version that everybody sees has been approved.
        """
        states = WorkflowState.objects.filter(
            base_content_type__app_label="content",
            base_content_type__model="post",
            object_id=Cast(OuterRef("pk"), CharField()),
            status=WorkflowState.STATUS_IN_PROGRESS,
        )
        return (
            self.annotate(
                submitted_at=Subquery(states.values("current_task_state__started_at")[:1]),
                was_looked_at=Exists(
                    TaskState.objects.filter(
                        revision=OuterRef("live_revision"), status=TaskState.STATUS_APPROVED
                    )
                ),
            )
            .filter(submitted_at__isnull=False)
            .order_by("submitted_at", "id")
        )

    def for_list(self) -> Self:
        """Rows as lists show them: creator with avatar, tags, `cover` (a list of the first picture, or
        empty) and `image_count`. Pictures that were refused or are held do not count.
        """
        PostImage = apps.get_model("content", "PostImage")
        shown = PostImage.objects.exclude(image__state__in=REFUSED)
        pictures = shown.filter(post=OuterRef("pk")).order_by()
        first_of_each = shown.order_by("post_id", "sort_order", "id").distinct("post_id")
        return (
            self.select_related("creator__avatar_row__image")
            .annotate(
                image_count=Coalesce(
                    Subquery(pictures.values("post").annotate(n=Count("pk")).values("n")), 0
                )
            )
            .prefetch_related(
                _tags(),
                Prefetch(
                    "gallery", queryset=first_of_each.select_related("image"), to_attr="cover"
                ),
            )
        )

    def for_detail(self) -> Self:
        """One post as its page shows it: creator with avatar, tags, every picture in order."""
        PostImage = apps.get_model("content", "PostImage")
        return self.select_related("creator__avatar_row__image").prefetch_related(
            _tags(),
            Prefetch("gallery", queryset=PostImage.objects.select_related("image")),
        )


def _tags() -> Prefetch:
    PostTag = apps.get_model("content", "PostTag")
    return Prefetch("tagged_items", queryset=PostTag.objects.select_related("tag"))
