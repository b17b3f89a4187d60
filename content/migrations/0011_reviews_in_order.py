"""The moderators' queue reads the reviews under way in the order in which they began.

The index is on Wagtail's table, so that its own migrations never see it. It holds what waits and no more.
"""

from django.db import migrations

MAKE = """
CREATE INDEX content_review_in_order ON wagtailcore_taskstate (started_at)
WHERE status = 'in_progress'
"""


class Migration(migrations.Migration):
    dependencies = [
        ("content", "0010_find_alike"),
        ("wagtailcore", "0098_apitoken"),
    ]
    operations = [migrations.RunSQL(MAKE, "DROP INDEX content_review_in_order")]
