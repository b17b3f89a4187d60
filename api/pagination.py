"""Pages by an opaque keyset cursor: page 5,000 costs what page 1 costs."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import urlencode

from django.conf import settings
from django.core import signing
from django.db.models import F, QuerySet
from django.db.models.fields.tuple_lookups import Tuple, TupleGreaterThan, TupleLessThan
from django.utils import timezone
from rest_framework import serializers
from rest_framework.exceptions import ValidationError

if TYPE_CHECKING:
    from rest_framework.request import Request

DEFAULT_LIMIT = 20
MAX_LIMIT = 100


class Pickable(Protocol):
    """Places that no QuerySet can tell."""

    def pick(
        self, *, backwards: bool, after: Sequence[Any] | None, number: int
    ) -> list[tuple[Any, ...]]:
        """Return `number` of them in order, those that come after this one; turned round if `backwards`."""


@dataclass(frozen=True)
class Cursor:
    """Where a page begins, and when the walk through the pages began."""

    order: tuple[str, ...]
    backwards: bool
    position: list[Any]
    began: datetime

    def sealed(self) -> str:
        values = [_encoded(value) for value in (*self.position, self.began)]
        return signing.dumps([list(self.order), self.backwards, values], salt="api.cursor")

    @classmethod
    def opened(cls, text: str) -> "Cursor":
        """Raises BadSignature for what is none of ours."""
        order, backwards, values = signing.loads(text, salt="api.cursor")
        *position, began = (_decoded(value) for value in values)
        return cls(tuple(order), backwards, position, began)


def began_at(request: "Request") -> datetime:
    """Return when the first page of this walk was asked for: now, unless this is a later one."""
    cursor = _cursor(request)
    return cursor.began if cursor else timezone.now()


class KeysetPage:
    """One page of `places` in `order`, whose columns together are unique, never null, and turned one way.

    Picks these columns alone, which an index can answer; the last one names a row, and `rows` fetches
    the page's. `answer(results)` wraps them. Raises ValidationError for a bad cursor or limit.
    """

    def __init__(
        self, request: "Request", places: "QuerySet[Any] | Pickable", order: tuple[str, ...]
    ) -> None:
        self.request, self.order = request, order
        limit = _limit(request)
        cursor = _cursor(request)
        if cursor is not None and cursor.order != order:
            raise ValidationError({"cursor": ["This cursor belongs to another list."]})
        backwards = cursor is not None and cursor.backwards
        after = cursor.position if cursor else None
        pick = partial(_pick, places, order) if isinstance(places, QuerySet) else places.pick
        found = pick(backwards=backwards, after=after, number=limit + 1)
        more, self.places = len(found) > limit, found[:limit]
        if backwards:
            self.places.reverse()
        self._has_next = backwards or more
        self._has_previous = more if backwards else cursor is not None

    @property
    def ids(self) -> list[Any]:
        """What the rows of the page are named by, in order."""
        return [place[-1] for place in self.places]

    def rows(self, queryset: QuerySet[Any], *, by: str = "pk") -> Any:
        """Return the page's rows of `queryset` in order, without what has gone meanwhile."""
        found = queryset.in_bulk(self.ids, field_name=by)
        return [found[id] for id in self.ids if id in found]

    def answer(self, results: Any) -> dict[str, Any]:
        return {"results": results, **self._links()}

    def written(self, results: Sequence[str]) -> str:
        """Return the answer as JSON around results that are JSON already."""
        return f'{{"results":[{",".join(results)}],{json.dumps(self._links())[1:]}'

    def _links(self) -> dict[str, str | None]:
        return {
            "next": self._link(self.places[-1], backwards=False)
            if self._has_next and self.places
            else None,
            "previous": self._link(self.places[0], backwards=True)
            if self._has_previous and self.places
            else None,
        }

    def _link(self, place: tuple[Any, ...], *, backwards: bool) -> str:
        began = began_at(self.request)
        cursor = Cursor(self.order, backwards, list(place), began).sealed()
        params = [(key, value) for key, value in _query_pairs(self.request) if key != "cursor"]
        return f"{settings.BASE_URL}{self.request.path}?{urlencode([*params, ('cursor', cursor)])}"


def page_of(
    item: type[serializers.BaseSerializer[Any]], name: str
) -> type[serializers.Serializer[Any]]:
    """Return the serializer of a page of `item`, for the schema."""
    fields = {
        "results": item(many=True),
        "next": serializers.URLField(allow_null=True),
        "previous": serializers.URLField(allow_null=True),
    }
    return type(f"{name}Page", (serializers.Serializer,), fields)


def _limit(request: "Request") -> int:
    text = request.query_params.get("limit", str(DEFAULT_LIMIT))
    if not (text.isascii() and text.isdigit() and len(text) <= 3 and 1 <= int(text) <= MAX_LIMIT):
        raise ValidationError({"limit": [f"A whole number from 1 to {MAX_LIMIT}."]})
    return int(text)


def _query_pairs(request: "Request") -> list[tuple[str, str]]:
    return [(key, value) for key, values in request.query_params.lists() for value in values]


def _cursor(request: "Request") -> Cursor | None:
    text = request.query_params.get("cursor")
    try:
        return None if text is None else Cursor.opened(text)
    except signing.BadSignature as error:
        raise ValidationError({"cursor": ["This is not one of our cursors."]}) from error


def _pick(
    places: QuerySet[Any],
    order: tuple[str, ...],
    *,
    backwards: bool,
    after: list[Any] | None,
    number: int,
) -> list[tuple[Any, ...]]:
    """Compare all columns at once, which an index answers as a whole."""
    names = [column.removeprefix("-") for column in order]
    downwards = order[0].startswith("-") is not backwards
    if after is not None:
        beyond = TupleLessThan if downwards else TupleGreaterThan
        places = places.filter(beyond(Tuple(*map(F, names)), after))
    way = [f"-{name}" if downwards else name for name in names]
    return list(places.order_by(*way).values_list(*names)[:number])


def _encoded(value: Any) -> Any:
    return {"time": value.isoformat()} if isinstance(value, datetime) else value


def _decoded(value: Any) -> Any:
    return datetime.fromisoformat(value["time"]) if isinstance(value, dict) else value
