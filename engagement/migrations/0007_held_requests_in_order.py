"""The moderators' queue reads held requests in the order in which they came."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("engagement", "0006_appeals")]
    operations = [
        migrations.AddIndex(
            model_name="postrequest",
            index=models.Index(
                fields=["created_at", "id"],
                condition=models.Q(status="held"),
                name="request_held",
            ),
        )
    ]
