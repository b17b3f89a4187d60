"""What no schema can tell Schemathesis: values that exist. Only what is meant to be valid is touched."""

import string
import time
from io import BytesIO
from typing import Any

import requests
import schemathesis
from hypothesis import strategies as st
from PIL import Image
from schemathesis.transport.serialization import Binary


def picture() -> bytes:
    content = BytesIO()
    Image.new("RGB", (400, 300), "olive").save(content, "PNG")
    return content.getvalue()


# Long enough, nothing that anybody else would choose.
schemathesis.openapi.format("password", st.text(string.ascii_letters, min_size=16, max_size=64))
schemathesis.openapi.format("cursor", st.just("from-an-answer"))
# The only files that the API takes are pictures.
schemathesis.openapi.format("binary", st.builds(picture).map(Binary))


@schemathesis.hook
def before_call(context: Any, case: Any, kwargs: dict[str, Any]) -> None:
    """Replace what only stands for something that exists by something that does."""
    if case.meta is None or not case.meta.generation.mode.is_positive:
        return
    if case.query and "cursor" in case.query:
        feed_cursor(case, kwargs)
    if isinstance(case.body, dict):
        feed_body(case, case.body, kwargs)


def feed_cursor(case: Any, kwargs: dict[str, Any]) -> None:
    """Give it the cursor that this very list answers with; none where there is one page."""
    query = {name: value for name, value in case.query.items() if name != "cursor"}
    page = ask(case, kwargs, "GET", case.path, params=query | {"limit": 1})
    following = page.json().get("next") if page.ok else None
    case.query.pop("cursor")
    if following:
        case.query["cursor"] = requests.utils.unquote(following.split("cursor=")[1].split("&")[0])


def feed_body(case: Any, body: dict[str, Any], kwargs: dict[str, Any]) -> None:
    """Name pictures of one's own, a reason that is in use, and, for a guest, a name and address."""
    if body.get("avatar") is not None:
        body["avatar"] = ready_picture(case, kwargs)
    if body.get("images"):
        body["images"] = [body["images"][0] | {"id": own_picture(case, kwargs)}]
    if case.path.endswith("/reject"):
        body.pop("code", None)
    if case.path == "/api/request":
        body.setdefault("name", "Guest")
        body.setdefault("email", "guest@example.org")


def own_picture(case: Any, kwargs: dict[str, Any]) -> int:
    """Return the id of a picture of whoever asks: the same file is always the same picture."""
    made = ask(case, kwargs, "POST", "/api/image", files={"file": picture()})
    number: int = made.json()["id"] if made.ok else 1
    return number


def ready_picture(case: Any, kwargs: dict[str, Any]) -> int:
    """Return the same once its sizes are there: only then it can be a face."""
    number = own_picture(case, kwargs)
    for _ in range(300):
        if ask(case, kwargs, "GET", f"/api/image/{number}").json().get("state") != "processing":
            break
        time.sleep(0.1)
    return number


def ask(case: Any, kwargs: dict[str, Any], method: str, path: str, **more: Any) -> Any:
    """Ask the same server as the same person."""
    names = ("X-Session-Token",)
    given = {**(kwargs.get("headers") or {}), **(case.headers or {})}
    headers = {name: str(given[name]) for name in names if name in given}
    return requests.request(
        method, f"{case.operation.base_url}{path}", headers=headers, timeout=30, **more
    )
