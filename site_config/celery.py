"""The Celery application: settings come from Django's, under the CELERY_ prefix."""

from celery import Celery

app = Celery("firsthand")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
