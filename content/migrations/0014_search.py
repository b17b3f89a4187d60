r"""Search has an entry for each live post, and knows the words in use: see docs/adr/0021-search.md.

Triggers keep both, in the transaction that changes a post, its tags, or its creator's name.
"""

import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
from django.db import migrations, models

# Letters without their accents, which stay the same letters however somebody's keyboard makes them; then
# those few that are no letter with an accent to Unicode but are to whoever has no such key. What is no part of
# a word becomes a space; the ranges are scripts whose vowels are marks.
FOLD = r"""
CREATE FUNCTION content_fold(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN trim(regexp_replace(
    CASE WHEN octet_length(words) = length(words) THEN lower(words) ELSE normalize(regexp_replace(
        replace(replace(replace(replace(translate(
            lower(normalize(words, NFKD) COLLATE "pg_c_utf8"),
            'øłđħıς', 'oldhiσ'
        ), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'),
        '[\u0300-\u036f]', '', 'g'
    ), NFKC) END COLLATE "pg_c_utf8",
    '[^[:alnum:]\u0900-\u0dff\u0e00-\u109f\u1780-\u17ff]+', ' ', 'g'
))
"""

# Tags that only change the look of letters stand within words; all others, and entities, between them.
# What else a search is narrowed by is in the vector, too, as words that nobody can type.
VECTOR = r"""
CREATE FUNCTION content_search_vector(post bigint) RETURNS tsvector LANGUAGE sql STABLE STRICT
RETURN (
    SELECT setweight(to_tsvector('simple', content_fold(post.title)), 'A')
        || setweight(to_tsvector('simple', content_fold(coalesce(tagged.names, ''))), 'B')
        || setweight(to_tsvector('simple', content_fold(creator.name)), 'C')
        || setweight(to_tsvector('simple', content_fold(regexp_replace(
            regexp_replace(post.content, '</?(b|strong|i|em|a)( [^>]*)?>', '', 'g'),
            '<[^>]*>|&#?\w+;', ' ', 'g'
        ))), 'D')
        || array_to_tsvector(ARRAY['@' || creator.id, '=' || post.availability]
            || coalesce(tagged.ids, '{}'))
    FROM content_post AS post
    JOIN accounts_user AS creator ON creator.id = post.creator_id
    CROSS JOIN LATERAL (
        SELECT string_agg(tag.name, ' ' ORDER BY item.id) AS names, array_agg('#' || tag.id) AS ids
        FROM content_posttag AS item JOIN content_tag AS tag ON tag.id = item.tag_id
        WHERE item.content_object_id = post.id
    ) AS tagged
    WHERE post.id = content_search_vector.post
)
"""

# A word is looked for by a statement of its own, so that the planner knows it: a common one it meets on the way
# from the newest post backwards, a rare one it reads from the index of words.
REFRESH = r"""
CREATE FUNCTION content_refresh_search(posts bigint[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    no_word CONSTANT text := '[0-9#@=]';
    former text[] := ARRAY(
        SELECT DISTINCT lexeme FROM content_searchentry CROSS JOIN unnest(vector)
        WHERE post_id = ANY(posts) AND length(lexeme) BETWEEN 3 AND 40 AND lexeme !~ no_word
    );
    present text[];
    lost text;
    is_used integer;
BEGIN
    DELETE FROM content_searchentry WHERE post_id = ANY(posts)
        AND NOT EXISTS (SELECT FROM content_post AS post WHERE post.id = post_id AND post.live);
    INSERT INTO content_searchentry AS entry (post_id, published_at, vector)
    SELECT id, first_published_at, content_search_vector(id) FROM content_post
    WHERE id = ANY(posts) AND live ORDER BY id
    ON CONFLICT (post_id) DO UPDATE
    SET published_at = excluded.published_at, vector = excluded.vector
    WHERE (entry.published_at, entry.vector)
        IS DISTINCT FROM (excluded.published_at, excluded.vector);
    present := ARRAY(
        SELECT DISTINCT lexeme FROM content_searchentry CROSS JOIN unnest(vector)
        WHERE post_id = ANY(posts) AND length(lexeme) BETWEEN 3 AND 40 AND lexeme !~ no_word
    );
    INSERT INTO content_searchword (word)
    SELECT lexeme FROM unnest(present) AS lexeme
    WHERE NOT EXISTS (SELECT FROM content_searchword WHERE word = lexeme)
    ORDER BY lexeme ON CONFLICT DO NOTHING;
    FOR lost IN SELECT unnest(former) EXCEPT SELECT unnest(present) ORDER BY 1 LOOP
        EXECUTE format(
            'SELECT 1 FROM content_searchentry WHERE vector @@ %L::tsquery'
            ' ORDER BY published_at DESC, post_id DESC LIMIT 1', lost
        ) INTO is_used;
        IF is_used IS NULL THEN
            DELETE FROM content_searchword WHERE word = lost;
        END IF;
    END LOOP;
END $$
"""

