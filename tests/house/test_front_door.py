"""What the front door adds to, keeps from and answers instead of the servers behind it."""

import http.client
import json
from contextlib import closing
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
    body: bytes | None = None,
    headers: dict[str, str] | None = None,
    method: str = "",
) -> Answer:
    """Send a request with the path exactly as it is written; with a body it is a POST."""
    connection = http.client.HTTPConnection("127.0.0.1", house.port, timeout=30)
    try:
        connection.request(
            method or ("GET" if body is None else "POST"), path, body=body, headers=headers or {}
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


@pytest.mark.parametrize("path", ["/api/post", "/_allauth/browser/v1/auth/login"])
def test_a_body_that_is_too_large_is_refused_as_a_problem(house: Stack, path: str) -> None:
    answer = ask(
        house,
        path,
        body=b'"' + b"x" * 2 * MEGABYTE + b'"',
        headers={"Content-Type": "application/json"},
    )
    assert answer.status in {401, 403, 413}
    assert "json" in answer.headers["Content-Type"]


def test_a_forged_address_gains_nothing(house: Stack) -> None:
    """Each request claims to come from elsewhere, by every header that some proxy believes."""
    answers = [
        ask(
            house,
            "/api/post/1/report",
            body=b"{}",
            headers={"Content-Type": "application/json"}
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
