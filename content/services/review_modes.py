"""When moderators look at a post: before it is shown, after, or not at all when its creator has earned trust.

All three are Wagtail's workflow. Only who ends it differs, and whether the post is shown before that.
"""

from typing import TYPE_CHECKING

from wagtail.models import WorkflowState

from content.html import text_of
from content.models import Post, SiteSettings
from content.worry import find_worry_words

if TYPE_CHECKING:
    from accounts.models import User

Mode = SiteSettings.ReviewMode
NOT_LOOKED_AT = (
    "Shown without a look by a moderator: {count} approved posts of this creator before."
)


def start_review(*, row: Post, user: "User", settings: SiteSettings) -> None:
    """Begin the review of a locked post that is in none, as the site's settings want it."""
    if settings.review_mode == Mode.AFTER:
        show_before_review(row=row, user=user)
        return
    state = row.get_workflow().start(row, user)
    if settings.review_mode == Mode.SKIP:
        count = Post.objects.owned_by(row.creator).once_approved().count()
        version = row.get_latest_revision_as_object()
        if count >= settings.trusted_after and not worry_words_in(version, settings):
            state.current_task_state.specific.approve(comment=NOT_LOOKED_AT.format(count=count))


def show_before_review(*, row: Post, user: "User") -> None:
    """Publish the newest version and leave it in the queue until a moderator has looked.

    That review is the site's, not its creator's: it names nobody who asked for it, and only a moderator
    ends it.
    """
    state = row.current_workflow_state
    if state is None:
        row.get_workflow().start(row, None)
    else:
        WorkflowState.objects.filter(pk=state.pk).update(requested_by=None)
    row.latest_revision.publish(user=user, skip_permission_checks=True)


def worry_words_in(version: Post, settings: SiteSettings) -> list[str]:
    """Return the worry words in what a reader of this version sees: title, text, tags, descriptions."""
    words = [version.title, text_of(version.content), *version.tags.names()]
    words += [picture.alt for picture in version.gallery.all()]
    return find_worry_words(" · ".join(words), settings.worry_list)
