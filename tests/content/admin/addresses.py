"""Every address under /admin/, found by walking the resolver."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.exceptions import NoReverseMatch
from django.utils.regex_helper import normalize


@dataclass(frozen=True)
class Address:
    route: str
    path: str


def admin_addresses(values: dict[str, Any]) -> list[Address]:
    """Return each admin route with a path to it; `values` gives what stands in for each parameter."""
    found = {address.route: address for address in _walk(get_resolver(), "", values)}
    return sorted(found.values(), key=lambda address: address.route)


def _walk(node: Any, prefix: str, values: dict[str, Any]) -> Iterator[Address]:
    for child in node.url_patterns:
        route = prefix + str(child.pattern)
        if isinstance(child, URLResolver):
            if prefix or route.startswith("admin/"):
                yield from _walk(child, route, values)
        elif isinstance(child, URLPattern) and route.startswith("admin/"):
            yield from _paths(route, values)


def _paths(route: str, values: dict[str, Any]) -> Iterator[Address]:
    """Fill the parameters of one route. Regular expressions give their readable form."""
    for template, names in normalize(_as_regex(route)):
        missing = [name for name in names if name not in values]
        if missing:
            raise NoReverseMatch(f"{route}: nothing stands in for {missing}")
        yield Address(route, "/" + template % {name: values[name] for name in names})


def _as_regex(route: str) -> str:
    plain = re.sub(r"(?<!\?P)<(?:\w+:)?(\w+)>", r"(?P<\1>X)", route)
    return plain.replace("^", "").replace("$", "").replace("\\Z", "")
