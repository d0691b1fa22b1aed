"""What somebody has for the second step."""

from dataclasses import dataclass

from allauth.mfa.models import Authenticator

from toegang.models import Gebruiker

BLIND = (
    "papier"  # in the data of an app that nobody holds: see services/second_factor.py
)
FEW = 3  # lines left on a list when it is time for a new one


@dataclass(frozen=True)
class State:
    """`app`: an app with codes. `papier`: a list and nothing else. `codes`: how many lines
    of a list were not used yet."""

    app: bool
    papier: bool
    codes: int

    @property
    def on(self) -> bool:
        return self.app or self.papier


def state_of(user: Gebruiker) -> State:
    rows = {row.type: row for row in Authenticator.objects.filter(user=user)}
    app = rows.get(Authenticator.Type.TOTP)
    blind = bool(app and app.data.get(BLIND))
    return State(
        app=app is not None and not blind, papier=blind, codes=len(codes_of(user))
    )


def codes_of(user: Gebruiker) -> list[str]:
    """The lines of the list that are left, as people read them: 1234 5678."""
    row = Authenticator.objects.filter(
        user=user, type=Authenticator.Type.RECOVERY_CODES
    ).first()
    codes = row.wrap().get_unused_codes() if row else []
    return [f"{code[:4]} {code[4:]}" for code in codes]
