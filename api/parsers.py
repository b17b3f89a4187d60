"""Bodies in: nothing that the database could not keep is let through."""

import json
from collections.abc import Iterator, Mapping
from typing import IO, Any

from django.conf import settings
from rest_framework.exceptions import ErrorDetail, ParseError, ValidationError
from rest_framework.parsers import JSONParser
from rest_framework.parsers import MultiPartParser as FormParser

from api.errors import TooLarge

DEEPEST = 20
CLEAN_TEXT = "Text may not hold NUL characters or halves of characters."


class StrictJSONParser(JSONParser):
    """A JSON object in UTF-8. Raises ParseError for anything else, TooLarge past the limit, and
    ValidationError at the field that holds what PostgreSQL cannot keep.
    """

    def parse(
        self,
        stream: IO[Any],
        media_type: str | None = None,
        parser_context: Mapping[str, Any] | None = None,
    ) -> dict[str, Any]:
        limit = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
        body = stream.read(limit + 1)
        if len(body) > limit:
            raise TooLarge
        try:
            data = json.loads(body.decode("utf-8"), parse_constant=_refuse_constant)
        except UnicodeDecodeError as error:
            raise ParseError("The body is not UTF-8.") from error
        except (ValueError, RecursionError) as error:
            raise ParseError("The body is not JSON.") from error
        if not isinstance(data, dict):
            raise ParseError("The body must be a JSON object.")
        for path in _unkeepable(data, ()):
            raise ValidationError({".".join(path): [ErrorDetail(CLEAN_TEXT, "invalid_text")]})
        return data


class MultiPartParser(FormParser):
    """A form with a file. Its own limits are Django's."""


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


def _unkeepable(value: Any, path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield where a text is that no column can hold."""
    if len(path) > DEEPEST:
        raise ParseError("The body is nested too deeply.")
    if isinstance(value, str):
        if not _can_be_kept(value):
            yield path
    elif isinstance(value, dict):
        for key, inner in value.items():
            if not _can_be_kept(key):
                raise ParseError(CLEAN_TEXT)
            yield from _unkeepable(inner, (*path, key))
    elif isinstance(value, list):
        for position, inner in enumerate(value):
            yield from _unkeepable(inner, (*path, str(position)))


def _can_be_kept(text: str) -> bool:
    return "\x00" not in text and not any("\ud800" <= character <= "\udfff" for character in text)
