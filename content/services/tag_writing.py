"""The statements that put one tag in place of others: in posts and in their versions.

Each is one statement over all posts, since a common tag is on many. None touches a post's dates.
"""

from collections.abc import Iterable

from django.contrib.contenttypes.models import ContentType
from django.db import connection

from content.models import Post, PostTag

# Of several tags that become the same one, a post keeps the one that it had first.
_DROP_DOUBLES = """
DELETE FROM content_posttag AS double USING content_posttag AS kept
WHERE double.tag_id = ANY(%(all)s) AND kept.tag_id = ANY(%(all)s)
    AND double.content_object_id = kept.content_object_id AND double.id > kept.id
"""
_IN_VERSIONS = """
UPDATE wagtailcore_revision AS version
SET content = jsonb_set(version.content, '{tagged_items}', coalesce((
    SELECT jsonb_agg(item ORDER BY place) FROM (
        SELECT DISTINCT ON (item->'tag') item, place FROM (
            SELECT place, CASE WHEN (entry->>'tag')::bigint = ANY(%(sources)s)
                THEN jsonb_set(entry, '{tag}', to_jsonb(%(target)s::bigint)) ELSE entry END AS item
            FROM jsonb_array_elements(version.content->'tagged_items')
                WITH ORDINALITY AS entries(entry, place)
            WHERE %(target)s::bigint IS NOT NULL OR (entry->>'tag')::bigint <> ALL(%(sources)s)
        ) AS replaced ORDER BY item->'tag', place
    ) AS distinct_items
), '[]'::jsonb))
WHERE version.base_content_type_id = %(type)s AND version.object_id = ANY(%(posts)s)
    AND jsonb_typeof(version.content->'tagged_items') = 'array'
"""


def replace_in_posts(sources: Iterable[int], target: int | None) -> None:
    """Put `target` where the rows of posts carry one of `sources`; take those off when it is None."""
    ids = sorted(sources)
    if target is None:
        PostTag.objects.filter(tag__in=ids).delete()
        return
    _execute(_DROP_DOUBLES, all=[*ids, target])
    PostTag.objects.filter(tag__in=ids).update(tag=target)


def replace_in_versions(sources: Iterable[int], target: int | None, posts: Iterable[int]) -> None:
    """The same in every version of these posts: drafts, what waits for review, and the past."""
    _execute(
        _IN_VERSIONS,
        sources=sorted(sources),
        target=target,
        posts=[str(pk) for pk in posts],
        type=ContentType.objects.get_for_model(Post).pk,
    )


def _execute(statement: str, **values: int | list[int] | list[str] | None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
