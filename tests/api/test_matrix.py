"""Who may do what: every route of posts, requests and images, for every role, on own, other's and absent."""

from collections.abc import Callable, Mapping

import pytest

from tests.api.conftest import Api, assert_problem
from tests.factories import ImageFactory, PostFactory, PostRequestFactory

ABSENT = 999_999_999
EDIT = {"title": "T", "content": "C", "tags": [], "images": []}
REASON = {"reason": "Say more."}

# Route, then the status for: anonymous, a stranger, the creator, a moderator.
HIDDEN_POST = {
    ("GET", "", None): (404, 404, 200, 200),
    ("PUT", "", "edit"): (401, 404, 200, 403),
    ("PATCH", "", "edit"): (401, 404, 200, 403),
    ("DELETE", "", None): (401, 404, 204, 204),
    ("POST", "/submit", None): (401, 404, 200, 403),
    ("POST", "/withdraw", None): (401, 404, 409, 403),
    ("POST", "/approve", None): (401, 404, 403, 409),
    ("POST", "/reject", "reason"): (401, 404, 403, 409),
}
LIVE_POST = {
    ("GET", "", None): (200, 200, 200, 200),
    ("PUT", "", "edit"): (401, 403, 200, 403),
    ("PATCH", "", "edit"): (401, 403, 200, 403),
    ("DELETE", "", None): (401, 403, 204, 204),
    ("POST", "/submit", None): (401, 403, 409, 403),
    ("POST", "/withdraw", None): (401, 403, 409, 403),
    ("POST", "/approve", None): (401, 403, 403, 409),
    ("POST", "/reject", "reason"): (401, 403, 403, 409),
}
IN_REVIEW = {
    ("POST", "/submit", None): (401, 404, 409, 403),
    ("POST", "/withdraw", None): (401, 404, 200, 403),
    ("POST", "/approve", None): (401, 404, 403, 200),
    ("POST", "/reject", "reason"): (401, 404, 403, 200),
}
BODIES = {None: None, "edit": EDIT, "reason": REASON}
ROLES = ("anonymous", "stranger", "creator", "moderator")


def cases(
    routes: Mapping[tuple[str, str, str | None], tuple[int, ...]],
) -> list[tuple[object, ...]]:
    return [
        (role, *route, status)
        for route, statuses in routes.items()
        for role, status in zip(ROLES, statuses, strict=True)
    ]


@pytest.fixture
def client_of(request: pytest.FixtureRequest) -> Callable[[str], Api]:
    return request.getfixturevalue


def check(response: object, status: int) -> None:
    if status >= 400:
        assert_problem(response, status)  # type: ignore[arg-type]  # the test client's response
    else:
        assert response.status_code == status  # type: ignore[attr-defined]  # as above


@pytest.mark.parametrize(("role", "method", "suffix", "body", "status"), cases(HIDDEN_POST))
def test_hidden_post(
    client_of: Callable[[str], Api],
    creator: Api,
    role: str,
    method: str,
    suffix: str,
    body: str,
    status: int,
) -> None:
    post = PostFactory.create(creator=creator.user)
    check(client_of(role).call(method, f"/api/post/{post.pk}{suffix}", BODIES[body]), status)


@pytest.mark.parametrize(("role", "method", "suffix", "body", "status"), cases(LIVE_POST))
def test_live_post(
    client_of: Callable[[str], Api],
    creator: Api,
    role: str,
    method: str,
    suffix: str,
    body: str,
    status: int,
) -> None:
    post = PostFactory.create(creator=creator.user, live=True)
    check(client_of(role).call(method, f"/api/post/{post.pk}{suffix}", BODIES[body]), status)


@pytest.mark.parametrize(("role", "method", "suffix", "body", "status"), cases(IN_REVIEW))
def test_post_in_review(
    client_of: Callable[[str], Api],
    creator: Api,
    role: str,
    method: str,
    suffix: str,
    body: str,
    status: int,
) -> None:
    post = PostFactory.create(creator=creator.user, in_review=True)
    check(client_of(role).call(method, f"/api/post/{post.pk}{suffix}", BODIES[body]), status)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize(
    ("method", "path", "body"),
    [(method, f"/api/post/{ABSENT}{suffix}", body) for method, suffix, body in HIDDEN_POST]
    + [
        ("GET", f"/api/request/{ABSENT}", None),
        ("PATCH", f"/api/request/{ABSENT}", None),
        ("PUT", f"/api/request/{ABSENT}", None),
        ("DELETE", f"/api/request/{ABSENT}", None),
        ("POST", f"/api/request/{ABSENT}/release", None),
        ("GET", f"/api/image/{ABSENT}", None),
        ("DELETE", f"/api/image/{ABSENT}", None),
        ("PATCH", f"/api/notification/{ABSENT}", None),
        ("GET", "/api/post/99999999999999999999999999", None),
        ("GET", f"/api/user/{ABSENT}", None),
    ],
)
def test_absent(
    client_of: Callable[[str], Api], role: str, method: str, path: str, body: str | None
) -> None:
    signed_out_write = role == "anonymous" and method != "GET"
    response = client_of(role).call(method, path, BODIES[body])
    assert_problem(response, 401 if signed_out_write else 404)


REQUEST = {
    ("GET", ""): {
        "anonymous": 404,
        "stranger": 404,
        "creator": 200,
        "moderator": 404,
        "sender": 200,
    },
    ("PATCH", ""): {
        "anonymous": 401,
        "stranger": 404,
        "creator": 200,
        "moderator": 404,
        "sender": 200,
    },
    ("DELETE", ""): {
        "anonymous": 401,
        "stranger": 404,
        "creator": 403,
        "moderator": 404,
        "sender": 204,
    },
    ("POST", "/release"): {
        "anonymous": 401,
        "stranger": 404,
        "creator": 403,
        "moderator": 404,
        "sender": 403,
    },
}


@pytest.mark.parametrize(
    ("role", "method", "suffix", "status"),
    [(role, *route, status) for route, row in REQUEST.items() for role, status in row.items()],
)
def test_request(
    client_of: Callable[[str], Api], creator: Api, role: str, method: str, suffix: str, status: int
) -> None:
    sent = PostRequestFactory.create(post=PostFactory.create(creator=creator.user, live=True))
    client = Api(sent.user) if role == "sender" else client_of(role)
    check(client.call(method, f"/api/request/{sent.pk}{suffix}", {}), status)


IMAGE = {
    "unused": {"GET": (404, 404, 200, 200), "DELETE": (401, 404, 204, 404)},
    "hidden": {"GET": (404, 404, 200, 200), "DELETE": (401, 404, 409, 404)},
    "live": {"GET": (200, 200, 200, 200), "DELETE": (401, 404, 409, 404)},
}


@pytest.mark.parametrize(
    ("where", "method", "role", "status"),
    [
        (where, method, role, status)
        for where, methods in IMAGE.items()
        for method, statuses in methods.items()
        for role, status in zip(ROLES, statuses, strict=True)
    ],
)
def test_image(
    client_of: Callable[[str], Api], creator: Api, where: str, method: str, role: str, status: int
) -> None:
    if where == "unused":
        image = ImageFactory.create(uploaded_by_user=creator.user)
    else:
        post = PostFactory.create(creator=creator.user, pictures=1, live=where == "live")
        image = post.gallery.get().image
    check(client_of(role).call(method, f"/api/image/{image.pk}"), status)
