from django.apps import AppConfig


class KompasConfig(AppConfig):
    name = "kompas"

    def ready(self) -> None:
        """Tells toegang and netwerk, which do not know this app, which roles are found here,
        where they work, what their menu says, what an invitation can be for, what methods
        are called and what a white spot can become."""
        from netwerk import vervolg, werkregio, werkwijzen  # noqa: PLC0415
        from toegang import elders  # noqa: PLC0415
        from toegang.choices import Soort  # noqa: PLC0415
        from toegang.roles import register_source  # noqa: PLC0415 - models are loaded now

        from .invitations import register_kinds  # noqa: PLC0415
        from .menu import register_lines  # noqa: PLC0415
        from .models import Begeleider, Kerngroeplid  # noqa: PLC0415
        from .selectors.mensen import source_of  # noqa: PLC0415
        from .selectors.namen import names_of_methods  # noqa: PLC0415
        from .selectors.rollen import (  # noqa: PLC0415
            regions_of_trajecten,
            roles_in_trajecten,
        )

        register_source(roles_in_trajecten)
        werkwijzen.register_source(names_of_methods)
        werkregio.register_source(Soort.PROCESBEGELEIDER, regions_of_trajecten)
        for soort, model in (
            (Soort.PROCESBEGELEIDER, Begeleider),
            (Soort.KERNGROEPLID, Kerngroeplid),
        ):
            elders.register(soort, source_of(soort, model))
        vervolg.register(
            vervolg.Vervolg(
                "Maak er een knelpunt van", "knelpunt_nieuw", "traject.begeleiden"
            )
        )
        register_kinds()
        register_lines()
