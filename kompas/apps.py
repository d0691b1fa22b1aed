from django.apps import AppConfig


class KompasConfig(AppConfig):
    name = "kompas"

    def ready(self) -> None:
        """Tells toegang, which does not know this app, which roles are found here, what
        their menu says and what an invitation can be for."""
        from toegang.roles import register_source  # noqa: PLC0415 - models are loaded now

        from .invitations import register_kinds  # noqa: PLC0415
        from .menu import register_lines  # noqa: PLC0415
        from .selectors.rollen import roles_in_trajecten  # noqa: PLC0415

        register_source(roles_in_trajecten)
        register_kinds()
        register_lines()
