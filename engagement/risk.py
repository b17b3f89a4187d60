"""Risk: how much a request looks like abuse, and why. Every reason is stored beside the score.

Points add up. Below CONFIRM a request is ordinary; from CONFIRM on its sender must show that the
address is theirs; from HOLD on a moderator looks first. The weights are ours, chosen so that one
harmless oddity never delays anybody and two strong ones always do.
"""

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils import timezone
from django.utils.crypto import salted_hmac

from accounts.models import User
from content.worry import find_worry_words
from engagement.bursts import count_recent
from engagement.disposable import is_disposable
from engagement.households import household_of
from engagement.models import BlockedSender, PostRequest

if TYPE_CHECKING:
    from collections.abc import Iterable

CONFIRM = 30
HOLD = 70
MOST_RISK = 1000  # what is added up beyond it tells nothing more

SAME_TEXT_DAYS = 30
SAME_TEXT_LENGTH = 40  # shorter ones are what everybody writes: "Is it still available?"
DETAIL_LENGTH = 100

LINK = re.compile(
    r"(?:https?://|www\.)\S+|\b[a-z0-9-]+\.(?:com|net|org|info|biz|xyz|top|ru|cn|io|shop|click|link)(?:/\S*)?\b",
    re.I,
)
ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
MESSENGER = re.compile(
    r"\b(?:whats\s?app|telegram|t\.me|wa\.me|signal|viber|wechat|snapchat)\b", re.I
)
MONEY = re.compile(
    r"western union|money\s?gram|gift ?cards?|wire transfer|bank transfer|bitcoins?|crypto\w*|usdt|"
    r"cash ?app|zelle|pay ?pal|cashier'?s che(?:que|ck)|courier will|my agent|shipping agent|"
    r"send (?:you )?(?:the )?(?:money|payment)|upfront|investment|loan",
    re.I,
)


@dataclass(frozen=True)
class Signal:
    """One reason: its code, how many points it adds, and what was seen."""

    code: str
    points: int
    detail: str = ""

    def as_json(self) -> dict[str, str | int]:
        return {"code": self.code, "points": self.points, "detail": self.detail[:DETAIL_LENGTH]}


def signals_in_text(
    *, name: str, email: str, message: str, worry_words: "Iterable[str]" = ()
) -> list[Signal]:
    """What the words themselves give away; `worry_words` are the operator's, in lower case."""
    found: list[Signal] = []
    addresses = [a for a in ADDRESS.findall(message) if a.strip(".").lower() != email.lower()]
    links = LINK.findall(ADDRESS.sub(" ", message))
    if links:
        found.append(Signal("links", 20 if len(links) == 1 else 45, " ".join(links)))
    if LINK.search(name) or ADDRESS.search(name):
        found.append(Signal("link_in_name", 45, name))
    if addresses:
        found.append(Signal("foreign_address", 20, " ".join(addresses)))
    if messenger := MESSENGER.search(message):
        found.append(Signal("messenger", 20, messenger[0]))
    money = sorted({word.lower() for word in MONEY.findall(message)})
    if money:
        found.append(Signal("money", 25 if len(money) == 1 else 50, ", ".join(money)))
    worrying = find_worry_words(f"{name} · {message}", worry_words)
    if worrying:
        found.append(
            Signal("worry_words", CONFIRM if len(worrying) == 1 else HOLD, ", ".join(worrying))
        )
    if is_disposable(email):
        found.append(Signal("disposable_address", 30, email.rpartition("@")[2]))
    return found


def signals_of_repetition(
    *, text_hash: str, post_id: int, email: str, address: str
) -> list[Signal]:
    """What was sent before: the same text about other posts, and how much in the last hour.

    `address` is the client's; empty when unknown. RATE_LIMITS=off lifts the bursts. With Redis down
    the bursts count nothing.
    """
    found: list[Signal] = []
    if text_hash:
        since = timezone.now() - timedelta(days=SAME_TEXT_DAYS)
        earlier = PostRequest.objects.filter(text_hash=text_hash, created_at__gte=since)
        times = earlier.exclude(post_id=post_id).values("post_id").distinct().count()
        if times:
            points = 10 if times < 3 else 45 if times < 10 else 80
            found.append(Signal("same_text", points, f"sent about {times} other posts"))
    if settings.RATE_LIMITS:
        for code, subject, some, many in (
            ("burst_address", household_of(address), 6, 15),
            ("burst_sender", email.lower(), 6, 12),
        ):
            count = count_recent(code, subject) if subject else 0
            if count > some:
                points = HOLD if count > many else CONFIRM
                found.append(Signal(code, points, f"{count} requests within an hour"))
    return found


def signals_of_sender(*, user: "User | None", email: str) -> list[Signal]:
    """What is known against who writes: the address of a suspended account, a moderator's block."""
    found: list[Signal] = []
    if User.objects.filter(email=email.lower(), suspended_at__isnull=False).exists():
        found.append(Signal("suspended", 100, "the address of a suspended account"))
    if BlockedSender.objects.matching(user=user, email=email).exists():
        found.append(Signal("blocked_sender", 100, "a moderator dropped a request of theirs"))
    return found


def hash_of_text(message: str) -> str:
    """A keyed hash that equal texts share, whatever their case, spacing and punctuation.

    Empty for a text too short to mean anything.
    """
    words = " ".join(re.findall(r"\w+", message.lower()))
    if len(words) < SAME_TEXT_LENGTH:
        return ""
    return salted_hmac("engagement.text", words, algorithm="sha256").hexdigest()
