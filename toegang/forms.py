from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password

from basis.forms import NkForm


class WachtwoordForm(NkForm):
    """A new account chooses its password."""

    wachtwoord = forms.CharField(
        label="Kies een wachtwoord",
        help_text="Twaalf tekens of meer. Een zin mag ook.",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        strip=False,
        max_length=128,
    )

    def clean_wachtwoord(self) -> Any:
        validate_password(self.cleaned_data["wachtwoord"])
        return self.cleaned_data["wachtwoord"]
