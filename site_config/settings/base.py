"""What every way of running Firsthand shares. Holds no secret; reads the environment through `env`."""

from pathlib import Path

import environ
from celery.schedules import crontab

from site_config.file_storages import file_storages

env = environ.Env()
BASE_DIR = Path(__file__).resolve().parent.parent.parent

# ---------------------------------------------------------------- where things are
VAR_DIR = Path(env.str("VAR_DIR", default=str(BASE_DIR / "var"))).resolve()
BASE_URL = env.str("BASE_URL", default="http://localhost:8000").rstrip("/")
MEDIA_ROOT = VAR_DIR / "media"
MEDIA_URL = "/media/"
PRIVATE_ROOT = VAR_DIR / "private"
STATIC_ROOT = VAR_DIR / "static"
STATIC_URL = "/static/"
STORAGES = {
    # `default` has what everybody may see, `private` uploads not yet checked and everything hidden.
    **file_storages(
        env.str("STORAGE_URL", default=""),
        public=MEDIA_ROOT,
        private=PRIVATE_ROOT,
        media_url=MEDIA_URL,
    ),
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage",
    },
}

# ---------------------------------------------------------------- the parts
INSTALLED_APPS = [
    "api",
    "engagement",
    "content",
    "accounts",
    "allauth",
    "allauth.account",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.google",
    "allauth.mfa",
    "allauth.headless",
    "wagtail.contrib.settings",
    "wagtail_headless_preview",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.images",
    "wagtail.search",
    "content.admin.apps.AdminConfig",
    "wagtail",
    "taggit",
    "modelcluster",
    "rest_framework",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "django.contrib.postgres",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "api.metrics.MetricsMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "api.middleware.SignInThrottleMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "accounts.middleware.TellFaultsApart",
    "accounts.second_factor.middleware.CheckPasskeys",
    "content.admin.gate.AdminGate",
    "api.middleware.ServiceDownMiddleware",
]

ROOT_URLCONF = "site_config.urls"
WSGI_APPLICATION = "site_config.wsgi.application"
APPEND_SLASH = False
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]

# ---------------------------------------------------------------- database, cache, queue
DATABASES = {"default": env.db("DATABASE_URL", default="postgres://firsthand@127.0.0.1/firsthand")}
DATABASES["default"]["ENGINE"] = "django.db.backends.postgresql"
DATABASES["default"]["CONN_MAX_AGE"] = 60
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
# Of the few statements that content.querysets.prepared runs; all others are sent whole.
DATABASES["default"].setdefault("OPTIONS", {})["prepare_threshold"] = 0
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

REDIS_URL = env.str("REDIS_URL", default="redis://127.0.0.1:6379/0")
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": REDIS_URL,
        # Redis that hangs must not hold up a visitor longer than Redis that is gone.
        "OPTIONS": {"socket_connect_timeout": 1, "socket_timeout": 1},
    }
}

CELERY_BROKER_URL = REDIS_URL
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
# A broker that is down must not hold up the visitor: publishing gives up at once, the sweep sends later.
CELERY_TASK_PUBLISH_RETRY = False
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "socket_connect_timeout": 1,
    "socket_timeout": 5,
    "visibility_timeout": 600,
    # Of the connection itself: without these it tries three times in six seconds before it gives up.
    "max_retries": 1,
    "interval_start": 0,
    "interval_step": 0,
    "interval_max": 0,
}
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TASK_SOFT_TIME_LIMIT = 60
CELERY_TASK_TIME_LIMIT = 90
CELERY_TASK_DEFAULT_QUEUE = "mail"
CELERY_TASK_ROUTES = {
    "content.tasks.process_image": {"queue": "images"},
    "content.tasks.sweep_images": {"queue": "images"},
    "content.tasks.search_for_ban": {"queue": "images"},
    "content.tasks.tidy_image_files": {"queue": "images"},
}
CELERY_BEAT_SCHEDULE = {
    "send-unsent-mail": {"task": "engagement.tasks.sweep_outbox", "schedule": 5.0},
    "process-waiting-images": {
        "task": "content.tasks.sweep_images",
        "schedule": 15.0,
        # Behind a pile of uploads the next one is as good.
        "options": {"expires": 15},
    },
    "tidy-image-files": {
        "task": "content.tasks.tidy_image_files",
        "schedule": 120.0,
        "options": {"expires": 120},
    },
    "purge-idempotency-keys": {
        "task": "api.tasks.purge_idempotency_keys",
        "schedule": crontab(minute="40"),
    },
    "apply-retention": {
        "task": "engagement.tasks.apply_retention",
        "schedule": crontab(hour="3", minute="20"),
    },
}

# ---------------------------------------------------------------- people
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "/login"
LOGIN_REDIRECT_URL = "/account"
SECOND_FACTOR_URL = "/account/security"
SESSION_ENGINE = "accounts.sessions"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_TRUSTED_ORIGINS = [BASE_URL]
CSRF_FAILURE_VIEW = "api.problems.csrf_failure"

