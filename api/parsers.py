"""Bodies in: what is no JSON object of a fair size is let through to no route."""

import json
from collections.abc import Mapping
from typing import IO, Any

from django.conf import settings
from rest_framework.exceptions import ParseError
from rest_framework.parsers import JSONParser
from rest_framework.parsers import MultiPartParser as FormParser

from api.errors import TooLarge

DEEPEST = 20


class StrictJSONParser(JSONParser):
    """A JSON object in UTF-8. Raises ParseError for anything else, and TooLarge past the limit.

    Members that a route does not know are ignored, whatever they hold; `api.fields` checks the others.
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
        _check_depth(data, 0)
        return data


class MultiPartParser(FormParser):
    """A form with a file. Its own limits are Django's."""


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


def _check_depth(value: Any, depth: int) -> None:
    if depth > DEEPEST:
        raise ParseError("The body is nested too deeply.")
    if isinstance(value, (dict, list)):
        for inner in value.values() if isinstance(value, dict) else value:
            _check_depth(inner, depth + 1)
