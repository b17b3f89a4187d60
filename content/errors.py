"""Which rule about posts forbids what was asked."""

from accounts.errors import RuleBroken


class NothingToSubmit(RuleBroken):
    code = "nothing_to_submit"
    message = (
        "There is nothing to send to review: this post is there already, or nothing has changed."
    )


class NotInReview(RuleBroken):
    code = "not_in_review"
    message = "This post is not in review."


class ReviewStays(RuleBroken):
    code = "review_stays"
    message = (
        "This post is shown already, and a moderator has yet to look at it. You can edit or delete it, "
        "but not take it out of the review."
    )


class RevisionChanged(RuleBroken):
    code = "revision_changed"
    message = "The post has changed since you opened it. Look at the newest version, then decide."


class EditedElsewhere(RuleBroken):
    code = "edited_elsewhere"
    message = "This post was saved somewhere else since you opened it here."


class ShownToReviewers(RuleBroken):
    code = "shown_to_reviewers"
    message = "This post is in review. What the moderators see changes only when you press Save."


class PostRemoved(RuleBroken):
    code = "post_removed"
    message = "A moderator removed this post. It can be read, but no longer changed."


class NotShown(RuleBroken):
    code = "not_shown"
    message = "This post is not live, so there is nothing to take off the site."


class NotRemoved(RuleBroken):
    code = "not_removed"
    message = "This post is not removed."


class CreatorSuspended(RuleBroken):
    code = "creator_suspended"
    message = "The creator of this post is suspended, so nothing of theirs can go live."


class PicturesNotReady(RuleBroken):
    code = "pictures_not_ready"
    message = "Some pictures are still being prepared. Try again in a moment."


class PicturesRefused(RuleBroken):
    code = "pictures_refused"
    message = "Take a picture out first that cannot be shown."


class NotLive(RuleBroken):
    code = "not_live"
    message = "Only a live post can be marked as given, reserved or open."
