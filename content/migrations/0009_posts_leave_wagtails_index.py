"""Posts are found by their own vector; what Wagtail's search index held of them goes."""

from django.db import migrations

FORGET = """
DELETE FROM wagtailsearch_indexentry USING django_content_type AS kind
WHERE kind.id = wagtailsearch_indexentry.content_type_id
    AND kind.app_label = 'content' AND kind.model = 'post'
"""


class Migration(migrations.Migration):
    dependencies = [
        ("content", "0008_posts_by_day"),
        ("wagtailsearch", "0010_add_text_fields"),
    ]
    operations = [migrations.RunSQL(FORGET, migrations.RunSQL.noop, elidable=True)]
