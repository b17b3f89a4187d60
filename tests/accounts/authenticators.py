"""What people prove themselves with in tests: an authenticator app, and a passkey made of software."""

import base64
import json
import os
import time
from typing import Any

from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from django.test import Client
from fido2.cose import ES256
from fido2.utils import sha256
from fido2.webauthn import (
    Aaguid,
    AttestationObject,
    AttestedCredentialData,
    AuthenticatorData,
    CollectedClientData,
)

from accounts.models import User
from tests.factories import PASSWORD, committed

HOST = "localhost"  # browsers trust it with passkeys without https, and so does fido2
AUTH = "/_allauth/browser/v1/auth/"
ACCOUNT = "/_allauth/browser/v1/account/"
APP = ACCOUNT + "authenticators/totp"
CODES = ACCOUNT + "authenticators/recovery-codes"
STEP = AUTH + "2fa/authenticate"
PERIOD = 30


def new_browser() -> Client:
    return Client(HTTP_HOST=HOST)


def send(browser: Client, method: str, path: str, data: object = None) -> Any:
    """Call one of allauth's routes as the site does."""
    body = None if data is None else json.dumps(data)
    return browser.generic(method, path, body or "", content_type="application/json")


def code_of(secret: str, *, periods_ahead: int = 0) -> str:
    """What the app shows now, or that many periods from now."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // PERIOD + periods_ahead))


def give_app(user: User) -> str:
    """Set up an authenticator app and recovery codes; return the app's secret."""
    secret: str = generate_totp_secret()
    TOTP.activate(user, secret)
    RecoveryCodes.activate(user)
    return secret


def codes_of(user: User) -> list[str]:
    """The recovery codes that still work."""
    codes: list[str] = RecoveryCodes.activate(user).get_unused_codes()
    return codes


def sign_in(browser: Client, user: User, password: str = PASSWORD) -> Any:
    return send(browser, "POST", AUTH + "login", {"email": user.email, "password": password})


def is_signed_in(browser: Client) -> bool:
    return browser.get(AUTH + "session").status_code == 200


def signed_in_just_now(user: User) -> Client:
    """A browser whose person has given the password again a moment ago."""
    browser = new_browser()
    browser.force_login(user)
    answer = send(browser, "POST", AUTH + "reauthenticate", {"password": PASSWORD})
    assert answer.status_code == 200
    return browser


def pending(answer: Any) -> dict[str, Any] | None:
    """The step that the sign-in waits for."""
    flows = answer.json()["data"]["flows"]
    return next((flow for flow in flows if flow.get("is_pending")), None)


def set_up(browser: Client) -> str:
    """Set up an authenticator app as the site does, and return its secret."""
    secret: str = browser.get(APP).json()["meta"]["secret"]
    with committed():
        answer = send(browser, "POST", APP, {"code": code_of(secret)})
    assert answer.status_code == 200, answer.content
    return secret


def give(browser: Client, code: str) -> Any:
    """Give a code to the sign-in that waits for it."""
    return send(browser, "POST", STEP, {"code": code})


class Passkey:
    """A passkey on a device that has checked whose finger it was."""

    def __init__(self) -> None:
        self.handle = ""
        self.id = os.urandom(16)
        self.key = ec.generate_private_key(ec.SECP256R1())

    def register(self, options: dict[str, Any]) -> dict[str, Any]:
        """The answer to `navigator.credentials.create`."""
        client_data = self._client_data("webauthn.create", options)
        self.handle = options["publicKey"]["user"]["id"]
        credential = AttestedCredentialData.create(
            Aaguid.NONE, self.id, ES256.from_cryptography_key(self.key.public_key())
        )
        data = self._data(AuthenticatorData.FLAG.AT, credential)
        return self._answer(
            clientDataJSON=client_data,
            attestationObject=AttestationObject.create("none", data, {}),
        ) | {"clientExtensionResults": {"credProps": {"rk": True}}}

    def sign(self, options: dict[str, Any]) -> dict[str, Any]:
        """The answer to `navigator.credentials.get`."""
        client_data = self._client_data("webauthn.get", options)
        data = self._data(AuthenticatorData.FLAG(0))
        signature = self.key.sign(data + sha256(client_data), ec.ECDSA(SHA256()))
        answer = self._answer(
            clientDataJSON=client_data, authenticatorData=data, signature=signature
        )
        answer["response"]["userHandle"] = self.handle
        return answer

    def _client_data(self, kind: str, options: dict[str, Any]) -> CollectedClientData:
        challenge = options["publicKey"]["challenge"]
        return CollectedClientData.create(kind, challenge, f"http://{HOST}")

    def _data(
        self, flags: AuthenticatorData.FLAG, credential: AttestedCredentialData | bytes = b""
    ) -> AuthenticatorData:
        seen = AuthenticatorData.FLAG.UP | AuthenticatorData.FLAG.UV
        return AuthenticatorData.create(sha256(HOST.encode()), flags | seen, 0, credential)

    def _answer(self, **response: bytes) -> dict[str, Any]:
        name = encoded(self.id)
        return {
            "id": name,
            "rawId": name,
            "type": "public-key",
            "response": {key: encoded(value) for key, value in response.items()},
            "clientExtensionResults": {},
        }


def encoded(value: bytes) -> str:
    return base64.urlsafe_b64encode(value).rstrip(b"=").decode()


def add_passkey(browser: Client, name: str = "Phone") -> Passkey:
    """Add a passkey to the account that is signed in."""
    passkey = Passkey()
    options = browser.get(ACCOUNT + "authenticators/webauthn?passwordless").json()
    credential = passkey.register(options["data"]["creation_options"])
    data = {"name": name, "credential": credential, "passwordless": True}
    answer = send(browser, "POST", ACCOUNT + "authenticators/webauthn", data)
    assert answer.status_code == 200, answer.content
    return passkey
