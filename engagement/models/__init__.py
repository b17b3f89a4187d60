from engagement.models.appeals import Appeal
from engagement.models.blocks import BlockedSender
from engagement.models.notifications import Notification
from engagement.models.outbox import OutboxMessage
from engagement.models.proofs import SpentProof
from engagement.models.reports import Report
from engagement.models.requests import PostRequest
from engagement.models.settings import RequestSettings

__all__ = [
    "Appeal",
    "BlockedSender",
    "Notification",
    "OutboxMessage",
    "PostRequest",
    "Report",
    "RequestSettings",
    "SpentProof",
]
