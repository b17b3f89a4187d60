"""Pictures get their own random key, claims by workers, and a record of files still to be deleted."""

import secrets

import django.utils.timezone
from django.db import migrations, models

import content.images.storage
import content.models.images


def give_keys(apps, schema_editor):
    Image = apps.get_model("content", "Image")
    for image in Image.objects.filter(key=None).only("pk").iterator():
        Image.objects.filter(pk=image.pk).update(key=secrets.token_hex(16))


class Migration(migrations.Migration):
    dependencies = [("content", "0002_first_rows")]

    operations = [
        migrations.CreateModel(
            name="LeftoverFiles",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=32, unique=True)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
        ),
        migrations.AddField(
            model_name="image",
            name="attempts",
            field=models.PositiveSmallIntegerField(default=0, editable=False),
        ),
        migrations.AddField(
            model_name="image",
            name="claimed_until",
            field=models.DateTimeField(
                editable=False, help_text="A worker has it in hand until then.", null=True
            ),
        ),
        migrations.AddField(
            model_name="image",
            name="key",
            field=models.CharField(editable=False, max_length=32, null=True),
        ),
        migrations.RunPython(give_keys, migrations.RunPython.noop, elidable=True),
        migrations.AlterField(
            model_name="image",
            name="key",
            field=models.CharField(
                default=content.models.images.new_key, editable=False, max_length=32, unique=True
            ),
        ),
        migrations.AlterField(
            model_name="image",
            name="file",
            field=models.ImageField(
                blank=True,
                height_field="height",
                max_length=255,
                storage=content.images.storage.MediaStorage(),
                upload_to="",
                width_field="width",
            ),
        ),
        migrations.AddIndex(
            model_name="image",
            index=models.Index(
                condition=models.Q(("state", "processing")),
                fields=["created_at"],
                name="image_waiting",
            ),
        ),
    ]
