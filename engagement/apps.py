from django.apps import AppConfig


class EngagementConfig(AppConfig):
    name = "engagement"
    verbose_name = "Engagement"

    def ready(self) -> None:
        from engagement import (  # noqa: F401  (they register themselves)
            account_mail,
            erasure,
            receivers,
            suspension,
        )
