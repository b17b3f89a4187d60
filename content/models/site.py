"""What the operator sets in the admin about the site as a whole."""

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator, MaxValueValidator, MinValueValidator
from django.db import models
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel
from wagtail.contrib.settings.models import register_setting

from content import limits
from content.models.cached_settings import CachedSettings
from content.worry import parse_worry_words

DISCLAIMER = (
    "Firsthand introduces two people and then steps aside. We handle no payment and no delivery, "
    "and we cannot check what people say. Meet in a public place, trust your judgement, and never "
    "send money ahead."
)
DISCLAIMER_LENGTH = 2000
WORRY_WORDS_LENGTH = 50_000


def _between(least: int, most: int) -> list[MinValueValidator | MaxValueValidator]:
    return [MinValueValidator(least), MaxValueValidator(most)]


@register_setting(icon="cog", order=10)
class SiteSettings(CachedSettings):
    """The site's name, the words it stands behind, how posts are reviewed, and what people may store."""

    class ReviewMode(models.TextChoices):
        BEFORE = "before", "Before a post is shown"
        AFTER = "after", "After it is shown: posts go live at once and wait in the queue"
        SKIP = "skip", "Before it is shown, except for creators with enough approved posts"

    name = models.CharField(max_length=60, default="Firsthand")
    tagline = models.CharField(
        max_length=160, default="Ask the person who has it, makes it, or knows how."
    )
    disclaimer = models.TextField(
        default=DISCLAIMER,
        validators=[MaxLengthValidator(DISCLAIMER_LENGTH)],
        help_text="Plain text, shown beside every request form.",
    )
    review_mode = models.CharField(
        "when moderators look",
        max_length=10,
        choices=ReviewMode,
        default=ReviewMode.BEFORE,
        help_text="Posts that wait already go on waiting when this changes. "
        "A post that was sent back waits for a moderator again in every mode.",
    )
    trusted_after = models.PositiveSmallIntegerField(
        "approved posts that earn trust",
        default=3,
        validators=_between(1, limits.MOST_APPROVALS_ASKED),
        help_text="How many approved posts a creator needs before theirs go live without a look. "
        "Posts that were removed do not count.",
    )
    worry_words = models.TextField(
        blank=True,
        validators=[MaxLengthValidator(WORRY_WORDS_LENGTH)],
        help_text="Words or phrases, one a line, in any case. A request with one waits until its "
        "sender confirms their address, with several for a moderator. A post with one is marked "
        "in the review, and no creator's trust spares it that.",
    )
    images_per_post = models.PositiveSmallIntegerField(
        "pictures a post",
        default=limits.IMAGES_PER_POST,
        validators=_between(1, limits.MOST_IMAGES_PER_POST),
        help_text=f"1 to {limits.MOST_IMAGES_PER_POST}. Posts that have more keep them until they "
        "are edited.",
    )
    storage_megabytes = models.PositiveIntegerField(
        "storage a creator, in MB",
        default=limits.STORAGE_BYTES // limits.MEGABYTE,
        validators=_between(limits.LEAST_STORAGE_MEGABYTES, limits.MOST_STORAGE_MEGABYTES),
        help_text="For all pictures of one person, in every size. Who has more already keeps it, "
        "but cannot add to it.",
    )

    panels: ClassVar = [
        MultiFieldPanel(
            [FieldPanel("name"), FieldPanel("tagline"), FieldPanel("disclaimer")],
            heading="What the site says of itself",
        ),
        MultiFieldPanel(
            [
                FieldPanel("review_mode"),
                FieldPanel("trusted_after"),
                FieldPanel("worry_words"),
                HelpPanel(
                    "<p>The reasons moderators choose from when they send a post back are a list "
                    "of their own: Settings, Review reasons.</p>"
                ),
            ],
            heading="Review",
        ),
        MultiFieldPanel(
            [FieldPanel("images_per_post"), FieldPanel("storage_megabytes")],
            heading="Limits",
        ),
    ]

    class Meta:
        verbose_name = "site settings"

    def __str__(self) -> str:
        return "Site settings"

    def clean(self) -> None:
        super().clean()
        try:
            self.worry_words = "\n".join(parse_worry_words(self.worry_words))
        except ValueError as error:
            raise ValidationError({"worry_words": str(error)}) from error

    @property
    def worry_list(self) -> list[str]:
        """The worry words, in lower case."""
        return self.worry_words.splitlines()

    @property
    def storage_bytes(self) -> int:
        return self.storage_megabytes * limits.MEGABYTE
