"""The words to a person whose account takes no sign-in."""

from email.utils import parseaddr
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.exceptions import ValidationError

if TYPE_CHECKING:
    from accounts.models import User


def operator_address() -> str:
    """Where people write who cannot sign in: the address that the site's mail comes from."""
    return parseaddr(settings.DEFAULT_FROM_EMAIL)[1]


def refusal_of(user: "User") -> ValidationError:
    """Why this person, who has shown who they are, cannot sign in, and what they can do about it."""
    if user.suspended_at:
        return ValidationError(
            f"Your account is suspended. The reason: “{user.suspension_reason}” If you think that "
            f"this is wrong, or want your account deleted, write to {operator_address()} from the "
            "address of your account.",
            code="account_suspended",
        )
    return ValidationError(
        f"This account is closed. If you think that this is wrong, write to {operator_address()}.",
        code="account_closed",
    )
