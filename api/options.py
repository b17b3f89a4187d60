"""OPTIONS: which methods a route answers."""

from typing import Any

from django.http import HttpResponse
from rest_framework.request import Request
from rest_framework.views import APIView


class TellsMethods(APIView):
    """Answers OPTIONS to anybody. DRF adds the methods to every answer, in `Allow`."""

    def options(self, request: Request, *args: Any, **kwargs: Any) -> HttpResponse:  # type: ignore[override]
        """Say which methods there are, and nothing else."""
        response = HttpResponse(status=204)
        del response["Content-Type"]
        return response
