"""The inbox in the product."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from toegang.http import GebruikerRequest

from . import services
from .models import Postbericht

MOST = 100


@require_safe
def mijn_berichten(request: GebruikerRequest) -> HttpResponse:
    """What lies there in the role of now, newest first. Shown is read."""
    rows = Postbericht.objects.for_user(request.user, timezone.now())
    found = list(rows[:MOST])
    new = [one.pk for one in found if one.gelezen_op is None]
    context = {"berichten": found, "nieuw": new}
    if request.method == "GET":
        services.read(rows=found)
    return render(request, "berichten/berichten.html", context)
