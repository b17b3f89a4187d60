"""Sessions that know whose they are, so that all of a person's can be ended with one query.

Django's own table holds the person inside an encoded blob: finding theirs means reading everybody's.
This is the extension Django documents ("Extending database-backed session engines"). It also covers
the app client, whose token is a session key, and somebody half-way through signing in or up.
"""

import re
from typing import TYPE_CHECKING, Any

from allauth.account.utils import url_str_to_user_pk
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseSessionStore

if TYPE_CHECKING:
    from accounts.models import Session

KEY = re.compile(r"[a-z0-9]{8,40}")  # Django makes 32 of these; the column holds 40


class SessionStore(DatabaseSessionStore):
    @classmethod
    def get_model_class(cls) -> type["Session"]:
        from accounts.models import Session

        return Session

    def create_model_instance(self, data: dict[str, Any]) -> "Session":
        from accounts.models import Session

        session = super().create_model_instance(data)
        assert isinstance(session, Session)
        session.user_id = _owner_of(data)
        return session

    def _validate_session_key(self, key: str | None) -> bool:
        """Only what could be one of our keys is looked for: a quoted cookie can hold a NUL."""
        return key is not None and KEY.fullmatch(key) is not None


def _owner_of(data: dict[str, Any]) -> int | None:
    if SESSION_KEY in data:
        return int(data[SESSION_KEY])
    pending = data.get("account_login") or {}  # allauth's sign-in that waits for a further step
    user_pk = pending.get("user_pk")
    return url_str_to_user_pk(user_pk) if user_pk else None
