"""What a service raises when a rule of the product forbids what was asked."""


class RuleBroken(Exception):
    """A rule about state forbids this; the API answers 409 with `code` and `message`.

    `message` is written for the person who asked, in one or two sentences. `field` names what was sent that
    the rule is about, if it is about one thing.
    """

    code = "conflict"
    field = ""
    message = "That is not possible right now."

    def __init__(self, message: str | None = None) -> None:
        self.message = message or self.message
        super().__init__(self.message)


class ReauthenticationRequired(Exception):
    """The person must sign in anew first; the API answers 401 with `code`."""

    code = "reauthentication_required"
    message = "Sign in again, then repeat this."


class InvalidInput(Exception):
    """What was given does not fit; the API answers 400 with the message at its field.

    `field` is dotted where it is nested: `images.0.alt`.
    """

    def __init__(self, field: str, message: str, code: str = "invalid") -> None:
        self.field, self.message, self.code = field, message, code
        super().__init__(f"{field}: {message}")
