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


class SenderSuspended(RuleBroken):
    code = "sender_suspended"
    message = "The account this came from is suspended. There is nothing for you to do."


class NotDelivered(RuleBroken):
    code = "not_delivered"
    message = "This request has not been delivered yet."


class NotHeld(RuleBroken):
    code = "not_held"
    message = "This request is not held for a decision."


class NothingToDrop(RuleBroken):
    code = "nothing_to_drop"
    message = "This request is neither held nor reported any more."


class LinkExpired(RuleBroken):
    code = "link_expired"
    message = "This link is too old or incomplete. Send your request again."


class OwnPage(RuleBroken):
    code = "own_page"
    message = "This is yourself."


class NothingToAppeal(RuleBroken):
    code = "nothing_to_appeal"
    message = "There is no decision against this post that a second look could change."


class AlreadyAppealed(RuleBroken):
    code = "already_appealed"
    message = "You have asked for a second look at this decision already."


class AppealDecided(RuleBroken):
    code = "appeal_decided"
    message = "This appeal has been decided already."


class ReportsDecided(RuleBroken):
    code = "reports_decided"
    message = "These reports have been decided already."
