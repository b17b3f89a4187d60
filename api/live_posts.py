"""Live posts as everybody who is not signed in reads them, written out as JSON by PostgreSQL.

One statement for a page or a post, whatever it holds. The fields are those of `api.post_shapes`, which shapes
the same for everybody else; tests/api/test_live_posts.py holds them side by side.
"""

import json
from collections.abc import Sequence
from typing import Any

from django.conf import settings

from api.pictures import PLAIN_WIDTH, PREFERENCE
from content.html import excerpt_of, text_of
from content.querysets.pictures import REFUSED
from content.querysets.prepared import fetch_prepared

# The JSON of `image`, a row of content_image, as `api.pictures.picture_of` has it.
_PICTURE = """(
    SELECT row_to_json(picture) FROM (
        SELECT image.id, {alt} AS alt, image.width, image.height, image.animated, image.placeholder,
            coalesce((array_agg(plain ORDER BY place = 1, place) FILTER (WHERE kind = shown))[1], '')
                AS src,
            coalesce((array_agg(srcset ORDER BY place = 1, place) FILTER (WHERE kind = shown))[1], '')
                AS srcset,
            coalesce(array_to_json(array_agg(
                json_build_object('type', type, 'srcset', srcset) ORDER BY place
            ) FILTER (WHERE kind = shown)), '[]') AS sources,
            (array_agg(plain ORDER BY place = 1, place) FILTER (WHERE kind = still))[1] AS poster
        FROM (
            SELECT kind, type, array_position(%(preference)s::text[], type) AS place,
                string_agg(url || ' ' || width || 'w', ', ' ORDER BY width, number) AS srcset,
                coalesce(
                    (array_agg(url ORDER BY width DESC, number DESC)
                        FILTER (WHERE width <= %(plain_width)s))[1],
                    (array_agg(url ORDER BY width, number))[1]
                ) AS plain
            FROM (
                SELECT file ->> 'kind' AS kind, file ->> 'type' AS type, number,
                    (file ->> 'width')::integer AS width,
                    %(media)s::text || (file ->> 'path') AS url
                FROM jsonb_array_elements(image.variants) WITH ORDINALITY AS listed(file, number)
            ) AS files
            WHERE type = ANY(%(preference)s::text[])
            GROUP BY kind, type
        ) AS types, (
            SELECT CASE WHEN image.variants @? '$[*] ? (@.kind == "animation")'
                    THEN 'animation' ELSE 'still' END AS shown,
                CASE WHEN NOT image.animated THEN NULL
                    WHEN image.variants @? '$[*] ? (@.kind == "poster")'
                    THEN 'poster' ELSE 'still' END AS still
        ) AS kinds
    ) AS picture
)"""
_TIME = """replace(
    to_char({column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), '.000000Z', 'Z'
)"""
_SHARED = """
    post.id, post.title,
    json_build_object('id', creator.id, 'name', creator.name, 'avatar', (
        SELECT {avatar}
        FROM content_avatar AS avatar JOIN content_image AS image ON image.id = avatar.image_id
        WHERE avatar.user_id = creator.id AND image.state = 'ready'
    )) AS creator,
    coalesce((
        SELECT array_to_json(array_agg(tag.name ORDER BY item.id))
        FROM content_posttag AS item JOIN content_tag AS tag ON tag.id = item.tag_id
        WHERE item.content_object_id = post.id
    ), '[]') AS tags,
    post.availability, {created} AS created_at, {edited} AS last_edited, {published} AS published_at,
    %(site)s::text || '/post/' || post.id AS url
"""
_LIST = """
SELECT post.content, row_to_json(fragment)::text
FROM unnest(%(ids)s::bigint[]) WITH ORDINALITY AS asked(id, number)
JOIN content_post AS post ON post.id = asked.id AND post.live
JOIN accounts_user AS creator ON creator.id = post.creator_id
CROSS JOIN LATERAL (
    SELECT count(*) AS number, (array_agg(item.id ORDER BY item.sort_order, item.id))[1] AS cover
    FROM content_postimage AS item JOIN content_image AS image ON image.id = item.image_id
    WHERE item.post_id = post.id AND image.state <> ALL(%(refused)s::text[])
) AS gallery
CROSS JOIN LATERAL (
    SELECT {shared}, gallery.number AS image_count, coalesce((
        SELECT json_build_array({picture})
        FROM content_postimage AS item JOIN content_image AS image ON image.id = item.image_id
        WHERE item.id = gallery.cover AND image.state = 'ready'
    ), '[]') AS images
) AS fragment
ORDER BY asked.number
"""
_ONE = """
SELECT post.content, row_to_json(fragment)::text
FROM content_post AS post JOIN accounts_user AS creator ON creator.id = post.creator_id
CROSS JOIN LATERAL (
    SELECT {shared}, coalesce((
        SELECT array_to_json(array_agg({picture} ORDER BY item.sort_order))
        FROM content_postimage AS item JOIN content_image AS image ON image.id = item.image_id
        WHERE item.post_id = post.id AND image.state = 'ready'
    ), '[]') AS images
) AS fragment
WHERE post.id = %(id)s AND post.live
"""


def _composed(statement: str) -> str:
    times = {"created": "created_at", "edited": "last_edited", "published": "first_published_at"}
    shared = _SHARED.format(
        avatar=_PICTURE.format(alt="image.description"),
        **{name: _TIME.format(column=f"post.{column}") for name, column in times.items()},
    )
    return statement.format(shared=shared, picture=_PICTURE.format(alt="item.alt"))


_LIST, _ONE = _composed(_LIST), _composed(_ONE)


def live_briefs(ids: Sequence[int]) -> list[str]:
    """Return these posts as a list shows them, each as JSON, in order and without what is not live."""
    rows = fetch_prepared(_LIST, {"ids": list(ids), "refused": list(REFUSED), **_settled()})
    return [_joined(fragment, _words(content)) for content, fragment in rows]


def live_post(id: int) -> str | None:
    """Return the whole post as JSON, None unless it is live."""
    for content, fragment in fetch_prepared(_ONE, {"id": id, **_settled()}):
        return _joined(fragment, {"content": content, **_words(content)})
    return None


def _settled() -> dict[str, Any]:
    return {
        "site": settings.BASE_URL,
        "media": f"{settings.BASE_URL}{settings.MEDIA_URL}",
        "preference": list(PREFERENCE),
        "plain_width": PLAIN_WIDTH,
    }


def _words(content: str) -> dict[str, str]:
    """What only the parser of HTML can read from it."""
    text = text_of(content)
    return {"content_text": text, "excerpt": excerpt_of(text)}


def _joined(fragment: str, more: dict[str, str]) -> str:
    return f"{fragment[:-1]},{json.dumps(more, ensure_ascii=False)[1:]}"
