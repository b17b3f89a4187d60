"""The blocks that editorial pages are built of. `content.editorial` turns them into JSON."""

from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

TEXT_FEATURES = ["bold", "italic", "ol", "ul", "link"]
WEB = ("http", "https")
NO_TARGET = ValidationError(
    "Give a path on this site that begins with /, or a whole address with https://."
)


class Heading(blocks.StructBlock):
    text = blocks.CharBlock(max_length=120, label="Words")

    class Meta:
        icon = "title"
        label = "Heading"
        description = "Begins a new part of the page."


class Text(blocks.StructBlock):
    html = blocks.RichTextBlock(features=["h3", *TEXT_FEATURES], label="Text")

    class Meta:
        icon = "pilcrow"
        label = "Text"
        description = "Paragraphs, lists and links."


class Picture(blocks.StructBlock):
    image = ImageChooserBlock(
        label="Picture",
        help_text="Its description, which people hear who cannot see it, is set with the picture.",
    )
    caption = blocks.CharBlock(
        required=False, max_length=200, label="Caption", help_text="Shown below it. May be empty."
    )

    class Meta:
        icon = "image"
        label = "Picture"
        description = "One picture across the page."


class Quote(blocks.StructBlock):
    text = blocks.TextBlock(max_length=500, label="Words", help_text="Without quotation marks.")
    source = blocks.CharBlock(required=False, max_length=120, label="Who said it")

    class Meta:
        icon = "openquote"
        label = "Quote"
        description = "Somebody's words, set apart."


class CallToAction(blocks.StructBlock):
    text = blocks.CharBlock(max_length=200, label="Sentence", help_text="Beside the button.")
    label = blocks.CharBlock(max_length=40, label="Words on the button")
    href = blocks.CharBlock(
        max_length=200,
        label="Where it leads",
        help_text="A path on this site, such as /signup, or a whole address.",
    )

    class Meta:
        icon = "link-external"
        label = "Call to action"
        description = "A sentence and a button."

    def clean(self, value: Any) -> Any:
        value = super().clean(value)
        value["href"] = value["href"].strip()
        if not _leads_somewhere(value["href"]):
            raise blocks.StructBlockValidationError(block_errors={"href": NO_TARGET})
        return value


def _leads_somewhere(href: str) -> bool:
    """Whether this is a path on this site or an address on the web; nothing else is a button's to open."""
    if href.startswith("/"):
        return not href.startswith("//") and "\\" not in href
    try:
        parts = urlsplit(href)
    except ValueError:
        return False
    return parts.scheme in WEB and bool(parts.hostname)


class Question(blocks.StructBlock):
    question = blocks.CharBlock(max_length=200, label="Question")
    answer_html = blocks.RichTextBlock(features=TEXT_FEATURES, label="Answer")

    class Meta:
        icon = "help"
        label = "Question"


class Questions(blocks.StructBlock):
    items = blocks.ListBlock(Question(), label="Questions", help_text="Each opens at a click.")

    class Meta:
        icon = "help"
        label = "Questions and answers"
        description = "A list of questions that open one by one."


class LatestPosts(blocks.StructBlock):
    heading = blocks.CharBlock(max_length=120, label="Heading")
    count = blocks.IntegerBlock(
        min_value=1, max_value=12, default=6, label="How many", help_text="1 to 12."
    )

    class Meta:
        icon = "list-ul"
        label = "Latest posts"
        description = "The newest posts, always up to date."


class EditorialBlocks(blocks.StreamBlock):
    heading = Heading()
    text = Text()
    image = Picture()
    quote = Quote()
    cta = CallToAction()
    faq = Questions()
    latest_posts = LatestPosts()