ACCOUNT_ADAPTER = "accounts.adapters.AccountAdapter"
SOCIALACCOUNT_ADAPTER = "accounts.adapters.SocialAccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_SIGNUP_FORM_CLASS = "accounts.forms.SignupForm"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_LOGIN_ON_EMAIL_CONFIRMATION = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
MFA_ADAPTER = "accounts.second_factor.adapter.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_RECOVERY_CODES_SHOW_ONCE = True
# In periods of 30 seconds: for a phone whose clock is off, and for slow typing.
MFA_TOTP_TOLERANCE = 1
# Whether moderators and administrators must have a second factor.
SECOND_FACTOR_FOR_STAFF = env.bool("SECOND_FACTOR_FOR_STAFF", default=False)
HEADLESS_ONLY = True
HEADLESS_FRONTEND_URLS = {
    "account_confirm_email": f"{BASE_URL}/confirm-email/{{key}}",
    "account_reset_password": f"{BASE_URL}/password/forgot",
    "account_reset_password_from_key": f"{BASE_URL}/password/reset/{{key}}",
    "account_signup": f"{BASE_URL}/signup",
    "socialaccount_login_error": f"{BASE_URL}/login?error=provider",
}
# Google vouches for the address: who has it is the same person, however they signed up.
SOCIALACCOUNT_EMAIL_AUTHENTICATION = True
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
GOOGLE_CLIENT_ID = env.str("GOOGLE_CLIENT_ID", default="")
GOOGLE_CLIENT_SECRET = env.str("GOOGLE_CLIENT_SECRET", default="")
if GOOGLE_CLIENT_ID and GOOGLE_CLIENT_SECRET:
    SOCIALACCOUNT_PROVIDERS = {
        "google": {
            "APPS": [{"client_id": GOOGLE_CLIENT_ID, "secret": GOOGLE_CLIENT_SECRET}],
            "OAUTH_PKCE_ENABLED": True,
        }
    }

# ---------------------------------------------------------------- mail
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="Firsthand <hello@localhost>")
EMAIL_TIMEOUT = 20
EMAIL_FILE_PATH = VAR_DIR / "mail"  # for the backend that writes files

# ---------------------------------------------------------------- language and time
LANGUAGE_CODE = "en-gb"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

# ---------------------------------------------------------------- Wagtail
WAGTAIL_SITE_NAME = "Firsthand"
WAGTAILADMIN_BASE_URL = BASE_URL
WAGTAIL_FRONTEND_LOGIN_URL = "/login"
WAGTAILADMIN_LOGIN_URL = "/login"
WAGTAILADMIN_RICH_TEXT_EDITORS = {
    "default": {"WIDGET": "content.admin.rich_text.SturdyRichTextArea"}
}
# In milliseconds. However many there are, autosaves make one version: content.services.versions.
WAGTAIL_AUTOSAVE_INTERVAL = 1500
WAGTAIL_AUTO_UPDATE_PREVIEW_INTERVAL = 250
# A link is what was typed; it is never turned into a page's number.
WAGTAILADMIN_EXTERNAL_LINK_CONVERSION = "none"
WAGTAILIMAGES_IMAGE_MODEL = "content.Image"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "heic", "jpg", "jpeg", "png", "webp"]
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAIL_MODERATION_ENABLED = True
WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = True
# A post may be live while its review goes on; and what is live already is not published again.
WAGTAIL_WORKFLOW_CANCEL_ON_PUBLISH = False
WAGTAIL_FINISH_WORKFLOW_ACTION = "content.workflow.publish_what_was_reviewed"
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
WAGTAIL_HEADLESS_PREVIEW = {
    # Of whatever host the editor is open on: no other may frame it.
    "CLIENT_URLS": {"default": "/preview"},
    "REDIRECT_ON_PREVIEW": True,
    "ENFORCE_TRAILING_SLASH": False,
}
TAGGIT_CASE_INSENSITIVE = True

# ---------------------------------------------------------------- HTTP
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["*"])
USE_X_FORWARDED_HOST = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"
TRUSTED_PROXIES = env.int("TRUSTED_PROXIES", default=1)
RATE_LIMITS = env.str("RATE_LIMITS", default="on") != "off"
ALLAUTH_TRUSTED_PROXY_COUNT = TRUSTED_PROXIES
if not RATE_LIMITS:
    ACCOUNT_RATE_LIMITS = MFA_RATE_LIMITS = False
DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "api.authentication.BrowserSessionAuthentication",
        "api.authentication.AppSessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["api.parsers.StrictJSONParser"],
    "DEFAULT_SCHEMA_CLASS": "api.operations.ApiSchema",
    "EXCEPTION_HANDLER": "api.problems.problem_response",
    "NUM_PROXIES": TRUSTED_PROXIES,
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Firsthand",
    "DESCRIPTION": "People share something; anyone can ask them for it.",
    "VERSION": "1",
    "OAS_VERSION": "3.1.0",
    "SERVE_INCLUDE_SCHEMA": False,
    "SCHEMA_PATH_PREFIX": r"/api",
    "SCHEMA_PATH_PREFIX_TRIM": False,
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "COMPONENT_SPLIT_REQUEST": True,
    "PREPROCESSING_HOOKS": ["api.schema.only_the_api"],
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "api.schema.either_or_both",
        "api.schema.short_names",
        "api.problem_components.add_problems",
    ],
    "ENUM_NAME_OVERRIDES": {
        "ImageStateEnum": "api.images.STATES",
        "PostStateEnum": "api.post_shapes.STATES",
        "RequestStatusEnum": "engagement.models.requests.PostRequest.Status",
        "RequestStatusChangeEnum": "api.request_shapes.STATUS_CHANGES",
    },
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    # At INFO they tell what people wrote, of every save, or whose passkey it was.
    "loggers": {
        "wagtail": {"level": "WARNING"},
        "django_tasks": {"level": "WARNING"},
        "fido2": {"level": "WARNING"},
    },
}

SENTRY_DSN = env.str("SENTRY_DSN", default="")
if SENTRY_DSN:
    import sentry_sdk

    sentry_sdk.init(dsn=SENTRY_DSN, send_default_pii=False)
