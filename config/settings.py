"""Read from the environment, top to bottom, safe by default. docs/beheer.md lists them all.

NK_DEVELOPMENT=1 (only tools/devstack.py says so) gives keys that everybody may know and
cookies without TLS; without it a process that misses a secret does not start.
"""

from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

import environ
from csp.constants import NONE, SELF
from redis.backoff import NoBackoff
from redis.retry import Retry

from basis import logging as basis_logging

from .beat import SCHEDULE

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()
DEVELOPMENT = env.bool("NK_DEVELOPMENT", default=False)
DEMO = env.bool("NK_DEMO", default=False)


def secret(name: str) -> str:
    """From the environment, or in development a value that is no secret."""
    value = env.str(name, default="")
    if not value and DEVELOPMENT:
        return f"development-only-{name}-" + "x" * 40
    if not value:
        raise ImproperlyConfigured(f"{name} is missing (docs/beheer.md)")
    return value


# --- who we are ---------------------------------------------------------------------
DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = secret("SECRET_KEY")
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])
MFA_KEY = secret("MFA_KEY")  # not SECRET_KEY: turning one must not cost the other
# name:base64 of 32 bytes; the first wraps, all unwrap (config/start.py refuses a wrong one)
CARE_KEYS = env.str("CARE_KEYS", default="") or (
    f"ontwikkeling:{'A' * 43}=" if DEVELOPMENT else ""
)
# the same for diaries; for web and draai_sleutels, so that no task can open one
DIARY_KEYS = env.str("DIARY_KEYS", default="") or (
    f"ontwikkeling:{'B' * 43}=" if DEVELOPMENT else ""
)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["*"] if DEVELOPMENT else [])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
BASE_URL = env.str("BASE_URL", default="http://127.0.0.1:8000" if DEVELOPMENT else "")
REGIO_NAAM = env.str("REGIO_NAAM", default="")
# where the quick exit goes: a site that everybody visits; empty is an empty page of ours
SNEL_WEG_NAAR = env.str("SNEL_WEG_NAAR", default="")

# --- what it is made of -------------------------------------------------------------
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",  # allauth's lists of sessions and passkeys
    "django.contrib.postgres",
    "django.forms",
    "django_htmx",
    "template_partials",
    "pgtrigger",
    "pghistory",
    "drf_spectacular",  # not rest_framework: that would bring pages and style to serve
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "basis",
    "logboek",
    "toegang",
    "berichten",
    "netwerk",
    "kompas",
    "clientplan",
    "monitoring",
    "rapportage",
    "config",
]
MIDDLEWARE = [
    "basis.middleware.SpoorMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "basis.middleware.CacheMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "toegang.rest.RustMiddleware",
    "toegang.rest.LoginMiddleware",
    "toegang.middleware.RolMiddleware",
    "toegang.terug.TerugMiddleware",
    "toegang.second_factor.SecondFactorMiddleware",
    "toegang.middleware.ActorMiddleware",  # last: its process_view calls the view
]
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": [
                "basis.templatetags.nk",
                "template_partials.templatetags.partials",
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "toegang.context.frame",
            ],
        },
    }
]
FORM_RENDERER = "basis.forms.NkRenderer"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- where things are kept ----------------------------------------------------------
DATABASES = {
    "default": env.db("DATABASE_URL", default="postgres://nk_web@/netwerkkompas")
    | {
        "ENGINE": "basis.postgres",
        "CONN_MAX_AGE": env.int("CONN_MAX_AGE", default=60),
        "CONN_HEALTH_CHECKS": True,
    }
}
PROCESS_ROLE = env.str("PROCESS_ROLE", default="nk_web")  # the worker says nk_worker
# a page waits for nobody; a migration, a night and a report may take their time
DB_STATEMENT_TIMEOUT_MS = env.int(
    "DB_STATEMENT_TIMEOUT_MS", default=5_000 if PROCESS_ROLE == "nk_web" else 600_000
)
DB_SILENCE_S = DB_STATEMENT_TIMEOUT_MS / 1000 + 1  # when the line says nothing at all
DATABASES["default"].setdefault("OPTIONS", {})
DATABASES["default"]["OPTIONS"] |= {
    "connect_timeout": 5,
    "options": f"-c statement_timeout={DB_STATEMENT_TIMEOUT_MS}",
}
REDIS_URL = env.str("REDIS_URL", default="")
_QUICK = {  # a Redis that is away is said at once; redis-py would try for 4.5 s
    "retry": Retry(NoBackoff(), 0),
    "socket_timeout": 2,
    "socket_connect_timeout": 2,
}
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": REDIS_URL,
        "KEY_PREFIX": "nk",
        "OPTIONS": _QUICK,
    }
}
# kombu has a word of its own for a socket
CELERY_BROKER_URL = REDIS_URL.replace("unix:", "redis+socket:")
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": 3600,  # longer than the longest task
    "socket_timeout": 5,
    "socket_connect_timeout": 2,
}
if PROCESS_ROLE == "nk_web":  # else whoever saves something waits six seconds for it
    CELERY_BROKER_TRANSPORT_OPTIONS["max_retries"] = 0
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_TIME_LIMIT = 900
CELERY_BEAT_SCHEDULE = SCHEDULE
CELERY_BEAT_SCHEDULER = "config.scheduler:Scheduler"
CELERY_BEAT_MAX_LOOP_INTERVAL = 60
CELERY_BEAT_SCHEDULE_FILENAME = env.str("BEAT_FILE", default="celerybeat-schedule")
CELERY_TIMEZONE = "Europe/Amsterdam"
MEDIA_ROOT = env.path("MEDIA_ROOT", default=str(BASE_DIR / "var" / "media"))

