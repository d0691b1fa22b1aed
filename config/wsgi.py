"""The web process. It logs in as nk_web, and refuses to start as a stronger role, or
with a wrong ring of keys."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
application = get_wsgi_application()

from config.start import refuse_wrong_start  # noqa: E402 - after Django is set up

refuse_wrong_start()
