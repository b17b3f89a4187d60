"""What the database does not do by itself about search."""

from django.db import connection

_FORGET = """
DELETE FROM content_searchword WHERE NOT EXISTS (
    SELECT FROM ts_stat('SELECT vector FROM content_searchentry') AS used
    WHERE used.word = content_searchword.word
)
"""


def forget_unused_words() -> int:
    """Delete the words that stand in no live post any more, and return how many; looks at every post's."""
    with connection.cursor() as cursor:
        cursor.execute(_FORGET)
        return int(cursor.rowcount)