# --- words and time -----------------------------------------------------------------
LANGUAGE_CODE = "nl"
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True
USE_I18N = True
USE_THOUSAND_SEPARATOR = True

# --- static files -------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = env.path("STATIC_ROOT", default=str(BASE_DIR / "var" / "staticfiles"))
_STATIC = (
    BASE_DIR / "static",
    BASE_DIR / "var" / "static",
)  # written, and made (fonts)
STATICFILES_DIRS = [folder for folder in _STATIC if folder.is_dir()]
WHITENOISE_USE_FINDERS = DEVELOPMENT
WHITENOISE_MAX_AGE = 3600
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEVELOPMENT
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

# --- getting in ---------------------------------------------------------------------
AUTH_USER_MODEL = "toegang.Gebruiker"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "toegang.passwords.EasyWordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "vandaag"
LOGOUT_REDIRECT_URL = "start"
ACCOUNT_ADAPTER = "toegang.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # the invitation proved the address
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
ACCOUNT_RATE_LIMITS = False  # basis/doors.py: there right tries do not count
ACCOUNT_SESSION_REMEMBER = False
MFA_ADAPTER = "toegang.adapter.MFAAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_RECOVERY_CODE_COUNT = 20  # some people have nothing else
MFA_TOTP_ISSUER = "Netwerkkompas"
MFA_TOTP_TOLERANCE = 1  # one step off, for a clock that is a little wrong
MFA_FORCED = env.bool("MFA_FORCED", default=True)  # only the demo turns it off
PASSWORD_RESET_TIMEOUT = 86_400
# who helps when somebody cannot get in: one sentence, with a telephone number
HELPDESK = env.str("HELPDESK", default="")
UITNODIGING_DAGEN = env.int("UITNODIGING_DAGEN", default=14)
SESSION_ENGINE = "toegang.sessions"
SESSION_COOKIE_AGE = 86_400  # used or not: a day
SESSION_RUST_MINUTEN = env.int("SESSION_RUST_MINUTEN", default=60)
SESSION_RUST_MINUTEN_PROFESSIONAL = env.int(
    "SESSION_RUST_MINUTEN_PROFESSIONAL", default=30
)
# where the heads of the log's chains are kept a second time, outside the database
LOGBOEK_GETUIGE = env.str("LOGBOEK_GETUIGE", default="")
# who was erased, outside the database: to do it again after a restore (netwerk/wislijst.py)
WISLIJST = env.str("WISLIJST", default="")

