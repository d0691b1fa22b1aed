from django.apps import AppConfig


class NetwerkConfig(AppConfig):
    name = "netwerk"

    def ready(self) -> None:
        """Tells toegang, which does not know this app, what the menu of its roles says."""
        from .menu import register_lines  # noqa: PLC0415 - models are loaded now

        register_lines()
