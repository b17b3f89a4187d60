"""Leaving means leaving: a marker planted in every field is found in no table afterwards."""

import pytest
from django.db import connection

from accounts.services import delete_account
from content.services.posts import create_post
from content.services.review import approve_post, request_changes
from engagement.models import Notification, OutboxMessage, PostRequest
from engagement.services.delivery import deliver_due_messages
from engagement.services.requests import accept_request
from tests.engagement.factories import (
    delivered_request,
    guest_request,
    held_request,
    make_post,
    make_user,
)
from tests.factories import PASSWORD

MARKER = "zqxmarkerzqx"


def tables_with(marker: str) -> list[str]:
    """Every table of the database in which some row, read as text, holds the marker."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            quoted = connection.ops.quote_name(table)
            cursor.execute(
                f"SELECT count(*) FROM {quoted} row WHERE row::text ILIKE %s",  # noqa: S608  (our own table names)
                [f"%{marker}%"],
            )
            if cursor.fetchone()[0]:
                found.append(table)
    return found


@pytest.mark.django_db
def test_nothing_of_a_person_is_left_in_any_table():
    person = make_user(name=MARKER, email=f"{MARKER}@example.org", bio=MARKER)
    moderator = make_user(is_superuser=True)
    own = create_post(creator=person, title=MARKER, content=f"<p>{MARKER}</p>", submit=True)
    request_changes(post=own, moderator=moderator, reason=f"Not {MARKER} again.")
    live = create_post(creator=person, title=f"{MARKER} 2", content=f"<p>{MARKER}</p>", submit=True)
    approve_post(post=live, moderator=moderator)
    live.refresh_from_db()
    accept_request(post_request=delivered_request(live, name="Vera"), note=MARKER)
    guest_request(live)
    for sender in (person, None):
        sent = delivered_request(
            sender=sender, name=MARKER, email=person.email, message=f"{MARKER} hello"
        )
        accept_request(post_request=sent)
    held_request(name=MARKER, email=person.email.upper(), message=f"{MARKER} www.{MARKER}.com")
    deliver_due_messages(seconds=20)
    delivered_request(make_post(creator=person, title=MARKER))
    assert {"accounts_user", "engagement_postrequest", "engagement_outboxmessage"} <= set(
        tables_with(MARKER)
    )

    delete_account(user=person, password=PASSWORD)

    assert tables_with(MARKER) == []
    for model in (Notification, OutboxMessage, PostRequest):
        assert not model._default_manager.exists(), model
