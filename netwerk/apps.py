from django.apps import AppConfig


class NetwerkConfig(AppConfig):
    name = "netwerk"

    def ready(self) -> None:
        """Tells toegang, which does not know this app, what the menu of its roles says and
        who wants to hear the new name of an organisation."""
        from toegang import renaming  # noqa: PLC0415 - models are loaded now

        from .menu import register_lines  # noqa: PLC0415
        from .services.voorzieningen import follow_name  # noqa: PLC0415

        register_lines()
        renaming.register(follow_name)
