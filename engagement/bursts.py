"""How often somebody did something lately, counted in Redis under a hash that tells nobody who."""

import logging

from django.core.cache import cache
from django.utils.crypto import salted_hmac
from redis.exceptions import RedisError

logger = logging.getLogger(__name__)
WINDOW = 3600


def count_recent(what: str, who: str) -> int:
    """Count this time and return how often it happened in the last hour; 0 when Redis is down."""
    digest = salted_hmac("engagement.bursts", f"{what}:{who}", algorithm="sha256").hexdigest()
    key = f"burst:{digest}"
    try:
        if cache.add(key, 1, timeout=WINDOW):
            return 1
        return cache.incr(key)
    except RedisError:
        logger.warning("Redis is down: %s is not counted", what)
        return 0
    except ValueError:  # the key expired between the two commands
        return 1
