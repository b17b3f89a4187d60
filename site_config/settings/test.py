"""Tests: mail in memory, fast password hashing, Celery's tasks run by the test that wants them."""

import os
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

from site_config.file_storages import file_storages
from site_config.settings.base import *
from site_config.settings.base import CACHES, MEDIA_URL, REDIS_URL

SECRET_KEY = "only-for-tests-" + "x" * 50
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
CELERY_TASK_ALWAYS_EAGER = True
CELERY_TASK_EAGER_PROPAGATES = True
RATE_LIMITS = False
ACCOUNT_RATE_LIMITS = MFA_RATE_LIMITS = False
SECOND_FACTOR_FOR_STAFF = False

_files = Path(tempfile.mkdtemp(prefix="firsthand-test-"))
MEDIA_ROOT = _files / "media"
PRIVATE_ROOT = _files / "private"
STORAGES = {
    # Folders, whatever STORAGE_URL says; tests of buckets start a server of their own.
    **file_storages("", public=MEDIA_ROOT, private=PRIVATE_ROOT, media_url=MEDIA_URL),
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}

# Tests that run side by side must not empty each other's cache: a Redis database for each worker.
_worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
REDIS_URL = urlsplit(REDIS_URL)._replace(path=f"/{1 + _worker % 15}").geturl()
CACHES = {"default": CACHES["default"] | {"LOCATION": REDIS_URL}}
