from engagement.services.requests.answering import (
    accept_request,
    decline_request,
    mark_read,
    set_note,
)
from engagement.services.requests.changing import (
    change_message,
    confirm_request,
    erase_request,
    withdraw_request,
)
from engagement.services.requests.delivering import release_request
from engagement.services.requests.sending import ClientInfo, send_request

__all__ = [
    "ClientInfo",
    "accept_request",
    "change_message",
    "confirm_request",
    "decline_request",
    "erase_request",
    "mark_read",
    "release_request",
    "send_request",
    "set_note",
    "withdraw_request",
]
