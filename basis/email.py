"""One way to write an address."""

import unicodedata


def normalise_email(text: str) -> str:
    """One address, one account: whatever capitals, spaces or "mailto:" stand round it."""
    text = unicodedata.normalize("NFKC", text).strip()
    return text.lower().removeprefix("mailto:").strip()
