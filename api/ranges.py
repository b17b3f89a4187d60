"""Parts of a file: `Range` as RFC 9110 has it, one range at a time."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rest_framework import status
from rest_framework.exceptions import APIException

if TYPE_CHECKING:
    from rest_framework.request import Request

# So many digits that no file is as long, and few enough to stay cheap.
_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})", re.ASCII)


class RangeNotSatisfiable(APIException):
    status_code = status.HTTP_416_REQUESTED_RANGE_NOT_SATISFIABLE
    default_code = "range_not_satisfiable"
    default_detail = "The file is shorter than that."


@dataclass(frozen=True)
class Part:
    """Bytes `start` to `start + length - 1` of a file of `size` bytes."""

    start: int
    length: int
    size: int

    @property
    def content_range(self) -> str:
        return f"bytes {self.start}-{self.start + self.length - 1}/{self.size}"


def asked_part(request: "Request", *, etag: str, size: int) -> Part | None:
    """Return the part the client asks for, None for the whole file. Raise RangeNotSatisfiable.

    Several ranges at once, and those of another version (`If-Range`), are answered with the whole.
    """
    match = _RANGE.fullmatch(request.headers.get("Range", "").strip())
    if match is None or request.method != "GET" or request.headers.get("If-Range", etag) != etag:
        return None
    first, last = match.groups()
    if not first and not last:
        return None
    if not first:
        start, end = max(0, size - int(last)), size - 1
    else:
        start, end = int(first), min(int(last or size), size - 1)
        if last and int(last) < start:
            return None
    if start >= size or end < start:
        raise RangeNotSatisfiable
    return Part(start, end - start + 1, size)
