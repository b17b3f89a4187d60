"""Examples for the OpenAPI document, by operation: what is sent, and what comes back."""

from typing import Any

PICTURE = {
    "id": 7,
    "alt": "A chair with a wicker seat",
    "width": 1600,
    "height": 1200,
    "animated": False,
    "placeholder": "1QcSHQRnh493V4dIh4eXh1h4kJUI",
    "src": "https://firsthand.example/media/images/7f/7fb5/1280-9f2e.webp",
    "srcset": "https://firsthand.example/media/images/7f/7fb5/1280-9f2e.webp 1280w",
    "sources": [
        {
            "type": "image/avif",
            "srcset": "https://firsthand.example/media/images/7f/7fb5/1280-11c0.avif 1280w",
        }
    ],
    "poster": None,
}
POST = {
    "id": 12,
    "title": "A chair",
    "content": "<p>Made of oak, by hand.</p>",
    "content_text": "Made of oak, by hand.",
    "excerpt": "Made of oak, by hand.",
    "creator": {"id": 3, "name": "Mara", "avatar": None},
    "tags": ["furniture", "oak"],
    "images": [PICTURE],
    "availability": "open",
    "created_at": "2026-11-20T09:30:00Z",
    "last_edited": "2026-11-20T09:30:00Z",
    "published_at": "2026-11-20T12:00:00Z",
    "url": "https://firsthand.example/post/12",
}
BRIEF = {name: value for name, value in POST.items() if name != "content"} | {"image_count": 1}
REQUEST = {
    "id": 31,
    "post": {"id": 12, "title": "A chair"},
    "user": None,
    "name": "Jon",
    "email": "jon@example.org",
    "message": "Could you make another one, a little lower?",
    "note": "",
    "status": "new",
    "created_at": "2026-11-21T08:00:00Z",
    "last_edited": "2026-11-21T08:00:00Z",
}
WRITTEN = {"title": "A chair", "content": "<p>Made of oak, by hand.</p>", "tags": ["oak"]}
ASKED = {name: REQUEST[name] for name in ("name", "email", "message")} | {"post": 12}

SENT: dict[str, Any] = {
    "create_user": {"name": "Jon", "email": "jon@example.org", "password": "a-long-one-of-yours"},
    "create_post": WRITTEN | {"submit": True},
    "replace_post": WRITTEN | {"images": []},
    "update_post": {"availability": "reserved"},
    "reject_post": {"reason": "Please tell how large it is."},
    "create_request": ASKED,
    "update_request": {"status": "accepted", "note": "Gladly. Shall we say Saturday?"},
    "update_notification": {"read": True},
    "report_post": {"reason": "spam"},
}
ANSWERED: dict[str, Any] = {
    "list_posts": {"results": [BRIEF], "next": None, "previous": None},
    "get_post": POST,
    "get_image": {"id": 7, "state": "processing", "reason": None},
    "upload_image": {"id": 7, "state": "processing", "reason": None},
    "create_user": {"email": "jon@example.org", "verification": "sent"},
    "create_request": REQUEST,
    "get_request": REQUEST,
    "list_requests": {"results": [REQUEST], "next": None, "previous": None},
    "list_tags": {"results": [{"name": "oak", "post_count": 4}], "next": None, "previous": None},
}
