from django.apps import AppConfig


class ClientplanConfig(AppConfig):
    name = "clientplan"

    def ready(self) -> None:
        """Tells toegang, which does not know this app, what the menu of its roles says and
        where the links in its mails lead."""
        from .invitations import register_kinds  # noqa: PLC0415 - models are loaded now
        from .menu import register_lines  # noqa: PLC0415

        register_kinds()
        register_lines()
