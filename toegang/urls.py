"""Our own list of addresses: allauth's includes add some forty names nobody would test.

The views are ours, the names are allauth's where it reverses them itself. Still to come,
and their place is kept (docs/adr/0003): passkeys at inloggen/passkey/, bevestigen/passkey/
and tweede-stap/passkey/ (mfa_login_webauthn, mfa_reauthenticate_webauthn,
mfa_list_webauthn, …), an organisation's own login at inloggen/<slug>/ and
inloggen/<slug>/terug/ (openid_connect_login, openid_connect_callback).
"""

from django.urls import path

from .views import account, inloggen, public, tweede_stap, uitnodiging, wachtwoord

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
]
