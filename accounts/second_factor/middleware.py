"""What a passkey answers, checked before it is kept and read: allauth and fido2 take it on trust."""

import json
from traceback import walk_tb
from typing import TYPE_CHECKING, Any

from django.db import IntegrityError

from accounts.middleware import SIGN_IN, problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

PASSKEYS = "/webauthn"
MOST_BYTES = 64 * 1024  # a passkey with an attestation takes a few thousand
ONE_OF_A_KIND = "unique_authenticator_type"  # allauth's constraint
NUL_IN_JSON = "\\u0000"


class CheckPasskeys:
    """Answers 400 for what is no passkey's answer, and 409 for what was set up in two windows at once."""

    def __init__(self, get_response: "Callable[[HttpRequest], HttpResponse]") -> None:
        self.get_response = get_response

    def __call__(self, request: "HttpRequest") -> "HttpResponse":
        return self.get_response(request)

    def process_view(
        self, request: "HttpRequest", view: object, args: object, kwargs: object
    ) -> "HttpResponse | None":
        is_asked = request.path.startswith(SIGN_IN) and PASSKEYS in request.path
        return _refused() if is_asked and not _can_be_kept(request.body) else None

    def process_exception(
        self, request: "HttpRequest", exception: Exception
    ) -> "HttpResponse | None":
        if not request.path.startswith(SIGN_IN):
            return None
        if isinstance(exception, IntegrityError) and ONE_OF_A_KIND in str(exception):
            detail = "This was set up a moment ago in another window. Load the page again."
            return problem(409, "Conflict", detail)
        return _refused() if _came_from_fido2(exception) else None


def _refused() -> "HttpResponse":
    return problem(400, "Bad Request", "This is not what a passkey answers.", field="credential")


def _can_be_kept(body: bytes) -> bool:
    """Whether this can be stored and read again. What is no JSON at all is left to allauth.

    All that was sent is stored. PostgreSQL's JSON takes neither NUL nor half of a surrogate pair, and
    what the browser tells of extensions is looked up without asking whether it is there.
    """
    if len(body) > MOST_BYTES:
        return False
    try:
        sent = json.loads(body)
        text = json.dumps(sent, ensure_ascii=False).encode().decode()
    except UnicodeEncodeError:
        return False
    except ValueError:
        return True
    return NUL_IN_JSON not in text and _tells_of_extensions(sent)


def _tells_of_extensions(sent: Any) -> bool:
    credential = sent.get("credential") if isinstance(sent, dict) else None
    if not isinstance(credential, dict):
        return True
    extensions = credential.get("clientExtensionResults", {})
    return isinstance(extensions, dict) and isinstance(extensions.get("credProps", {}), dict)


def _came_from_fido2(exception: Exception) -> bool:
    """Whether this was raised while reading a passkey's answer: fido2 raises whatever its parts do."""
    modules = (frame.f_globals["__name__"] for frame, _ in walk_tb(exception.__traceback__))
    return any(module.startswith("fido2.") for module in modules)
