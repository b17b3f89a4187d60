"""Running on one's own machine: a key made up unless given, mail written to files."""

from site_config.settings.base import *
from site_config.settings.base import env

DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = env.str("SECRET_KEY", default="local-only-not-a-secret-" + "x" * 40)
EMAIL_URL = env.str("EMAIL_URL", default="")
if EMAIL_URL:
    vars().update(env.email_url("EMAIL_URL"))
else:
    EMAIL_BACKEND = "engagement.mail_files.MailFileBackend"
