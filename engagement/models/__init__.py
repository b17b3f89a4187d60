from engagement.models.notifications import Notification
from engagement.models.outbox import OutboxMessage
from engagement.models.proofs import SpentProof
from engagement.models.requests import PostRequest

__all__ = ["Notification", "OutboxMessage", "PostRequest", "SpentProof"]
