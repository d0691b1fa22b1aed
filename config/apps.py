from django.apps import AppConfig
from django.core.checks import register


class ConfigConfig(AppConfig):
    name = "config"

    def ready(self) -> None:
        from .start import check_rings  # noqa: PLC0415 - models are loaded now

        register(check_rings)