# One trigger a table and an event; `changed` is what of it search is told of.
CHANGED = {
    ("content_post", "INSERT"): "SELECT id FROM after WHERE live",
    ("content_post", "UPDATE"): """
        SELECT id FROM before AS earlier JOIN after AS later USING (id)
        WHERE earlier.live <> later.live OR later.live AND (
            earlier.title, earlier.content, earlier.first_published_at, earlier.availability
        ) IS DISTINCT FROM (
            later.title, later.content, later.first_published_at, later.availability
        )
    """,
    ("content_post", "DELETE"): "SELECT id FROM before WHERE live",
    ("content_posttag", "INSERT"): """
        SELECT post.id FROM after JOIN content_post AS post ON post.id = content_object_id
        WHERE post.live
    """,
    ("content_posttag", "UPDATE"): """
        SELECT post.id FROM after JOIN content_post AS post ON post.id = content_object_id
        WHERE post.live
    """,
    ("content_posttag", "DELETE"): """
        SELECT post.id FROM before JOIN content_post AS post ON post.id = content_object_id
        WHERE post.live
    """,
    ("accounts_user", "UPDATE"): """
        SELECT post.id FROM before AS earlier JOIN after AS later USING (id)
            JOIN content_post AS post ON post.creator_id = later.id
        WHERE earlier.name <> later.name AND post.live
    """,
}
TABLES = {
    "INSERT": "NEW TABLE AS after",
    "UPDATE": "OLD TABLE AS before NEW TABLE AS after",
    "DELETE": "OLD TABLE AS before",
}


def statements():
    yield from (FOLD, VECTOR, REFRESH)
    for (table, event), changed in CHANGED.items():
        name = f"content_search_{table}_{event.lower()}"
        yield f"""
            CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$
            DECLARE
                changed bigint[] := ARRAY({changed});
            BEGIN
                IF cardinality(changed) > 0 THEN
                    PERFORM content_refresh_search(changed);
                END IF;
                RETURN NULL;
            END $$
        """
        yield f"""
            CREATE TRIGGER content_search_{event.lower()} AFTER {event} ON {table}
            REFERENCING {TABLES[event]} FOR EACH STATEMENT EXECUTE FUNCTION {name}()
        """
    yield "SELECT content_refresh_search(array_agg(id)) FROM content_post WHERE live"


def undo():
    for table, event in CHANGED:
        yield f"DROP FUNCTION content_search_{table}_{event.lower()} CASCADE"
    for function in ("content_refresh_search", "content_search_vector", "content_fold"):
        yield f"DROP FUNCTION {function}"


class Migration(migrations.Migration):
    dependencies = [("content", "0013_list_indexes")]
    operations = [
        migrations.CreateModel(
            name="SearchEntry",
            fields=[
                (
                    "post",
                    models.OneToOneField(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="content.post",
                    ),
                ),
                ("published_at", models.DateTimeField()),
                ("vector", django.contrib.postgres.search.SearchVectorField()),
            ],
        ),
        migrations.CreateModel(
            name="SearchWord",
            fields=[
                (
                    "word",
                    models.TextField(db_collation="C", primary_key=True, serialize=False),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="searchentry",
            index=django.contrib.postgres.indexes.GinIndex(
                fastupdate=False, fields=["vector"], name="search_words"
            ),
        ),
        migrations.AddIndex(
            model_name="searchentry",
            index=models.Index(fields=["-published_at", "-post"], name="search_newest"),
        ),
        migrations.AddIndex(
            model_name="searchword",
            index=models.Index(
                models.Func(models.F("word"), function="reverse"), name="search_word_ends"
            ),
        ),
        migrations.RemoveIndex(model_name="post", name="post_search"),
        migrations.RemoveField(model_name="post", name="search_vector"),
        migrations.RunSQL(list(statements()), list(undo())),
    ]
