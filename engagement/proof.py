"""Proof of work: a guest's browser spends a moment of computing, a flood of requests spends hours.

The challenge is ALTCHA's first form (https://altcha.org/docs/v2/proof-of-work, "v1"): find `number`
with SHA-256(salt + number) = challenge. Nothing is stored until a proof is used; the signature says
that the challenge is ours and the salt says until when.
"""

import base64
import json
from datetime import timedelta
from typing import Any

from altcha import ChallengeOptionsV1, create_challenge_v1, verify_solution_v1
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from engagement.models import SpentProof

ALGORITHM = "SHA-256"
MAX_NUMBER = 50_000  # a quarter of a second in a phone's browser, on average
AGE = timedelta(minutes=20)
PAYLOAD_LENGTH = 2_000


def create_challenge() -> dict[str, Any]:
    """Return a fresh challenge: {algorithm, challenge, maxnumber, salt, signature}. Good for AGE."""
    challenge = create_challenge_v1(
        ChallengeOptionsV1(
            algorithm=ALGORITHM,
            max_number=MAX_NUMBER,
            hmac_key=_key(),
            expires=timezone.now() + AGE,
        )
    )
    return {
        "algorithm": challenge.algorithm,
        "challenge": challenge.challenge,
        "maxnumber": challenge.max_number,
        "salt": challenge.salt,
        "signature": challenge.signature,
    }


def spend_proof(payload: str) -> bool:
    """Whether `payload` (base64 of JSON) solves one of our challenges, in time, for the first time.

    It is used up with the caller's transaction: if that fails, the proof can be used again. Of two
    requests with the same proof at once, the second waits for the first.
    """
    solution = _decoded(payload)
    if solution is None or not verify_solution_v1(solution, _key())[0]:
        return False
    try:
        with transaction.atomic():
            SpentProof.objects.create(challenge=solution["challenge"])
    except IntegrityError:
        return False
    return True


def _decoded(payload: str) -> dict[str, Any] | None:
    """The payload's JSON when it has the shape of a solution, else None. Never raises."""
    if len(payload) > PAYLOAD_LENGTH:
        return None
    try:
        solution = json.loads(base64.b64decode(payload, validate=True))
    except (ValueError, RecursionError):
        return None
    if not isinstance(solution, dict) or solution.get("algorithm") != ALGORITHM:
        return None
    texts = [solution.get(name) for name in ("challenge", "salt", "signature")]
    if not all(isinstance(text, str) and text.isascii() for text in texts):
        return None
    return solution if type(solution.get("number")) is int else None


def _key() -> str:
    return salted_hmac("engagement.proof", "challenge", algorithm="sha256").hexdigest()
