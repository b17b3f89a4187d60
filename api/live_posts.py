"""Live posts as everybody who is not signed in reads them, written out as JSON by PostgreSQL.

One statement for a page or a post, whatever it holds. The fields are those of `api.post_shapes`, which shapes
the same for everybody else; tests/api/test_live_posts.py holds them side by side.
"""

import json
from collections.abc import Sequence

from django.conf import settings

from api.pictures import PLAIN_WIDTH, PREFERENCE
from content.html import excerpt_of, text_of
from content.querysets.pictures import REFUSED
from content.querysets.prepared import fetch_prepared

_write = json.JSONEncoder(ensure_ascii=False).encode

# Pictures are as `api.pictures.picture_of` has them. Kept short: psycopg reads a statement's placeholders
# anew each time when it has more than 4,096 letters.
_STATEMENT = """
SELECT post.content, row_to_json(fragment)::text
FROM {asked}
JOIN accounts_user AS creator ON creator.id = post.creator_id
CROSS JOIN LATERAL (
 SELECT array_to_json(array_agg(tag.name ORDER BY item.id)) AS names
 FROM content_posttag AS item JOIN content_tag AS tag ON tag.id = item.tag_id
 WHERE item.content_object_id = post.id
) AS tags
{gallery}
CROSS JOIN LATERAL (
 SELECT (array_agg(picture) FILTER (WHERE of_post IS NULL))[1] AS avatar,
  array_to_json(array_agg(picture ORDER BY of_post) FILTER (WHERE of_post IS NOT NULL)) AS images
 FROM (
  SELECT NULL::integer, image_id, NULL FROM content_avatar WHERE user_id = creator.id
  UNION ALL
  SELECT coalesce(sort_order, 0), image_id, alt FROM content_postimage AS item WHERE {shown}
 ) AS used(of_post, image_id, alt)
 JOIN content_image AS image ON image.id = used.image_id AND image.state = 'ready'
 CROSS JOIN LATERAL (
  SELECT image.id, coalesce(used.alt, image.description) AS alt, image.width, image.height,
   image.animated, image.placeholder,
   coalesce((array_agg(plain ORDER BY place = 1, place) FILTER (WHERE kind = moving))[1], '') AS src,
   coalesce((array_agg(srcset ORDER BY place = 1, place) FILTER (WHERE kind = moving))[1], '')
    AS srcset,
   coalesce(array_to_json(array_agg(json_build_object('type', type, 'srcset', srcset) ORDER BY place)
    FILTER (WHERE kind = moving)), '[]') AS sources,
   (array_agg(plain ORDER BY place = 1, place) FILTER (WHERE kind = still))[1] AS poster
  FROM (
   SELECT kind, type, array_position(ARRAY[{preference}], type) AS place,
    string_agg(url || ' ' || width || 'w', ', ' ORDER BY width, number) AS srcset,
    coalesce(
     (array_agg(url ORDER BY width DESC, number DESC) FILTER (WHERE width <= {plain_width}))[1],
     (array_agg(url ORDER BY width, number))[1]
    ) AS plain
   FROM (
    SELECT file ->> 'kind' AS kind, file ->> 'type' AS type, number,
     (file ->> 'width')::integer AS width, %(media)s::text || (file ->> 'path') AS url
    FROM jsonb_array_elements(image.variants) WITH ORDINALITY AS listed(file, number)
   ) AS files
   WHERE type IN ({preference}) GROUP BY kind, type
  ) AS types, (
   SELECT CASE WHEN image.variants @? '$[*] ? (@.kind == "animation")'
    THEN 'animation' ELSE 'still' END AS moving,
   CASE WHEN NOT image.animated THEN NULL
    WHEN image.variants @? '$[*] ? (@.kind == "poster")' THEN 'poster' ELSE 'still' END AS still
  ) AS kinds
 ) AS picture
) AS pictures
CROSS JOIN LATERAL (
 SELECT post.id, post.title,
  json_build_object('id', creator.id, 'name', creator.name, 'avatar', pictures.avatar) AS creator,
  coalesce(tags.names, '[]') AS tags, coalesce(pictures.images, '[]') AS images, {number}
  post.availability, {created_at} AS created_at, {last_edited} AS last_edited,
  {first_published_at} AS published_at, %(site)s::text || '/post/' || post.id AS url
) AS fragment
{order}
"""
_TIME = """replace(
 to_char(post.{column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), '.000000Z', 'Z')"""
_COVERS = """CROSS JOIN LATERAL (
 SELECT count(*) AS number, (array_agg(item.id ORDER BY item.sort_order, item.id))[1] AS cover
 FROM content_postimage AS item JOIN content_image AS image ON image.id = item.image_id
 WHERE item.post_id = post.id AND image.state NOT IN ({refused})
) AS gallery"""


def _composed(**parts: str) -> str:
    """Return the statement of a list or a page. Constants stand within it, so that few values are sent."""
    times = ("created_at", "last_edited", "first_published_at")
    return _STATEMENT.format(
        **parts,
        **{column: _TIME.format(column=column) for column in times},
        preference=_literals(PREFERENCE),
        plain_width=PLAIN_WIDTH,
    )


def _literals(words: Sequence[str]) -> str:
    return ", ".join(f"'{word}'" for word in words)


_LIST = _composed(
    asked="""unnest(%(ids)s::bigint[]) WITH ORDINALITY AS asked(id, number)
JOIN content_post AS post ON post.id = asked.id AND post.live""",
    gallery=_COVERS.format(refused=_literals(REFUSED)),
    shown="item.id = gallery.cover",
    number="gallery.number AS image_count,",
    order="ORDER BY asked.number",
)
_ONE = _composed(
    asked="(SELECT * FROM content_post WHERE id = %(id)s AND live) AS post",
    gallery="",
    shown="item.post_id = post.id",
    number="",
    order="",
)


def live_briefs(ids: Sequence[int]) -> list[str]:
    """Return these posts as a list shows them, each as JSON, in order and without what is not live."""
    rows = fetch_prepared(_LIST, {"ids": list(ids), **_addresses()})
    return [_joined(fragment, _words(content)) for content, fragment in rows]


def live_post(id: int) -> str | None:
    """Return the whole post as JSON, None unless it is live."""
    for content, fragment in fetch_prepared(_ONE, {"id": id, **_addresses()}):
        return _joined(fragment, {"content": content, **_words(content)})
    return None


def _addresses() -> dict[str, str]:
    return {"site": settings.BASE_URL, "media": f"{settings.BASE_URL}{settings.MEDIA_URL}"}


def _words(content: str) -> dict[str, str]:
    """What only the parser of HTML can read from it."""
    text = text_of(content)
    return {"content_text": text, "excerpt": excerpt_of(text)}


def _joined(fragment: str, more: dict[str, str]) -> str:
    return f"{fragment[:-1]},{_write(more)[1:]}"
