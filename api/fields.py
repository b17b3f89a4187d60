"""Input fields that take exactly what the contract names: a number is no text, `"yes"` no boolean."""

from typing import Any

from rest_framework import serializers

BIGINT_MAX = 2**63 - 1


class Text(serializers.CharField):
    """A JSON string, trimmed; NUL and lone surrogates are refused, since PostgreSQL cannot keep them."""

    def run_validation(self, data: Any = serializers.empty) -> Any:
        if not isinstance(data, (str, type(None))) and data is not serializers.empty:
            self.fail("invalid")
        return super().run_validation(data)


class Secret(Text):
    """A password: kept to the letter, spaces included."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(trim_whitespace=False, max_length=1024, **kwargs)


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

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=254, **kwargs)
