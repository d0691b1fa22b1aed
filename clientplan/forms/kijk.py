"""The second voice (P2)."""

from basis.forms import NkForm

from .stuk import Woorden


class KijkForm(NkForm):
    says_what_is_optional = False

    tekst = Woorden(label="Hoe zie jij het?", rows=6)
