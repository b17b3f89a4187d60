"""Bad input to every route: a problem document with the field, never a 500."""

import json
from typing import Any

import pytest

from tests.api.conftest import Api, assert_problem
from tests.factories import ImageFactory, PostFactory, PostRequestFactory

NUL, SURROGATE, HUGE = "a\x00b", "a\ud800b", 10**30
POST = {"title": "T", "content": "<p>C</p>", "tags": ["a"], "images": []}
SENT = {"post": 1, "name": "V", "email": "v@example.net", "message": "Hello"}
PERSON = {"name": "N", "email": "n@example.org", "password": "a long enough phrase"}


class Routes:
    """Real things to be written to, so that only the body is wrong."""

    def __init__(self, user: Any) -> None:
        post = PostFactory.create(creator=user)
        waiting = PostFactory.create(creator=user, in_review=True)
        received = PostRequestFactory.create(post=PostFactory.create(creator=user, live=True))
        self.paths = {
            "POST user": "/api/user",
            "PATCH user": "/api/user/me",
            "DELETE user": "/api/user/me",
            "POST post": "/api/post",
            "PUT post": f"/api/post/{post.pk}",
            "PATCH post": f"/api/post/{post.pk}",
            "POST reject": f"/api/post/{waiting.pk}/reject",
            "POST request": "/api/request",
            "PATCH request": f"/api/request/{received.pk}",
            "PUT request": f"/api/request/{received.pk}",
            "POST confirm": f"/api/request/{received.pk}/confirm",
        }


WRITES = [
    "POST user",
    "PATCH user",
    "DELETE user",
    "POST post",
    "PUT post",
    "PATCH post",
    "POST reject",
    "POST request",
    "PATCH request",
    "PUT request",
    "POST confirm",
]


def client_for(route: str, creator: Api, moderator: Api) -> Api:
    if route in ("POST user", "POST request", "POST confirm"):
        return Api()
    return moderator if route == "POST reject" else creator


@pytest.mark.parametrize("route", WRITES)
def test_malformed_bodies(creator: Api, moderator: Api, route: str) -> None:
    client = client_for(route, creator, moderator)
    path, method = Routes(creator.user).paths[route], route.split()[0]
    json_type = "application/json"
    for body in (
        b"{",
        b"[]",
        b'"text"',
        b"null",
        b"7",
        b"\xff\xfe",
        b'{"title": "\xff"}',
        b'{"a": NaN}',
        b"[" * 100_000,
        b'{"a":' * 5000,
        b'{"a": ' + b"9" * 5000 + b"}",
    ):
        assert_problem(client.http.generic(method, path, body, content_type=json_type), 400)
    assert_problem(
        client.http.generic(method, path, b" " * (1024 * 1024 + 1), content_type=json_type), 413
    )
    for other in ("text/plain", "application/xml", "application/x-www-form-urlencoded", "", "///"):
        assert_problem(client.http.generic(method, path, b"a=b", content_type=other), 415)


