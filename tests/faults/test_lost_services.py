"""A request sent while a service is down is stored, answered the same, and mailed once when it is back."""

import base64
import hashlib
import json
import urllib.error
import urllib.request
from typing import Any

import pytest

from tests.e2e.mailbox import mails_to
from tests.stack import Stack, wait_until

SETTLED = 20  # seconds in which a second, wrong mail would have come


def call(stack: Stack, path: str, body: dict[str, Any] | None = None) -> tuple[int, dict[str, Any]]:
    request = urllib.request.Request(  # noqa: S310  (our own address)
        stack.base_url + path,
        data=json.dumps(body).encode() if body is not None else None,
        headers={"Content-Type": "application/json"},
    )
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as refusal:
        with refusal:
            return refusal.code, json.load(refusal)


def solve(challenge: dict[str, Any]) -> str:
    """Return the proof of work as the page would compute it."""
    for number in range(challenge["maxnumber"] + 1):
        digest = hashlib.sha256(f"{challenge['salt']}{number}".encode()).hexdigest()
        if digest == challenge["challenge"]:
            parts = ("algorithm", "challenge", "salt", "signature")
            proof = {part: challenge[part] for part in parts} | {"number": number}
            return base64.b64encode(json.dumps(proof).encode()).decode()
    raise AssertionError("a challenge without an answer")


def ask(stack: Stack, name: str) -> tuple[int, dict[str, Any]]:
    posts = call(stack, "/api/post?availability=open")[1]["results"]
    _, challenge = call(stack, "/api/request/challenge")
    return call(
        stack,
        "/api/request",
        {
            "post": posts[0]["id"],
            "name": name,
            "email": f"{name.split()[0].lower()}@example.org",
            "message": f"Good evening, this is {name}. Is it still to be had?",
            "proof": solve(challenge),
        },
    )


def mails_naming(stack: Stack, name: str) -> int:
    """How many mails to creators tell of a request by this person."""
    return len(mails_to(stack, "@", name))


@pytest.mark.parametrize("service", ["worker", "redis"])
def test_a_request_sent_while_a_service_is_down_arrives_once(stack: Stack, service: str) -> None:
    name = f"{service.title()} Downes"
    stack.stop(service)
    try:
        status, answer = ask(stack, name)
        assert (status, answer["status"]) == (201, "new")
        assert mails_naming(stack, name) == 0
    finally:
        stack.start(service)
    wait_until(lambda: mails_naming(stack, name), "the mail after the service is back", 60)
    stack.kill("worker")
    wait_until(lambda: stack.pid("worker"), "the worker to come back", 30)
    status, _ = ask(stack, f"{service.title()} After")
    assert status == 201
    wait_until(lambda: mails_naming(stack, f"{service.title()} After"), "mail as usual", SETTLED)
    assert mails_naming(stack, name) == 1


def test_without_a_database_the_answer_says_when_to_try_again(stack: Stack) -> None:
    stack.stop("postgres")
    try:
        request = urllib.request.Request(stack.base_url + "/api/post")  # noqa: S310
        with pytest.raises(urllib.error.HTTPError) as refusal:
            urllib.request.urlopen(request, timeout=30)  # noqa: S310
        assert refusal.value.code == 503
        assert refusal.value.headers["Retry-After"]
        assert refusal.value.headers["Content-Type"] == "application/problem+json"
        refusal.value.close()
    finally:
        stack.start("postgres")
    wait_until(lambda: call(stack, "/api/post")[0] == 200, "the list to be back", 30)
