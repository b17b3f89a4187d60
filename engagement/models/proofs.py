"""Proofs of work that have been used: each opens one door once."""

from django.db import models


class SpentProof(models.Model):
    """A solved challenge that came with a request. Kept in the database, not in Redis, so that it is
    spent exactly when its request is stored, and so that single use holds while Redis is down.
    """

    challenge = models.CharField(max_length=64, primary_key=True)
    spent_at = models.DateTimeField(auto_now_add=True, db_index=True)

    def __str__(self) -> str:
        return self.challenge
