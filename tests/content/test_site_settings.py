"""The site's settings: sensible from the start, checked, and true everywhere at once."""

import pytest
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from redis.exceptions import ConnectionError as RedisConnectionError

from accounts.errors import InvalidInput
from content.models import SiteSettings
from content.services.posts import GalleryItem, create_post
from content.services.quota import StorageFull, check_room, storage_of
from content.worry import find_worry_words, parse_worry_words
from engagement.models import RequestSettings
from tests.factories import ImageFactory, committed

pytestmark = pytest.mark.django_db

FORM = {
    "name": "Firsthand",
    "tagline": "Ask the person who has it.",
    "disclaimer": "Take care.",
    "review_mode": "before",
    "trusted_after": "3",
    "worry_words": "",
    "images_per_post": "12",
    "storage_megabytes": "250",
}
SITE = "/admin/settings/content/sitesettings/"
REQUESTS = "/admin/settings/engagement/requestsettings/"


@pytest.fixture
def as_moderator(moderator) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(moderator)
    return client


def save(client: Client, url: str, form: dict[str, str]) -> str:
    response = client.get(url, follow=True)
    with committed():
        return client.post(response.redirect_chain[-1][0], form).content.decode()


def test_the_settings_are_there_before_anybody_saved_them():
    assert SiteSettings.objects.count() == RequestSettings.objects.count() == 1
    assert SiteSettings.current().review_mode == "before"


def test_reading_them_again_asks_the_database_nothing():
    SiteSettings.current()
    with CaptureQueriesContext(connection) as captured:
        assert SiteSettings.current().name == "Firsthand"
    assert len(captured) == 0


def test_a_change_is_true_at_once_for_who_has_read_the_old_value():
    assert SiteSettings.current().name == "Firsthand"
    settings = SiteSettings.load()
    settings.name = "Secondhand"
    with committed():
        settings.save()
    assert SiteSettings.current().name == "Secondhand"


def test_a_slow_reader_does_not_put_the_old_value_back(monkeypatch):
    old = SiteSettings.load()
    cache.delete(SiteSettings._cache_key())
    new = SiteSettings.load()
    new.name = "Newer"
    with committed():
        new.save()
    SiteSettings._tell_cache("add", old)
    assert SiteSettings.current().name == "Newer"


def test_with_redis_down_the_settings_are_read_and_saved(monkeypatch):
    def refuse(*args, **kwargs):
        raise RedisConnectionError("down")

    for name in ("get", "set", "add", "delete"):
        monkeypatch.setattr(cache, name, refuse)
    settings = SiteSettings.load()
    settings.name = "Offline"
    with committed():
        settings.save()
    assert SiteSettings.current().name == "Offline"


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("images_per_post", "0", "greater than or equal to 1"),
        ("images_per_post", "25", "less than or equal to 24"),
        ("storage_megabytes", "5", "greater than or equal to 30"),
        ("storage_megabytes", "999999999999", "less than or equal to"),
        ("trusted_after", "-1", "greater than or equal to"),
        ("review_mode", "never", "Select a valid choice"),
        ("worry_words", "a\n", "needs at least 2 letters"),
        ("worry_words", "fine\n" + "x" * 81, "Line 2 is longer"),
        ("name", "", "required"),
    ],
)
def test_what_does_not_fit_is_said_and_nothing_changes(as_moderator, field, value, words):
    before = SiteSettings.objects.values().get()
    assert words in save(as_moderator, SITE, FORM | {field: value})
    assert SiteSettings.objects.values().get() == before


def test_a_moderator_sets_them_and_a_creator_finds_no_such_page(as_moderator, creator):
    save(as_moderator, SITE, FORM | {"review_mode": "skip", "worry_words": " Gift   CARDS \n\n"})
    now = SiteSettings.current()
    assert (now.review_mode, now.worry_list) == ("skip", ["gift cards"])
    client = Client()
    client.force_login(creator)
    assert client.get(SITE).status_code == client.get(REQUESTS).status_code == 404


@pytest.mark.parametrize(("days", "ok"), [("0", False), ("14", True), ("99999", False)])
def test_retention_stays_within_reason(as_moderator, days, ok):
    form = {
        "guest_requests_per_hour": "5",
        "unconfirmed_days": days,
        "closed_days": "90",
        "address_days": "30",
    }
    save(as_moderator, REQUESTS, form)
    assert (RequestSettings.current().unconfirmed_days == int(days)) is ok


def test_pictures_a_post_and_storage_follow_the_settings(creator):
    settings = SiteSettings.load()
    settings.images_per_post, settings.storage_megabytes = 1, 30
    settings.save()
    items = [GalleryItem(ImageFactory(uploaded_by_user=creator).pk) for _ in range(2)]
    with pytest.raises(InvalidInput, match="At most 1 pictures"):
        create_post(creator=creator, title="x", content="<p>x</p>", images=items)
    assert storage_of(user=creator).limit == 30 * 1024 * 1024
    with pytest.raises(StorageFull, match="30 MB"):
        check_room(owner=creator, more=31 * 1024 * 1024)


def test_worry_words_are_whole_words_in_any_case_and_spacing():
    words = parse_worry_words("gift cards\nGift\nStraße\n  gift  ")
    assert words == ["gift cards", "gift", "strasse"]
    assert find_worry_words("Two GIFT   cards, a gift", words) == ["gift cards", "gift"]
    assert find_worry_words("Eine STRASSE, eine Straße", words) == ["strasse"]
    assert find_worry_words("gifted, regift", words) == []
    assert find_worry_words("(anything) [a-z]+", parse_worry_words("[a-z]+")) == ["[a-z]+"]
    with pytest.raises(ValueError, match="500"):
        parse_worry_words("\n".join(f"word{n}" for n in range(501)))


def test_a_wrong_line_of_worry_words_is_an_error_at_its_field():
    with pytest.raises(ValidationError) as refusal:
        SiteSettings(worry_words="!").full_clean()
    assert list(refusal.value.message_dict) == ["worry_words"]
