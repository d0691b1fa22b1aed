from django.apps import AppConfig


class ToegangConfig(AppConfig):
    name = "toegang"

    def ready(self) -> None:
        from . import beheerders, menu_beheer, rollen  # noqa: PLC0415 - models are loaded

        beheerders.register_kinds()
        rollen.register_kinds()
        menu_beheer.register_lines()
