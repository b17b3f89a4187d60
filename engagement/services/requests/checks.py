"""What a request may say, checked once for every way in."""

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from accounts.addresses import can_be_mailed
from accounts.errors import InvalidInput
from accounts.text import one_line
from engagement.models.requests import MESSAGE_LENGTH, NAME_LENGTH, NOTE_LENGTH

EMAIL_LENGTH = 254
NO_ADDRESS = "This is not an email address."


def checked_name(name: str) -> str:
    """The name on one line, 1 to NAME_LENGTH characters. Raises InvalidInput."""
    return checked_text("name", one_line(name), NAME_LENGTH, "Say what you are called.")


def checked_email(email: str) -> str:
    """The address, well formed. Raises InvalidInput."""
    email = checked_text(
        "email", email.strip(), EMAIL_LENGTH, "An address is needed to answer you."
    )
    try:
        validate_email(email)
    except ValidationError:
        raise InvalidInput("email", NO_ADDRESS) from None
    if not can_be_mailed(email):
        raise InvalidInput("email", NO_ADDRESS)
    return email


def checked_message(message: str) -> str:
    """The message, 1 to MESSAGE_LENGTH characters. Raises InvalidInput."""
    message = message.replace("\r\n", "\n").strip()
    return checked_text("message", message, MESSAGE_LENGTH, "Write a few words to the creator.")


def checked_note(note: str) -> str:
    """The creator's note, up to NOTE_LENGTH characters; it may be empty. Raises InvalidInput."""
    return checked_text("note", note.replace("\r\n", "\n").strip(), NOTE_LENGTH)


def checked_text(field: str, text: str, length: int, needed: str = "") -> str:
    """The text, up to `length` characters, and not empty where `needed` says why. Raises InvalidInput."""
    if needed and not text:
        raise InvalidInput(field, needed, "blank")
    if len(text) > length:
        raise InvalidInput(field, f"At most {length} characters.", "max_length")
    if "\x00" in text or not _is_unicode(text):
        raise InvalidInput(field, "This contains characters that are not text.", "null_characters")
    return text


def _is_unicode(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
