"""What everybody may read without an account: help now, worries about somebody else, and
what there is for naasten."""

from hashlib import sha256

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.contrib.staticfiles.storage import staticfiles_storage
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from basis import pdf
from basis.marks import outside_transaction
from netwerk.choices_hulp import Taal, Zorg
from netwerk.documents import hulp as documents
from netwerk.rules.naasten import Naastenpagina, read as read_naasten
from netwerk.rules.zoekadres import Adres
from netwerk.selectors import hulp as selectors, naasten
from netwerk.selectors.papier import lines_on_paper
from toegang.models import Regio
from toegang.regiokeuze import chosen_slug, remember

from .papier import paper_door

# what a page of "Hulp nu" needs to look as it does, without a connection too
SHELL = (
    "css/netwerkkompas.css",
    "css/werk.css",
    "img/favicon.svg",
    "img/pad.svg",
    "js/hulp-nu.js",
    "js/nk.js",
    "js/snelweg.js",
    "django_htmx/htmx.min.js",
    "fonts/source-sans-3-latin.woff2",
)


# --- help now ---------------------------------------------------------------------------
@login_not_required
def hulp_nu(request: HttpRequest) -> HttpResponse:
    """Of the one region there is, or of the one somebody chose before; else the numbers of
    the country, with a choice. Nobody has to choose before they can call."""
    found = selectors.regions()
    home = selectors.home_region(found)
    chosen = next((r for r in found if r.slug == chosen_slug(request)), home)
    if chosen and chosen != home:
        return redirect("hulp_nu_regio", chosen.slug)
    return _help_page(request, chosen, found)


@login_not_required
def hulp_nu_regio(request: HttpRequest, slug: str) -> HttpResponse:
    """Of one region; the device remembers which."""
    found = selectors.regions()
    regio = next((r for r in found if r.slug == slug), None)
    if regio is None:
        raise Http404
    response = _help_page(request, regio, found)
    remember(response, regio, secure=request.is_secure())
    return response


def _help_page(
    request: HttpRequest, regio: Regio | None, found: list[Regio]
) -> HttpResponse:
    wanted = request.GET.get("taal", "")
    context = {
        "hulp": selectors.help_now(
            regio.slug if regio else "", wanted if wanted in Taal.values else Taal.NL
        ),
        "regio": regio,
        "regios": [other for other in found if other != regio],
        "nu": timezone.now(),
    }
    return render(request, "netwerk/hulp/hulp_nu.html", context)


@login_not_required
@paper_door
def hulp_nu_pdf(request: HttpRequest, slug: str) -> HttpResponse:
    regio = get_object_or_404(Regio, slug=slug)
    try:
        made = documents.help_now(
            selectors.help_now(slug), regio, day=timezone.localdate()
        )
    except pdf.NoPango:
        return _no_pdf(request, regio, reverse("hulp_nu_regio", args=[slug]))
    return pdf.download(f"hulp-nu-{slug}.pdf", made.content)


@login_not_required
@outside_transaction
def hulp_nu_sw(request: HttpRequest) -> HttpResponse:
    """The service worker. It stands in the folder it is for, so that it can reach no page
    outside; it brings its own page for when nothing is kept."""
    look = [staticfiles_storage.url(path) for path in SHELL]
    context = {
        "vorm": look,
        "versie": sha256(" ".join(look).encode()).hexdigest()[:12],
        "leeg": render_to_string("netwerk/hulp/geen_verbinding.html"),
    }
    script = render_to_string("netwerk/hulp/sw.js", context)
    response = HttpResponse(script, content_type="text/javascript")
    response["Cache-Control"] = "no-cache"
    return response


@login_not_required
@outside_transaction
def weg(request: HttpRequest) -> HttpResponse:
    """Where the quick exit goes: a page that says nothing, or a site of everybody's."""
    if settings.SNEL_WEG_NAAR:
        return redirect(settings.SNEL_WEG_NAAR)
    return HttpResponse(render_to_string("netwerk/hulp/weg.html"))


# --- worries about somebody in the neighbourhood ------------------------------------------
@login_not_required
def zorgen(request: HttpRequest) -> HttpResponse:
    """Straight to the region there is or that was chosen; else which one."""
    found = selectors.regions()
    home = selectors.home_region(found)
    chosen = next((r for r in found if r.slug == chosen_slug(request)), home)
    if chosen:
        return redirect("zorgen_regio", chosen.slug)
    return render(request, "netwerk/hulp/zorgen.html", {"regios": found})


@login_not_required
def zorgen_regio(request: HttpRequest, slug: str) -> HttpResponse:
    """Where does this person live? Not knowing is an answer too."""
    regio = get_object_or_404(Regio, slug=slug)
    context = {"regio": regio, "gemeenten": selectors.places(regio)}
    return render(request, "netwerk/hulp/zorgen_regio.html", context)


@login_not_required
def zorgen_plek(request: HttpRequest, slug: str, plek: str) -> HttpResponse:
    """What do you worry about?"""
    waar = _place(slug, plek)
    context = {"waar": waar, "regio": waar.regio, "zorgen": selectors.worries()}
    return render(request, "netwerk/hulp/zorgen_plek.html", context)


