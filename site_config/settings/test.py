"""Tests: mail in memory, fast password hashing, Celery's tasks run by the test that wants them."""

import os
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

from site_config.settings.base import *
from site_config.settings.base import CACHES, REDIS_URL, STORAGES

SECRET_KEY = "only-for-tests-" + "x" * 50
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
CELERY_TASK_ALWAYS_EAGER = True
CELERY_TASK_EAGER_PROPAGATES = True
RATE_LIMITS = False
ACCOUNT_RATE_LIMITS = False

_files = Path(tempfile.mkdtemp(prefix="firsthand-test-"))
MEDIA_ROOT = _files / "media"
PRIVATE_ROOT = _files / "private"
STORAGES = STORAGES | {
    "private": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": PRIVATE_ROOT, "base_url": "/media/"},
    },
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}

# Tests that run side by side must not empty each other's cache: a Redis database for each worker.
_worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
REDIS_URL = urlsplit(REDIS_URL)._replace(path=f"/{1 + _worker % 15}").geturl()
CACHES = {"default": CACHES["default"] | {"LOCATION": REDIS_URL}}
