"""What a browser sends from the editor."""

import json
from collections.abc import Sequence
from typing import Any

from content.models import Image


def contentstate(text: str) -> str:
    """Return `text` as one paragraph in the form that the rich text editor sends."""
    block = {
        "key": "a1",
        "type": "unstyled",
        "depth": 0,
        "text": text,
        "inlineStyleRanges": [],
        "entityRanges": [],
    }
    return json.dumps({"blocks": [block], "entityMap": {}})


def editor_data(
    *,
    title: str = "A walnut chair",
    text: str = "Made by hand.",
    tags: str = "wood, chair",
    images: Sequence[Image | int | str] = (),
    **extra: Any,
) -> dict[str, Any]:
    """Return the editor's form with these pictures in this order."""
    data: dict[str, Any] = {
        "title": title,
        "content": contentstate(text),
        "tags": tags,
        "gallery-TOTAL_FORMS": len(images),
        "gallery-INITIAL_FORMS": 0,
        "gallery-MIN_NUM_FORMS": 0,
        "gallery-MAX_NUM_FORMS": 12,
    }
    for position, image in enumerate(images):
        data |= {
            f"gallery-{position}-image": getattr(image, "pk", image),
            f"gallery-{position}-alt": f"View {position}",
            f"gallery-{position}-ORDER": position + 1,
        }
    return data | extra
