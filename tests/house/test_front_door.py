"""What the front door adds to, keeps from and answers instead of the servers behind it."""

import http.client
import json
import socket
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing, suppress
from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest

from deploy.local.programs import http_status
from tests.stack import Stack, wait_until

MEGABYTE = 1024 * 1024


@dataclass
class Answer:
    status: int
    headers: http.client.HTTPMessage
    body: bytes


def ask(
    house: Stack,
    path: str,
    *,
    body: bytes | list[bytes] | None = None,
    headers: dict[str, str] | None = None,
    method: str = "",
) -> Answer:
    """Send a request with the path exactly as it is written; with a body it is a POST.

    As browsers and curl do, it looks for an answer also when the server closes before all is sent.
    """
    connection = http.client.HTTPConnection("127.0.0.1", house.port, timeout=30)
    try:
        with suppress(BrokenPipeError, ConnectionResetError):
            connection.request(
                method or ("GET" if body is None else "POST"),
                path,
                body=body,
                headers=headers or {},
            )
        response = connection.getresponse()
        return Answer(response.status, response.headers, response.read())
    finally:
        connection.close()


@pytest.mark.parametrize("path", ["/", "/login", "/api/site", "/admin/login/", "/api/post/1", "/x"])
def test_every_answer_has_the_security_headers_once(house: Stack, path: str) -> None:
    headers = ask(house, path).headers
    assert headers.get_all("X-Content-Type-Options") == ["nosniff"]
    assert len(headers.get_all("Referrer-Policy") or []) == 1
    assert len(headers.get_all("X-Frame-Options") or []) == 1
    assert "frame-ancestors" in headers["Content-Security-Policy"]
    assert "Server" not in headers


@pytest.mark.parametrize(
    "path",
    [
        "/metrics",
        "/metrics/",
        "//metrics",
        "/%6detrics",
        "/api/../metrics",
        "/api/%2e%2e/metrics",
        "/api/..%2fmetrics",
        "/admin/../metrics",
    ],
)
def test_metrics_are_not_for_visitors(house: Stack, path: str) -> None:
    answer = ask(house, path)
    assert answer.status == 404
    assert b"firsthand_http" not in answer.body


def test_metrics_add_up_what_every_process_counts(house: Stack) -> None:
    """Asked inside, past the front door, and whichever of the API's processes answers."""
    inside = urlsplit(house.state["environ"]["API_URL"])

    def count() -> float:
        connection = http.client.HTTPConnection(str(inside.hostname), inside.port or 0, timeout=30)
        with closing(connection):
            connection.request("GET", "/metrics")
            text = connection.getresponse().read().decode()
        return sum(
            float(line.rpartition(" ")[2])
            for line in text.splitlines()
            if line.startswith("firsthand_http_requests_total") and 'route="api/tag"' in line
        )

    before = count()
    for _ in range(20):
        ask(house, "/api/tag")
    assert {count() for _ in range(5)} == {before + 20}


JSON = {"Content-Type": "application/json"}


@pytest.mark.parametrize(
    ("path", "megabytes"),
    [
        ("/api/post", 2),
        ("/_allauth/browser/v1/auth/login", 2),
        ("/api/image", 27),
        ("/api/image", 100),
        ("/api/post", 100),
    ],
)
def test_a_body_that_is_too_large_is_refused_as_a_problem(
    house: Stack, path: str, megabytes: int
) -> None:
    answer = ask(house, path, body=b"x" * megabytes * MEGABYTE, headers=JSON)
    assert answer.status == 413
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert json.loads(answer.body)["status"] == 413


def test_an_answer_comes_through_whether_or_not_the_body_was_read(house: Stack) -> None:
    """Refused by its size, by the API unread, or with no length: many at once, and never a 503."""
    in_pieces = [b"x" * 64 * 1024] * 32
    asked: list[tuple[str, bytes | list[bytes], set[int]]] = [
        ("/api/post", b"x" * 2 * MEGABYTE, {413}),
        ("/api/post", b"x" * (MEGABYTE - 1), {401}),
        ("/api/post", b"{}", {401}),
        ("/api/image", b"x" * 5 * MEGABYTE, {401}),
        ("/api/post", in_pieces, {401, 413}),
    ]
    with ThreadPoolExecutor(8) as at_once:
        answers = [
            (wanted, at_once.submit(ask, house, path, body=body, headers=JSON))
            for path, body, wanted in asked * 16
        ]
    statuses = [(answer.result().status, wanted) for wanted, answer in answers]
    assert [pair for pair in statuses if pair[0] not in pair[1] | {429}] == []


