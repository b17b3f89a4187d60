"""What every operation of the OpenAPI document says besides its view: summary, tag, problems and headers."""

import re
from typing import Any

from drf_spectacular.openapi import AutoSchema

from api.examples import ANSWERED, SENT
from api.problem_components import PROBLEMS, name_of

TAGS = {
    "user": "users",
    "image": "images",
    "post": "posts",
    "request": "requests",
    "tag": "tags",
    "notification": "notifications",
    "page": "pages",
    "preview": "pages",
    "site": "site",
}
SAFE = ("GET", "HEAD", "OPTIONS")
# Open GETs whose answer no cache may keep, so that none answers 304.
NEVER_KEPT = ("/api/request/challenge", "/api/request/{id}", "/api/preview")
RATE_LIMITS = ("RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset", "RateLimit-Policy")
IF_NONE_MATCH = {
    "in": "header",
    "name": "If-None-Match",
    "schema": {"type": "string"},
    "description": "The ETag of the version that is known; 304 while it is the newest.",
}


class ApiSchema(AutoSchema):
    """One operation. A view names its body and its good answers; what follows from them is added here."""

    def get_summary(self) -> str:
        """Return what the description begins with."""
        return re.split(r"[.;:](?:\s|$)", self.get_description(), maxsplit=1)[0]

    def get_tags(self) -> list[str]:
        return [TAGS[self.path.split("/")[2]]]

    def get_request_serializer(self) -> Any:
        """Return None: what a route takes is named at its view, or it takes nothing."""
        return None

    def _get_request_body(self, direction: str = "request") -> Any:
        """Describe the body of a DELETE, too, which the library leaves out."""
        method = self.method
        self.method = "POST" if method == "DELETE" else method
        try:
            return super()._get_request_body(direction)
        finally:
            self.method = method

    def get_operation(self, *args: Any, **kwargs: Any) -> dict[str, Any] | None:
        operation = super().get_operation(*args, **kwargs)
        if operation is not None:
            is_kept = self._is_open(operation) and self.path not in NEVER_KEPT
            if self.method == "GET" and is_kept:
                operation.setdefault("parameters", []).append(IF_NONE_MATCH)
                operation["responses"]["304"] = {"description": "The version that is known."}
            self._complete_answers(operation)
            _add_examples(operation)
        return operation

    def _complete_answers(self, operation: dict[str, Any]) -> None:
        answers = operation["responses"]
        for status, answer in answers.items():
            if int(status) < 400:
                answer["headers"] = self._headers(operation, status)
                answer["description"] = answer["description"] or "Done."
        wrong = {int(status) for status in answers if int(status) >= 400}
        for status in sorted(wrong | self._problems(operation)):
            answers[str(status)] = {"$ref": f"#/components/responses/{name_of(status)}"}
        operation["responses"] = dict(sorted(answers.items()))

    def _problems(self, operation: dict[str, Any]) -> set[int]:
        """Return the problems that follow from what the operation takes."""
        places = {(one["in"], one["name"]) for one in operation.get("parameters", [])}
        found = {429, 503}
        if not self._is_open(operation):
            found.add(401)
        if self.method not in SAFE:
            found.add(403)  # without the CSRF token, at least
        if any(place == "path" for place, _ in places):
            found.add(404)
        if any(place == "query" for place, _ in places):
            found.add(400)
        if "requestBody" in operation:
            found |= {400, 413, 415}
        if ("header", "If-Match") in places:
            found.add(412)
        if ("header", "Idempotency-Key") in places:
            found |= {400, 409}
        assert found <= PROBLEMS.keys()
        return found

    def _headers(self, operation: dict[str, Any], status: str) -> dict[str, Any]:
        names = list(RATE_LIMITS)
        is_one = self.path.startswith(("/api/post", "/api/user", "/api/request/{id}"))
        if status == "304" or (status in ("200", "201") and (self._is_open(operation) or is_one)):
            names.append("ETag")
        return {name: {"$ref": f"#/components/headers/{name}"} for name in names}

    @staticmethod
    def _is_open(operation: dict[str, Any]) -> bool:
        return {} in operation["security"]


def _add_examples(operation: dict[str, Any]) -> None:
    name = operation["operationId"]
    if name in SENT:
        for body in operation["requestBody"]["content"].values():
            body["example"] = SENT[name]
    if name in ANSWERED:
        good = next(one for status, one in operation["responses"].items() if status < "300")
        for body in good["content"].values():
            body["example"] = ANSWERED[name]