# --- for programs (basis/api.py): closed unless a view says so, one form, our words -----
OPEN_DATA_LICENTIE = {
    "name": "CC BY 4.0",
    "url": "https://creativecommons.org/licenses/by/4.0/deed.nl",
}
# questions of one address in five minutes; 0 is no limit
OPEN_DATA_VRAGEN = env.int("OPEN_DATA_VRAGEN", default=1_200)
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "rest_framework.authentication.SessionAuthentication"
    ],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_THROTTLE_CLASSES": ["netwerk.api.tempo.Tempo"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "basis.api.fault",
    "COMPACT_JSON": False,  # with a space after each comma, for who reads it
}
SPECTACULAR_SETTINGS = {
    "OAS_VERSION": "3.1.0",
    "TITLE": "Sociale kaart van Netwerkkompas",
    "VERSION": "1.0",
    "DESCRIPTION": (
        "Leesbaar voor iedereen, zonder inloggen. Volgt Open Referral HSDS 3.0."
        " Wat met nk_ begint is van ons: zie het profiel."
    ),
    "LICENSE": OPEN_DATA_LICENTIE,
    "SERVERS": [{"url": f"{BASE_URL}/api/hsds"}],
    "SCHEMA_PATH_PREFIX": "/api/hsds",
    "SCHEMA_PATH_PREFIX_TRIM": True,
    "PREPROCESSING_HOOKS": ["netwerk.api.beschrijving.as_asked"],
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enum_id_removal",
        "netwerk.api.beschrijving.with_records",
    ],
    "ENUM_GENERATE_CHOICE_DESCRIPTION": False,
    "SORT_OPERATIONS": False,
    "SORT_OPERATION_PARAMETERS": False,
    "DISABLE_DOCSTRING_DESCRIPTIONS": True,
}

# --- the round ----------------------------------------------------------------------
RONDE_VRAAG_NA_DAGEN = env.int("RONDE_VRAAG_NA_DAGEN", default=14)
RONDE_SLUIT_NA_DAGEN = env.int("RONDE_SLUIT_NA_DAGEN", default=28)

# --- mail ---------------------------------------------------------------------------
EMAIL_BACKEND = "berichten.mail.OutboxBackend"  # everything waits in the outbox
MAIL_TRANSPORT = env.str(
    "MAIL_TRANSPORT", default="django.core.mail.backends.smtp.EmailBackend"
)
MAIL_DOMAIN = env.str("MAIL_DOMAIN", default="netwerkkompas.invalid")
DEFAULT_FROM_EMAIL = env.str(
    "DEFAULT_FROM_EMAIL", default=f"Netwerkkompas <post@{MAIL_DOMAIN}>"
)
EMAIL_HOST = env.str("EMAIL_HOST", default="localhost")
EMAIL_PORT = env.int("EMAIL_PORT", default=25)
EMAIL_HOST_USER = env.str("EMAIL_HOST_USER", default="")
EMAIL_HOST_PASSWORD = env.str("EMAIL_HOST_PASSWORD", default="")
EMAIL_USE_TLS = env.bool("EMAIL_USE_TLS", default=False)
EMAIL_TIMEOUT = 10
EMAIL_FILE_PATH = env.str("EMAIL_FILE_PATH", default="")

# --- safe by default ----------------------------------------------------------------
_TLS = not DEVELOPMENT
SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=_TLS)
SECURE_REDIRECT_EXEMPT = [r"^livez$", r"^readyz$"]  # asked from inside
SECURE_PROXY_SSL_HEADER = (
    ("HTTP_X_FORWARDED_PROTO", "https")
    if env.bool("BEHIND_PROXY", default=False)
    else None
)
PROXY_HOPS = env.int("PROXY_HOPS", default=1 if SECURE_PROXY_SSL_HEADER else 0)
SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", default=31_536_000 if _TLS else 0)
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = _TLS
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _TLS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_FAILURE_VIEW = "config.errors.csrf_failure"
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 1_000
DATA_UPLOAD_MAX_NUMBER_FILES = 4
FILE_UPLOAD_HANDLERS = ["basis.uploads.BoundedUploadHandler"]
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "font-src": [SELF],
        "img-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

# --- logging: no care content, and for guests of a round nothing at all -----------------
PATHS_WITHOUT_LINES = ("/meedoen/", "/static/", "/livez", "/readyz")
basis_logging.install()
LOGGING = basis_logging.config(
    level=env.str("LOG_LEVEL", default="INFO"), as_json=not DEVELOPMENT
)
