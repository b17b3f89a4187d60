"""How the site is put together. Celery's app is loaded here so that `delay` finds its broker."""

from site_config.celery import app as celery_app

__all__ = ["celery_app"]
