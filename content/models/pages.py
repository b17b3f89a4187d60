"""Editorial pages: written in Wagtail, served as JSON, drawn by the site."""

from typing import ClassVar

from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail_headless_preview.models import HeadlessMixin

from content.blocks import EditorialBlocks
from content.preview import OwnPreview


class HomePage(OwnPreview, HeadlessMixin, Page):
    """The words on the front page; one of it, at the root of the site."""

    body = StreamField(EditorialBlocks(), blank=True)

    content_panels: ClassVar = [*Page.content_panels, FieldPanel("body")]
    parent_page_types: ClassVar[list[str]] = ["wagtailcore.Page"]
    subpage_types: ClassVar[list[str]] = ["content.EditorialPage"]
    max_count = 1


class EditorialPage(OwnPreview, HeadlessMixin, Page):
    """About, terms, privacy, disclaimer, and whatever else the operator wants to say."""

    body = StreamField(EditorialBlocks())

    content_panels: ClassVar = [*Page.content_panels, FieldPanel("body")]
    parent_page_types: ClassVar[list[str]] = ["content.HomePage"]
    subpage_types: ClassVar[list[str]] = []
