from django.apps import AppConfig


class ToegangConfig(AppConfig):
    name = "toegang"

    def ready(self) -> None:
        from .beheerders import register_kinds  # noqa: PLC0415 - models are loaded now

        register_kinds()
