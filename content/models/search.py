"""What posts are found by. The database's triggers write both tables (0014_search): no code writes here."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F, Func


class SearchEntry(models.Model):
    """A live post's words: those of its title before its tags before its creator's name before its text.

    Beside the post, so that writing the post's other columns writes no word again, and so that ranking reads
    no text.
    """

    post = models.OneToOneField(
        "content.Post",
        related_name="+",
        primary_key=True,
        on_delete=models.DO_NOTHING,
        db_constraint=False,
    )
    published_at = models.DateTimeField()
    vector = SearchVectorField()

    wagtail_reference_index_ignore = True

    class Meta:
        indexes = [
            GinIndex(fields=["vector"], name="search_words", fastupdate=False),
            models.Index(fields=["-published_at", "-post"], name="search_newest"),
        ]

    def __str__(self) -> str:
        return f"Words of {self.post_id}"


class SearchWord(models.Model):
    """A word of some live post, by which a mistyped one is set right."""

    word = models.TextField(primary_key=True, db_collation="C")

    class Meta:
        indexes = [models.Index(Func(F("word"), function="reverse"), name="search_word_ends")]

    def __str__(self) -> str:
        return self.word
