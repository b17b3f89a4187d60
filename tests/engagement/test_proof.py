"""Proof of work: solved by us, in time, once."""

import base64
import json
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection, transaction

from engagement import proof as proof_module
from engagement.proof import spend_proof
from tests.engagement.factories import make_proof


def changed(payload: str, **changes: object) -> str:
    solution = json.loads(base64.b64decode(payload)) | changes
    return base64.b64encode(json.dumps(solution).encode()).decode()


@pytest.mark.django_db
def test_proof_is_good_once():
    payload = make_proof()
    assert spend_proof(payload)
    assert not spend_proof(payload)


@pytest.mark.django_db
def test_expired_proof_is_refused(monkeypatch):
    monkeypatch.setattr(proof_module, "AGE", timedelta(seconds=-1))
    assert not spend_proof(make_proof())


@pytest.mark.django_db
@pytest.mark.parametrize(
    "changes",
    [
        {"number": -1},
        {"number": "1"},
        {"number": True},
        {"number": None},
        {"signature": "0" * 64},
        {"challenge": "0" * 64},
        {"challenge": 5},
        {"salt": None},
        {"salt": "abc?expires=99999999999&"},
        {"salt": "abc?expires=soon&"},
        {"salt": "\ud800"},
        {"algorithm": "SHA-1"},
        {"algorithm": ["SHA-256"]},
    ],
)
def test_forged_proof_is_refused(changes):
    assert not spend_proof(changed(make_proof(), **changes))


@pytest.mark.django_db
def test_other_spelling_of_a_spent_proof_is_refused():
    payload = make_proof()
    assert spend_proof(payload)
    assert not spend_proof(changed(payload, note="again"))


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_proof_is_not_spent_when_its_request_fails():
    payload = make_proof()

    @transaction.atomic
    def spend_and_fail() -> None:
        assert spend_proof(payload)
        raise RuntimeError

    with pytest.raises(RuntimeError):
        spend_and_fail()
    assert spend_proof(payload)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_of_two_at_once_one_wins():
    payload = make_proof()

    def spend(_: int) -> bool:
        try:
            with transaction.atomic():
                return spend_proof(payload)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as threads:
        assert sorted(threads.map(spend, range(4))) == [False, False, False, True]
