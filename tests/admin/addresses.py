"""Every address under /admin/, found by walking the resolver."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.exceptions import NoReverseMatch
from django.utils.regex_helper import normalize

ROOT = "admin/"
SETTINGS = (
    {"app_name": "content", "model_name": "sitesettings"},
    {"app_name": "engagement", "model_name": "requestsettings"},
)
# Routes that serve several models, each with rules of its own: which to visit.
SEVERAL: Mapping[str, Sequence[Mapping[str, str]]] = {
    "bulk/<app_label>/<model_name>/<action>/": [
        {"app_label": "content", "model_name": "post", "action": "delete"},
        {"app_label": "content", "model_name": "image", "action": "delete"},
        {"app_label": "accounts", "model_name": "user", "action": "delete"},
        {"app_label": "engagement", "model_name": "postrequest", "action": "delete"},
        {"app_label": "wagtailcore", "model_name": "page", "action": "delete"},
    ],
    "settings/<app_name>/<model_name>/": SETTINGS,
    "settings/<app_name>/<model_name>/<pk>/": SETTINGS,
    "settings/<app_name>/<model_name>/<pk>/preview/": SETTINGS,
    "workflows/tasks/add/<app_label>/<model_name>/": [
        {"app_label": "wagtailcore", "model_name": "groupapprovaltask"}
    ],
}


@dataclass(frozen=True)
class Address:
    """One way into the admin: `route` as the table writes it, and a path to it."""

    route: str
    path: str


class Ids:
    """What stands in for the parameters of a route: `common` ones, and others below some prefixes."""

    def __init__(self, common: dict[str, Any], below: dict[str, dict[str, Any]]) -> None:
        self.common = common
        # The longest prefix wins.
        self.below = sorted(below.items(), key=lambda entry: len(entry[0]))

    def of(self, route: str) -> dict[str, Any]:
        values = dict(self.common)
        for prefix, own in self.below:
            if route.startswith(prefix):
                values |= own
        return values


def admin_addresses(ids: Ids) -> list[Address]:
    """Return each way into the admin once. Raises NoReverseMatch where `ids` leaves a parameter open."""
    found = {
        address.route: address
        for pattern in _patterns(get_resolver(), "")
        for route in _readable(pattern)
        for address in _visits(route, ids.of(route))
    }
    return sorted(found.values(), key=lambda address: address.route)


def _patterns(node: Any, prefix: str) -> Iterator[str]:
    for child in node.url_patterns:
        pattern = prefix + str(child.pattern)
        if isinstance(child, URLResolver):
            if prefix or pattern.startswith(ROOT):
                yield from _patterns(child, pattern)
        elif isinstance(child, URLPattern) and pattern.startswith(ROOT):
            yield pattern


def _readable(pattern: str) -> Iterator[str]:
    """The pattern below /admin/ with <names>, whether it is a path or a regular expression."""
    plain = re.sub(r"(?<!\?P)<(?:\w+:)?(\w+)>", r"(?P<\1>X)", pattern)
    for template, _ in normalize(re.sub(r"[\^$]|\\Z", "", plain)):
        yield re.sub(r"%\((\w+)\)s", r"<\1>", template).removeprefix(ROOT)


def _visits(route: str, values: dict[str, Any]) -> Iterator[Address]:
    for several in SEVERAL.get(route, [{}]):
        named = _filled(route, several)
        path = _filled(named, values)
        if "<" in path:
            raise NoReverseMatch(f"{route}: nothing stands in for a part of {path}")
        yield Address(named, f"/{ROOT}{path}")


def _filled(route: str, values: Mapping[str, Any]) -> str:
    return re.sub(r"<(\w+)>", lambda found: str(values.get(found[1], found[0])), route)
