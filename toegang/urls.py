"""Our own list of addresses: allauth's includes add some forty names nobody would test.

The views are ours, the names are allauth's where it reverses them itself. Still to come,
and their place is kept (docs/adr/0003): passkeys at inloggen/passkey/, bevestigen/passkey/
and tweede-stap/passkey/ (mfa_login_webauthn, mfa_reauthenticate_webauthn,
mfa_list_webauthn, …), an organisation's own login at inloggen/<slug>/ and
inloggen/<slug>/terug/ (openid_connect_login, openid_connect_callback).
"""

from django.urls import path, re_path

from .views import (
    account,
    huisstijl,
    inloggen,
    mensen,
    organisaties,
    public,
    regios,
    tweede_stap,
    uitnodiging,
    wachtwoord,
)

urlpatterns = [
    path("", public.start, name="start"),
    path("over/", public.over, name="over"),
    path("privacy/", public.privacy, name="privacy"),
    path("toegankelijkheid/", public.toegankelijkheid, name="toegankelijkheid"),
    path("letters/", public.letters, name="letters"),
    path("vandaag/", public.vandaag, name="vandaag"),
    path("inloggen/", inloggen.inloggen, name="account_login"),
    path("inloggen/code/", inloggen.code, name="mfa_authenticate"),
    path("uitloggen/", inloggen.uitloggen, name="account_logout"),
    path("uitnodiging/<str:code>/", uitnodiging.uitnodiging, name="uitnodiging"),
    path("wachtwoord/", wachtwoord.wachtwoord, name="account_change_password"),
    path("wachtwoord/vergeten/", wachtwoord.vergeten, name="account_reset_password"),
    path(
        "wachtwoord/verstuurd/",
        wachtwoord.verstuurd,
        name="account_reset_password_done",
    ),
    path(
        "wachtwoord/nieuw/<uuid:uuid>/<str:token>/",
        wachtwoord.nieuw,
        name="account_reset_password_from_key",
    ),
    path("account/", account.account, name="mijn_account"),
    path("rol/", account.rol, name="rol"),
    path("sessies/", account.sessies, name="usersessions_list"),
    path("bevestigen/", account.bevestigen, name="account_reauthenticate"),
    path("bevestigen/code/", account.bevestigen_code, name="mfa_reauthenticate"),
    path("tweede-stap/", tweede_stap.overzicht, name="mfa_index"),
    path("tweede-stap/app/", tweede_stap.app, name="mfa_activate_totp"),
    path("tweede-stap/papier/", tweede_stap.papier, name="tweede_stap_papier"),
    path("tweede-stap/codes/", tweede_stap.codes, name="mfa_view_recovery_codes"),
    path(
        "tweede-stap/codes/nieuw/",
        tweede_stap.nieuwe_codes,
        name="mfa_generate_recovery_codes",
    ),
    path("tweede-stap/uit/", tweede_stap.uit, name="tweede_stap_uit"),
    # --- keeping regions, organisations and people
    path("beheer/", regios.instellingen, name="instellingen"),
    path("beheer/regios/", regios.regios, name="regios"),
    path("beheer/regios/nieuw/", regios.regio_nieuw, name="regio_nieuw"),
    path("beheer/regios/<slug:slug>/", regios.regio, name="regio"),
    path("beheer/gebied/", regios.gebied, name="gebied"),
    path("beheer/plannen/", regios.plannen, name="regio_plannen"),
    path("beheer/gemeenten/<uuid:uuid>/", regios.gemeente, name="gemeente"),
    path(
        "beheer/gemeenten/<uuid:uuid>/naam/",
        regios.gemeente_naam,
        name="gemeente_naam",
    ),
    path("beheer/gemeenten/<uuid:uuid>/weg/", regios.gemeente_weg, name="gemeente_weg"),
    path("beheer/wijken/<uuid:uuid>/naam/", regios.wijk_naam, name="wijk_naam"),
    path("beheer/wijken/<uuid:uuid>/weg/", regios.wijk_weg, name="wijk_weg"),
    path("beheer/organisaties/", organisaties.organisaties, name="organisaties"),
    path(
        "beheer/organisaties/nieuw/",
        organisaties.organisatie_nieuw,
        name="organisatie_nieuw",
    ),
    path(
        "beheer/organisaties/<uuid:uuid>/", organisaties.organisatie, name="organisatie"
    ),
    path(
        "beheer/organisaties/<uuid:uuid>/stoppen/",
        organisaties.organisatie_stoppen,
        name="organisatie_stoppen",
    ),
    path(
        "beheer/organisaties/<uuid:uuid>/doorgaan/",
        organisaties.organisatie_doorgaan,
        name="organisatie_doorgaan",
    ),
    path("beheer/organisaties/<uuid:uuid>/teams/", organisaties.teams, name="teams"),
    path("beheer/teams/", organisaties.mijn_teams, name="teams_mijn"),
    path("beheer/teams/<uuid:uuid>/", organisaties.team, name="team"),
    path("beheer/teams/<uuid:uuid>/weg/", organisaties.team_weg, name="team_weg"),
    path("beheer/huisstijl/", huisstijl.huisstijl, name="huisstijl"),
    path("beheer/huisstijl/logo/", huisstijl.huisstijl_logo, name="huisstijl_logo"),
    path(
        "beheer/huisstijl/logo/weg/",
        huisstijl.huisstijl_logo_weg,
        name="huisstijl_logo_weg",
    ),
    path("beheer/huisstijl/weg/", huisstijl.huisstijl_weg, name="huisstijl_weg"),
    re_path(
        r"^stijl/(?P<kleuren>[0-9a-f]{6}(?:-[0-9a-f]{6})?)\.css$",
        huisstijl.huisstijl_css,
        name="huisstijl_css",
    ),
    path("stijl/<uuid:uuid>.png", huisstijl.huisstijl_beeld, name="huisstijl_beeld"),
    path("beheer/mensen/", mensen.mensen, name="mensen"),
    path("beheer/mensen/nieuw/", mensen.mens_nieuw, name="mens_nieuw"),
    path(
        "beheer/mensen/nieuw/<slug:soort>/",
        mensen.mens_uitnodigen,
        name="mens_uitnodigen",
    ),
    path("beheer/rollen/<uuid:uuid>/", mensen.mens_rol, name="mens_rol"),
    path("beheer/rollen/<uuid:uuid>/einde/", mensen.rol_einde, name="rol_einde"),
    path("beheer/rollen/<uuid:uuid>/opnieuw/", mensen.rol_opnieuw, name="rol_opnieuw"),
    path(
        "beheer/rollen/<uuid:uuid>/intrekken/",
        mensen.rol_intrekken,
        name="rol_intrekken",
    ),
]
