"""The letters about the second factor: what was added, taken away, made anew or used up."""

from collections.abc import Callable

from allauth.mfa.models import Authenticator
from django.conf import settings

from accounts.mail.letters import Button, Letter, site_url
from accounts.models import User

NOT_YOU = (
    "If that was not you, somebody knows your password: choose a new one at once, and look at what "
    "your account can be opened with."
)


def _letter(user: User | None, subject: str, *paragraphs: str) -> Letter | None:
    if user is None:
        return None
    return Letter(
        subject=subject,
        heading=subject,
        paragraphs=[f"Hello {user.name},", *paragraphs],
        button=Button("See how your account is protected", site_url(settings.SECOND_FACTOR_URL)),
        afterwards=[NOT_YOU],
        because="You get this mail because the way into your account has changed.",
    )


def _app_added(to: str, user: User | None) -> Letter | None:
    return _letter(
        user,
        "An authenticator app was added",
        "from now on signing in also asks for a code of your authenticator app.",
    )


def _app_removed(to: str, user: User | None) -> Letter | None:
    return _letter(
        user,
        "Your authenticator app was removed",
        "its codes no longer open your account.",
        _what_is_left(user),
    )


def _passkey_added(to: str, user: User | None) -> Letter | None:
    return _letter(
        user,
        "A passkey was added",
        "your account has a new passkey. It signs you in without the password, and as the second "
        "step after it.",
    )


def _passkey_removed(to: str, user: User | None) -> Letter | None:
    return _letter(
        user,
        "A passkey was removed",
        "one of your passkeys no longer opens your account.",
        _what_is_left(user),
    )


def _codes_made_anew(to: str, user: User | None) -> Letter | None:
    return _letter(
        user,
        "Your recovery codes are new",
        "new recovery codes were made for your account. The ones from before no longer work.",
    )


def _code_used(to: str, user: User | None) -> Letter | None:
    return _letter(
        user,
        "A recovery code was used",
        f"one of your recovery codes was used just now. {_codes_left(user)}",
    )


def _removed_by_operator(to: str, user: User | None) -> Letter | None:
    return _letter(
        user,
        "Your second factor was taken off",
        "an administrator removed authenticator app, passkeys and recovery codes from your account, "
        "because somebody, probably you, asked for it. You were signed out everywhere.",
        "Please set up a new one when you sign in again.",
    )


def _what_is_left(user: User | None) -> str:
    if user and user.has_second_factor:
        return "Signing in still asks for a second step."
    return "Signing in no longer asks for a second step: the password alone opens your account."


def _codes_left(user: User | None) -> str:
    kind = Authenticator.Type.RECOVERY_CODES
    codes = Authenticator.objects.filter(user=user, type=kind).first()
    count = len(codes.wrap().get_unused_codes()) if codes else 0
    if count == 0:
        return "It was the last one: make new ones while you can still sign in."
    return f"{count} of them {'is' if count == 1 else 'are'} left."


LETTERS: dict[str, Callable[[str, User | None], Letter | None]] = {
    "second_factor/totp_added": _app_added,
    "second_factor/totp_removed": _app_removed,
    "second_factor/webauthn_added": _passkey_added,
    "second_factor/webauthn_removed": _passkey_removed,
    "second_factor/recovery_codes_reset": _codes_made_anew,
    "second_factor/recovery_codes_used": _code_used,
    "second_factor/removed_by_operator": _removed_by_operator,
}
