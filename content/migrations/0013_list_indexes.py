"""An index for each order and filter of the lists: see docs/adr/0022-indexes-and-feeds.md."""

import django.db.models.deletion
import django.db.models.expressions
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("content", "0012_feeds"),
        ("wagtailcore", "0098_apitoken"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="post",
            name="post_by_creator",
        ),
        migrations.AlterField(
            model_name="post",
            name="creator",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="posts",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddIndex(
            model_name="post",
            index=models.Index(
                condition=models.Q(("live", True)),
                fields=["availability", "-first_published_at", "-id"],
                name="post_live_availability",
            ),
        ),
        migrations.AddIndex(
            model_name="post",
            index=models.Index(
                condition=models.Q(("live", True)),
                fields=["creator", "-first_published_at", "-id"],
                name="post_live_creator",
            ),
        ),
        migrations.AddIndex(
            model_name="post",
            index=models.Index(fields=["creator", "-created_at", "-id"], name="post_own"),
        ),
        migrations.AddIndex(
            model_name="tag",
            index=models.Index(
                django.db.models.expressions.CombinedExpression(
                    models.F("live_count"), "*", models.Value(-1)
                ),
                models.F("name"),
                condition=models.Q(("live_count__gt", 0)),
                name="tag_most_used",
            ),
        ),
    ]
