"""Errors that only HTTP knows, beside those of DRF."""

from django.conf import settings
from rest_framework import status
from rest_framework.exceptions import APIException


class TooLarge(APIException):
    status_code = status.HTTP_413_REQUEST_ENTITY_TOO_LARGE
    default_code = "too_large"
    default_detail = "The body is larger than this route takes."


class StaleVersion(APIException):
    """`If-Match` names a version that is no longer the newest."""

    status_code = status.HTTP_412_PRECONDITION_FAILED
    default_code = "stale_version"
    default_detail = "It was changed meanwhile. Load it again, then decide what to keep."


class KeyReused(APIException):
    """An `Idempotency-Key` was seen before with another body."""

    status_code = status.HTTP_409_CONFLICT
    default_code = "idempotency_key_reused"
    default_detail = "This Idempotency-Key was used before, with another body."


class ResultGone(APIException):
    """What was made under this `Idempotency-Key` was deleted since."""

    status_code = status.HTTP_409_CONFLICT
    default_code = "idempotent_result_gone"
    default_detail = "What was made under this Idempotency-Key has been deleted since."


class AlreadySignedIn(APIException):
    status_code = status.HTTP_409_CONFLICT
    default_code = "already_signed_in"
    default_detail = "You are signed in. Sign out first to make another account."


class SecondFactorRequired(APIException):
    """A moderator's route, asked by somebody who has to set up a second factor first."""

    status_code = status.HTTP_403_FORBIDDEN
    default_code = "second_factor_required"
    default_detail = (
        f"Your role asks for a second factor. Set it up at {settings.SECOND_FACTOR_URL}."
    )


class ServiceDown(APIException):
    """A backing service does not answer."""

    status_code = status.HTTP_503_SERVICE_UNAVAILABLE
    default_code = "service_unavailable"
    default_detail = "Something behind the site is not answering. Please try again in a moment."
