"""The admin speaks of this site, never of the software it is built with."""

import re

import pytest
from django.test import Client
from django.utils.html import strip_tags

from accounts.models import User
from tests.factories import PostFactory

pytestmark = pytest.mark.django_db

POSTS = "/admin/snippets/content/post"
FOR_ALL = ["/admin/", f"{POSTS}/", f"{POSTS}/add/", "/admin/account/", "/admin/nowhere/"]
FOR_MODERATORS = [
    "/admin/tags/",
    "/admin/review/",
    "/admin/pages/",
    "/admin/snippets/content/rejectreason/",
    "/admin/snippets/content/rejectreason/add/",
    "/admin/reports/workflow/",
    "/admin/reports/workflow_tasks/",
    "/admin/reports/site-history/",
    "/admin/settings/content/sitesettings/",
    "/admin/settings/engagement/requestsettings/",
]


def seen(client: Client, path: str) -> str:
    """What stands on the page and in its title; not the words for browsers without JavaScript."""
    page = client.get(path, follow=True).content.decode()
    page = re.sub(r"<(script|style|template|noscript)\b.*?</\1>", " ", page, flags=re.S)
    return strip_tags(page)


@pytest.mark.parametrize("path", FOR_ALL + FOR_MODERATORS)
def test_nothing_reads_like_the_software_behind_it(
    as_moderator: Client, as_creator: Client, creator: User, path: str
) -> None:
    PostFactory.create(creator=creator, in_review=True)
    for client in [as_moderator] + [as_creator] * (path in FOR_ALL):
        text = seen(client, path)
        assert "Firsthand" in text
        assert re.findall(r"[^\n]*(?:snippet|wagtail)[^\n]*", text, re.I) == []
