"""How allauth speaks for Firsthand."""

from typing import TYPE_CHECKING, Any, Never

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.signup import prevent_enumeration
from allauth.account.internal.stagekit import clear_login
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.headless.base.response import AuthenticationResponse, UnauthorizedResponse
from allauth.headless.internal.restkit.response import ErrorResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.contrib.auth.hashers import make_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from accounts.addresses import can_be_mailed
from accounts.mail.account_letters import LETTERS
from accounts.mail.carrier import post_account_mail
from accounts.models import NAME_LENGTH, User
from accounts.refusal import refusal_of

if TYPE_CHECKING:
    from allauth.socialaccount.models import SocialLogin
    from django.forms import Form
    from django.http import HttpRequest, HttpResponse

EMAIL_LENGTH = 254
SIGN_IN_BEGAN_WITH = "accounts.sign_in_began_with"


class AccountAdapter(DefaultAccountAdapter):
    """Sign-up keeps the name; mail goes by the outbox; no answer tells whether an address is taken."""

    def clean_email(self, email: str) -> str:
        if len(email) > EMAIL_LENGTH:
            raise ValidationError(f"At most {EMAIL_LENGTH} characters.", code="max_length")
        if not can_be_mailed(email):
            raise ValidationError("Enter a valid email address.", code="invalid")
        return email

    def save_user(
        self, request: "HttpRequest", user: User, form: "Form", commit: bool = True
    ) -> User:
        """Save the new user with name, address and password.

        When another request took the address a moment ago, the answer is the one that a taken
        address always gets.
        """
        user.name = form.cleaned_data["name"]
        try:
            with transaction.atomic():
                return super().save_user(request, user, form, commit)
        except IntegrityError:
            prevent_enumeration(request, email=form.cleaned_data["email"])
            raise ImmediateHttpResponse(AuthenticationResponse(request)) from None

    def pre_login(self, request: "HttpRequest", user: User, **kwargs: Any) -> "HttpResponse | None":
        """Note with which password the sign-in began; a step may follow, minutes later."""
        response = super().pre_login(request, user, **kwargs)
        request.session[SIGN_IN_BEGAN_WITH] = user.get_session_auth_hash()
        return response

    def login(self, request: "HttpRequest", user: User) -> None:
        """Open the session, unless the password was changed since the sign-in began: 401."""
        if request.session.pop(SIGN_IN_BEGAN_WITH, None) != user.get_session_auth_hash():
            clear_login(request)
            raise ImmediateHttpResponse(UnauthorizedResponse(request))
        super().login(request, user)

    def respond_user_inactive(self, request: "HttpRequest", user: User) -> Never:
        """Refuse who is suspended or closed, with the words why: 403. Only who has shown who they are
        comes this far, so nobody else learns of it.

        Coming back from a provider there is no answer to put words in; allauth then puts the code of
        the ValidationError into the address that it sends the browser to.
        """
        refusal = refusal_of(user)
        if hasattr(request.allauth, "headless"):  # type: ignore[attr-defined]  # set by allauth
            raise ImmediateHttpResponse(ErrorResponse(request, exception=refusal, status=403))
        raise refusal

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Put the letter in the outbox. Its link is not kept: a new one is made when it is sent."""
        if template_prefix not in LETTERS:
            raise KeyError(f"No letter for {template_prefix}")
        post_account_mail(template=template_prefix, to=email, user=context.get("user"))

    def send_account_already_exists_mail(self, email: str) -> None:
        """Tell the owner of the address, after the work a real sign-up does, so that time tells nothing."""
        make_password("as long as hashing takes")
        super().send_account_already_exists_mail(email)


class SocialAccountAdapter(DefaultSocialAccountAdapter):
    def populate_user(
        self, request: "HttpRequest", sociallogin: "SocialLogin", data: dict[str, Any]
    ) -> User:
        """Suggest the provider's name for the person, or the part of the address before the `@`."""
        user = super().populate_user(request, sociallogin, data)
        given = data.get("name") or f"{data.get('first_name') or ''} {data.get('last_name') or ''}"
        user.name = (
            " ".join(given.split())[:NAME_LENGTH] or user.email.partition("@")[0][:NAME_LENGTH]
        )
        return user
