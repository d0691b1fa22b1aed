"""What we decide differently from allauth."""

import base64
import hashlib
import time
from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet

from basis.actor import acting

from .http import actor_for, address_of
from .models import Gebruiker
from .selectors.sessions import SEEN
from .services import entry


class AccountAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request: Any) -> bool:
        return False  # by invitation only

    def is_ajax(self, request: Any) -> bool:
        return False  # pages answer with pages, whatever a request says it likes

    def get_client_ip(self, request: Any) -> str:
        return address_of(request) or "0.0.0.0"  # noqa: S104 - a socket has none

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """Our views say themselves what happened."""

    def login(self, request: Any, user: Gebruiker) -> None:
        """The one place every way in comes past."""
        super().login(request, user)
        request.session[SEEN] = int(time.time())
        with acting(actor_for(request, user)):
            entry.record_login(user=user)

    def respond_user_inactive(self, request: Any, user: Gebruiker) -> HttpResponse:
        return render(request, "toegang/gesloten.html", status=403)


class MFAAdapter(DefaultMFAAdapter):
    """Secrets are plain in the database unless these two are given."""

    def encrypt(self, text: str) -> str:
        return _fernet().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _fernet().decrypt(encrypted_text.encode()).decode()


def _fernet() -> Fernet:
    digest = hashlib.sha256(settings.MFA_KEY.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(digest))
