"""Django's settings, out of the options; nothing here is for an operator to edit."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path

from amana.site.options import database, option

VAR = Path(option("AMANA_VAR")).resolve()
ORGANIZATION = Path(option("AMANA_ORGANIZATION"))
DEMO = option("AMANA_DEMO") == "1"
TODAY = option("AMANA_TODAY")
PAGES_KEPT = int(option("AMANA_PAGES_KEPT")) << 20
HTTPS = option("AMANA_HTTPS") == "1"
API_RATE = int(option("AMANA_API_RATE"))
RECORD_KEY = Path(option("AMANA_RECORD_KEY") or VAR / "record.key")


def _secret() -> str:
    """The secret of this instance: read from its file, made on first use with mode 0600.

    It is in its file whole or not at all: of two processes that start together one makes it, both read it.
    """
    path = Path(option("AMANA_SECRET_FILE") or VAR / "secret.key")
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(f"{path.name}.{secrets.token_hex(6)}.part")
        try:
            with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
                file.write(secrets.token_urlsafe(64))
                file.flush()
                os.fsync(file.fileno())
            with suppress(FileExistsError):
                os.link(part, path)
        finally:
            part.unlink(missing_ok=True)
    return path.read_text(encoding="ascii").strip()


SECRET_KEY = _secret()
DEBUG = False
ALLOWED_HOSTS = option("AMANA_HOSTS").split()
ROOT_URLCONF = "amana.site.urls"
WSGI_APPLICATION = "amana.site.wsgi.application"
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "axes",
    "amana.store",
    "amana.acts",
    "amana.pages",
    "amana.portal",
    "amana.desk",
    "amana.api",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "amana.pages.kept.Keeping",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "amana.pages.middleware.Reading",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "axes.middleware.AxesMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "amana.pages.context.page",
            ],
            "builtins": ["amana.pages.templatetags.words"],
        },
    }
]
DATABASES = {"default": database(option("AMANA_DATABASE"), VAR)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "store.User"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = 0.25
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_VERBOSE = False
AXES_USERNAME_FORM_FIELD = "username"  # what the sign-in form calls the e-mail; without it nobody is ever locked out
AXES_LOCKOUT_CALLABLE = "amana.desk.signing.locked_out"
LOGIN_URL = "desk:sign-in"
LOGIN_REDIRECT_URL = "desk:my-work"
LOGOUT_REDIRECT_URL = "portal:home"

USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en"
LANGUAGES = [("ar", "العربية"), ("en", "English"), ("fr", "Français"), ("id", "Bahasa Indonesia")]
FORMAT_MODULE_PATH = None

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 3600
FILES = VAR / "files"

DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if HTTPS:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 31536000
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "loggers": {"django.request": {"handlers": ["console"], "level": "ERROR", "propagate": False}},
}
SILENCED_SYSTEM_CHECKS = ["axes.W006"]
