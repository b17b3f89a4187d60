"""Files of pictures: public ones for everybody to keep, hidden ones for whom they concern.

The proxy serves public files from the disk itself. What it does not find there comes here: everything
hidden, and everything at all when files lie in a bucket.
"""

import contextlib
import hashlib
from collections.abc import Iterator

from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request

from api.etags import is_fresh
from api.ranges import Part, asked_part
from api.signatures import is_signed
from api.views import PERSONAL_CACHE, ApiView
from content.services.image_serving import ServedFile, find_served_file, may_open

# What a name holds never changes.
PUBLIC_FILE_CACHE = "public, max-age=31536000, immutable"


class MediaView(ApiView):
    """A picture's file. 404 to who may not open it, as where there is none."""

    open_to_all = frozenset({"GET"})
    # A page of pictures asks for dozens, and counting would ask who it is.
    throttle_scopes = {"GET": None}

    def perform_authentication(self, request: Request) -> None:
        """Leave it until somebody asks who it is: a public file needs no look at sessions."""

    @extend_schema(exclude=True)
    def get(self, request: Request, path: str) -> HttpResponseBase:
        file = None if "\x00" in path else find_served_file(path=path)
        if file is None:
            raise Http404
        # What a signature opened must not stay in a cache for longer than the signature lives.
        signature = request.query_params.get("signature")
        if file.is_public and signature is None:
            return _answer(request, file, cache=PUBLIC_FILE_CACHE)
        if not (_is_signed(file, signature) or may_open(request.user, file)):
            raise Http404
        return _answer(request, file, cache=PERSONAL_CACHE)


def _is_signed(file: ServedFile, signature: str | None) -> bool:
    return signature is not None and not file.is_held and is_signed(file.image.key, signature)


def _answer(request: Request, file: ServedFile, *, cache: str) -> HttpResponseBase:
    etag = f'"{hashlib.sha256(f"{file.name} {file.size}".encode()).hexdigest()[:32]}"'
    response = _not_modified() if is_fresh(request, etag) else _content(request, file, etag)
    response["ETag"] = etag
    response["Cache-Control"] = cache
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def _not_modified() -> HttpResponseBase:
    response = HttpResponse(status=304)
    del response["Content-Type"]
    return response


def _content(request: Request, file: ServedFile, etag: str) -> HttpResponseBase:
    part = asked_part(request, etag=etag, size=file.size)
    asked = part or Part(0, file.size, file.size)
    chunks = _Chunks(file, part)
    response: HttpResponseBase
    if request.method == "HEAD":
        chunks.close()
        response = HttpResponse(content_type=file.type)
    else:
        response = StreamingHttpResponse(chunks, content_type=file.type)
    if part:
        response.status_code = 206
        response["Content-Range"] = part.content_range
    response["Content-Length"] = str(asked.length)
    response["Accept-Ranges"] = "bytes"
    return response


class _Chunks:
    """A file that is open from the start, so that one that is gone can still be answered with a 404.

    Django closes it when the answer is out, or when the visitor hangs up.
    """

    def __init__(self, file: ServedFile, part: Part | None) -> None:
        self._opened = contextlib.ExitStack()
        asked = {"start": part.start, "length": part.length} if part else {}
        try:
            self._chunks = self._opened.enter_context(file.read(**asked))
        except FileNotFoundError as error:
            raise Http404 from error

    def __iter__(self) -> Iterator[bytes]:
        return self._chunks

    def close(self) -> None:
        self._opened.close()
