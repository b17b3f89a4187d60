"""What the review screen tells a moderator: what to look at twice, who else is here, what changed."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from content.models import Image, Post, ReviewDecision, SiteSettings
from content.services.posts import GalleryItem, update_post
from content.services.review import approve_post, remove_post, submit_post
from engagement.models import Report
from engagement.services.reports import Target, file_report
from tests.content.admin.conftest import signed_in
from tests.factories import ImageFactory, PostFactory, UserFactory

pytestmark = pytest.mark.django_db

LONG_TEXT = "<p>Made by hand from the walnut tree that stood behind our house until the storm.</p>"


@pytest.fixture
def bea(db: None) -> User:
    return UserFactory.create(name="Bea", moderator=True)


@pytest.fixture
def redis_down(settings: Any) -> None:
    settings.CACHES = {
        "default": settings.CACHES["default"] | {"LOCATION": "redis://127.0.0.1:1/0"}
    }


def url(post: Post) -> str:
    return f"/admin/review/{post.pk}/"


def screen(client: Client, post: Post) -> str:
    response = client.get(url(post))
    assert response.status_code == 200
    return str(response.content.decode())


def decide(client: Client, post: Post, action: str, **fields: Any) -> Any:
    given = {"action": action, "note": "", "revision": post.latest_revision_id}
    return client.post(url(post), given | fields)


def ping(client: Client, post: Post, **opened: Any) -> dict[str, Any]:
    given = {"revision": post.latest_revision_id, "decision": 0, "waiting": "on"}
    response = client.post(f"{url(post)}presence/", given | opened)
    assert response.status_code == 200
    answer: dict[str, Any] = response.json()
    return answer


def looks(picture: Image, phash: int, mirror: int = -1) -> Image:
    Image.objects.filter(pk=picture.pk).update(phash=phash, phash_mirror=mirror)
    return picture


class TestSimilarPictures:
    def test_another_persons_near_copy_is_shown_with_its_post(
        self, as_moderator: Client, stranger_with_picture: Post
    ) -> None:
        own = looks(ImageFactory.create(), 0b1011)
        post = PostFactory.create(creator=own.uploaded_by_user, in_review=True, images=[own])
        page = screen(as_moderator, post)
        assert "Nearly the same picture" in page
        assert f'href="{url(stranger_with_picture)}">A stolen chair' in page
        assert "one is another person" in page

    def test_the_same_file_and_the_mirror_image_are_named(self, as_moderator: Client) -> None:
        own = looks(ImageFactory.create(upload_sha256="ab" * 32), 0, mirror=(1 << 60) - 1)
        looks(ImageFactory.create(upload_sha256="ab" * 32), 0)
        looks(ImageFactory.create(), (1 << 60) - 1)
        post = PostFactory.create(creator=own.uploaded_by_user, in_review=True, images=[own])
        page = screen(as_moderator, post)
        assert "The same file" in page
        assert "Its mirror image" in page
        assert page.count("in no post") == 2

    def test_the_creators_other_posts_with_the_same_picture_are_no_signal(
        self, as_moderator: Client, creator: User
    ) -> None:
        own = ImageFactory.create(uploaded_by_user=creator)
        PostFactory.create(creator=creator, live=True, images=[own], title="The first time")
        post = PostFactory.create(creator=creator, in_review=True, images=[own])
        page = screen(as_moderator, post)
        assert "The first time" in page
        assert "another person" not in page

    def test_an_edit_that_waits_is_found_too(self, as_moderator: Client, stranger: User) -> None:
        copy = looks(ImageFactory.create(uploaded_by_user=stranger), 5)
        live = PostFactory.create(creator=stranger, live=True, title="Live with an edit")
        update_post(post=live, editor=stranger, images=[GalleryItem(image_id=copy.pk)])
        own = looks(ImageFactory.create(), 5)
        post = PostFactory.create(creator=own.uploaded_by_user, in_review=True, images=[own])
        assert "Live with an edit" in screen(as_moderator, post)

    def test_what_is_shown_is_bounded(self, as_moderator: Client) -> None:
        own = looks(ImageFactory.create(), 5)
        for _ in range(6):
            looks(ImageFactory.create(), 5)
        post = PostFactory.create(creator=own.uploaded_by_user, in_review=True, images=[own])
        page = screen(as_moderator, post)
        assert page.count("fh-alike__words") == 4
        assert "And more like these." in page


@pytest.fixture
def stranger_with_picture(stranger: User) -> Post:
    picture = looks(ImageFactory.create(uploaded_by_user=stranger), 0b0100_1000)
    return PostFactory.create(creator=stranger, live=True, images=[picture], title="A stolen chair")


class TestSignals:
    def test_a_new_creator_with_links_and_worry_words(
        self, as_moderator: Client, creator: User
    ) -> None:
        settings = SiteSettings.load()
        settings.worry_words = "gift card"
        settings.save()
        text = '<p>Pay by gift card at <a href="https://pay.example.net/x">here</a>.</p>'
        page = screen(as_moderator, PostFactory.create(in_review=True, content=text))
        for words in ("New creator", "“gift card”", "pay.example.net"):
            assert words in page

    def test_somebody_who_was_refused_several_times(
        self, as_moderator: Client, creator: User
    ) -> None:
        for _ in range(2):
            PostFactory.create(creator=creator, sent_back=True)
        page = screen(as_moderator, PostFactory.create(creator=creator, in_review=True))
        assert "2 times in the last 90 days" in page

    def test_word_for_word_the_same_text(self, as_moderator: Client) -> None:
        earlier = PostFactory.create(live=True, content=LONG_TEXT, title="The first")
        page = screen(as_moderator, PostFactory.create(in_review=True, content=LONG_TEXT))
        assert "Same text" in page
        assert f'href="{url(earlier)}"' in page
        short = PostFactory.create(in_review=True)
        PostFactory.create(in_review=True)
        assert "Same text" not in screen(as_moderator, short)

    def test_open_reports_with_their_reasons(self, as_moderator: Client, stranger: User) -> None:
        post = PostFactory.create(live=True)
        file_report(target=Target(post=post), reporter=stranger, reason=Report.Reason.SPAM)
        page = screen(as_moderator, post)
        assert "Reported" in page
        assert f'href="/admin/reported/post/{post.pk}/"' in page

    def test_nothing_to_say_of_an_old_hand(self, as_moderator: Client, creator: User) -> None:
        PostFactory.create(creator=creator, live=True)
        page = screen(as_moderator, PostFactory.create(creator=creator, in_review=True))
        assert "fh-signals" not in page


class TestTwoModerators:
    def test_each_is_told_of_the_other_at_load(self, as_moderator: Client, bea: User) -> None:
        post = PostFactory.create(in_review=True)
        assert "has this open too" not in screen(as_moderator, post)
        assert "Mara has this open too" in screen(signed_in(bea), post)
        assert ping(as_moderator, post)["who"] == "Bea has this open too"

    def test_who_leaves_or_decides_is_gone(self, as_moderator: Client, bea: User) -> None:
        post, other = (PostFactory.create(in_review=True) for _ in range(2))
        hers = signed_in(bea)
        screen(hers, post)
        assert hers.post(f"{url(post)}presence/", {"leaving": "1"}).status_code == 204
        assert ping(as_moderator, post)["who"] == ""
        screen(hers, other)
        decide(hers, other, "approve")
        assert ping(as_moderator, other)["who"] == ""

    def test_a_decision_of_the_other_is_told(self, as_moderator: Client, bea: User) -> None:
        post = PostFactory.create(in_review=True)
        screen(as_moderator, post)
        approve_post(post=post, moderator=bea)
        assert ping(as_moderator, post)["decided"] == "Bea approved this a moment ago."
        newest = ReviewDecision.objects.get().pk
        post.refresh_from_db()
        assert ping(as_moderator, post, decision=newest, waiting="")["decided"] == ""

    def test_a_changed_version_is_told(self, as_moderator: Client) -> None:
        post = PostFactory.create(in_review=True)
        assert ping(as_moderator, post)["changed"] is False
        update_post(post=post, editor=post.creator, title="Better")
        assert ping(as_moderator, post)["changed"] is True

    @pytest.mark.usefixtures("redis_down")
    def test_without_redis_the_screen_works_all_the_same(
        self, as_moderator: Client, bea: User
    ) -> None:
        post = PostFactory.create(in_review=True)
        screen(signed_in(bea), post)
        assert ping(as_moderator, post)["who"] == ""
        assert decide(as_moderator, post, "approve").status_code == 302
        assert Post.objects.get().live

    @pytest.mark.parametrize(
        "data", [{}, {"revision": "x", "decision": 1}, {"revision": 1, "decision": -1}]
    )
    def test_junk_is_refused(self, as_moderator: Client, data: dict[str, Any]) -> None:
        post = PostFactory.create(in_review=True)
        assert as_moderator.post(f"{url(post)}presence/", data).status_code == 422

    def test_creators_are_told_nothing(self, as_creator: Client, creator: User) -> None:
        post = PostFactory.create(creator=creator, in_review=True)
        assert as_creator.post(f"{url(post)}presence/", {"leaving": "1"}).status_code == 404


class TestChangedMeanwhile:
    @pytest.mark.parametrize("action", ["approve", "changes", "remove"])
    def test_the_answer_shows_what_changed_and_keeps_what_was_written(
        self, as_moderator: Client, action: str
    ) -> None:
        picture = ImageFactory.create()
        creator = picture.uploaded_by_user
        assert creator is not None
        post = PostFactory.create(creator=creator, in_review=True)
        gallery = [GalleryItem(image_id=picture.pk)]
        update_post(post=post, editor=creator, title="A walnut stool", tags=["oak"], images=gallery)
        response = decide(as_moderator, post, action, code="unclear", note="How tall is it?")
        assert response.status_code == 409
        page = response.content.decode()
        assert 'class="addition">stool' in page
        assert ">oak</ins>" in page
        assert "1 new." in page
        assert "How tall is it?</textarea>" in page
        assert 'value="unclear" checked' in page
        newest = Post.objects.get().latest_revision_id
        assert f'name="revision" value="{newest}"' in page
        assert not ReviewDecision.objects.exists()
        assert decide(as_moderator, Post.objects.get(), action, code="unclear").status_code == 302
        assert ReviewDecision.objects.count() == 1

    def test_looking_decides_nothing(self, as_moderator: Client) -> None:
        post = PostFactory.create(in_review=True)
        update_post(post=post, editor=post.creator, title="A walnut stool")
        response = decide(as_moderator, post, "look", note="Half a sentence")
        page = response.content.decode()
        assert response.status_code == 200
        assert 'class="addition">stool' in page
        assert "Half a sentence</textarea>" in page

    def test_a_removal_that_insists_outruns_every_edit(self, as_moderator: Client) -> None:
        post = PostFactory.create(in_review=True)
        update_post(post=post, editor=post.creator, title="Once more")
        refused = decide(as_moderator, post, "remove", code="sale")
        assert 'name="insist"' in refused.content.decode()
        update_post(post=post, editor=post.creator, title="And again")
        assert decide(as_moderator, post, "remove", code="sale", insist="on").status_code == 302
        assert Post.objects.get().removed_at

    def test_a_version_that_never_was_is_only_said_to_be_gone(self, as_moderator: Client) -> None:
        post = PostFactory.create(in_review=True)
        response = decide(as_moderator, post, "approve", revision=2**31 - 1)
        assert response.status_code == 409
        assert "is gone" in response.content.decode()


class TestALivePost:
    def test_it_is_taken_off_until_changed(self, as_moderator: Client, moderator: User) -> None:
        post = PostFactory.create(live=True)
        page = screen(as_moderator, post)
        assert 'value="take_off"' in page
        assert 'value="changes"' not in page
        response = decide(as_moderator, post, "take_off", code="unclear", note="Not that name.")
        assert response.status_code == 302
        assert Post.objects.with_state().get().state == "changes_requested"
        made = ReviewDecision.objects.filter(decided_by=moderator).get()
        assert made.reason.endswith("Not that name.")

    def test_it_is_taken_off_from_the_screen_of_its_reports(
        self, as_moderator: Client, stranger: User
    ) -> None:
        post = PostFactory.create(live=True)
        target = Target(post=post)
        report = file_report(target=target, reporter=stranger, reason=Report.Reason.SPAM)
        assert report is not None
        path = f"/admin/reported/post/{post.pk}/"
        assert 'value="take_off"' in as_moderator.get(path).content.decode()
        data = {"action": "take_off", "up_to": report.pk, "note": "", "message": "Not that name."}
        as_moderator.post(path, data)
        assert Post.objects.with_state().get().state == "changes_requested"
        report.refresh_from_db()
        assert report.status == Report.Status.UPHELD

    def test_taking_off_needs_a_reason(self, as_moderator: Client) -> None:
        post = PostFactory.create(live=True)
        assert decide(as_moderator, post, "take_off").status_code == 422
        assert Post.objects.get().live

    def test_its_creators_draft_is_not_shown(self, as_moderator: Client) -> None:
        post = PostFactory.create(live=True)
        update_post(post=post, editor=post.creator, title="Nobody has read this")
        page = screen(as_moderator, post)
        assert "Nobody has read this" not in page
        assert "A walnut chair" in page

    def test_a_new_post_cannot_be_taken_off(self, as_moderator: Client) -> None:
        post = PostFactory.create(in_review=True)
        assert 'value="take_off"' not in screen(as_moderator, post)
        assert decide(as_moderator, post, "take_off", code="sale").status_code == 302
        assert Post.objects.with_state().get().state == "in_review"


def full_of(pictures: int) -> Post:
    """A post in review with so much of everything: pictures, likenesses, tags, decisions, reports."""
    creator = UserFactory.create()
    own = [
        looks(ImageFactory.create(uploaded_by_user=creator), n * 0x0F0F_0F0F)
        for n in range(pictures)
    ]
    for n in range(pictures):
        copy = looks(ImageFactory.create(), n * 0x0F0F_0F0F)
        PostFactory.create(creator=copy.uploaded_by_user, live=True, images=[copy])
    tags = [f"tag {n}" for n in range(min(pictures, 5))]
    post = PostFactory.create(creator=creator, live=True, tags=tags)
    for n in range(pictures):
        update_post(
            post=post, editor=creator, title=f"Edit {n}", images=[GalleryItem(p.pk) for p in own]
        )
        submit_post(post=post, user=creator)
        if n < pictures - 1:
            approve_post(post=post, moderator=UserFactory.create(moderator=True))
            post.refresh_from_db()
            removed = PostFactory.create(creator=creator)
            moderator = UserFactory.create(moderator=True)
            remove_post(post=removed, moderator=moderator, reason="Twice.")
        file_report(
            target=Target(post=post), reporter=UserFactory.create(), reason=Report.Reason.SPAM
        )
    return post


def test_the_screen_costs_the_same_with_one_of_everything_and_with_twelve(
    as_moderator: Client,
) -> None:
    def queries(post: Post) -> list[str]:
        screen(as_moderator, post)
        with CaptureQueriesContext(connection) as captured:
            page = screen(as_moderator, post)
        assert "fh-alike" in page
        return [query["sql"] for query in captured]

    # Two, so that there is a refusal and a decision to read the names of.
    few, many = queries(full_of(2)), queries(full_of(12))
    assert len(few) == len(many), "\n".join(many)
