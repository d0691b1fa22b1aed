"""The web process. It logs in as nk_web, and refuses to start as a stronger role."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
application = get_wsgi_application()

from config.start import refuse_strong_roles  # noqa: E402 - after Django is set up

refuse_strong_roles()
