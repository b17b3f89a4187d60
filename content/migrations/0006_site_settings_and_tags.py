"""Review modes, worry words and limits in the site's settings; old names of tags, and forbidden ones."""

import django.core.validators
import django.db.models.deletion
import wagtail.fields
from django.db import migrations, models


def make_settings(apps, schema_editor):
    """The settings exist from the start, so that nobody has to save them for the first time."""
    SiteSettings = apps.get_model("content", "SiteSettings")
    if not SiteSettings.objects.exists():
        SiteSettings.objects.create()


class Migration(migrations.Migration):

    dependencies = [
        ('content', '0005_banned_pictures_and_storage'),
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        migrations.AddField(
            model_name='sitesettings',
            name='images_per_post',
            field=models.PositiveSmallIntegerField(default=12, help_text='1 to 24. Posts that have more keep them until they are edited.', validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(24)], verbose_name='pictures a post'),
        ),
        migrations.AddField(
            model_name='sitesettings',
            name='review_mode',
            field=models.CharField(choices=[('before', 'Before a post is shown'), ('after', 'After it is shown: posts go live at once and wait in the queue'), ('skip', 'Before it is shown, except for creators with enough approved posts')], default='before', help_text='Posts that wait already go on waiting when this changes. A post that was sent back waits for a moderator again in every mode.', max_length=10, verbose_name='when moderators look'),
        ),
        migrations.AddField(
            model_name='sitesettings',
            name='storage_megabytes',
            field=models.PositiveIntegerField(default=250, help_text='For all pictures of one person, in every size. Who has more already keeps it, but cannot add to it.', validators=[django.core.validators.MinValueValidator(30), django.core.validators.MaxValueValidator(10000)], verbose_name='storage a creator, in MB'),
        ),
        migrations.AddField(
            model_name='sitesettings',
            name='trusted_after',
            field=models.PositiveSmallIntegerField(default=3, help_text='How many approved posts a creator needs before theirs go live without a look. Posts that were removed do not count.', validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(100)], verbose_name='approved posts that earn trust'),
        ),
        migrations.AddField(
            model_name='sitesettings',
            name='worry_words',
            field=models.TextField(blank=True, help_text="Words or phrases, one a line, in any case. A request with one waits until its sender confirms their address, with several for a moderator. A post with one is marked in the review, and no creator's trust spares it that.", validators=[django.core.validators.MaxLengthValidator(50000)]),
        ),
        migrations.AddField(
            model_name='tag',
            name='is_forbidden',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='tag',
            name='merged_into',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='aliases', to='content.tag'),
        ),
        migrations.AlterField(
            model_name='editorialpage',
            name='body',
            field=wagtail.fields.StreamField([('heading', 1), ('text', 3), ('image', 6), ('quote', 9), ('cta', 13), ('faq', 18), ('latest_posts', 21)], block_lookup={0: ('wagtail.blocks.CharBlock', (), {'label': 'Words', 'max_length': 120}), 1: ('wagtail.blocks.StructBlock', [[('text', 0)]], {}), 2: ('wagtail.blocks.RichTextBlock', (), {'features': ['h3', 'bold', 'italic', 'ol', 'ul', 'link'], 'label': 'Text'}), 3: ('wagtail.blocks.StructBlock', [[('html', 2)]], {}), 4: ('wagtail.images.blocks.ImageChooserBlock', (), {'help_text': 'Its description, which people hear who cannot see it, is set with the picture.', 'label': 'Picture'}), 5: ('wagtail.blocks.CharBlock', (), {'help_text': 'Shown below it. May be empty.', 'label': 'Caption', 'max_length': 200, 'required': False}), 6: ('wagtail.blocks.StructBlock', [[('image', 4), ('caption', 5)]], {}), 7: ('wagtail.blocks.TextBlock', (), {'help_text': 'Without quotation marks.', 'label': 'Words', 'max_length': 500}), 8: ('wagtail.blocks.CharBlock', (), {'label': 'Who said it', 'max_length': 120, 'required': False}), 9: ('wagtail.blocks.StructBlock', [[('text', 7), ('source', 8)]], {}), 10: ('wagtail.blocks.CharBlock', (), {'help_text': 'Beside the button.', 'label': 'Sentence', 'max_length': 200}), 11: ('wagtail.blocks.CharBlock', (), {'label': 'Words on the button', 'max_length': 40}), 12: ('wagtail.blocks.CharBlock', (), {'help_text': 'A path on this site, such as /signup, or a whole address.', 'label': 'Where it leads', 'max_length': 200}), 13: ('wagtail.blocks.StructBlock', [[('text', 10), ('label', 11), ('href', 12)]], {}), 14: ('wagtail.blocks.CharBlock', (), {'label': 'Question', 'max_length': 200}), 15: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'ol', 'ul', 'link'], 'label': 'Answer'}), 16: ('wagtail.blocks.StructBlock', [[('question', 14), ('answer_html', 15)]], {}), 17: ('wagtail.blocks.ListBlock', (16,), {'help_text': 'Each opens at a click.', 'label': 'Questions'}), 18: ('wagtail.blocks.StructBlock', [[('items', 17)]], {}), 19: ('wagtail.blocks.CharBlock', (), {'label': 'Heading', 'max_length': 120}), 20: ('wagtail.blocks.IntegerBlock', (), {'default': 6, 'help_text': '1 to 12.', 'label': 'How many', 'max_value': 12, 'min_value': 1}), 21: ('wagtail.blocks.StructBlock', [[('heading', 19), ('count', 20)]], {})}),
        ),
        migrations.AlterField(
            model_name='homepage',
            name='body',
            field=wagtail.fields.StreamField([('heading', 1), ('text', 3), ('image', 6), ('quote', 9), ('cta', 13), ('faq', 18), ('latest_posts', 21)], blank=True, block_lookup={0: ('wagtail.blocks.CharBlock', (), {'label': 'Words', 'max_length': 120}), 1: ('wagtail.blocks.StructBlock', [[('text', 0)]], {}), 2: ('wagtail.blocks.RichTextBlock', (), {'features': ['h3', 'bold', 'italic', 'ol', 'ul', 'link'], 'label': 'Text'}), 3: ('wagtail.blocks.StructBlock', [[('html', 2)]], {}), 4: ('wagtail.images.blocks.ImageChooserBlock', (), {'help_text': 'Its description, which people hear who cannot see it, is set with the picture.', 'label': 'Picture'}), 5: ('wagtail.blocks.CharBlock', (), {'help_text': 'Shown below it. May be empty.', 'label': 'Caption', 'max_length': 200, 'required': False}), 6: ('wagtail.blocks.StructBlock', [[('image', 4), ('caption', 5)]], {}), 7: ('wagtail.blocks.TextBlock', (), {'help_text': 'Without quotation marks.', 'label': 'Words', 'max_length': 500}), 8: ('wagtail.blocks.CharBlock', (), {'label': 'Who said it', 'max_length': 120, 'required': False}), 9: ('wagtail.blocks.StructBlock', [[('text', 7), ('source', 8)]], {}), 10: ('wagtail.blocks.CharBlock', (), {'help_text': 'Beside the button.', 'label': 'Sentence', 'max_length': 200}), 11: ('wagtail.blocks.CharBlock', (), {'label': 'Words on the button', 'max_length': 40}), 12: ('wagtail.blocks.CharBlock', (), {'help_text': 'A path on this site, such as /signup, or a whole address.', 'label': 'Where it leads', 'max_length': 200}), 13: ('wagtail.blocks.StructBlock', [[('text', 10), ('label', 11), ('href', 12)]], {}), 14: ('wagtail.blocks.CharBlock', (), {'label': 'Question', 'max_length': 200}), 15: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'ol', 'ul', 'link'], 'label': 'Answer'}), 16: ('wagtail.blocks.StructBlock', [[('question', 14), ('answer_html', 15)]], {}), 17: ('wagtail.blocks.ListBlock', (16,), {'help_text': 'Each opens at a click.', 'label': 'Questions'}), 18: ('wagtail.blocks.StructBlock', [[('items', 17)]], {}), 19: ('wagtail.blocks.CharBlock', (), {'label': 'Heading', 'max_length': 120}), 20: ('wagtail.blocks.IntegerBlock', (), {'default': 6, 'help_text': '1 to 12.', 'label': 'How many', 'max_value': 12, 'min_value': 1}), 21: ('wagtail.blocks.StructBlock', [[('heading', 19), ('count', 20)]], {})}),
        ),
        migrations.AlterField(
            model_name='sitesettings',
            name='disclaimer',
            field=models.TextField(default='Firsthand introduces two people and then steps aside. We handle no payment and no delivery, and we cannot check what people say. Meet in a public place, trust your judgement, and never send money ahead.', help_text='Plain text, shown beside every request form.', validators=[django.core.validators.MaxLengthValidator(2000)]),
        ),
        migrations.AddConstraint(
            model_name='tag',
            constraint=models.CheckConstraint(condition=models.Q(('merged_into__isnull', True), ('is_forbidden', False), _connector='OR'), name='alias_is_not_forbidden_itself'),
        ),
        migrations.AddConstraint(
            model_name='tag',
            constraint=models.CheckConstraint(condition=models.Q(('merged_into', models.F('id')), _negated=True), name='tag_is_not_its_own_alias'),
        ),
        migrations.RunPython(make_settings, migrations.RunPython.noop),
    ]
