"""Editorial pages as JSON: which page a path means, and its blocks in the form the site draws."""

from typing import TYPE_CHECKING, Any

from wagtail.models import Page, Site
from wagtail.rich_text import expand_db_html

from content.html import clean_editorial_html
from content.querysets.pictures import REFUSED

if TYPE_CHECKING:
    from collections.abc import Callable

    from content.models import EditorialPage, HomePage, Image

    DescribeImage = Callable[[Image], dict[str, Any]]


def find_page(path: str) -> "EditorialPage | HomePage | None":
    """Return the live page at `path` ("/" or "/about"), or None."""
    site = Site.objects.select_related("root_page").filter(is_default_site=True).first()
    if site is None:
        return None
    url_path = site.root_page.url_path + "".join(f"{part}/" for part in path.split("/") if part)
    page = Page.objects.live().public().filter(url_path=url_path).first()
    return page.specific if page else None


def page_as_json(
    page: "EditorialPage | HomePage", *, describe_image: "DescribeImage"
) -> dict[str, Any]:
    """Return the page as the site draws it; `describe_image` gives a picture its public form."""
    return {
        "title": page.title,
        "seo_title": page.seo_title or page.title,
        "seo_description": page.search_description,
        "path": "/" + page.url_path.split("/", 2)[2].rstrip("/"),
        "blocks": [
            {
                "type": block.block_type,
                "value": _block_value(block.block_type, block.value, describe_image),
                "id": block.id,
            }
            for block in page.body
            if not _is_refused(block)
        ],
        "last_edited": page.last_published_at or page.latest_revision_created_at,
    }


def _block_value(block_type: str, value: Any, describe_image: "DescribeImage") -> dict[str, Any]:
    match block_type:
        case "text":
            return {"html": _rich_text(value["html"])}
        case "image":
            return {"image": describe_image(value["image"]), "caption": value["caption"]}
        case "faq":
            return {
                "items": [
                    {"question": item["question"], "answer_html": _rich_text(item["answer_html"])}
                    for item in value["items"]
                ]
            }
        case _:
            return dict(value)


def _is_refused(block: Any) -> bool:
    """Whether the block is a picture that moderators have banned since."""
    return block.block_type == "image" and block.value["image"].state in REFUSED


def _rich_text(value: Any) -> str:
    return clean_editorial_html(expand_db_html(value.source))
