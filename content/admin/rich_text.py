"""Wagtail's rich text editor, deaf to what no editor would send."""

from typing import TYPE_CHECKING, Any

from wagtail.admin.rich_text import DraftailRichTextArea

if TYPE_CHECKING:
    from django.http import QueryDict
    from django.utils.datastructures import MultiValueDict


class SturdyRichTextArea(DraftailRichTextArea):
    """Draftail's field. A body that is not its JSON counts as empty, where Wagtail's own would raise."""

    def value_from_datadict(
        self, data: "QueryDict", files: "MultiValueDict[str, Any]", name: str
    ) -> str | None:
        try:
            return super().value_from_datadict(data, files, name)
        except (ValueError, KeyError, TypeError, AttributeError, IndexError):
            return ""
