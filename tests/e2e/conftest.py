"""The running stack and a real browser, for every test here."""

from tests.e2e.browser import browser
from tests.stack import stack

__all__ = ["browser", "stack"]
