"""An email backend that writes each message to a file of its own, for running without a mail server."""

import os
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from email.generator import BytesGenerator
from io import BytesIO
from pathlib import Path
from uuid import uuid4

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend


class MailFileBackend(BaseEmailBackend):
    """Writes RFC 5322 files ending in `.eml` to EMAIL_FILE_PATH; their names sort by time of sending.

    A file appears whole or not at all: it is written under another name and then renamed.
    """

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Write every message that has a recipient and return how many. Raises OSError."""
        folder = Path(settings.EMAIL_FILE_PATH)
        folder.mkdir(parents=True, exist_ok=True)
        sent = [message for message in email_messages if message.recipients()]
        for message in sent:
            self._write(folder, _as_bytes(message))
        return len(sent)

    def _write(self, folder: Path, content: bytes) -> None:
        name = f"{datetime.now(UTC):%Y%m%dT%H%M%S.%f}-{uuid4().hex[:8]}.eml"
        handle, unfinished = tempfile.mkstemp(dir=folder, prefix=".", suffix=".unfinished")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            Path(unfinished).rename(folder / name)
        except BaseException:
            Path(unfinished).unlink(missing_ok=True)
            raise


def _as_bytes(message: EmailMessage) -> bytes:
    """The message as RFC 5322 has it, its lines ending in CRLF."""
    buffer = BytesIO()
    BytesGenerator(buffer, mangle_from_=False).flatten(message.message(), linesep="\r\n")
    return buffer.getvalue()
