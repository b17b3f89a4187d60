"""Tests: mail in memory, fast password hashing, Celery's tasks run by the test that wants them."""

import tempfile
from pathlib import Path

from site_config.settings.base import *
from site_config.settings.base import STORAGES

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
