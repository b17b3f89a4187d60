"""Loading the demo: all of it goes in once, quietly, and later loads leave it alone."""

import json
import stat
from dataclasses import replace

import pytest
from django.core import mail
from django.core.management import call_command

from accounts.models import User
from content.demo.drawing import Picture
from content.demo.people.everyone import EVERYONE
from content.models import EditorialPage, HomePage, Image, Post
from engagement.demo import load, pages, requests
from engagement.demo.letters import HONEY, LOAVES, MUGS, STARTER, WHEEL
from engagement.models import OutboxMessage, PostRequest, Report

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)
PICTURE = Picture("prints.moons_print", "noon", "A print of discs", "square")


@pytest.fixture
def small_demo(monkeypatch):
    """All texts of two people, with one picture each, so that no time goes into drawing."""
    people = tuple(
        replace(
            person,
            portrait=PICTURE,
            posts=tuple(replace(post, pictures=(PICTURE,)) for post in person.posts),
        )
        for person in EVERYONE[:2]
    )
    monkeypatch.setattr(load, "EVERYONE", people)
    monkeypatch.setattr(pages, "ABOUT_PICTURE", PICTURE)
    about = {post.title for person in people for post in person.posts}
    emails = {person.email for person in people}
    letters = [
        letter
        for letter in requests.LETTERS
        if letter.about in about and (not letter.member or letter.email in emails)
    ]
    monkeypatch.setattr(requests, "LETTERS", letters)
    return people


@pytest.fixture
def output(tmp_path):
    return tmp_path / "var" / "demo.json"


def load_demo(output, *, base_url="http://localhost:8000", **options):
    call_command(
        "load_demo", output=output, base_url=base_url, database_url="postgres://x/y", **options
    )
    return json.loads(output.read_text())


def everything():
    """What a second load must leave as it is."""
    models = (User, Post, Image, PostRequest, Report, EditorialPage, OutboxMessage)
    rows = {model: set(model.objects.values_list("pk", flat=True)) for model in models}
    return rows, set(User.objects.values_list("pk", "password"))


def test_everything_goes_in_once_and_quietly(small_demo, output):
    loaded = load_demo(output)

    assert [account["role"] for account in loaded["accounts"]] == [
        "creator",
        "creator2",
        "moderator",
        "admin",
    ]
    assert stat.S_IMODE(output.stat().st_mode) == 0o600
    for account in loaded["accounts"]:
        assert User.objects.get(email=account["email"]).check_password(account["password"])
    assert Post.objects.count() == sum(len(person.posts) for person in small_demo)
    assert Image.objects.exclude(state=Image.State.READY).count() == 0
    assert set(PostRequest.objects.values_list("status", flat=True)) == set(
        PostRequest.Status.values
    )
    assert Report.objects.open_by_target().count() == 2
    assert Report.objects.reported_posts().count() == 1
    assert not OutboxMessage.objects.exists()
    assert mail.outbox == []
    assert HomePage.objects.get().body
    assert EditorialPage.objects.live().count() == 4

    check_every_state_is_there()

    before = everything()
    again = load_demo(output, base_url="http://localhost:9000")
    assert everything() == before
    assert again["accounts"] == loaded["accounts"]
    assert again["base_url"] == "http://localhost:9000"


def test_a_load_cut_short_is_taken_up_where_it_stopped(small_demo, output, monkeypatch):
    def cut():
        raise KeyboardInterrupt

    monkeypatch.setattr(load, "send_letters", cut)
    with pytest.raises(KeyboardInterrupt):
        load_demo(output)
    monkeypatch.undo()
    assert not output.exists()
    posts = set(Post.objects.values_list("pk", flat=True))
    monkeypatch.setattr(load, "EVERYONE", small_demo)
    monkeypatch.setattr(pages, "ABOUT_PICTURE", PICTURE)
    about = {MUGS, WHEEL, STARTER, LOAVES, HONEY}
    kept = [each for each in requests.LETTERS if each.about in about]
    monkeypatch.setattr(requests, "LETTERS", kept)

    load_demo(output)

    assert set(Post.objects.values_list("pk", flat=True)) == posts
    assert PostRequest.objects.count() == len(kept)


def check_every_state_is_there():
    live = Post.objects.filter(live=True)
    assert live.filter(availability="given").exists()
    assert live.filter(availability="reserved").exists()
    assert Post.objects.awaiting_review().exists()
    assert Post.objects.filter(live=False, first_published_at=None).exists()
    newest = live.latest("first_published_at").first_published_at
    oldest = live.earliest("first_published_at").first_published_at
    assert (newest - oldest).days > 10


def test_an_empty_site_has_just_its_admin(output):
    loaded = load_demo(output, only_admin=True)
    assert [account["role"] for account in loaded["accounts"]] == ["admin"]
    admin = User.objects.get()
    assert admin.is_superuser
    assert admin.check_password(loaded["accounts"][0]["password"])
    assert not Post.objects.exists()
    assert load_demo(output, only_admin=True) == loaded
