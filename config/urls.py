"""Every address of the product, app by app. Names are in tests/access_matrix.py."""

from django.urls import include, path

from . import errors, health, platform

urlpatterns = [
    path("livez", health.livez, name="livez"),
    path("readyz", health.readyz, name="readyz"),
    path("beheer/platform/", platform.platform, name="platform"),
    path("", include("toegang.urls")),
    path("", include("berichten.urls")),
    path("", include("netwerk.urls")),
    path("", include("kompas.urls")),
    path("", include("clientplan.urls")),
]

handler400 = errors.bad_request
handler403 = errors.permission_denied
handler404 = errors.page_not_found
handler500 = errors.server_error
