"""Routes that only moderators may use."""

from accounts.models import User
from api.errors import SecondFactorRequired


def require_second_factor(user: User) -> None:
    """Raise SecondFactorRequired for a moderator who has yet to set one up.

    Asked before anything is looked for: without it nothing hidden is visible to them, and a 404 would
    not tell them why.
    """
    if user.lacks_second_factor:
        raise SecondFactorRequired
