"""Where files lie, from STORAGE_URL: two folders, or two prefixes of one S3-compatible bucket."""

from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

FORM = "STORAGE_URL must read s3://KEY:SECRET@host[:port]/bucket?region=...&secure=0|1"


def file_storages(url: str, *, public: Path, private: Path, media_url: str) -> dict[str, Any]:
    """Return Django's `default` (public files) and `private` storage; an empty URL means the folders.

    Key and secret are percent-encoded. `region` is us-east-1 unless named (R2 wants `auto`), `secure=0`
    asks over plain HTTP. Raises ImproperlyConfigured, which names the variable and tells no secret.
    """
    if not url:
        return {"default": _folder(public, media_url), "private": _folder(private, media_url)}
    options = _bucket_options(url)
    return {"default": _bucket(options, "public"), "private": _bucket(options, "private")}


def _folder(location: Path, base_url: str) -> dict[str, Any]:
    return {
        "BACKEND": "content.images.folder.FolderStorage",
        "OPTIONS": {"location": location, "base_url": base_url},
    }


def _bucket(options: dict[str, Any], prefix: str) -> dict[str, Any]:
    return {
        "BACKEND": "content.images.bucket.BucketStorage",
        "OPTIONS": options | {"location": prefix},
    }


def _bucket_options(url: str) -> dict[str, Any]:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        # Not `from error`: urllib repeats part of the URL.
        raise ImproperlyConfigured(f"{FORM}; its host or port is not one") from None
    bucket = parts.path.strip("/")
    missing = [
        what
        for what, there in (
            ("the scheme s3://", parts.scheme == "s3"),
            ("a key", parts.username),
            ("a secret", parts.password),
            ("a host", parts.hostname),
            ("one bucket", bucket and "/" not in bucket),
        )
        if not there
    ]
    if missing:
        raise ImproperlyConfigured(f"{FORM}; it lacks {', '.join(missing)}")
    region, secure = _query(parts)
    host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname
    return {
        "access_key": unquote(parts.username or ""),
        "secret_key": unquote(parts.password or ""),
        "bucket_name": unquote(bucket),
        "endpoint_url": f"{'https' if secure else 'http'}://{host}{f':{port}' if port else ''}",
        "region_name": region,
    }


def _query(parts: SplitResult) -> tuple[str, bool]:
    query = dict(parse_qsl(parts.query, keep_blank_values=True))
    region, secure = query.pop("region", "us-east-1"), query.pop("secure", "1")
    if query:
        raise ImproperlyConfigured(f"{FORM}; it knows no {', '.join(sorted(query))}")
    if not region or secure not in ("0", "1"):
        raise ImproperlyConfigured(f"{FORM}; its region or secure is not one")
    return region, secure == "1"
