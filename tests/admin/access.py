"""Reads access.md, the written table of who may do what at each address of the admin."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

from django.contrib.messages import ERROR, get_messages

if TYPE_CHECKING:
    from typing import Any

Role = Literal["visitor", "creator", "other", "moderator", "admin"]
Word = Literal["open", "reads", "acts", "onward", "sign-in", "refused", "hidden"]
TABLE = Path(__file__).with_name("access.md")
WRONG_METHOD = 405
# By the answer to GET (and HEAD), what POST may answer. 4xx: a form that says what is wrong with it.
POSTED: dict[Word, set[int]] = {
    "open": {200, 302, 400, 404, 422},
    "reads": {WRONG_METHOD},
    "acts": {200, 302, 400, 404, 422},
    "onward": {302, WRONG_METHOD},
    "sign-in": {302},
    "refused": {302, WRONG_METHOD},
    "hidden": {404, WRONG_METHOD},
}
# Addresses that Wagtail's editor sends another method to, and which.
OTHER_METHODS = {
    "dismissibles/": "patch",
    "pages/<page_id>/edit/preview/": "delete",
    "pages/add/<content_type_app_name>/<content_type_model_name>/<parent_page_id>/preview/": "delete",
    "snippets/content/post/preview/": "delete",
    "snippets/content/post/preview/<pk>/": "delete",
}


def written_table() -> dict[str, dict[Role, Word]]:
    """Return what access.md says, by route. Raises ValueError for a row that is wrong or there twice."""
    table: dict[str, dict[Role, Word]] = {}
    for route, words in _rows():
        if route in table or len(words) != len(get_args(Role)) or set(words) - set(get_args(Word)):
            raise ValueError(f"access.md: the row of {route}")
        table[route] = dict(zip(get_args(Role), words, strict=True))  # type: ignore[arg-type]  # checked
    return table


def _rows() -> Iterator[tuple[str, list[str]]]:
    for line in TABLE.read_text().splitlines():
        if line.startswith("| `"):
            route, *words = (cell.strip() for cell in line.strip("|").split("|"))
            yield route.strip("`").removeprefix("/admin/"), words


def word_for(response: "Any") -> str:
    """Return what the table calls this answer to GET; a status that it has no word for as it is."""
    status, where = response.status_code, response.headers.get("Location", "")
    if status in (301, 302):
        if where.startswith("/login?"):
            return "sign-in"
        told = any(message.level == ERROR for message in get_messages(response.wsgi_request))
        return "refused" if told else "onward"
    return {200: "reads", 404: "hidden", WRONG_METHOD: "acts"}.get(status, str(status))


def fits(word: Word, response: "Any") -> bool:
    """Whether GET, or HEAD, may be answered like this. A view may do without HEAD."""
    if response.request["REQUEST_METHOD"] == "HEAD" and response.status_code == WRONG_METHOD:
        return True
    return word_for(response) == ("reads" if word == "open" else word)
