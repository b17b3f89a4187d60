"""What engagement knows of a person, as lines on the moderators' screen about them."""

from typing import TYPE_CHECKING

from django.db.models import Count, Q
from django.urls import reverse

from content.admin.members.record import Fact, register_facts
from engagement.models import Appeal, BlockedSender, PostRequest, Report

if TYPE_CHECKING:
    from accounts.models import User


@register_facts
def engagement_facts(user: "User") -> list[Fact]:
    """Reports of the person or their posts, requests they sent, appeals they made. Four queries."""
    about = Report.objects.filter(Q(person=user) | Q(post__creator=user))
    reports = about.order_by().aggregate(
        all=Count("pk"), upheld=Count("pk", filter=Q(status=Report.Status.UPHELD))
    )
    sent = PostRequest.objects.sent_by(user).aggregate(
        all=Count("pk"),
        held=Count("pk", filter=Q(status=PostRequest.Status.HELD, dropped_at=None)),
        dropped=Count("pk", filter=Q(dropped_at__isnull=False)),
    )
    is_blocked = BlockedSender.objects.matching(user=user, email=user.email).exists()
    appeals = Appeal.objects.by(user).aggregate(
        all=Count("pk"), upheld=Count("pk", filter=Q(state=Appeal.State.UPHELD))
    )
    return [
        Fact("Reported", f"{reports['all']}, {reports['upheld']} upheld"),
        Fact("Requests sent", f"{sent['all']}, {sent['held']} held, {sent['dropped']} dropped"),
        Fact("Blocked as a sender", "Yes" if is_blocked else "No", reverse("blocked_senders")),
        Fact("Appeals", f"{appeals['all']}, {appeals['upheld']} upheld"),
    ]
