"""For who wants to use the sociale kaart elsewhere: what there is, and how to ask for it."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from netwerk.documents.openapi import document
from netwerk.selectors.hsds_bladzij import MOST
from toegang.http import GastRequest


@login_not_required
@require_safe
def open_data(request: GastRequest) -> HttpResponse:
    context = {
        "adres": f"{settings.BASE_URL}/api/hsds/",
        "licentie": settings.OPEN_DATA_LICENTIE,
        "meeste": MOST,
        "vragen": settings.OPEN_DATA_VRAGEN,
    }
    return render(request, "netwerk/opendata/uitleg.html", context)


@login_not_required
@require_safe
def docs(request: GastRequest) -> HttpResponse:
    """The description of the API for people. Ours and plain: the well-known viewers need
    style inside the page, which our policy stops (adr/0008)."""
    found = document()
    paden = [
        {
            "pad": f"/api/hsds{pad}",
            "wat": wat["get"]["summary"],
            "filters": [
                one for one in wat["get"].get("parameters", []) if one["in"] == "query"
            ],
        }
        for pad, wat in found["paths"].items()
    ]
    context = {"paden": paden, "info": found["info"]}
    return render(request, "netwerk/opendata/api.html", context)
