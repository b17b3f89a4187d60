"""What the operator sets in the admin about the site as a whole."""

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

DISCLAIMER = (
    "Firsthand introduces two people and then steps aside. We handle no payment and no delivery, "
    "and we cannot check what people say. Meet in a public place, trust your judgement, and never "
    "send money ahead."
)


@register_setting(icon="cog")
class SiteSettings(BaseGenericSetting):
    """The site's name and the words it stands behind."""

    name = models.CharField(max_length=60, default="Firsthand")
    tagline = models.CharField(
        max_length=160, default="Ask the person who has it, makes it, or knows how."
    )
    disclaimer = models.TextField(
        default=DISCLAIMER, help_text="Plain text, shown beside every request form."
    )

    panels = [FieldPanel("name"), FieldPanel("tagline"), FieldPanel("disclaimer")]

    class Meta:
        verbose_name = "site settings"
