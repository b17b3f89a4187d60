"""Bans and held pictures, perceptual hashes, how much each picture stores, and the same bytes once a person.

Pictures from before have no perceptual hash: it would have to be made anew from their stored files. Where a
person had uploaded the same bytes several times, each copy stays as it is; only the first goes by its bytes.
"""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

COUNT_BYTES = """
UPDATE content_image SET stored_bytes =
    CASE WHEN upload <> '' THEN coalesce(file_size, 0) ELSE 0 END
    + coalesce((
        SELECT sum((variant->>'bytes')::bigint) FROM jsonb_array_elements(variants) AS variant
    ), 0)
"""
FORGET_BYTES_OF_COPIES = """
UPDATE content_image SET upload_sha256 = '' FROM (
    SELECT id, row_number() OVER (
        PARTITION BY uploaded_by_user_id, upload_sha256, is_editorial ORDER BY id
    ) AS place
    FROM content_image WHERE state <> 'rejected' AND uploaded_by_user_id IS NOT NULL
) AS copies
WHERE copies.id = content_image.id AND copies.place > 1
"""


class Migration(migrations.Migration):

    dependencies = [
        ('content', '0004_moderator_permissions'),
        ('taggit', '0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx'),
        ('wagtailcore', '0098_apitoken'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='BannedPicture',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('phash', models.BigIntegerField(editable=False, null=True)),
                ('sha256', models.CharField(editable=False, help_text='Of the uploaded bytes.', max_length=64)),
                ('reason', models.CharField(help_text='Whoever uploads it reads this.', max_length=120)),
                ('note', models.CharField(blank=True, help_text='For moderators only.', max_length=500)),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('searched_at', models.DateTimeField(editable=False, null=True)),
            ],
            options={
                'ordering': ['-created_at', '-id'],
            },
        ),
        migrations.RemoveConstraint(
            model_name='image',
            name='ready_image_has_a_size',
        ),
        migrations.RemoveConstraint(
            model_name='image',
            name='rejected_image_has_a_reason',
        ),
        migrations.AddField(
            model_name='image',
            name='held_at',
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name='image',
            name='held_distance',
            field=models.PositiveSmallIntegerField(editable=False, help_text='In how many of 64 bits it differs from the banned one.', null=True),
        ),
        migrations.AddField(
            model_name='image',
            name='let_through_at',
            field=models.DateTimeField(editable=False, help_text='A moderator said that it may stay; no search holds it.', null=True),
        ),
        migrations.AddField(
            model_name='image',
            name='phash',
            field=models.BigIntegerField(editable=False, help_text='Perceptual hash as a signed 64-bit number.', null=True),
        ),
        migrations.AddField(
            model_name='image',
            name='phash_mirror',
            field=models.BigIntegerField(editable=False, help_text='The same of the mirror image.', null=True),
        ),
        migrations.AddField(
            model_name='image',
            name='stored_bytes',
            field=models.PositiveBigIntegerField(default=0, editable=False, help_text='Of all its files, or of the upload that waits.'),
        ),
        migrations.AlterField(
            model_name='image',
            name='state',
            field=models.CharField(choices=[('processing', 'Processing'), ('ready', 'Ready'), ('rejected', 'Rejected'), ('held', 'Held')], default='processing', editable=False, max_length=10),
        ),
        migrations.AddField(
            model_name='bannedpicture',
            name='banned_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='image',
            name='held_for',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='held', to='content.bannedpicture'),
        ),
        migrations.RunSQL(COUNT_BYTES, migrations.RunSQL.noop, elidable=True),
        migrations.RunSQL(FORGET_BYTES_OF_COPIES, migrations.RunSQL.noop, elidable=True),
        migrations.AddIndex(
            model_name='image',
            index=models.Index(condition=models.Q(('is_editorial', False)), fields=['uploaded_by_user'], include=('stored_bytes', 'state'), name='image_bytes_by_owner'),
        ),
        migrations.AddIndex(
            model_name='image',
            index=models.Index(condition=models.Q(('state', 'held')), fields=['held_at'], name='image_held'),
        ),
        migrations.AddConstraint(
            model_name='image',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state__in', ['ready', 'held']), _negated=True), models.Q(('height__gt', 0), ('width__gt', 0)), _connector='OR'), name='finished_image_has_a_size'),
        ),
        migrations.AddConstraint(
            model_name='image',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state__in', ['rejected', 'held']), _negated=True), models.Q(('reason', ''), _negated=True), _connector='OR'), name='refused_image_has_a_reason'),
        ),
        migrations.AddConstraint(
            model_name='image',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('held_at__isnull', False), ('held_for__isnull', False), ('state', 'held')), models.Q(models.Q(('state', 'held'), _negated=True), ('held_at', None), ('held_for', None)), _connector='OR'), name='held_image_knows_what_for'),
        ),
        migrations.AddConstraint(
            model_name='image',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'held'), _negated=True), ('let_through_at', None), _connector='OR'), name='held_image_is_not_let_through'),
        ),
        migrations.AddConstraint(
            model_name='image',
            constraint=models.UniqueConstraint(condition=models.Q(models.Q(('state', 'rejected'), _negated=True), models.Q(('upload_sha256', ''), _negated=True)), fields=('uploaded_by_user', 'upload_sha256', 'is_editorial'), name='same_bytes_once_a_person'),
        ),
        migrations.AddIndex(
            model_name='bannedpicture',
            index=models.Index(condition=models.Q(('searched_at', None)), fields=['created_at'], name='ban_to_search_for'),
        ),
        migrations.AddConstraint(
            model_name='bannedpicture',
            constraint=models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='ban_has_a_reason'),
        ),
        migrations.AddConstraint(
            model_name='bannedpicture',
            constraint=models.CheckConstraint(condition=models.Q(('phash__isnull', False), models.Q(('sha256', ''), _negated=True), _connector='OR'), name='ban_knows_its_picture'),
        ),
        migrations.AddConstraint(
            model_name='bannedpicture',
            constraint=models.UniqueConstraint(condition=models.Q(('sha256', ''), _negated=True), fields=('sha256',), name='bytes_are_banned_once'),
        ),
    ]
