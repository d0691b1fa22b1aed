"""What we decide differently from allauth."""

import base64
import hashlib
from typing import Any

from django.conf import settings

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet

from .http import address_of


class AccountAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request: Any) -> bool:
        return False  # by invitation only

    def get_client_ip(self, request: Any) -> str:
        return address_of(request)


class MFAAdapter(DefaultMFAAdapter):
    """Secrets are plain in the database unless these two are given."""

    def encrypt(self, text: str) -> str:
        return _fernet().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _fernet().decrypt(encrypted_text.encode()).decode()


def _fernet() -> Fernet:
    digest = hashlib.sha256(settings.MFA_KEY.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(digest))
