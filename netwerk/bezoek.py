"""One visit of somebody we do not know: enough to count it once, and for nothing else.

Visitors have no cookie. Address and browser together are hashed with a key of this
installation before anything else sees them, and again with the salt of the day before
anything is kept (services/vergeefs.py).
"""

from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from toegang.http import address_of


def visit_of(request: HttpRequest) -> str:
    """ "" when nothing is known of who asks."""
    browser = str(request.META.get("HTTP_USER_AGENT", ""))
    about = f"{address_of(request)}\0{browser}"
    if about == "\0":
        return ""
    return salted_hmac("netwerk.bezoek", about, algorithm="sha256").hexdigest()
