from django.apps import AppConfig


class KompasConfig(AppConfig):
    name = "kompas"

    def ready(self) -> None:
        """Tells toegang and netwerk, which do not know this app, which roles are found here,
        what their menu says, what an invitation can be for and what methods are called."""
        from netwerk import werkwijzen  # noqa: PLC0415
        from toegang.roles import register_source  # noqa: PLC0415 - models are loaded now

        from .invitations import register_kinds  # noqa: PLC0415
        from .menu import register_lines  # noqa: PLC0415
        from .selectors.namen import names_of_methods  # noqa: PLC0415
        from .selectors.rollen import roles_in_trajecten  # noqa: PLC0415

        register_source(roles_in_trajecten)
        werkwijzen.register_source(names_of_methods)
        register_kinds()
        register_lines()
