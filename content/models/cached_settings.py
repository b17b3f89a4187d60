"""Settings that the operator changes in the admin: one row, read often, and true in every process at once."""

import logging
from typing import Any, Self

from django.core.cache import cache
from django.db import transaction
from redis.exceptions import RedisError
from wagtail.contrib.settings.models import BaseGenericSetting

logger = logging.getLogger(__name__)
CACHE_SECONDS = 60  # how long a copy may live that Redis, being down, could not be told to drop


class CachedSettings(BaseGenericSetting):
    """A settings row whose copy lies in Redis, so that reading it costs the database nothing."""

    class Meta:
        abstract = True

    @classmethod
    def current(cls) -> Self:
        """Return the settings as they are now; the defaults while nothing was ever saved.

        One read of Redis. With Redis down, one query.
        """
        try:
            found = cache.get(cls._cache_key())
        except RedisError:
            logger.warning("Redis is down: %s is read from the database", cls.__name__)
            return cls._stored()
        if isinstance(found, cls):
            return found
        stored = cls._stored()
        # Only if still absent: whoever has saved meanwhile put a newer copy there.
        cls._tell_cache("add", stored)
        return stored

    def save(self, *args: Any, **kwargs: Any) -> None:
        super().save(*args, **kwargs)
        self._drop_copy()
        transaction.on_commit(lambda: self._tell_cache("set", self))

    @classmethod
    def _stored(cls) -> Self:
        return cls.objects.order_by("pk").first() or cls()

    @classmethod
    def _drop_copy(cls) -> None:
        try:
            cache.delete(cls._cache_key())
        except RedisError:
            logger.warning("Redis is down: the old copy of %s runs out by itself", cls.__name__)

    @classmethod
    def _tell_cache(cls, how: str, settings: Self) -> None:
        try:
            getattr(cache, how)(cls._cache_key(), settings, timeout=CACHE_SECONDS)
        except RedisError:
            logger.warning("Redis is down: no copy of %s is kept", cls.__name__)

    @classmethod
    def _cache_key(cls) -> str:
        return f"settings:{cls._meta.label_lower}"