BAD_IDS: tuple[Any, ...] = ("1", 1.5, True, None, [], 0, -1, HUGE, 1)
BAD_ALTS: tuple[Any, ...] = (7, None, "x" * 256, NUL)
# Route, what else is sent, the field, and what does not fit in it.
WRONG_FIELDS: list[tuple[str, dict[str, Any], str, tuple[Any, ...]]] = [
    ("POST post", POST, "title", ("", "  ", "x" * 121, 7, True, None, [], {}, NUL, SURROGATE)),
    ("POST post", POST, "content", ("", "<p></p>", "x" * 20_001, 7, None, [], NUL, SURROGATE)),
    ("POST post", POST, "content", ("<script>alert(1)</script>", "<img src=x onerror=y>")),
    ("POST post", POST, "tags", ("a", 7, None, {}, [str(n) for n in range(11)])),
    ("POST post", POST, "tags.0", ([""], ["#"], ["x" * 41], [7], [None], [[]], [NUL], [SURROGATE])),
    ("POST post", POST, "images", ("a", 7, {}, [{"id": 1}] * 13, [{"id": 1}] * 200)),
    ("POST post", POST, "images.0.id", tuple([{"id": bad}] for bad in BAD_IDS)),
    ("POST post", POST, "images.0.alt", tuple([{"id": 1, "alt": bad}] for bad in BAD_ALTS)),
    ("POST post", POST, "submit", ("yes", 1, None, [])),
    ("PATCH post", {}, "availability", ("sold", "", 7, None, [], {}, SURROGATE)),
    ("PATCH post", {}, "title", ("", 7, NUL)),
    ("PATCH post", {}, "images.0.id", ([{}], [{"alt": "x"}], [{"id": "1"}])),
    ("PUT post", POST, "images.0.id", ([{}], [{"alt": "x"}])),
    ("POST reject", {"reason": "r"}, "reason", ("", " ", "x" * 1001, 7, None, NUL)),
    ("POST reject", {"reason": "r"}, "code", ("nope", "x" * 41, 7, None, NUL)),
    ("POST request", SENT, "post", ("1", 0, -1, HUGE, 1.5, True, None, [], {})),
    ("POST request", SENT, "name", ("", "x" * 81, 7, None, [], NUL, SURROGATE)),
    ("POST request", SENT, "email", ("", "no", "a@b", 7, None, "x" * 250 + "@a.org", NUL)),
    ("POST request", SENT, "message", ("", " \n ", "x" * 4001, 7, None, {}, NUL, SURROGATE)),
    ("POST request", SENT, "proof", (7, None, "x" * 2001, NUL)),
    ("PATCH request", {}, "status", ("held", "new", "", 7, None, [], {})),
    ("PATCH request", {}, "note", ("x" * 1001, 7, None, NUL, SURROGATE)),
    ("POST confirm", {}, "token", ("", "x" * 301, 7, None, NUL)),
    ("PATCH user", {}, "name", ("", " ", "x" * 81, 7, None, NUL, SURROGATE)),
    ("PATCH user", {}, "bio", ("x" * 1001, 7, None, NUL)),
    ("PATCH user", {}, "avatar", ("1", 0, HUGE, True, [], 999_999)),
    ("PATCH user", {}, "notifications", ("a", 7, None, [])),
    ("PATCH user", {}, "notifications.news", ({"news": "on"}, {"news": 1}, {"news": None})),
    ("POST user", PERSON, "name", ("", "x" * 81, 7, None, NUL, SURROGATE)),
    ("POST user", PERSON, "email", ("", "no", 7, None, NUL, SURROGATE, "é" * 300 + "@a.org")),
    ("POST user", PERSON, "password", ("", "short", "12345678", 7, None, NUL, SURROGATE)),
    ("DELETE user", {}, "password", ("", "wrong", 7, None, NUL, SURROGATE, "x" * 2000)),
]


def test_wrong_fields(creator: Api, moderator: Api) -> None:
    paths = Routes(creator.user).paths
    cases = [(*row[:3], wrong) for row in WRONG_FIELDS for wrong in row[3]]
    for route, rest, field, wrong in cases:
        client = client_for(route, creator, moderator)
        body = rest | {field.split(".")[0]: wrong}
        response = client.call(route.split()[0], paths[route], body)
        try:
            assert_problem(response, 400, field)
        except AssertionError as error:
            raise AssertionError(
                f"{route} {field}={str(wrong)[:40]!r}: {response.content!r}"
            ) from error


LISTS = ["/api/post", "/api/user", "/api/tag", "/api/request", "/api/notification"]


@pytest.mark.parametrize(
    ("path", "field"),
    [
        *[
            (f"{path}?limit={wrong}", "limit")
            for path in LISTS
            for wrong in ("0", "101", "x", "", "-1", "1.5", "٣")
        ],
        *[
            (f"{path}?cursor={wrong}", "cursor")
            for path in LISTS
            for wrong in ("x", "", "%00", "a:b:c", "%ff")
        ],
        ("/api/post?user=x", "user"),
        ("/api/post?user=9999999999999999999", "user"),
        ("/api/post?user=99999999999999999999999", "user"),
        ("/api/post?user=", "user"),
        ("/api/post?availability=sold", "availability"),
        ("/api/post?state=odd", "state"),
        ("/api/post?q=a%00b", "q"),
        ("/api/post?q=" + "x" * 201, "q"),
        ("/api/post?tag=a%00b", "tag.0"),
        ("/api/post?tag=", "tag.0"),
        ("/api/post?" + "&".join(f"tag={n}" for n in range(11)), "tag"),
        ("/api/tag?q=a%00b", "q"),
        ("/api/tag?q=" + "x" * 41, "q"),
        ("/api/request?box=odd", "box"),
        ("/api/request?status=odd", "status"),
        ("/api/request?post=x", "post"),
        ("/api/request?post=" + "9" * 30, "post"),
        ("/api/page", "path"),
        ("/api/page?path=%00", "path"),
        ("/api/preview", "token"),
        ("/api/preview?token=%00", "token"),
    ],
)
def test_malformed_queries(creator: Api, path: str, field: str) -> None:
    assert_problem(creator.get(path), 400, field)