@login_not_required
def zorgen_soort(
    request: HttpRequest, slug: str, plek: str, soort: str
) -> HttpResponse:
    """Who to call, and what happens then."""
    waar, zorg = _place(slug, plek), _worry(soort)
    context = {
        "waar": waar,
        "regio": waar.regio,
        "zorg": zorg,
        "contacten": selectors.contacts(waar, soort),
    }
    return render(request, "netwerk/hulp/zorgen_soort.html", context)


@login_not_required
@paper_door
def zorgen_soort_pdf(
    request: HttpRequest, slug: str, plek: str, soort: str
) -> HttpResponse:
    waar, zorg = _place(slug, plek), _worry(soort)
    page = reverse("zorgen_soort", args=[slug, plek, soort])
    try:
        made = documents.worry(
            waar,
            zorg,
            selectors.contacts(waar, soort),
            selectors.help_now(slug),
            url=settings.BASE_URL + page,
            day=timezone.localdate(),
        )
    except pdf.NoPango:
        return _no_pdf(request, waar.regio, page)
    return pdf.download(f"zorgen-{soort}-{plek}.pdf", made.content)


@login_not_required
def zorgen_blad(request: HttpRequest, slug: str, plek: str) -> HttpResponse:
    """All of it for one place, on one sheet."""
    waar = _place(slug, plek)
    context = {
        "waar": waar,
        "regio": waar.regio,
        "zorgen": selectors.per_worry(waar),
        "dag": timezone.localdate(),
    }
    return render(request, "netwerk/hulp/zorgen_blad.html", context)


@login_not_required
@paper_door
def zorgen_blad_pdf(request: HttpRequest, slug: str, plek: str) -> HttpResponse:
    waar = _place(slug, plek)
    try:
        made = documents.sheet(
            waar, selectors.per_worry(waar), day=timezone.localdate()
        )
    except pdf.NoPango:
        return _no_pdf(request, waar.regio, reverse("zorgen_blad", args=[slug, plek]))
    return pdf.download(f"zorgen-om-iemand-{plek}.pdf", made.content)


def _no_pdf(request: HttpRequest, regio: Regio | None, terug: str) -> HttpResponse:
    about = {"regio": regio, "terug": terug}
    return render(request, "netwerk/hulp/geen_pdf.html", about, status=503)


def _place(slug: str, plek: str) -> selectors.Waar:
    waar = selectors.place(get_object_or_404(Regio, slug=slug), plek)
    if waar is None:
        raise Http404
    return waar


def _worry(soort: str) -> Zorg:
    if soort not in Zorg.values:
        raise Http404
    return Zorg(soort)


# --- naasten ----------------------------------------------------------------------------
@login_not_required
def voor_naasten(request: HttpRequest) -> HttpResponse:
    """What holds everywhere, in a language; and what the region has that somebody chose
    here or before, or the only one there is."""
    found = selectors.regions()
    regio, wanted = _naasten_region(request, found)
    pagina = _naasten_words(request)
    context = {
        "pagina": pagina,
        "talen": [(t, read_naasten(t).naam) for t in Taal.values],
        "regio": regio,
        "hier": naasten.here(regio) if regio else None,
        "regios": [other for other in found if other != regio],
        "gekozen": wanted,
        "pdf": _naasten_address("voor_naasten_pdf", regio, pagina),
    }
    return render(request, "netwerk/hulp/voor_naasten.html", context)


@login_not_required
@paper_door
def voor_naasten_pdf(request: HttpRequest) -> HttpResponse:
    """The same words, and of what the region has all that paper has to say."""
    regio, _ = _naasten_region(request, selectors.regions())
    pagina = _naasten_words(request)
    hier = naasten.here(regio) if regio else None
    keys = [v.pk for v in hier.plekken] if hier else []
    page = _naasten_address("voor_naasten", regio, pagina)
    blad = documents.Naastenblad(
        pagina,
        regio,
        hier,
        lines_on_paper(keys, moment=timezone.now()),
        selectors.help_now(regio.slug if regio else "", pagina.taal),
        url=settings.BASE_URL + page,
        zoek=settings.BASE_URL + _search_naasten(regio),
    )
    try:
        made = documents.for_naasten(blad, day=timezone.localdate())
    except pdf.NoPango:
        return _no_pdf(request, regio, page)
    return pdf.download("voor-naasten.pdf", made.content)


def _naasten_region(
    request: HttpRequest, found: list[Regio]
) -> tuple[Regio | None, str]:
    """Which region, and its slug where the address named it."""
    wanted = request.GET.get("regio", "")
    slugs = (wanted, chosen_slug(request))
    chosen = next((r for slug in slugs for r in found if r.slug == slug), None)
    named = wanted if chosen and chosen.slug == wanted else ""
    return chosen or selectors.home_region(found), named


def _naasten_words(request: HttpRequest) -> Naastenpagina:
    taal = request.GET.get("taal", "")
    return read_naasten(taal if taal in Taal.values else Taal.NL)


def _naasten_address(name: str, regio: Regio | None, pagina: Naastenpagina) -> str:
    """With the region and the language of now: paper and a link go to another device."""
    taal = pagina.taal if pagina.taal != Taal.NL else ""
    here = Adres(reverse(name)).met(("regio", regio.slug if regio else ""))
    return str(here.met(("taal", taal)))


def _search_naasten(regio: Regio | None) -> str:
    everything = Adres(reverse("sociale_kaart")).met(("voor", "naasten"))
    return str(everything.met(("regio", regio.slug if regio else "")))
