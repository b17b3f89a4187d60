"""A great many of everything, written straight into the tables: what the admin's lists are to show.

Whatever is the nth of its kind has the same id in every table and "Row n" as its name, so that one kind leads
to the next: the nth request is about the nth post, which is the nth person's.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.utils import timezone
from wagtail.models import (
    ModelLogEntry,
    Page,
    Revision,
    TaskState,
    WorkflowState,
)

from accounts.models import User
from content.models import (
    BannedPicture,
    EditorialPage,
    HomePage,
    Image,
    Post,
    PostTag,
    ReviewDecision,
    Tag,
)
from content.models.images import new_key
from engagement.models import Appeal, BlockedSender, PostRequest, Report
from tests.factories import ImageFactory

FIRST = 1_000_000


class Crowd:
    """Writes rows of the numbers it is given. With `owner` posts and pictures are theirs."""

    def __init__(self, owner: User | None) -> None:
        self.owner = owner
        self.picture = ImageFactory.create()
        self.now = timezone.now()

    def people(self, numbers: Iterable[int]) -> None:
        User.objects.bulk_create(
            User(pk=FIRST + n, name=_name(n), email=f"row{n}@example.org") for n in numbers
        )

    def pictures(self, numbers: Iterable[int], **fields: Any) -> None:
        like = self.picture
        Image.objects.bulk_create(
            Image(
                **{
                    "pk": FIRST + n,
                    "title": _name(n),
                    "key": new_key(),
                    "uploaded_by_user_id": self._owner(n),
                    "state": "ready",
                    "width": like.width,
                    "height": like.height,
                    "file": like.file.name,
                    "variants": like.variants,
                    "upload_sha256": f"{n:064}",
                    "stored_bytes": 1000,
                    **{name: of(n) for name, of in fields.items()},
                }
            )
            for n in numbers
        )

    def pictures_of_each(self, numbers: Iterable[int]) -> None:
        self.pictures(numbers, uploaded_by_user_id=lambda n: FIRST + n)

    def held_pictures(self, numbers: Iterable[int]) -> None:
        BannedPicture.objects.bulk_create(
            BannedPicture(
                pk=FIRST + n, phash=n, reason=_name(n), banned_by_id=FIRST + n, searched_at=self.now
            )
            for n in numbers
        )
        self.pictures(
            numbers,
            pk=lambda n: 2 * FIRST + n,
            upload_sha256=lambda n: f"{FIRST + n:064}",
            state=lambda _: "held",
            reason=_name,
            held_for_id=lambda n: FIRST + n,
            held_at=self._ago,
        )

    def tags(self, numbers: Iterable[int]) -> None:
        Tag.objects.bulk_create(
            Tag(pk=FIRST + n, name=_name(n).lower(), slug=f"row-{n}") for n in numbers
        )
        Tag.objects.bulk_create(
            Tag(name=f"once {n}", slug=f"once-{n}", merged_into_id=FIRST + n) for n in numbers
        )

    def posts(self, numbers: Iterable[int], *, in_review: bool = False) -> None:
        Post.objects.bulk_create(
            Post(
                pk=FIRST + n,
                creator_id=self._owner(n),
                title=_name(n),
                content="<p>Made by hand.</p>",
                last_edited=self._ago(n),
                has_unpublished_changes=in_review,
                latest_revision_id=FIRST + n if in_review else None,
            )
            for n in numbers
        )

    def posts_in_review(self, numbers: Iterable[int]) -> None:
        """Each with the nth tag and the nth picture, of which there must be some."""
        self.posts(numbers, in_review=True)
        workflow = Post.get_default_workflow()
        task = workflow.tasks.get()
        kind = ContentType.objects.get_for_model(Post)
        of: dict[str, Any] = {"base_content_type": kind, "content_type": kind}
        Revision.objects.bulk_create(
            Revision(
                pk=FIRST + n,
                object_id=str(FIRST + n),
                object_str=_name(n),
                content=_version(n),
                created_at=self.now,
                **of,
            )
            for n in numbers
        )
        WorkflowState.objects.bulk_create(
            WorkflowState(
                pk=FIRST + n,
                object_id=str(FIRST + n),
                workflow=workflow,
                requested_by_id=self._owner(n),
                current_task_state_id=FIRST + n,
                **of,
            )
            for n in numbers
        )
        TaskState.objects.bulk_create(
            TaskState(
                pk=FIRST + n,
                workflow_state_id=FIRST + n,
                task=task,
                revision_id=FIRST + n,
                content_type=ContentType.objects.get_for_model(TaskState),
            )
            for n in numbers
        )
        with connection.cursor() as cursor:  # the model writes the moment itself
            cursor.execute(
                "UPDATE wagtailcore_taskstate"
                " SET started_at = %s - (id - %s) * interval '1 second' WHERE id >= %s",
                [self.now, FIRST, FIRST],
            )
        PostTag.objects.bulk_create(
            PostTag(tag_id=FIRST + n, content_object_id=FIRST + n) for n in numbers
        )

    def requests(self, numbers: Iterable[int], **fields: Any) -> None:
        PostRequest.objects.bulk_create(
            PostRequest(
                pk=FIRST + n,
                post_id=FIRST + n,
                user_id=FIRST + n,
                name=_name(n),
                email=f"row{n}@example.net",
                message="May I come and see it?",
                created_at=self._ago(n),
                **fields,
            )
            for n in numbers
        )

    def delivered_requests(self, numbers: Iterable[int]) -> None:
        self.requests(numbers, status="new", delivered_at=self.now)

    def held_requests(self, numbers: Iterable[int]) -> None:
        signal = {"code": "money", "points": 3, "detail": ""}
        self.requests(numbers, status="held", signals=[signal])

    def reported_requests(self, numbers: Iterable[int]) -> None:
        self.delivered_requests(numbers)
        self._reports(numbers, "post_request_id")

    def reports(self, numbers: Iterable[int]) -> None:
        """One of each nth post, and one of each nth person."""
        for target in ("post_id", "person_id"):
            self._reports(numbers, target)

    def blocked_senders(self, numbers: Iterable[int]) -> None:
        BlockedSender.objects.bulk_create(
            BlockedSender(
                pk=FIRST + n,
                user_id=FIRST + n,
                post_id=FIRST + n,
                blocked_by_id=FIRST + n,
                blocked_at=self._ago(n),
            )
            for n in numbers
        )

    def appeals(self, numbers: Iterable[int], **fields: Any) -> None:
        self.decisions(numbers)
        Appeal.objects.bulk_create(
            Appeal(
                pk=FIRST + n,
                decision_id=FIRST + n,
                text="It is mine.",
                created_at=self._ago(n),
                **fields,
            )
            for n in numbers
        )

    def decided_appeals(self, numbers: Iterable[int]) -> None:
        self.appeals(numbers, state="upheld", decided_at=self.now)

    def decisions(self, numbers: Iterable[int]) -> None:
        ReviewDecision.objects.bulk_create(
            ReviewDecision(
                pk=FIRST + n,
                post_id=FIRST + n,
                outcome="removed",
                reason="A copy.",
                decided_by_id=FIRST + n,
            )
            for n in numbers
        )

    def history(self, numbers: Iterable[int]) -> None:
        """What ten people did to one post, the 0th."""
        ModelLogEntry.objects.bulk_create(
            ModelLogEntry(
                content_type=ContentType.objects.get_for_model(Post),
                object_id=str(FIRST),
                label="Row 0000",
                action="wagtail.edit",
                user_id=FIRST + n % 10,
                timestamp=self._ago(n),
            )
            for n in numbers
        )

    def pages(self, numbers: Iterable[int]) -> None:
        """Below the home page."""
        home = HomePage.objects.get()
        kind = ContentType.objects.get_for_model(EditorialPage)
        Page.objects.bulk_create(
            Page(
                pk=FIRST + n,
                path=f"{home.path}{n + 1000:04}",
                depth=home.depth + 1,
                title=_name(n),
                draft_title=_name(n),
                slug=f"row-{n}",
                url_path=f"{home.url_path}row-{n}/",
                content_type=kind,
                locale_id=home.locale_id,
                latest_revision_created_at=self._ago(n),
            )
            for n in numbers
        )
        Page.objects.filter(pk=home.pk).update(numchild=Page.objects.child_of(home).count())
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO content_editorialpage (page_ptr_id, body)"
                " SELECT id, '[]' FROM wagtailcore_page WHERE id >= %s ON CONFLICT DO NOTHING",
                [FIRST],
            )

    def _reports(self, numbers: Iterable[int], target: str) -> None:
        Report.objects.bulk_create(
            Report(**{target: FIRST + n}, reason="spam", voice="one", created_at=self._ago(n))
            for n in numbers
        )

    def _owner(self, n: int) -> int:
        return self.owner.pk if self.owner else FIRST + n

    def _ago(self, n: int) -> datetime:
        """One a second, so that kinds that are read together stand mixed."""
        return self.now - timedelta(seconds=n)


def _name(n: int) -> str:
    return f"Row {n:04}"


def _version(n: int) -> dict[str, Any]:
    return {
        "pk": FIRST + n,
        "title": _name(n),
        "content": "<p>Made by hand.</p>",
        "gallery": [{"image": FIRST + n, "alt": "", "sort_order": 0}],
        "tagged_items": [{"tag": FIRST + n}],
    }
