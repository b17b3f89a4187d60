"""Production: what must be set has no default, so a bad deploy fails at boot naming the variable."""

from django.core.exceptions import ImproperlyConfigured

from site_config.settings.base import *
from site_config.settings.base import BASE_URL, RATE_LIMITS, env

DEBUG = False
SECRET_KEY = env.str("SECRET_KEY")
# Older keys, after a change: without them no authenticator app works any more.
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])
# And the names by which the container asks itself how it is, and Prometheus for its numbers.
ALLOWED_HOSTS = [*env.list("ALLOWED_HOSTS"), "127.0.0.1", "api"]
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL")
vars().update(env.email_url("EMAIL_URL"))
for _required in ("DATABASE_URL", "REDIS_URL", "BASE_URL"):
    env.str(_required)

if not BASE_URL.startswith("https://"):
    raise ImproperlyConfigured("BASE_URL must start with https:// in production")
if not RATE_LIMITS:
    raise ImproperlyConfigured("RATE_LIMITS=off is for load tests, not for production")

SECOND_FACTOR_FOR_STAFF = env.bool("SECOND_FACTOR_FOR_STAFF", default=True)
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
SECURE_SSL_REDIRECT = True
# These are asked over plain HTTP from inside.
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$", r"^metrics$"]
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
# Wagtail's editor shows the preview in a frame of its own origin, so X-Frame-Options is SAMEORIGIN.
SILENCED_SYSTEM_CHECKS = ["security.W019"]
