"""Load the demo, step by step, telling how far it is."""

import time
from collections.abc import Callable

from django.core.management import call_command
from django.db import connection

from accounts.models import User
from content.demo.people.everyone import EVERYONE
from content.services.avatars import set_avatar
from engagement.demo.accounts import ADMIN, MODERATOR, find_or_make_creator
from engagement.demo.pages import publish_pages, wanted_pictures
from engagement.demo.pictures import Wanted, bring_in, find_image
from engagement.demo.posts import make_post, set_demo_availability
from engagement.demo.reports import file_complaints
from engagement.demo.requests import send_letters

Tell = Callable[[str], None]
EVERY_SECONDS = 5.0


def load_everything(*, tell: Tell) -> None:
    """Make what is missing of the demo: creators, pictures, posts, requests, reports, pages.

    The accounts with roles exist already. What is there stays as it is, so a load that was cut short is
    taken up where it stopped. Call it outside a transaction.
    """
    moderator, admin = (User.objects.get(email=email) for _, email in (MODERATOR, ADMIN))
    creators = {person.email: find_or_make_creator(person) for person in EVERYONE}
    wanted = wanted_pictures(admin)
    for person in EVERYONE:
        wanted.append(Wanted(creators[person.email], person.portrait))
        for demo in person.posts:
            wanted += [Wanted(creators[person.email], picture) for picture in demo.pictures]
    tell(f"Drawing {len(wanted)} pictures")
    bring_in(wanted, tell=_now_and_then(tell))

    for person in EVERYONE:
        creator = creators[person.email]
        set_avatar(user=creator, image_id=find_image(Wanted(creator, person.portrait)).pk)
        for demo in sorted(person.posts, key=lambda post: -post.days):
            make_post(creator=creator, moderator=moderator, demo=demo)
    tell(f"Made {sum(len(person.posts) for person in EVERYONE)} posts by {len(EVERYONE)} creators")
    tell(f"Sent {send_letters()} requests")
    tell(f"Filed {file_complaints()} reports")
    for person in EVERYONE:
        set_demo_availability(person=person)
    tell(f"Published {publish_pages(author=admin)} pages")
    _settle()


def _now_and_then(tell: Tell) -> Callable[[int, int], None]:
    last = time.monotonic()

    def told(done: int, of: int) -> None:
        nonlocal last
        if done == of or time.monotonic() - last > EVERY_SECONDS:
            last = time.monotonic()
            tell(f"{done} of {of} pictures are ready")

    return told


def _settle() -> None:
    """Bring Wagtail's books and the database's statistics up to date after so many rows at once."""
    call_command("rebuild_references_index", verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
