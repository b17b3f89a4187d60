"""`Idempotency-Key`: the same key and body from the same client make one thing, however often they come."""

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from django.db import IntegrityError, models, transaction
from django.utils.crypto import salted_hmac
from rest_framework.exceptions import ValidationError

from api.clients import client_identity
from api.errors import KeyReused, ResultGone
from api.models import IdempotencyKey

if TYPE_CHECKING:
    from rest_framework.request import Request

Made = TypeVar("Made", bound=models.Model)

KEY_LENGTH = 255


def create_once(
    request: "Request",
    *,
    body: Any,
    create: Callable[[], Made],
    find: Callable[[int], Made | None],
) -> Made:
    """Return what `create()` makes, or what it made when this key and body came before.

    Whoever comes second waits for the first one's transaction. When `create` raises, nothing is
    remembered. Raises KeyReused for another body, ResultGone when `find` no longer finds it.
    """
    key = _key(request)
    if key is None:
        return create()
    seen = {"client_hash": client_identity(request), "route": request.path, "key": key}
    body_hash = _hash(body)
    with transaction.atomic():
        row = _claim(seen, body_hash)
        if row is not None:
            made = create()
            row.object_id = made.pk
            row.save(update_fields=["object_id"])
            return made
        first = IdempotencyKey.objects.get(**seen)
    if first.body_hash != body_hash:
        raise KeyReused
    found = None if first.object_id is None else find(first.object_id)
    if found is None:
        raise ResultGone
    return found


def do_once(request: "Request", *, body: Any, action: Callable[[], None]) -> None:
    """Run `action` unless this key and body came before. For what leaves nothing to show again."""
    key = _key(request)
    if key is None:
        action()
        return
    seen = {"client_hash": client_identity(request), "route": request.path, "key": key}
    body_hash = _hash(body)
    with transaction.atomic():
        if _claim(seen, body_hash) is not None:
            action()
            return
        first = IdempotencyKey.objects.get(**seen)
    if first.body_hash != body_hash:
        raise KeyReused


def _key(request: "Request") -> str | None:
    key = request.headers.get("Idempotency-Key")
    if key is None:
        return None
    if not (key and len(key) <= KEY_LENGTH and key.isascii() and key.isprintable()):
        message = f"1 to {KEY_LENGTH} printable ASCII characters."
        raise ValidationError({"Idempotency-Key": [message]})
    return key


def _claim(seen: dict[str, str], body_hash: str) -> IdempotencyKey | None:
    try:
        with transaction.atomic():
            return IdempotencyKey.objects.create(**seen, body_hash=body_hash)
    except IntegrityError:
        return None


def _hash(body: Any) -> str:
    text = json.dumps(body, sort_keys=True, default=str)
    return salted_hmac("api.idempotency", text, algorithm="sha256").hexdigest()
