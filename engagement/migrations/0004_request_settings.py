"""Limits of requests and days until they go, as the operator sets them; moderators may change them."""

import django.core.validators
from django.db import migrations, models


def make_settings(apps, schema_editor):
    """The settings exist from the start, so that nobody has to save them for the first time."""
    RequestSettings = apps.get_model("engagement", "RequestSettings")
    if not RequestSettings.objects.exists():
        RequestSettings.objects.create()


def let_moderators_change_them(apps, schema_editor):
    ContentType = apps.get_model("contenttypes", "ContentType")
    Permission = apps.get_model("auth", "Permission")
    moderators = apps.get_model("auth", "Group").objects.get(name="Moderators")
    kind, _ = ContentType.objects.get_or_create(app_label="engagement", model="requestsettings")
    for action in ("change", "view"):
        permission, _ = Permission.objects.get_or_create(
            content_type=kind,
            codename=f"{action}_requestsettings",
            defaults={"name": f"Can {action} requests and retention"},
        )
        moderators.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [
        ("engagement", "0003_find_by_address"),
        ("content", "0004_moderator_permissions"),
    ]

    operations = [
        migrations.CreateModel(
            name="RequestSettings",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "guest_requests_per_hour",
                    models.PositiveSmallIntegerField(
                        default=30,
                        help_text="Of people who are not signed in, counted by network address. Ten a minute and sixty a day is the most in any case.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(500),
                        ],
                        verbose_name="requests an hour from one guest",
                    ),
                ),
                (
                    "unconfirmed_days",
                    models.PositiveSmallIntegerField(
                        default=7,
                        help_text="Requests whose sender never confirmed their address.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(90),
                        ],
                        verbose_name="days until unconfirmed requests go",
                    ),
                ),
                (
                    "closed_days",
                    models.PositiveSmallIntegerField(
                        default=90,
                        help_text="Counted from the answer. Accepted requests stay while both accounts do.",
                        validators=[
                            django.core.validators.MinValueValidator(7),
                            django.core.validators.MaxValueValidator(3650),
                        ],
                        verbose_name="days until declined and withdrawn requests go",
                    ),
                ),
                (
                    "address_days",
                    models.PositiveSmallIntegerField(
                        default=30,
                        help_text="Notes of mail that was sent, and marks that tell one sender from another.",
                        validators=[
                            django.core.validators.MinValueValidator(7),
                            django.core.validators.MaxValueValidator(365),
                        ],
                        verbose_name="days until traces of addresses go",
                    ),
                ),
            ],
            options={
                "verbose_name": "requests and retention",
            },
        ),
        migrations.RunPython(make_settings, migrations.RunPython.noop),
        migrations.RunPython(let_moderators_change_them, migrations.RunPython.noop),
    ]
