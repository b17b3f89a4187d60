"""What engagement knows of a person, as lines on the moderators' screen about them."""

from typing import TYPE_CHECKING

from django.db.models import Count, Q

from content.admin.members.record import Fact, register_facts
from engagement.models import Appeal, PostRequest, Report

if TYPE_CHECKING:
    from accounts.models import User


@register_facts
def engagement_facts(user: "User") -> list[Fact]:
    """Reports of the person or their posts, requests they sent, appeals they made. Three queries."""
    about = Report.objects.filter(Q(person=user) | Q(post__creator=user))
    reports = about.order_by().aggregate(
        all=Count("pk"), upheld=Count("pk", filter=Q(status=Report.Status.UPHELD))
    )
    sent = PostRequest.objects.sent_by(user).aggregate(
        all=Count("pk"), held=Count("pk", filter=Q(status=PostRequest.Status.HELD))
    )
    appeals = Appeal.objects.by(user).aggregate(
        all=Count("pk"), upheld=Count("pk", filter=Q(state=Appeal.State.UPHELD))
    )
    return [
        Fact("Reported", f"{reports['all']}, {reports['upheld']} upheld"),
        Fact("Requests sent", f"{sent['all']}, {sent['held']} held"),
        Fact("Appeals", f"{appeals['all']}, {appeals['upheld']} upheld"),
    ]
