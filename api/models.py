"""What the API itself must remember."""

from django.db import models


class IdempotencyKey(models.Model):
    """That a client's `Idempotency-Key` made something on a route, and what; for 24 hours.

    Neither body nor answer is kept: `body_hash` tells another body, and the answer is made anew from
    the object, so that erasing the object erases all of it.
    """

    client_hash = models.CharField(max_length=64)
    route = models.CharField(max_length=100)
    key = models.CharField(max_length=255)
    body_hash = models.CharField(max_length=64)
    object_id = models.BigIntegerField(null=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["client_hash", "route", "key"], name="idempotency_key_once_a_client"
            )
        ]
        indexes = [models.Index(fields=["created_at"], name="idempotency_key_oldest")]

    def __str__(self) -> str:
        return f"{self.route} {self.object_id}"
