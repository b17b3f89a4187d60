"""Errors as RFC 9457 problem documents."""

from rest_framework.views import exception_handler

problem_response = exception_handler
