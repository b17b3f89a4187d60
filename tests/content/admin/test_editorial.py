"""Editorial pages: every block has words in the editor, is served as JSON, and is previewed unsaved."""

import json
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from wagtail.rich_text import RichText
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield
from wagtail_headless_preview.models import PagePreview

from content.blocks import CallToAction, EditorialBlocks
from content.editorial import page_as_json
from content.models import EditorialPage, HomePage
from tests.factories import ImageFactory

pytestmark = pytest.mark.django_db


def whole_body() -> list[tuple[str, Any]]:
    image = ImageFactory.create(is_editorial=True, description="The room")
    return [
        ("heading", {"text": "Who we are"}),
        ("text", {"html": RichText("<h3>Hello</h3><p>there</p>")}),
        ("image", {"image": image, "caption": "Here"}),
        ("quote", {"text": "It works.", "source": "Maud"}),
        ("cta", {"text": "Try it", "label": "Sign up", "href": "/signup"}),
        ("faq", {"items": [{"question": "Why?", "answer_html": RichText("<p>So</p>")}]}),
        ("latest_posts", {"heading": "New", "count": 3}),
    ]


@pytest.fixture
def page() -> EditorialPage:
    home = HomePage.objects.get()
    made: EditorialPage = home.add_child(
        instance=EditorialPage(title="About", slug="about-all", body=whole_body())
    )
    return made


def test_every_block_says_what_it_is_and_what_its_fields_mean() -> None:
    for name, block in EditorialBlocks().child_blocks.items():
        assert block.meta.label, name
        assert block.meta.description, name
        for field in block.child_blocks.values():
            assert field.label, f"{name}: {field.name}"


def test_the_editor_opens_with_every_block(as_moderator: Client, page: EditorialPage) -> None:
    response = as_moderator.get(f"/admin/pages/{page.pk}/edit/")
    assert response.status_code == 200
    assert "Call to action" in response.content.decode()


def test_every_block_is_served_as_json(page: EditorialPage) -> None:
    served = page_as_json(page, describe_image=lambda image: {"alt": image.description})
    assert [block["type"] for block in served["blocks"]] == [name for name, _ in whole_body()]
    values = {block["type"]: block["value"] for block in json.loads(json.dumps(served["blocks"]))}
    assert values["cta"] == {"text": "Try it", "label": "Sign up", "href": "/signup"}
    assert values["quote"] == {"text": "It works.", "source": "Maud"}
    assert values["faq"]["items"][0]["question"] == "Why?"
    assert values["latest_posts"] == {"heading": "New", "count": 3}
    assert values["image"]["caption"] == "Here"


@pytest.mark.parametrize(
    "href", ["javascript:alert(1)", "//evil.example", "/\\evil.example", "signup", "http://", "x:y"]
)
def test_a_button_leads_nowhere_odd(href: str) -> None:
    block = CallToAction()
    with pytest.raises(ValidationError):
        block.clean(block.to_python({"text": "Go", "label": "Go", "href": href}))


@pytest.mark.parametrize("href", ["/signup", "https://example.org/x?y=1", " /about "])
def test_a_button_leads_to_a_path_or_an_address(href: str) -> None:
    block = CallToAction()
    value = block.clean(block.to_python({"text": "Go", "label": "Go", "href": href}))
    assert value["href"] == href.strip()


def test_a_moderator_previews_a_page_before_it_is_saved(
    as_moderator: Client, page: EditorialPage
) -> None:
    form = nested_form_data(
        {
            "title": "Not saved yet",
            "slug": page.slug,
            "body": streamfield([("heading", {"text": "Newer words"})]),
            "comments": inline_formset([]),
        }
    )
    url = f"/admin/pages/{page.pk}/edit/preview/"
    assert as_moderator.post(url, form).json() == {"is_valid": True, "is_available": True}
    frame = as_moderator.get(url)
    token = PagePreview.objects.get().token
    assert "/preview?content_type=content.editorialpage" in frame["Location"]
    preview = as_moderator.get("/api/preview", {"token": token}).json()
    assert preview["title"] == "Not saved yet"
    assert [block["value"] for block in preview["blocks"]] == [{"text": "Newer words"}]
    assert as_moderator.get("/api/page?path=/about-all").json()["title"] == "About"
