"""Lists are read in order from an index, and counts are stored: see docs/adr/0022-indexes-and-feeds.md.

The triggers run once a statement, so that a bulk load costs them one statement too. Tags and creators are
locked in the order of their ids before they are counted: two who publish do not wait for each other in a circle.
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import F, Q

TAG_FEED = """
CREATE TABLE content_tagfeed (
    tag_id bigint NOT NULL,
    published_at timestamptz NOT NULL,
    post_id bigint NOT NULL,
    availability varchar(10) NOT NULL,
    PRIMARY KEY (tag_id, published_at, post_id) INCLUDE (availability)
)
"""

POSTS_CHANGED = """
CREATE FUNCTION content_posts_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO content_tagfeed
        SELECT item.tag_id, post.first_published_at, post.id, post.availability
        FROM after AS post JOIN content_posttag AS item ON item.content_object_id = post.id
        WHERE post.live;
        PERFORM content_count_of_creators(array_agg(creator_id), array_agg(1))
        FROM after WHERE live;
    ELSIF TG_OP = 'DELETE' THEN
        DELETE FROM content_tagfeed AS feed
        USING before AS post JOIN content_posttag AS item ON item.content_object_id = post.id
        WHERE feed.tag_id = item.tag_id AND feed.published_at = post.first_published_at
            AND feed.post_id = post.id;
        PERFORM content_count_of_creators(array_agg(creator_id), array_agg(-1))
        FROM before WHERE live;
    ELSIF EXISTS (
        SELECT FROM before AS earlier JOIN after AS later USING (id)
        WHERE (earlier.live, earlier.first_published_at, earlier.availability, earlier.creator_id)
            IS DISTINCT FROM (later.live, later.first_published_at, later.availability, later.creator_id)
    ) THEN
        DELETE FROM content_tagfeed AS feed
        USING before AS earlier JOIN after AS later USING (id)
            JOIN content_posttag AS item ON item.content_object_id = earlier.id
        WHERE feed.tag_id = item.tag_id AND feed.published_at = earlier.first_published_at
            AND feed.post_id = earlier.id AND earlier.live
            AND (later.live, later.first_published_at) IS DISTINCT FROM (true, earlier.first_published_at);
        UPDATE content_tagfeed AS feed SET availability = later.availability
        FROM before AS earlier JOIN after AS later USING (id)
            JOIN content_posttag AS item ON item.content_object_id = earlier.id
        WHERE feed.tag_id = item.tag_id AND feed.published_at = later.first_published_at
            AND feed.post_id = earlier.id AND earlier.live AND earlier.availability <> later.availability;
        INSERT INTO content_tagfeed
        SELECT item.tag_id, later.first_published_at, later.id, later.availability
        FROM before AS earlier JOIN after AS later USING (id)
            JOIN content_posttag AS item ON item.content_object_id = later.id
        WHERE later.live
            AND (earlier.live, earlier.first_published_at) IS DISTINCT FROM (true, later.first_published_at);
        PERFORM content_count_of_creators(array_agg(creator_id), array_agg(step)) FROM (
            SELECT creator_id, -1 AS step FROM before WHERE live
            UNION ALL SELECT creator_id, 1 FROM after WHERE live
        ) AS changes;
    END IF;
    RETURN NULL;
END $$
"""

COUNT_OF_CREATORS = """
CREATE FUNCTION content_count_of_creators(creators bigint[], steps integer[]) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM content_creator WHERE user_id = ANY(creators)
    ORDER BY user_id FOR NO KEY UPDATE;
    INSERT INTO content_creator AS creator (user_id, joined_at, live_count)
    SELECT person.id, person.created_at, sum(step)
    FROM unnest(creators, steps) AS given(id, step) JOIN accounts_user AS person USING (id)
    GROUP BY person.id HAVING sum(step) > 0 ORDER BY person.id
    ON CONFLICT (user_id) DO UPDATE SET live_count = creator.live_count + excluded.live_count;
    UPDATE content_creator SET live_count = live_count + change.step
    FROM (
        SELECT id, sum(step) AS step FROM unnest(creators, steps) AS given(id, step)
        GROUP BY id HAVING sum(step) < 0
    ) AS change
    WHERE user_id = change.id;
