"""The moderators' dashboard counts the posts of the last days."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("content", "0007_hidden_posts")]
    operations = [
        migrations.AddIndex(
            model_name="post",
            index=models.Index(fields=["created_at"], name="post_by_day"),
        )
    ]
