"""What Prometheus reads: how many requests, how they ended, how long they took.

Each of the API's processes counts in files of its own below PROMETHEUS_MULTIPROC_DIR, which deploy/bin/api
sets; whoever answers adds them up.
"""

import os
import time
from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from prometheus_client import (
    CONTENT_TYPE_LATEST,
    REGISTRY,
    CollectorRegistry,
    Counter,
    Histogram,
    generate_latest,
)
from prometheus_client.multiprocess import MultiProcessCollector

METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
NO_ROUTE = "none"  # an address that leads nowhere, which anybody can make up

REQUESTS = Counter(
    "firsthand_http_requests_total",
    "Requests by route, method and status.",
    ["route", "method", "status"],
)
SECONDS = Histogram(
    "firsthand_http_request_seconds",
    "Time to the answer, by route and method.",
    ["route", "method"],
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10),
)


class MetricsMiddleware:
    """Counts and times every request."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        begun = time.perf_counter()
        response = self.get_response(request)
        match = request.resolver_match
        route = match.route if match else NO_ROUTE
        method = request.method if request.method in METHODS else "other"
        REQUESTS.labels(route, method, response.status_code).inc()
        SECONDS.labels(route, method).observe(time.perf_counter() - begun)
        return response


def metrics(request: HttpRequest) -> HttpResponse:
    """The numbers, to who asks inside; 404 to whoever comes by the front door, which tells of itself."""
    if "X-Forwarded-For" in request.headers:
        raise Http404
    return HttpResponse(generate_latest(_registry()), content_type=CONTENT_TYPE_LATEST)


def _registry() -> CollectorRegistry:
    if "PROMETHEUS_MULTIPROC_DIR" not in os.environ:
        return REGISTRY
    registry = CollectorRegistry()
    MultiProcessCollector(registry)
    return registry