@pytest.mark.parametrize(
    "query",
    [
        "q=%ff%fe",
        "q='",
        "q=a%26b%7C!()<>:*",
        "q=" + "x " * 90,
        "q=%E2%80%AE",
        "odd=1",
        "q=!!!",
        "tag=%ff",
    ],
)
def test_odd_queries_find_nothing_and_break_nothing(anonymous: Api, query: str) -> None:
    assert anonymous.get(f"/api/post?{query}").status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/api",
        "/api/",
        "/api/nothing",
        "/api/post/",
        "/api/post/x",
        "/api/post/-1",
        "/api/user/you",
        "/api/post/1%00",
        "/nothing",
        "/media/images/x.avif",
        "/media/../manage.py",
        "/media/%00",
        "/api/%ff",
        "/api/preview?token=nonsense",
        "/api/page?path=/nothing",
    ],
)
def test_unknown_addresses(anonymous: Api, path: str) -> None:
    assert_problem(anonymous.get(path), 404)


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("PUT", "/api/post"),
        ("POST", "/api/post/1"),
        ("GET", "/api/post/1/submit"),
        ("DELETE", "/api/site"),
        ("PATCH", "/api/tag"),
        ("POST", "/api/user/me"),
        ("TRACE", "/api/post"),
        ("PROPFIND", "/api/post"),
    ],
)
def test_methods_that_a_route_does_not_have(anonymous: Api, method: str, path: str) -> None:
    response = anonymous.call(method, path)
    assert_problem(response, 405)
    assert response["Allow"]


@pytest.mark.parametrize("key", ["", "x" * 256, "é", "a\tb"])
def test_malformed_idempotency_keys(creator: Api, key: str) -> None:
    assert_problem(creator.post("/api/post", POST, Idempotency_Key=key), 400, "Idempotency-Key")


def test_malformed_uploads(creator: Api) -> None:
    upload, form = "/api/image", "multipart/form-data; boundary=x"
    for body, content_type in (
        (b"", form),
        (b"nonsense", form),
        (b"--x\r\n\r\n", form),
        (b"--x", "multipart/form-data"),
        (b'--x\r\nContent-Disposition: form-data; name="file"\r\n\r\nno file\r\n--x--\r\n', form),
        (
            b'--x\r\nContent-Disposition: form-data; name="file"; filename=""\r\n\r\n\r\n--x--\r\n',
            form,
        ),
    ):
        response = creator.http.generic("POST", upload, body, content_type=content_type)
        assert_problem(response, 400)
    assert_problem(creator.post(upload, {"file": "x"}), 415)


def test_signed_out_writes_are_401_whatever_they_hold(anonymous: Api) -> None:
    for method, path in (
        ("POST", "/api/post"),
        ("POST", "/api/image"),
        ("PUT", "/api/post/1"),
        ("PATCH", "/api/user/1"),
        ("DELETE", "/api/user/me"),
        ("PATCH", "/api/notification/1"),
        ("POST", "/api/post/1/approve"),
        ("DELETE", "/api/image/1"),
    ):
        assert_problem(
            anonymous.http.generic(method, path, b"\xff{", content_type="application/json"), 401
        )


def test_script_in_every_text_is_only_text(creator: Api, anonymous: Api, moderator: Api) -> None:
    script = "<script>alert('x')</script><img src=x onerror=alert(1)>"
    assert (
        creator.patch("/api/user/me", {"name": script[:80], "bio": script}).json()["bio"] == script
    )
    post = PostFactory.create(creator=creator.user, live=True)
    image = ImageFactory.create(uploaded_by_user=creator.user)
    edit = {
        "title": script,
        "content": f"<p>a</p>{script}",
        "images": [{"id": image.pk, "alt": script}],
    }
    saved = creator.patch(f"/api/post/{post.pk}", edit)
    assert saved["Content-Type"] == "application/json"
    assert saved["X-Content-Type-Options"] == "nosniff"
    assert "script" not in saved.json()["content"]
    assert "onerror" not in saved.json()["content"]
    assert saved.json()["images"][0]["alt"] == script
    sent = {"post": post.pk, "name": script[:80], "email": "v@example.net", "message": script}
    assert anonymous.post("/api/request", sent).json()["message"] == script
    creator.post(f"/api/post/{post.pk}/submit")
    rejected = moderator.post(f"/api/post/{post.pk}/reject", {"reason": script})
    assert rejected.json()["review"]["reason"] == script


def test_stale_session_is_a_401(creator: Api) -> None:
    creator.http.cookies["sessionid"] = "x" * 32
    assert_problem(creator.get("/api/user/me"), 401)
    assert_problem(creator.post("/api/post", POST), 401)
    assert json.loads(creator.get("/api/post").content)["results"] == []
