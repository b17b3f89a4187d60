"""A site with something of everything in it, every word of which says who may not read it."""

from dataclasses import dataclass

from wagtail.models import Collection, Page, TaskState, WorkflowState
from wagtail_headless_preview.models import PagePreview

from accounts.models import User
from accounts.suspension import suspend_user
from content.models import (
    BannedPicture,
    EditorialPage,
    HomePage,
    Image,
    Post,
    RejectReason,
    SiteSettings,
    Tag,
)
from content.services.bans import ban_picture
from content.services.posts import update_post
from content.services.review import remove_post
from engagement.models import Appeal, BlockedSender, PostRequest
from engagement.services.appeals import file_appeal
from engagement.services.blocks import block_sender
from engagement.services.reports import Target, file_report
from tests.engagement.factories import delivered_request, held_request
from tests.factories import ImageFactory, PostFactory, UserFactory

OWN = "Zanzibarian"  # what the owner may read, and no other creator
MODERATORS = "Quokkaland"  # what moderators may read, and no creator
BETWEEN_TWO = "Xylophonist"  # what the owner and one sender may read, and no moderator


@dataclass
class World:
    """Everything there is: the owner's things, what moderators know, and one unreported request."""

    owner: User
    moderator: User
    post: Post
    live_post: Post
    removed_post: Post
    picture: Image
    held: Image
    ban: BannedPicture
    tag: Tag
    request: PostRequest
    held_request: PostRequest
    reported_request: PostRequest
    appeal: Appeal
    suspended: User
    block: BlockedSender
    page: Page
    preview: PagePreview
    reason: RejectReason
    collection: Collection
    settings: SiteSettings

    @property
    def state(self) -> WorkflowState:
        return WorkflowState.objects.get(object_id=str(self.post.pk), status="in_progress")

    @property
    def task_state(self) -> TaskState:
        return TaskState.objects.get(workflow_state=self.state)


def make_world() -> World:
    """Return a new one, made through the services wherever there is one."""
    owner = UserFactory.create(name=f"{OWN} Palmeira", email=f"{OWN.lower()}@example.org")
    moderator = UserFactory.create(
        name=f"{MODERATORS} Mara", email=f"{MODERATORS.lower()}@example.org", moderator=True
    )
    picture = ImageFactory.create(uploaded_by_user=owner, title=f"{OWN} picture")
    post = PostFactory.create(
        creator=owner,
        in_review=True,
        images=[picture],
        title=f"{OWN} title",
        content=f"<p>{OWN} text</p>",
        tags=[f"{OWN.lower()}-tag"],
    )
    live_post = PostFactory.create(creator=owner, live=True, tags=["wood"])
    update_post(post=live_post, editor=owner, title=f"{OWN} edit")
    removed_post = PostFactory.create(creator=owner, live=True)
    remove_post(post=removed_post, moderator=moderator, reason=f"{OWN} reason for removing")
    reported_request = delivered_request(live_post, message=f"{OWN} would read this, and does.")
    for target in (
        Target(post=live_post),
        Target(post_request=reported_request),
        Target(person=owner),
    ):
        _report(target)
    held, ban = _banned_picture(moderator)
    return World(
        owner=owner,
        moderator=moderator,
        post=Post.objects.get(pk=post.pk),
        live_post=Post.objects.get(pk=live_post.pk),
        removed_post=removed_post,
        picture=picture,
        held=held,
        ban=ban,
        tag=Tag.objects.get(name=f"{OWN.lower()}-tag"),
        request=delivered_request(
            live_post,
            name=f"{BETWEEN_TWO} Vera",
            email=f"{BETWEEN_TWO.lower()}@example.net",
            message=f"May I have it? Yours, {BETWEEN_TWO}, from around the corner.",
        ),
        held_request=held_request(
            live_post,
            name=f"{MODERATORS} Viktor",
            email=f"{MODERATORS.lower()}@example.net",
            message=f"{MODERATORS} would like it. It is for my mother's birthday.",
        ),
        reported_request=reported_request,
        appeal=file_appeal(post=removed_post, text=f"{OWN} appeals"),
        suspended=_suspended(moderator),
        block=_blocked(live_post, moderator),
        page=_draft_page(),
        preview=post.preview_for(owner),
        reason=RejectReason.objects.create(code="marked", label=f"{MODERATORS} reason"),
        collection=Collection.objects.get(depth=1).add_child(name=f"{MODERATORS} collection"),
        settings=_settings(),
    )


def _report(target: Target) -> None:
    reporter = UserFactory.create(name=f"{MODERATORS} Rosa")
    file_report(target=target, reporter=reporter, reason="spam", detail=f"{MODERATORS} said")


def _banned_picture(moderator: User) -> tuple[Image, BannedPicture]:
    """Somebody's picture that is held for a ban."""
    somebody = UserFactory.create(name=f"{MODERATORS} Boris")
    picture = ImageFactory.create(uploaded_by_user=somebody, title=f"{MODERATORS} banned")
    ban_picture(
        image=picture, moderator=moderator, reason=f"{MODERATORS} ban", note=f"{MODERATORS} note"
    )
    return Image.objects.get(pk=picture.pk), BannedPicture.objects.get()


def _suspended(moderator: User) -> User:
    person = UserFactory.create(name=f"{MODERATORS} Sven")
    suspend_user(user=person, moderator=moderator, reason=f"{MODERATORS} suspends")
    return User.objects.get(pk=person.pk)


def _blocked(post: Post, moderator: User) -> BlockedSender:
    sender = UserFactory.create(name=f"{MODERATORS} Bodo")
    sent = held_request(post, sender=sender, message="Send the money first.")
    return block_sender(post_request=sent, moderator=moderator)


def _settings() -> SiteSettings:
    settings = SiteSettings.objects.get()
    settings.worry_words = f"{MODERATORS} words"
    settings.save()
    return settings


def _draft_page() -> Page:
    """An editorial page that nobody published yet."""
    page: Page = HomePage.objects.get().add_child(
        instance=EditorialPage(title=f"{MODERATORS} page", slug="marked", live=False)
    )
    page.save_revision()
    return page
