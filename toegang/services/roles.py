from django.db import transaction

from logboek import services as logboek
from toegang.models import Gebruiker
from toegang.roles import ActieveRol


@transaction.atomic
def switch_role(*, user: Gebruiker, rol: ActieveRol) -> None:
    """Written down in the role that was left; the session keeps the new one."""
    logboek.record(
        logboek.Actie.EXECUTE, "rol", object_id=user.uuid, onderdeel=rol.sleutel
    )
