from django.apps import AppConfig


class NetwerkConfig(AppConfig):
    name = "netwerk"

    def ready(self) -> None:
        """Tells toegang, which does not know this app, what the menu of its roles says and
        who wants to hear that an organisation has a new name, or stops; and where merged
        pages went."""
        from toegang import followers  # noqa: PLC0415 - models are loaded now

        from .menu import register_lines  # noqa: PLC0415
        from .selectors import dubbelen, voorziening  # noqa: PLC0415
        from .services.voorzieningen import follow_name, follow_stop  # noqa: PLC0415

        register_lines()
        followers.renamed.register(follow_name)
        followers.stopped.register(follow_stop)
        voorziening.register_redirect(dubbelen.slug_now)
