"""The running stack, for every test here."""

from tests.stack import stack

__all__ = ["stack"]
