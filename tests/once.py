"""What is the same every time is worked out once per worker of the run, not per test."""

from collections.abc import Callable, Iterator
from typing import Any

from django.conf import settings

import pytest
from whitenoise.middleware import WhiteNoiseMiddleware

READ = ("DEBUG", "FORCE_SCRIPT_NAME", "STATIC_URL", "STATIC_ROOT", "STATICFILES_DIRS")


@pytest.fixture(autouse=True, scope="session")
def _static_files_are_looked_up_once() -> Iterator[None]:
    """Every `Client` loads the middleware anew, and WhiteNoise then walks through all
    static files: as long as many a page takes, and with the same settings for nothing."""
    begin, known = WhiteNoiseMiddleware.__init__, {}

    def once(self: WhiteNoiseMiddleware, get_response: Callable[..., Any]) -> None:
        names = [*READ, *(name for name in dir(settings) if "WHITENOISE" in name)]
        said = repr([getattr(settings, name) for name in names])
        if said not in known:
            begin(self, get_response)
            known[said] = vars(self).copy()
        vars(self).update(known[said], get_response=get_response)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(WhiteNoiseMiddleware, "__init__", once)
        yield
