"""Sign-up by allauth's own flow, without saying whether an address is taken."""

from typing import TYPE_CHECKING, Any

from allauth.account.internal.flows.signup import complete_signup
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.headless.account.inputs import SignupInput
from allauth.headless.constants import Client
from allauth.headless.internal.authkit import authentication_context
from allauth.headless.internal.decorators import mark_request_as_headless
from django.utils.datastructures import CaseInsensitiveMapping
from rest_framework.exceptions import ErrorDetail, ValidationError

if TYPE_CHECKING:
    from django.http import HttpRequest


def sign_up(request: "HttpRequest", *, data: dict[str, Any]) -> None:
    """Create an account that waits for its address to be confirmed, or tell the owner of a taken address.

    `data` is name, email and password. Raises ValidationError by allauth's rules. Signs nobody in: the
    session that allauth opens meanwhile is not handed out.
    """
    _forget_token(request)
    mark_request_as_headless(request, Client.APP)
    with authentication_context(request):
        form = SignupInput(data=data)
        if not form.is_valid():
            raise ValidationError(_messages(form))
        try:
            user, response = form.try_save(request)
            if response is None:
                complete_signup(request, user=user)
        except ImmediateHttpResponse:
            pass  # This is how allauth says "mail sent, wait for it"; both kinds of address end here.
        request.session.flush()


def _forget_token(request: "HttpRequest") -> None:
    """Whoever signs up is nobody yet: an app's session that has ended must not stand in the way."""
    kept = {name: value for name, value in request.headers.items() if name != "X-Session-Token"}
    request.headers = CaseInsensitiveMapping(kept)  # type: ignore[assignment]  # of the same kind


def _messages(form: SignupInput) -> dict[str, list[Any]]:
    return {
        "" if field == "__all__" else field: [
            ErrorDetail(error.message % (error.params or {}), error.code or "invalid")
            for error in errors.as_data()
        ]
        for field, errors in form.errors.items()
    }
