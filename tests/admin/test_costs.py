"""Every list of the admin, the queue and the first page cost the same number of queries at any size."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client

from accounts.models import User
from content.models import HomePage
from tests.admin.costs import queries
from tests.admin.crowds import FIRST, Crowd
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

MOST = 40  # queries
MANY = 2000
OURS = ("accounts", "content", "engagement", "wagtailcore")
Fill = Callable[[Crowd, Sequence[int]], None]


@dataclass(frozen=True)
class Listing:
    """A list. `times` rows come of each number; `row` finds the rows on its page, by a group of what no two
    of them share if it finds one several times. `says` stands on a page that is not paged.
    """

    path: str
    per_page: int
    row: str = r"Row (\d{4})"
    times: int = 1
    says: str = ""


@dataclass(frozen=True)
class Site:
    """What there is a great many of, and the lists that show it to somebody; `mine` is theirs."""

    who: str
    fills: Sequence[Fill]
    lists: Mapping[str, Listing]
    mine: bool = True


POSTS = "/admin/snippets/content/post/"
TITLE = 'class="fh-queue__title" href="([^"]+)"'
TAG = r"row (\d{4})</a>"
IN_REVIEW = (Crowd.people, Crowd.tags, Crowd.pictures, Crowd.posts_in_review)
OWN = {
    "posts": Listing(POSTS, 30),
    "posts by search": Listing(f"{POSTS}?q=row&state=in_review", 30),
    "a post's history": Listing(f"{POSTS}history/{FIRST}/", 20, row=r"<tr\b[^>]*>\s*<td"),
    "pictures": Listing("/admin/images/", 30),
    "picture chooser": Listing("/admin/images/chooser/", 20),
}
SITES = {
    "a creator's own": Site(
        "creator",
        (*IN_REVIEW, Crowd.history, Crowd.decisions, Crowd.delivered_requests),
        {
            **OWN,
            "requests": Listing("/admin/requests/", 30),
            "requests by search": Listing("/admin/requests/?q=row&status=new", 30),
            "first page": Listing("/admin/", 10, row="fh-posts__row", says="All your posts"),
        },
    ),
    "a moderator's own": Site(
        "moderator",
        (*IN_REVIEW, Crowd.history, Crowd.decisions),
        {
            **OWN,
            "first page": Listing("/admin/", 10, row="fh-posts__row", says="Review (999+)"),
        },
    ),
    "what waits": Site(
        "moderator",
        (*IN_REVIEW, Crowd.reports, Crowd.appeals, Crowd.held_requests, Crowd.held_pictures),
        {
            "queue": Listing("/admin/review/", 20, TITLE, times=6),
            "queue, the newest first": Listing("/admin/review/?order=newest", 20, TITLE, times=6),
            "queue by search": Listing("/admin/review/?q=row", 20, TITLE, times=6),
            "first page": Listing("/admin/", 10, row="fh-shares__row", says="Review (999+)"),
            "everybody's posts": Listing(POSTS, 30),
            "held requests": Listing("/admin/requests/", 30),
            "reports": Listing("/admin/reported/", 20, TITLE, times=2),
            "appeals": Listing("/admin/appeals/", 20),
            "held pictures": Listing("/admin/pictures/held/", 20),
            "banned pictures": Listing("/admin/pictures/banned/", 20),
            "people": Listing("/admin/people/?q=row", 30),
            "tags": Listing("/admin/tags/?q=row", 50, TAG),
            "tags, the most used first": Listing("/admin/tags/?q=row&order=posts", 50, TAG),
        },
        mine=False,
    ),
    "what was decided": Site(
        "moderator",
        (
            Crowd.people,
            Crowd.posts,
            Crowd.decided_appeals,
            Crowd.reported_requests,
            Crowd.blocked_senders,
        ),
        {
            "blocked senders": Listing("/admin/blocked-senders/", 20),
            "decided appeals": Listing("/admin/appeals/?state=decided", 20),
            "reported requests": Listing("/admin/requests/?why=reported", 30),
            "reports of requests": Listing("/admin/reported/?kind=post_request", 20, TITLE),
        },
        mine=False,
    ),
    "pages": Site("moderator", [Crowd.pages], {"pages": Listing("/admin/pages/{home}/", 50)}),
}


@pytest.mark.parametrize("name", SITES)
def test_lists_cost_the_same_at_1_at_20_and_at_2000_rows(name: str) -> None:
    site = SITES[name]
    me = UserFactory.create(moderator=site.who == "moderator")
    crowd = Crowd(me if site.mine else None)
    client = signed_in(me)
    paths = {
        each: one.path.format(home=HomePage.objects.get().pk) for each, one in site.lists.items()
    }

    def costs(numbers: Sequence[int]) -> dict[str, int]:
        """What each list costs when these are there too."""
        for fill in site.fills:
            fill(crowd, numbers)
        analyse()
        return {each: queries(client, path) for each, path in paths.items()}

    alone, few, many = costs(range(1)), costs(range(1, 20)), costs(range(20, MANY))
    assert alone == few == many
    assert max(many.values()) <= MOST
    for each, listing in site.lists.items():
        page = client.get(paths[each]).content.decode()
        rows = re.finditer(listing.row, page)
        shown = {row[1] if row.re.groups else row.start() for row in rows}
        assert len(shown) == listing.per_page, each
        pages = ceil(MANY * listing.times / listing.per_page)
        assert (listing.says or f"Page 1 of {pages}<") in page, each


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def analyse() -> None:
    """Do what autovacuum does within the minute, when there is so much new."""
    ours = [model for name in OURS for model in apps.get_app_config(name).get_models()]
    tables = ", ".join(model._meta.db_table for model in ours if model._meta.managed)
    with connection.cursor() as cursor:
        cursor.execute(f"ANALYZE {tables}")
