"""Posts of suspended people are hidden, and a removal can be taken back."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("content", "0006_site_settings_and_tags"),
    ]

    operations = [
        migrations.AddField(
            model_name="post",
            name="hidden_at",
            field=models.DateTimeField(
                editable=False,
                help_text="It would be live, were its creator not suspended.",
                null=True,
            ),
        ),
        migrations.AddConstraint(
            model_name="post",
            constraint=models.CheckConstraint(
                condition=models.Q(("hidden_at", None))
                | models.Q(("live", False), ("removed_at", None)),
                name="hidden_post_is_not_live",
            ),
        ),
        migrations.RemoveConstraint(
            model_name="reviewdecision",
            name="refusal_has_a_reason",
        ),
        migrations.AlterField(
            model_name="reviewdecision",
            name="outcome",
            field=models.CharField(
                choices=[
                    ("approved", "Approved"),
                    ("changes_requested", "Changes Requested"),
                    ("removed", "Removed"),
                    ("restored", "Restored"),
                ],
                max_length=20,
            ),
        ),
        migrations.AddConstraint(
            model_name="reviewdecision",
            constraint=models.CheckConstraint(
                condition=models.Q(("outcome__in", ["approved", "restored"]))
                | models.Q(("reason", ""), _negated=True),
                name="refusal_has_a_reason",
            ),
        ),
    ]
