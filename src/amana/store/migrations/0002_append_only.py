"""Triggers that keep the record append-only, on both databases, whoever writes."""

from django.db import migrations

KEPT = ("store_entry", "store_node", "store_checkpoint")
KEYS = {"store_entry": "no", "store_node": "id", "store_checkpoint": "size", "store_body": "no"}


def sqlite():
    for table in KEPT:
        for verb in ("UPDATE", "DELETE"):
            yield (
                f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, 'the record is append-only: {table}'); END"
            )
    yield (
        "CREATE TRIGGER store_body_no_update BEFORE UPDATE ON store_body "
        "BEGIN SELECT RAISE(ABORT, 'the record is append-only: store_body'); END"
    )
    yield (
        "CREATE TRIGGER store_body_no_delete BEFORE DELETE ON store_body "
        "WHEN NOT EXISTS (SELECT 1 FROM store_erasure WHERE no = OLD.no) "
        "BEGIN SELECT RAISE(ABORT, 'a body is only forgotten by record.erase'); END"
    )
    for table, key in (*KEYS.items(), ("store_head", "id")):  # INSERT OR REPLACE deletes without asking the delete trigger
        yield (
            f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} "
            f"WHEN EXISTS (SELECT 1 FROM {table} WHERE {key} = NEW.{key}) "
            f"BEGIN SELECT RAISE(ABORT, 'the record is append-only: {table}'); END"
        )
    yield (
        "CREATE TRIGGER store_head_no_delete BEFORE DELETE ON store_head "
        "BEGIN SELECT RAISE(ABORT, 'the head of the record stays'); END"
    )
    yield (
        "CREATE TRIGGER store_head_grows BEFORE UPDATE ON store_head WHEN NEW.size <= OLD.size "
        "BEGIN SELECT RAISE(ABORT, 'the record only grows'); END"
    )


def postgresql():
    yield """
CREATE FUNCTION store_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'the record is append-only: %', TG_TABLE_NAME; END $$"""
    yield """
CREATE FUNCTION store_only_erased() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM store_erasure WHERE no = OLD.no) THEN
    RAISE EXCEPTION 'a body is only forgotten by record.erase';
  END IF;
  RETURN OLD;
END $$"""
    yield """
CREATE FUNCTION store_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.size <= OLD.size THEN RAISE EXCEPTION 'the record only grows'; END IF;
  RETURN NEW;
END $$"""
    for table in KEPT:
        yield f"CREATE TRIGGER {table}_kept BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION store_refuse()"
    yield "CREATE TRIGGER store_body_kept BEFORE UPDATE ON store_body FOR EACH ROW EXECUTE FUNCTION store_refuse()"
    yield "CREATE TRIGGER store_body_erased BEFORE DELETE ON store_body FOR EACH ROW EXECUTE FUNCTION store_only_erased()"
    yield "CREATE TRIGGER store_head_kept BEFORE DELETE ON store_head FOR EACH ROW EXECUTE FUNCTION store_refuse()"
    yield "CREATE TRIGGER store_head_grows BEFORE UPDATE ON store_head FOR EACH ROW EXECUTE FUNCTION store_only_grows()"
    for table in (*KEYS, "store_head"):
        yield f"CREATE TRIGGER {table}_whole BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION store_refuse()"


def make(apps, schema_editor):
    """Make the triggers of this database."""
    statements = sqlite if schema_editor.connection.vendor == "sqlite" else postgresql
    for statement in statements():
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("store", "0001_initial")]
    operations = [migrations.RunPython(make, migrations.RunPython.noop, elidable=False)]
