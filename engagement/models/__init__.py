from engagement.models.notifications import Notification
from engagement.models.outbox import OutboxMessage
from engagement.models.proofs import SpentProof
from engagement.models.requests import PostRequest
from engagement.models.settings import RequestSettings

__all__ = ["Notification", "OutboxMessage", "PostRequest", "RequestSettings", "SpentProof"]
