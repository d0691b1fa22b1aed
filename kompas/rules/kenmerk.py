"""The tie between a participant and a ballot while a round is open (K7).

`kenmerk` is computed anew at every request and stands on the ballot only; `gast_hash`
stands with the participation only. From the one to the other leads nothing but the
round's key, and closing the round throws that away.
"""

import hashlib
import hmac


def gast_hash(secret: str) -> str:
    """What is kept of the secret in a guest's cookie: 64 hexadecimal digits."""
    return hashlib.sha256(secret.encode()).hexdigest()


def kenmerk(key: bytes, *, deelname: int | None = None, gast: str = "") -> bytes:
    """32 bytes: of an account by its participation, of a guest by the secret."""
    if (deelname is None) == (not gast):
        raise ValueError("an account or a guest")
    who = f"gast:{gast}" if gast else f"deelname:{deelname}"
    return hmac.digest(key, who.encode(), "sha256")
