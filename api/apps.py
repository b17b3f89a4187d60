from django.apps import AppConfig


class ApiConfig(AppConfig):
    name = "api"
    verbose_name = "API"

    def ready(self) -> None:
        from api import heartbeats  # noqa: F401  (it listens to Celery's workers)
