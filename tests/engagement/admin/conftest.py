"""People signed in to the admin."""

from tests.content.admin.conftest import as_creator, as_moderator, as_stranger, creator, moderator

__all__ = ["as_creator", "as_moderator", "as_stranger", "creator", "moderator"]
