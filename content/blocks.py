"""The blocks that editorial pages are built of. `content.editorial` turns them into JSON."""

from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

TEXT_FEATURES = ["bold", "italic", "ol", "ul", "link"]


class Heading(blocks.StructBlock):
    text = blocks.CharBlock(max_length=120)

    class Meta:
        icon = "title"


class Text(blocks.StructBlock):
    html = blocks.RichTextBlock(features=["h3", *TEXT_FEATURES])

    class Meta:
        icon = "pilcrow"


class Picture(blocks.StructBlock):
    image = ImageChooserBlock()
    caption = blocks.CharBlock(required=False, max_length=200)

    class Meta:
        icon = "image"


class Quote(blocks.StructBlock):
    text = blocks.TextBlock(max_length=500)
    source = blocks.CharBlock(required=False, max_length=120)

    class Meta:
        icon = "openquote"


class CallToAction(blocks.StructBlock):
    text = blocks.CharBlock(max_length=200)
    label = blocks.CharBlock(max_length=40)
    href = blocks.CharBlock(
        max_length=200, help_text="A path on this site, such as /signup, or a whole address."
    )

    class Meta:
        icon = "link-external"


class Question(blocks.StructBlock):
    question = blocks.CharBlock(max_length=200)
    answer_html = blocks.RichTextBlock(features=TEXT_FEATURES)


class Questions(blocks.StructBlock):
    items = blocks.ListBlock(Question())

    class Meta:
        icon = "help"


class LatestPosts(blocks.StructBlock):
    heading = blocks.CharBlock(max_length=120)
    count = blocks.IntegerBlock(min_value=1, max_value=12, default=6)

    class Meta:
        icon = "list-ul"


class EditorialBlocks(blocks.StreamBlock):
    heading = Heading()
    text = Text()
    image = Picture()
    quote = Quote()
    cta = CallToAction()
    faq = Questions()
    latest_posts = LatestPosts()
