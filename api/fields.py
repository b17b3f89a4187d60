"""Input fields that take exactly what the contract names: a number is no text, `"yes"` no boolean."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from accounts.text import one_line

BIGINT_MAX = 2**63 - 1
LONGEST_ID = 18  # in digits, in a path: all that fit a row's id
# What the OpenAPI document says of a text that must not be blank.
# Anything but NUL and what Python takes for space:
NOT_BLANK = (
    r"[^\u0000\u0009-\u000d\u001c-\u0020\u0085\u00a0"
    r"\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]"
)
# Something that can be seen. Some more marks cannot, but nobody writes them alone.
VISIBLE = (
    r"[^\u0000-\u0020\u007f-\u00a0\u00ad\u0300-\u036f"
    r"\u1680\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]"
)
TAG = r"[\p{L}\p{N}_]"


class Text(serializers.CharField):
    """A JSON string, trimmed; NUL and lone surrogates are refused, since PostgreSQL cannot keep them."""

    pattern = NOT_BLANK

    def run_validation(self, data: Any = serializers.empty) -> Any:
        if not isinstance(data, (str, type(None))) and data is not serializers.empty:
            self.fail("invalid")
        return super().run_validation(data)


class Line(Text):
    """A text on one line, with something in it that can be seen."""

    pattern = VISIBLE

    def to_internal_value(self, data: Any) -> str:
        line = one_line(super().to_internal_value(data))
        if not line:
            self.fail("blank")
        return line


class TagName(Text):
    """What a tag may be called: with a letter or digit in it."""

    pattern = TAG


@extend_schema_field({"type": "string", "format": "password", "maxLength": 1024})
class Secret(Text):
    """A password: kept to the letter, spaces included."""

    pattern = ""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(trim_whitespace=False, max_length=1024, **kwargs)


@extend_schema_field({"type": "string", "format": "password", "minLength": 8, "maxLength": 1024})
class NewSecret(Secret):
    """A password for a new account. allauth says which are too easy to guess."""


class Flag(serializers.BooleanField):
    """JSON `true` or `false` and nothing else."""

    def to_internal_value(self, data: Any) -> bool:
        if not isinstance(data, bool):
            self.fail("invalid", input="This")
        return data


class Id(serializers.IntegerField):
    """A JSON integer that can be the id of a row."""

    default_error_messages = {"invalid": "An id is a whole number."}

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(min_value=1, max_value=BIGINT_MAX, **kwargs)

    def to_internal_value(self, data: Any) -> int:
        """Take `5.0`, too, which JSON does not tell from `5`."""
        if isinstance(data, float) and data.is_integer():
            return int(data)
        if isinstance(data, bool) or not isinstance(data, int):
            self.fail("invalid")
        return data


class QueryId(serializers.IntegerField):
    """An id in a query string."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(min_value=1, max_value=BIGINT_MAX, **kwargs)


class Choice(serializers.ChoiceField):
    """One of a few words. What was sent is not repeated in the message."""

    default_error_messages = {"invalid_choice": "Not one of the possible values."}

    def to_internal_value(self, data: Any) -> Any:
        if not isinstance(data, str):
            self.fail("invalid_choice")
        return super().to_internal_value(data)


class Email(Text, serializers.EmailField):
    """An email address."""

    pattern = ""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=254, **kwargs)
