"""What goes from engagement when a person's account is deleted.

Requests received go with the posts, and notifications and reports about the person with the user's
row, by cascade; the rest is named here.
"""

from typing import TYPE_CHECKING

from django.db.models import Q

from accounts.erasure import register_eraser
from engagement.models import BlockedSender, OutboxMessage, PostRequest, Report

if TYPE_CHECKING:
    from accounts.models import User


@register_eraser
def erase_engagement(*, user: "User") -> None:
    """Delete the requests sent, those sent as a guest with the same address too, and all mail to it.

    What they reported may still matter to others: it stays, without their words and without them.
    """
    PostRequest.objects.filter(Q(user=user) | Q(email__iexact=user.email)).delete()
    Report.objects.filter(Q(reporter=user) | Q(email__iexact=user.email)).anonymise()
    Report.objects.filter(decided_by=user).update(note="")
    # The hash of a blocked address stays until its time is over: or leaving would lift every block.
    BlockedSender.objects.filter(user=user).exclude(address_hash="").update(user=None)
    OutboxMessage.objects.filter(Q(recipient=user) | Q(to__iexact=user.email)).delete()