END $$
"""

POST_TAGS_CHANGED = """
CREATE FUNCTION content_post_tags_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        DELETE FROM content_tagfeed AS feed
        USING before AS item JOIN content_post AS post ON post.id = item.content_object_id
        WHERE feed.tag_id = item.tag_id AND feed.published_at = post.first_published_at
            AND feed.post_id = post.id AND post.live;
    END IF;
    IF TG_OP <> 'DELETE' THEN
        INSERT INTO content_tagfeed
        SELECT item.tag_id, post.first_published_at, post.id, post.availability
        FROM after AS item JOIN content_post AS post ON post.id = item.content_object_id
        WHERE post.live;
    END IF;
    RETURN NULL;
END $$
"""

COUNT_OF_TAGS = """
CREATE FUNCTION content_feed_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM content_tag WHERE id IN (SELECT tag_id FROM changed)
    ORDER BY id FOR NO KEY UPDATE;
    UPDATE content_tag SET live_count = live_count
        + CASE TG_OP WHEN 'INSERT' THEN change.number ELSE -change.number END
    FROM (SELECT tag_id, count(*) AS number FROM changed GROUP BY tag_id) AS change
    WHERE id = change.tag_id;
    RETURN NULL;
END $$
"""

TRIGGERS = [
    f"""
    CREATE TRIGGER {name}_{event.lower()} AFTER {event} ON {table} REFERENCING {tables}
    FOR EACH STATEMENT EXECUTE FUNCTION {function}()
    """
    for name, table, function in (
        ("content_feed", "content_post", "content_posts_changed"),
        ("content_feed", "content_posttag", "content_post_tags_changed"),
    )
    for event, tables in (
        ("INSERT", "NEW TABLE AS after"),
        ("UPDATE", "OLD TABLE AS before NEW TABLE AS after"),
        ("DELETE", "OLD TABLE AS before"),
    )
] + [
    f"""
    CREATE TRIGGER content_count_{event.lower()} AFTER {event} ON content_tagfeed
    REFERENCING {table} AS changed FOR EACH STATEMENT EXECUTE FUNCTION content_feed_changed()
    """
    for event, table in (("INSERT", "NEW TABLE"), ("DELETE", "OLD TABLE"))
]

FILL = [
    """
    INSERT INTO content_tagfeed
    SELECT item.tag_id, post.first_published_at, post.id, post.availability
    FROM content_post AS post JOIN content_posttag AS item ON item.content_object_id = post.id
    WHERE post.live
    """,
    """
    INSERT INTO content_creator (user_id, joined_at, live_count)
    SELECT post.creator_id, min(person.created_at), count(*)
    FROM content_post AS post JOIN accounts_user AS person ON person.id = post.creator_id
    WHERE post.live GROUP BY post.creator_id
    """,
]

UNDO = """
DROP FUNCTION content_posts_changed CASCADE;
DROP FUNCTION content_post_tags_changed CASCADE;
DROP FUNCTION content_feed_changed CASCADE;
DROP FUNCTION content_count_of_creators CASCADE;
DROP TABLE content_tagfeed;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("content", "0011_reviews_in_order"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.AddField(
            model_name="tag",
            name="live_count",
            field=models.IntegerField(
                default=0,
                db_default=0,
                editable=False,
                help_text="How many live posts carry it; the database counts.",
            ),
        ),
        migrations.CreateModel(
            name="Creator",
            fields=[
                (
                    "user",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="creator_row",
                        serialize=False,
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("joined_at", models.DateTimeField(help_text="When the account was made.")),
                ("live_count", models.IntegerField(help_text="How many live posts there are.")),
            ],
        ),
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL(
                    [
                        TAG_FEED,
                        COUNT_OF_CREATORS,
                        POSTS_CHANGED,
                        POST_TAGS_CHANGED,
                        COUNT_OF_TAGS,
                        *TRIGGERS,
                        *FILL,
                    ],
                    UNDO,
                )
            ],
            state_operations=[
                migrations.CreateModel(
                    name="TagFeed",
                    fields=[
                        (
                            "pk",
                            models.CompositePrimaryKey(
                                "tag",
                                "published_at",
                                "post",
                                blank=True,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        (
                            "tag",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="feed",
                                to="content.tag",
                            ),
                        ),
                        ("published_at", models.DateTimeField()),
                        (
                            "post",
                            models.ForeignKey(
                                db_constraint=False,
                                db_index=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="content.post",
                            ),
                        ),
                        ("availability", models.CharField(max_length=10)),
                    ],
                )
            ],
        ),
        migrations.AddIndex(
            model_name="creator",
            index=models.Index(
                F("joined_at").desc(),
                F("user").desc(),
                condition=Q(live_count__gt=0),
                name="creator_newest",
            ),
        ),
    ]
