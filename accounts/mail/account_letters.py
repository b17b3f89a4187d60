"""The letters about having an account. Their links are made when they are sent, so none lies in wait.

A confirmation or reset link is as good as a password while it works. What waits in the outbox is
only which letter goes to whom; the key is signed at the moment of sending.
"""

from collections.abc import Callable

from allauth.account import app_settings
from allauth.account.models import EmailAddress, EmailConfirmationHMAC
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings

from accounts.mail import second_factor_letters
from accounts.mail.letters import Button, Letter, site_url
from accounts.models import User
from accounts.refusal import refusal_of

NOT_YOU = "If that was not you, ignore this mail: nothing happens without the link."


def account_letter(*, template: str, to: str, user: User | None) -> Letter | None:
    """Return the letter that allauth asked for under `template`, or None if it has become pointless.

    Raises KeyError for a template that has no letter here.
    """
    return LETTERS[template](to, user)


def _confirm_address(to: str, user: User | None) -> Letter | None:
    address = EmailAddress.objects.filter(user=user, email__iexact=to, verified=False).first()
    if user is None or address is None:
        return None
    key = EmailConfirmationHMAC.create(address).key
    days = app_settings.EMAIL_CONFIRMATION_EXPIRE_DAYS
    return Letter(
        subject="Confirm your address",
        heading=f"Welcome, {user.name}",
        paragraphs=["One press and your address is confirmed, and you can share your first post."],
        button=Button("Confirm my address", _page("account_confirm_email", key)),
        afterwards=[f"The link works for {days} days."],
        because=f"Somebody signed up with this address. {NOT_YOU}",
    )


def _reset_password(to: str, user: User | None) -> Letter | None:
    if user is None or not user.is_active:
        return None
    token = app_settings.PASSWORD_RESET_TOKEN_GENERATOR().make_token(user)
    key = f"{user_pk_to_url_str(user)}-{token}"
    return Letter(
        subject="Choose a new password",
        heading="Choose a new password",
        paragraphs=[
            f"Hello {user.name}, this link lets you choose a new password for your account."
        ],
        button=Button("Choose a new password", _page("account_reset_password_from_key", key)),
        afterwards=["The link works once, and not for long."],
        because=f"Somebody asked to reset the password of this account. {NOT_YOU}",
    )


def _unknown_address(to: str, user: User | None) -> Letter:
    """allauth finds no account either for an address whose account takes no sign-in."""
    closed = User.objects.filter(email__iexact=to, is_active=False).first()
    if closed is not None:
        return _takes_no_sign_in(closed)
    return Letter(
        subject="There is no account with this address",
        heading="No account here yet",
        paragraphs=[
            f"Somebody, probably you, asked to reset the password of an account with {to}. "
            "There is none. Perhaps you signed up with another address?"
        ],
        button=Button("Make an account", site_url("/signup")),
        because="Somebody typed this address into our form. If that was not you, ignore this mail.",
    )


def _takes_no_sign_in(user: User) -> Letter:
    return Letter(
        subject="Your account cannot be opened",
        heading="No new password for now",
        paragraphs=[
            "Somebody, probably you, asked for a new password. A new one would not help:",
            *refusal_of(user).messages,
        ],
        because="Somebody typed this address into our form. If that was not you, ignore this mail.",
    )


def _already_here(to: str, user: User | None) -> Letter:
    return Letter(
        subject="You already have an account",
        heading="You already have an account",
        paragraphs=[
            f"Somebody, probably you, tried to sign up with {to}, which has an account already. "
            "Sign in with it; if the password is gone, choose a new one."
        ],
        button=Button("Choose a new password", _page("account_reset_password")),
        because="Somebody typed this address into our form. If that was not you, ignore this mail.",
    )


def _page(name: str, key: str = "") -> str:
    return settings.HEADLESS_FRONTEND_URLS[name].format(key=key)


LETTERS: dict[str, Callable[[str, User | None], Letter | None]] = {
    "account/email/email_confirmation_signup": _confirm_address,
    "account/email/email_confirmation": _confirm_address,
    "account/email/password_reset_key": _reset_password,
    "account/email/unknown_account": _unknown_address,
    "account/email/account_already_exists": _already_here,
    **second_factor_letters.LETTERS,
}
