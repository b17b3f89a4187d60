"""Which rule about requests forbids what was asked."""

from accounts.errors import RuleBroken


class PostClosed(RuleBroken):
    code = "post_closed"
    message = "This has found its person already and takes no more requests."


class OwnPost(RuleBroken):
    code = "own_post"
    message = "This is your own post."


class AlreadyAnswered(RuleBroken):
    code = "already_answered"
    message = "This request has been answered already."


class AlreadyWithdrawn(RuleBroken):
    code = "already_withdrawn"
    message = "The sender has withdrawn this request."


class NotDelivered(RuleBroken):
    code = "not_delivered"
    message = "This request has not been delivered yet."


class NotHeld(RuleBroken):
    code = "not_held"
    message = "This request is not held for a decision."


class LinkExpired(RuleBroken):
    code = "link_expired"
    message = "This link is too old or incomplete. Send your request again."
