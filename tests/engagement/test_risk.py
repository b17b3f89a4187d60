"""Risk: which words and habits raise it, and that each leaves its reason."""

import pytest
from django.core.cache import cache
from redis.exceptions import ConnectionError as RedisConnectionError

from engagement.bursts import count_recent
from engagement.disposable import is_disposable
from engagement.risk import CONFIRM, HOLD, hash_of_text, signals_in_text
from engagement.services.requests import ClientInfo
from tests.engagement.factories import delivered_request, guest_request

LONG = "I saw your post and would be very glad to have it, please tell me more."


def score(message: str, name: str = "Vera", email: str = "vera@example.net") -> int:
    return sum(s.points for s in signals_in_text(name=name, email=email, message=message))


@pytest.mark.parametrize(
    "message",
    [
        "Is it still available?",
        "Could I come by on Saturday at 10? My number is 030 1234567.",
        "Write me at vera@example.net, or just answer.",
        "I signalled to you at the market, remember? Coming by train.",
        "Does it look like the one on https://example.org/chairs/12 ?",
        "I would love it!!! It reminds me of my grandmother's. Thanks a lot :)",
    ],
)
def test_ordinary_words_are_delivered(message):
    assert score(message) < CONFIRM


@pytest.mark.parametrize(
    ("message", "code"),
    [
        ("see www.win.example and http://x.top/now", "links"),
        ("write to someone@else.example", "foreign_address"),
        ("ask me on WhatsApp", "messenger"),
        ("I can pay by Western Union", "money"),
    ],
)
def test_suspicious_words_leave_their_reason(message, code):
    signals = signals_in_text(name="Vera", email="vera@example.net", message=message)
    assert [signal.code for signal in signals] == [code]
    assert signals[0].detail


def test_two_strong_signals_are_held():
    assert score("Send the money by Western Union, see www.a.example, www.b.example") >= HOLD


def test_address_for_one_day_must_be_confirmed():
    assert score("Hello", email="x@mailinator.com") >= CONFIRM
    assert is_disposable("x@sub.Mailinator.com")
    assert not is_disposable("x@notmailinator.com")
    assert not is_disposable("nonsense")


def test_same_text_is_known_whatever_its_spelling():
    assert hash_of_text(LONG) == hash_of_text(LONG.upper().replace(" ", "  ") + "!!!")
    assert hash_of_text(LONG) != hash_of_text(LONG + " Really.")
    assert hash_of_text("Is it still available?") == ""


@pytest.mark.django_db
def test_text_sent_about_many_posts_is_held():
    outcomes = [delivered_request(message=LONG).status for _ in range(12)]
    assert outcomes == [*["new"] * 3, *["unconfirmed"] * 7, *["held"] * 2]


@pytest.mark.django_db
def test_many_in_a_short_time_must_be_confirmed_then_held(settings):
    cache.clear()
    settings.RATE_LIMITS = True
    client = ClientInfo(address="203.0.113.9")
    outcomes = [delivered_request(client=client).status for _ in range(17)]
    assert outcomes[:6] == ["new"] * 6
    assert outcomes[6:15] == ["unconfirmed"] * 9
    assert outcomes[15:] == ["held"] * 2


@pytest.mark.django_db
def test_load_tests_can_lift_the_bursts(settings):
    cache.clear()
    settings.RATE_LIMITS = False
    client = ClientInfo(address="203.0.113.9")
    assert {guest_request(client=client).status for _ in range(20)} == {"unconfirmed"}


@pytest.mark.django_db
def test_redis_down_counts_nothing_and_stops_nobody(settings, monkeypatch):
    def refuse(*args, **kwargs):
        raise RedisConnectionError("down")

    monkeypatch.setattr(cache, "add", refuse)
    settings.RATE_LIMITS = True
    assert count_recent("burst_sender", "vera@example.net") == 0
    assert delivered_request(client=ClientInfo(address="203.0.113.9")).status == "new"
