"""A hundred thousand posts and what belongs to them, straight into the tables.

The lists that are read page after page hold more than 40,000 rows each: page 2,000 of twenty rows. What
triggers keep is written here, too, since they would take longer than all the rest; that they keep it well is
for tests/content/test_feeds.py to say.
"""

from django.contrib.contenttypes.models import ContentType
from django.db import connection

from accounts.models import User
from content.models import Post
from tests.factories import UserFactory

TABLES = (
    *("accounts_user", "content_post", "content_posttag", "content_tag", "content_tagfeed"),
    *("content_creator", "content_searchentry", "content_searchword", "content_image"),
    *("content_postimage", "content_reviewdecision", "engagement_postrequest"),
    *("engagement_notification", "wagtailcore_workflowstate"),
)
FIRST = 10_000_000  # ids from here on are ours: the nth of each kind is FIRST + n
ME = FIRST + 1  # half of the posts are this one's, and all requests are to them
SENDER = FIRST + 3000
WOOD, OAK = FIRST + 1, FIRST + 2

_STATEMENTS = (
    """
    INSERT INTO accounts_user (id, password, is_superuser, email, name, bio, is_active, created_at,
        notify_requests, notify_reviews, notify_reminders, notify_news)
    SELECT {first} + n, '!', false, 'many' || n || '@example.org', 'Person ' || n, '', true,
        now() - n * interval '1 minute', true, true, true, false
    FROM generate_series(1, 50000) AS n
    """,
    """
    INSERT INTO content_post (id, creator_id, title, content, availability, live, created_at,
        last_edited, first_published_at, has_unpublished_changes, expired, locked)
    SELECT {first} + n, {first} + CASE WHEN n % 2 = 0 THEN 1 ELSE n / 2 + 2 END, 'A chair ' || n,
        '<p>Of walnut.</p>', CASE WHEN n % 5 < 3 THEN 'open' ELSE 'given' END, n % 50 > 0,
        now() - n * interval '1 minute', now(), now() - n * interval '1 minute', false, false, false
    FROM generate_series(1, 100000) AS n
    """,
    """
    INSERT INTO content_tag (id, name, slug, is_forbidden, live_count)
    SELECT {first} + n, 'tag ' || n, 'tag-' || n, false, CASE WHEN n < 3 THEN 49000 ELSE 1 END
    FROM generate_series(1, 45000) AS n
    """,
    """
    INSERT INTO content_posttag (tag_id, content_object_id)
    SELECT {first} + tag, {first} + n FROM generate_series(1, 100000) AS n,
        unnest(CASE WHEN n % 2 = 0 THEN ARRAY[1, 2] WHEN n < 90000 THEN ARRAY[n / 2 + 3] END) AS tag
    WHERE tag <= 45000
    """,
    """
    INSERT INTO content_tagfeed
    SELECT tag_id, first_published_at, post.id, availability
    FROM content_post AS post JOIN content_posttag ON content_object_id = post.id WHERE live
    """,
    """
    INSERT INTO content_creator (user_id, joined_at, live_count)
    SELECT person.id, person.created_at, count(*)
    FROM content_post AS post JOIN accounts_user AS person ON person.id = creator_id
    WHERE live GROUP BY person.id
    """,
    """
    INSERT INTO content_searchentry (post_id, published_at, vector)
    SELECT id, first_published_at, (format(
        '''chair'':2A ''number%s'':3A ''some%s'':6D ''walnut'':%s ''@%s'' ''=%s'' %s',
        id - {first}, id % 300,
        CASE WHEN id % 7 = 0 THEN '4B' ELSE '5D' END, creator_id, availability,
        CASE WHEN id % 2 = 0 THEN '''#{wood}'' ''#{oak}''' END
    ))::tsvector FROM content_post WHERE live AND id > {first}
    """,
    """
    INSERT INTO content_searchword (word)
    SELECT translate(n::text, '0123456789', 'abcdefghij') || 'word' FROM generate_series(1, 20000) AS n
    """,
    """
    INSERT INTO content_image (id, title, description, created_at, file_hash, file, width, height,
        state, reason, animated, placeholder, variants, upload, upload_sha256, is_public,
        is_editorial, collection_id, attempts, key, stored_bytes, uploaded_by_user_id)
    SELECT {first} + n, 'Picture', '', now(), '', '', 640, 320, 'ready', '', false, '',
        '[{{"kind": "still", "type": "image/webp", "path": "a", "width": 640, "bytes": 9}}]', '',
        n::text, true, false, (SELECT min(id) FROM wagtailcore_collection), 0, lpad(n::text, 32, '0'),
        9, {first} + n
    FROM generate_series(1, 20000) AS n
    """,
    """
    INSERT INTO content_postimage (sort_order, alt, image_id, post_id)
    SELECT 0, '', {first} + n, {first} + n * 5 FROM generate_series(1, 20000) AS n
    """,
    """
    INSERT INTO content_reviewdecision (outcome, code, reason, created_at, post_id)
    SELECT 'approved', '', '', now(), {first} + n * 2 FROM generate_series(1, 20000) AS n
    """,
    """
    INSERT INTO wagtailcore_workflowstate (status, created_at, object_id, workflow_id,
        content_type_id, base_content_type_id)
    SELECT 'approved', now(), ({first} + n)::text, (SELECT min(id) FROM wagtailcore_workflow),
        {post_type}, {post_type}
    FROM generate_series(1, 20000) AS n
    """,
    """
    INSERT INTO engagement_postrequest (post_id, user_id, receiver_id, name, email, message, note,
        status, risk, signals, text_hash, created_at, last_edited, delivered_at)
    SELECT {first} + CASE WHEN n > 45000 THEN n ELSE 2000 END, {sender}, {me},
        'Guest', 'guest@example.net', 'Hello', '',
        CASE WHEN n > 45000 THEN 'held' WHEN n % 50 = 0 THEN 'new' ELSE 'accepted' END, 0, '[]', '',
        now() - n * interval '1 minute', now(), CASE WHEN n <= 45000 THEN now() END
    FROM generate_series(1, 90000) AS n
    """,
    """
    INSERT INTO engagement_notification (user_id, kind, post_id, created_at)
    SELECT {me}, 'post_approved', {first} + 2, now() - n * interval '1 minute'
    FROM generate_series(1, 42000) AS n
    """,
)


def write_many_posts() -> tuple[User, User, User]:
    """Write them, and return whose half of them is, who sent every request, and a moderator.

    Triggers and foreign keys stay off until the caller's transaction is rolled back.
    """
    moderator = UserFactory.create(moderator=True)
    given = {
        "first": FIRST,
        "me": ME,
        "sender": SENDER,
        "wood": WOOD,
        "oak": OAK,
        "post_type": ContentType.objects.get_for_model(Post).pk,
    }
    with connection.cursor() as cursor:
        for table in TABLES:
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER ALL")
        # Nothing is known yet about tables that were just filled: joined row by row they would take minutes.
        cursor.execute("SET LOCAL enable_nestloop = off")
        for statement in _STATEMENTS:
            cursor.execute(statement.format(**given))
        cursor.execute("SET LOCAL enable_nestloop = on")
        cursor.execute(f"ANALYZE {', '.join(TABLES)}")
    me, sender = User.objects.in_bulk([ME, SENDER]).values()
    return me, sender, moderator