def test_slow_senders_hold_nobody_up(house: Stack) -> None:
    """More bodies that never end than the API has threads."""
    with ExitStack() as slow:
        for _ in range(20):
            sender = slow.enter_context(socket.create_connection(("127.0.0.1", house.port)))
            sender.sendall(b"POST /api/request HTTP/1.1\r\nHost: localhost\r\n")
            sender.sendall(b"Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{")
        began = time.monotonic()
        assert ask(house, "/api/site").status == 200
        assert ask(house, "/api/post", body=b"{}", headers=JSON).status == 401
        assert time.monotonic() - began < 5


def test_a_forged_address_gains_nothing(house: Stack) -> None:
    """Each request claims to come from elsewhere, by every header that some proxy believes."""
    answers = [
        ask(
            house,
            "/api/post/1/report",
            body=b"{}",
            headers=JSON
            | dict.fromkeys(
                ("X-Forwarded-For", "X-Real-IP", "CF-Connecting-IP", "True-Client-IP"), f"9.9.9.{n}"
            )
            | {"Forwarded": f"for=9.9.9.{n}"},
        )
        for n in range(22)  # twice what is allowed in a minute, should one begin meanwhile
    ]
    refused = [answer for answer in answers if answer.status == 429]
    assert refused
    assert refused[0].headers["Retry-After"]
    assert refused[0].headers["RateLimit-Limit"] == "10"
    assert refused[0].headers["RateLimit-Remaining"] == "0"


def test_a_public_file_never_changes_and_runs_no_script(house: Stack) -> None:
    (house.var_dir / "media" / "page.html").write_text("<script>alert(1)</script>")
    answer = ask(house, "/media/page.html")
    assert answer.status == 200
    assert "immutable" in answer.headers["Cache-Control"]
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_a_signed_address_is_not_answered_from_the_disk_nor_kept(house: Stack) -> None:
    (house.var_dir / "media" / "kept.txt").write_text("for everybody")
    assert ask(house, "/media/kept.txt").status == 200
    answer = ask(house, "/media/kept.txt?signature=x")
    assert answer.status == 404
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    "path",
    [
        "/media/../run/secrets",
        "/media/%2e%2e/run/secrets",
        "/media/..%2frun%2fsecrets",
        "/static/..%2f..%2frun%2fsecrets",
        "/media/%00",
        "/media/",
    ],
)
def test_nothing_but_public_files_can_be_read(house: Stack, path: str) -> None:
    answer = ask(house, path)
    secret = json.loads((house.var_dir / "run" / "secrets").read_text())["secret_key"]
    assert secret.encode() not in answer.body
    assert 400 <= answer.status < 500


@pytest.mark.parametrize("path", ["/", "/login", "/media/x", "/api/post"])
@pytest.mark.parametrize("method", ["TRACE", "PROPFIND"])
def test_an_unknown_method_goes_no_further(house: Stack, path: str, method: str) -> None:
    assert ask(house, path, method=method).status == 405


@pytest.mark.parametrize("path", ["/search?q=%ff", "/?x=%c3%28", "/tags/%ff"])
def test_an_address_that_is_not_text_gets_a_page_that_leads_on(house: Stack, path: str) -> None:
    answer = ask(house, path)
    assert answer.status == 400
    assert answer.headers["Content-Type"].startswith("text/html")
    assert b"We cannot read this address" in answer.body
    assert b'href="/search"' in answer.body


def test_text_is_compressed(house: Stack) -> None:
    assert (
        ask(house, "/", headers={"Accept-Encoding": "gzip"}).headers["Content-Encoding"] == "gzip"
    )


def test_a_server_that_is_down_is_answered_for_kindly(house: Stack) -> None:
    house.stop("api")
    try:
        answer = ask(house, "/api/post")
        assert answer.status == 503
        assert answer.headers["Content-Type"] == "application/problem+json"
        assert int(answer.headers["Retry-After"]) > 0
        assert json.loads(answer.body)["status"] == 503
        house.stop("site")
        page = ask(house, "/")
        assert page.status == 503
        assert page.headers["Content-Type"].startswith("text/html")
        assert int(page.headers["Retry-After"]) > 0
        assert b"Back in a moment" in page.body
    finally:
        house.start("api")
        house.start("site")
    wait_until(lambda: http_status(f"{house.base_url}/readyz") == 200, "the API to be back", 60)
