"""The settings of the tests: a folder of their own, the embedded database as default, and a PostgreSQL beside it."""

import os
import tempfile
from pathlib import Path

from tests.postgres import start_postgres

os.environ["AMANA_VAR"] = tempfile.mkdtemp(prefix="amana-test-")
os.environ["AMANA_ORGANIZATION"] = str(Path(__file__).resolve().parent.parent / "organizations" / "example")
for name in ("AMANA_DEMO", "AMANA_TODAY", "AMANA_HTTPS", "AMANA_DATABASE", "AMANA_SECRET_FILE", "AMANA_RECORD_KEY"):
    os.environ.pop(name, None)
os.environ["AMANA_PAGES_KEPT"] = "0"  # every test sees its page made; tests of the keeping say so
start_postgres()

from amana.site.options import database  # noqa: E402
from amana.site.settings import *  # noqa: E402, F403
from amana.site.settings import DATABASES, STATIC_ROOT, VAR  # noqa: E402

STATIC_ROOT.mkdir(parents=True, exist_ok=True)

DATABASES["default"]["TEST"] = {"NAME": str(VAR / f"test-{os.getpid()}.sqlite3")}
DATABASES["postgres"] = {**database(os.environ["AMANA_TEST_POSTGRES"], VAR), "CONN_MAX_AGE": 0}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
