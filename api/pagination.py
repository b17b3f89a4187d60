"""Pages by an opaque keyset cursor: page 5,000 costs what page 1 costs."""

from datetime import datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.conf import settings
from django.core import signing
from django.db.models import Model, Q, QuerySet
from rest_framework import serializers
from rest_framework.exceptions import ValidationError

if TYPE_CHECKING:
    from rest_framework.request import Request

DEFAULT_LIMIT = 20
MAX_LIMIT = 100


class KeysetPage:
    """One page of `queryset` in `order`, whose columns together are unique and never null.

    `rows` are its rows; `answer(results)` wraps them. Raises ValidationError for a bad cursor or limit.
    """

    def __init__(self, request: "Request", queryset: QuerySet[Any], order: tuple[str, ...]) -> None:
        self.request, self.order = request, order
        limit = _limit(request)
        cursor = self._cursor()
        backwards = cursor is not None and cursor["backwards"]
        way = tuple(_turned(column) for column in order) if backwards else order
        if cursor is not None:
            queryset = queryset.filter(_after(way, cursor["position"]))
        found = list(queryset.order_by(*way)[: limit + 1])
        more, rows = len(found) > limit, found[:limit]
        if backwards:
            rows.reverse()
        self.rows: Any = rows  # as `many=True` wants it
        self._has_next = backwards or more
        self._has_previous = more if backwards else cursor is not None

    def answer(self, results: Any) -> dict[str, Any]:
        return {
            "results": results,
            "next": self._link(self.rows[-1], backwards=False)
            if self._has_next and self.rows
            else None,
            "previous": self._link(self.rows[0], backwards=True)
            if self._has_previous and self.rows
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

    def _link(self, row: Model, *, backwards: bool) -> str:
        values = [_encoded(getattr(row, column.lstrip("-"))) for column in self.order]
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


def _after(order: tuple[str, ...], position: list[Any]) -> Q:
    """Rows that come after `position`. The first column is also bounded alone, so that an index serves."""
    bound = Q()
    beyond = Q()
    for depth, column in enumerate(order):
        name, lookup = column.lstrip("-"), "lt" if column.startswith("-") else "gt"
        equal = Q(**{order[i].lstrip("-"): position[i] for i in range(depth)})
        beyond |= equal & Q(**{f"{name}__{lookup}": position[depth]})
        if depth == 0 and len(order) > 1:
            bound = Q(**{f"{name}__{lookup}e": position[depth]})
    return bound & beyond


def _encoded(value: Any) -> Any:
    return {"time": value.isoformat()} if isinstance(value, datetime) else value


def _decoded(value: Any) -> Any:
    return datetime.fromisoformat(value["time"]) if isinstance(value, dict) else value
