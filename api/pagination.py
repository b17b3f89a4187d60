"""Pages by an opaque keyset cursor: page 5,000 costs what page 1 costs."""

from datetime import datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.conf import settings
from django.core import signing
from django.db.models import F, Lookup, QuerySet
from django.db.models.fields.tuple_lookups import Tuple, TupleGreaterThan, TupleLessThan
from rest_framework import serializers
from rest_framework.exceptions import ValidationError

if TYPE_CHECKING:
    from rest_framework.request import Request

DEFAULT_LIMIT = 20
MAX_LIMIT = 100


class KeysetPage:
    """One page of `places` in `order`, whose columns together are unique, never null, and turned one way.

    Picks these columns alone, which an index can answer; the last one names a row, and `rows` fetches
    the page's. `answer(results)` wraps them. Raises ValidationError for a bad cursor or limit.
    """

    def __init__(self, request: "Request", places: QuerySet[Any], order: tuple[str, ...]) -> None:
        self.request, self.order = request, order
        limit = _limit(request)
        cursor = self._cursor()
        backwards = cursor is not None and cursor["backwards"]
        way = tuple(_turned(column) for column in order) if backwards else order
        if cursor is not None:
            places = places.filter(_after(way, cursor["position"]))
        names = [_name(column) for column in order]
        found = list(places.order_by(*way).values_list(*names)[: limit + 1])
        more, self.places = len(found) > limit, found[:limit]
        if backwards:
            self.places.reverse()
        self._has_next = backwards or more
        self._has_previous = more if backwards else cursor is not None

    def rows(self, queryset: QuerySet[Any], *, by: str = "pk") -> Any:
        """Return the page's rows of `queryset` in order, without what has gone meanwhile."""
        found = queryset.in_bulk([place[-1] for place in self.places], field_name=by)
        return [found[place[-1]] for place in self.places if place[-1] in found]

    def answer(self, results: Any) -> dict[str, Any]:
        return {
            "results": results,
            "next": self._link(self.places[-1], backwards=False)
            if self._has_next and self.places
            else None,
            "previous": self._link(self.places[0], backwards=True)
            if self._has_previous and self.places
            else None,
        }

    def _cursor(self) -> dict[str, Any] | None:
        text = self.request.query_params.get("cursor")
        if text is None:
            return None
        try:
            order, backwards, values = signing.loads(text, salt="api.cursor")
        except signing.BadSignature as error:
            raise ValidationError({"cursor": ["This is not one of our cursors."]}) from error
        if order != list(self.order):
            raise ValidationError({"cursor": ["This cursor belongs to another list."]})
        return {"backwards": backwards, "position": [_decoded(value) for value in values]}

    def _link(self, place: tuple[Any, ...], *, backwards: bool) -> str:
        values = [_encoded(value) for value in place]
        cursor = signing.dumps([list(self.order), backwards, values], salt="api.cursor")
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


def _turned(column: str) -> str:
    return column[1:] if column.startswith("-") else f"-{column}"


def _name(column: str) -> str:
    return column.removeprefix("-")


def _after(order: tuple[str, ...], position: list[Any]) -> Lookup[Any]:
    """Rows that come after `position`: one comparison of all columns, which an index answers as a whole."""
    beyond = TupleLessThan if order[0].startswith("-") else TupleGreaterThan
    return beyond(Tuple(*(F(_name(column)) for column in order)), position)


def _encoded(value: Any) -> Any:
    return {"time": value.isoformat()} if isinstance(value, datetime) else value


def _decoded(value: Any) -> Any:
    return datetime.fromisoformat(value["time"]) if isinstance(value, dict) else value
