"""A request knows whose post it is about, so that a creator's box is read from one index.

A post's creator never changes. The database writes the column, whoever writes the row.
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

KEEP = [
    """
    CREATE FUNCTION engagement_receiver_of_request() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        NEW.receiver_id := (SELECT creator_id FROM content_post WHERE id = NEW.post_id);
        RETURN NEW;
    END $$
    """,
    """
    CREATE TRIGGER engagement_receiver BEFORE INSERT OR UPDATE OF post_id, receiver_id
    ON engagement_postrequest FOR EACH ROW EXECUTE FUNCTION engagement_receiver_of_request()
    """,
    "UPDATE engagement_postrequest SET receiver_id = NULL",  # the trigger knows better
    "SET CONSTRAINTS ALL IMMEDIATE",
]
UNDO = "DROP FUNCTION engagement_receiver_of_request CASCADE"


def receiver(**options):
    return models.ForeignKey(
        db_index=False,
        editable=False,
        help_text="The post's creator, written by the database: their box is read from one index.",
        on_delete=django.db.models.deletion.CASCADE,
        related_name="requests_received",
        to=settings.AUTH_USER_MODEL,
        **options,
    )


class Migration(migrations.Migration):
    dependencies = [
        ("content", "0001_initial"),
        ("engagement", "0008_blocked_senders"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.AddField("postrequest", "receiver", receiver(null=True)),
        migrations.RunSQL(KEEP, UNDO),
        migrations.AlterField("postrequest", "receiver", receiver()),
        migrations.AddIndex(
            model_name="postrequest",
            index=models.Index(
                condition=models.Q(("delivered_at__isnull", False)),
                fields=["receiver", "-created_at", "-id"],
                name="request_received",
            ),
        ),
        migrations.AddIndex(
            model_name="postrequest",
            index=models.Index(
                condition=models.Q(("status", "new")),
                fields=["receiver", "-created_at", "-id"],
                name="request_unread",
            ),
        ),
    ]
