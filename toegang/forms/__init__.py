from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password

from basis.forms import AdresField, NkForm, Tiles, speak_plainly
from toegang.roles import ActieveRol

LONGEST_PASSWORD = 128
NUL = {"null_characters_not_allowed": "In dit wachtwoord staat een teken dat niet kan."}


class WachtwoordField(forms.CharField):
    """Spaces at the ends belong to it."""

    def __init__(self, *, autocomplete: str, **kwargs: Any) -> None:
        kwargs.setdefault(
            "widget", forms.PasswordInput(attrs={"autocomplete": autocomplete})
        )
        super().__init__(
            strip=False, max_length=LONGEST_PASSWORD, error_messages=NUL, **kwargs
        )


class InlogForm(NkForm):
    """With allauth's names of the fields: what fills in a login form knows them."""

    login = AdresField(
        label="E-mail", widget=forms.EmailInput(attrs={"autocomplete": "username"})
    )
    password = WachtwoordField(label="Wachtwoord", autocomplete="current-password")


class BevestigForm(NkForm):
    wachtwoord = WachtwoordField(label="Wachtwoord", autocomplete="current-password")


class CodeForm(NkForm):
    """Six digits of an app, or a line of the list on paper."""

    code = forms.CharField(
        label="Code",
        max_length=40,
        widget=forms.TextInput(
            attrs={
                "class": "code",
                "inputmode": "numeric",
                "autocomplete": "one-time-code",
            }
        ),
    )


class VergetenForm(NkForm):
    email = AdresField(
        label="E-mail", widget=forms.EmailInput(attrs={"autocomplete": "username"})
    )


TOO_SHORT = "Dit wachtwoord is te kort. Gebruik twaalf tekens of meer."
EASY = "Dit wachtwoord is makkelijk te raden. Kies een ander, bijvoorbeeld een zin."


def in_our_words(error: forms.ValidationError) -> str:
    """One sentence: Django's own are English in part, and two at once."""
    codes = {one.code for one in error.error_list}
    return TOO_SHORT if "password_too_short" in codes else EASY


class WachtwoordForm(NkForm):
    """A password is chosen, typed once: a wrong one is chosen anew by mail."""

    wachtwoord = WachtwoordField(
        label="Kies een wachtwoord",
        help_text="Twaalf tekens of meer. Een zin mag ook.",
        autocomplete="new-password",
    )

    def clean_wachtwoord(self) -> str:
        password: str = self.cleaned_data["wachtwoord"]
        try:
            validate_password(password)
        except forms.ValidationError as error:
            raise forms.ValidationError(in_our_words(error)) from None
        return password


class NaamWachtwoordForm(WachtwoordForm):
    """For who was invited without a name: it is theirs to say."""

    naam = forms.CharField(
        label="Hoe heet je?",
        help_text="Zo zien anderen je naam.",
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    field_order = ["naam", "wachtwoord"]


class RolForm(NkForm):
    def __init__(self, *args: Any, rollen: list[ActieveRol], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["rol"] = forms.ChoiceField(
            label="In welke rol werk je nu?",
            choices=[(rol.sleutel, rol.naam) for rol in rollen],
            widget=Tiles(),
        )
        speak_plainly(self.fields["rol"])
