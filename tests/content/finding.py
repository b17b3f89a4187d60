"""What a search finds."""

from typing import Any

from django.utils import timezone

from content.search.posts import PostSearch


def found(words: str, **narrowed: Any) -> list[int]:
    """Return the ids of the live posts that are found, the best match first."""
    search = PostSearch(words, until=timezone.now(), **narrowed)
    return [post_id for _, _, post_id in search.pick(number=1000)]
