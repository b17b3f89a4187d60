"""Taking the second factor off somebody else's account."""

from allauth.mfa.models import Authenticator
from django.db import transaction

from accounts.mail.carrier import post_account_mail
from accounts.models import User
from accounts.services import end_sessions


@transaction.atomic
def remove_second_factor(*, user: User) -> bool:
    """Remove app, passkeys and recovery codes; return whether there were any.

    Every session ends, also one that waits for its second step, and the owner is told by mail. The
    caller is an operator and has made sure who asked.
    """
    removed, _ = Authenticator.objects.filter(user=user).delete()
    if not removed:
        return False
    end_sessions(user=user)
    post_account_mail(template="second_factor/removed_by_operator", to=user.email, user=user)
    return True
