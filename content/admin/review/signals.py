"""Why a moderator may want to look twice at a post: each with its reason, none of them a verdict.

All are read from what is stored. Apps above this one add theirs with `register_signals`.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django.db.models import Value
from django.db.models.functions import MD5
from django.urls import reverse
from django.utils import timezone

from content.admin.durations import how_long
from content.html import text_of
from content.models import Post, SiteSettings
from content.worry import find_worry_words

if TYPE_CHECKING:
    from content.admin.review.dossier import Dossier

NEW_FOR = timedelta(days=14)
REFUSALS_LATELY = 2
LATELY = timedelta(days=90)
LONG_ENOUGH = 40  # characters; shorter texts are alike by chance
HREF = re.compile(r'href="([^"]+)"')
BARE_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"]+", re.IGNORECASE)


@dataclass(frozen=True)
class Signal:
    """One thing worth a second look; `url` leads to more about it, if there is more."""

    label: str
    words: str
    url: str = ""
    link: str = ""


Source = Callable[["Dossier"], list[Signal]]
_sources: list[Source] = []


def register_signals(source: Source) -> Source:
    """Have `source(dossier)` add signals to the review screen, in a fixed number of queries. A decorator."""
    if source not in _sources:
        _sources.append(source)
    return source


def signals_of(dossier: "Dossier") -> list[Signal]:
    """Return every signal about the version that this dossier is about."""
    return [signal for source in _sources for signal in source(dossier)]


@register_signals
def worry_words(dossier: "Dossier") -> list[Signal]:
    """The operator's worry words in what a reader sees."""
    found = find_worry_words(dossier.newest.words, SiteSettings.current().worry_list)
    if not found:
        return []
    url = reverse("wagtailsettings:edit", args=("content", "sitesettings"))
    said = ", ".join(f"“{word}”" for word in found)
    return [Signal("Worry words" if len(found) > 1 else "Worry word", said, url, "The list")]


@register_signals
def new_creator(dossier: "Dossier") -> list[Signal]:
    """Somebody who came lately and has had nothing approved."""
    creator = dossier.creator
    if creator.approvals or timezone.now() - creator.member_since > NEW_FOR:
        return []
    return [Signal("New creator", f"joined {how_long(creator.member_since)} ago, nothing approved")]


@register_signals
def repeated_refusals(dossier: "Dossier") -> list[Signal]:
    """Somebody whose posts were sent back or removed several times lately."""
    since = timezone.now() - LATELY
    lately = [decision for decision in dossier.creator.refusals if decision.created_at > since]
    if len(lately) < REFUSALS_LATELY:
        return []
    return [Signal("Refused before", f"{len(lately)} times in the last {LATELY.days} days")]


@register_signals
def same_text(dossier: "Dossier") -> list[Signal]:
    """Another post with the very same text. One query, from an index."""
    stored = dossier.stored_text
    if len(text_of(stored)) < LONG_ENOUGH:
        return []
    twins = Post.objects.alias(hash=MD5("content")).filter(hash=MD5(Value(stored)))
    twin = twins.exclude(pk=dossier.post.pk).select_related("creator").order_by("-pk").first()
    if twin is None:
        return []
    whose = "the same creator" if twin.creator_id == dossier.post.creator_id else twin.creator.name
    words = f"“{twin.title}” by {whose} says word for word the same"
    return [Signal("Same text", words, reverse("review_post", args=[twin.pk]), "Look at it")]


@register_signals
def links_out(dossier: "Dossier") -> list[Signal]:
    """Addresses in the text, by the site they lead to."""
    content = dossier.newest.content
    addresses = [*HREF.findall(content), *BARE_ADDRESS.findall(text_of(content))]
    places = dict.fromkeys(_place(address) for address in addresses)
    return [Signal("Links", ", ".join(places))] if places else []


@register_signals
def pictures_elsewhere(dossier: "Dossier") -> list[Signal]:
    """Pictures that somebody else has too. What is found is shown below each picture."""
    count = sum(
        picture.alike is not None and picture.alike.is_anothers
        for picture in dossier.newest.pictures
    )
    if not count:
        return []
    words = "one is another person's too" if count == 1 else f"{count} are other people's too"
    return [Signal("Pictures", words, "#fh-version", "Compare")]


def _place(address: str) -> str:
    if address.lower().startswith("mailto:"):
        return address[len("mailto:") :]
    split = urlsplit(address if "//" in address else f"//{address}")
    return split.netloc or address
