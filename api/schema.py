"""The OpenAPI document: what it says besides the serializers, and where it is served."""

import json
from typing import Any

from django.conf import settings
from drf_spectacular.extensions import (
    OpenApiAuthenticationExtension,
    OpenApiSerializerFieldExtension,
)
from drf_spectacular.renderers import OpenApiJsonRenderer2, OpenApiYamlRenderer2
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerSplitView
from rest_framework import serializers
from rest_framework.permissions import AllowAny
from rest_framework.utils.encoders import JSONEncoder

from api.fields import LONGEST_ID
from api.operations import SAFE
from api.options import TellsMethods
from api.pagination import MAX_LIMIT

PAGING = [
    OpenApiParameter(
        "cursor",
        {"type": "string", "format": "cursor", "minLength": 1},
        description="Opaque; taken from `next` or `previous`.",
    ),
    OpenApiParameter(
        "limit",
        {"type": "integer", "minimum": 1, "maximum": MAX_LIMIT, "default": 20},
        description="How many at most.",
    ),
]
IF_MATCH = OpenApiParameter(
    "If-Match",
    str,
    OpenApiParameter.HEADER,
    description="The ETag of the version that was read; 412 when there is a newer one.",
)


def once() -> OpenApiParameter:
    """Return the parameter of routes that create."""
    return OpenApiParameter(
        "Idempotency-Key",
        {"type": "string", "minLength": 1, "maxLength": 255},
        OpenApiParameter.HEADER,
        description="The same key and body again answer with the first result and make nothing more.",
    )


class ErrorSerializer(serializers.Serializer[Any]):
    field = serializers.CharField(
        allow_blank=True, help_text="Dotted where nested: `images.0.alt`."
    )
    code = serializers.CharField()
    message = serializers.CharField()


class ProblemSerializer(serializers.Serializer[Any]):
    """An RFC 9457 problem document."""

    type = serializers.CharField()
    title = serializers.CharField()
    status = serializers.IntegerField()
    code = serializers.CharField(help_text="For programs; `detail` is for the person.")
    detail = serializers.CharField()
    errors = ErrorSerializer(many=True)  # type: ignore[assignment]  # a field, not DRF's property


def problems(answers: dict[int, Any], *statuses: int) -> dict[Any, Any]:
    """Return `answers` with the problems of the route that `ApiSchema` cannot tell from what it takes."""
    return answers | {
        (status, "application/problem+json"): OpenApiResponse(ProblemSerializer)
        for status in (*statuses, 429, 503)
    }


def only_the_api(endpoints: list[Any], **kwargs: Any) -> list[Any]:
    """Leave the admin's inner routes out of the document."""
    return [endpoint for endpoint in endpoints if endpoint[0].startswith("/api/")]


def either_or_both(result: dict[str, Any], **kwargs: Any) -> dict[str, Any]:
    """Say `anyOf` where one shape contains the other: what is one's own is a public profile, too."""
    for component in result["components"]["schemas"].values():
        if "oneOf" in component:
            component["anyOf"] = component.pop("oneOf")
    return result


def short_names(result: dict[str, Any], **kwargs: Any) -> dict[str, Any]:
    """Call an input `PostInput`, not `PostInputRequest`: a request is something else here."""
    document: dict[str, Any] = json.loads(
        json.dumps(result, cls=JSONEncoder).replace('InputRequest"', 'Input"')
    )
    return document


class TextExtension(OpenApiSerializerFieldExtension):
    """What of a text must not be blank."""

    target_class = "api.fields.Text"
    match_subclasses = True

    def map_serializer_field(self, auto_schema: Any, direction: Any) -> Any:
        schema = auto_schema._map_serializer_field(self.target, direction, bypass_extensions=True)
        if self.target.pattern and not self.target.allow_blank:
            schema["pattern"] = self.target.pattern
        return schema


class BrowserSessionScheme(OpenApiAuthenticationExtension):
    target_class = "api.authentication.BrowserSessionAuthentication"
    name = ["browserSession", "csrfToken"]

    def get_security_definition(self, auto_schema: Any) -> Any:
        session = {
            "type": "apiKey",
            "in": "cookie",
            "name": settings.SESSION_COOKIE_NAME,
            "description": "By `/_allauth/browser/v1/...`.",
        }
        token = {
            "type": "apiKey",
            "in": "header",
            "name": "X-CSRFToken",
            "description": f"The value of the cookie `{settings.CSRF_COOKIE_NAME}`.",
        }
        return [session, token]

    def get_security_requirement(self, auto_schema: Any) -> Any:
        """Name both for what changes something."""
        names = self.name[:1] if auto_schema.method in SAFE else self.name
        return {name: [] for name in names}


class AppSessionScheme(OpenApiAuthenticationExtension):
    target_class = "api.authentication.AppSessionAuthentication"
    name = "appSession"

    def get_security_definition(self, auto_schema: Any) -> dict[str, str]:
        return {
            "type": "apiKey",
            "in": "header",
            "name": "X-Session-Token",
            "description": "By `/_allauth/app/v1/...`.",
        }


class SchemaView(TellsMethods, SpectacularAPIView):
    """The document itself: JSON, or YAML with `?format=yaml`."""

    renderer_classes = [OpenApiJsonRenderer2, OpenApiYamlRenderer2]
    permission_classes = [AllowAny]
    authentication_classes: list[Any] = []


class DocsView(TellsMethods, SpectacularSwaggerSplitView):
    """The document as a page, drawn by our own copy of Swagger UI."""

    permission_classes = [AllowAny]
    authentication_classes: list[Any] = []


ID = OpenApiParameter(
    "id",
    {"type": "integer", "format": "int64", "minimum": 1, "maximum": 10**LONGEST_ID - 1},
    OpenApiParameter.PATH,
)
ID_OR_ME = OpenApiParameter(
    "id",
    {"type": "string", "pattern": f"^(me|[0-9]{{1,{LONGEST_ID}}})$"},
    OpenApiParameter.PATH,
    description="A whole number, or `me` for oneself.",
)
