"""The table of what is searched, and its index in words: FTS5 or GIN, kept in step by the database itself."""

from django.db import migrations, models

SQLITE = (
    "CREATE VIRTUAL TABLE store_search USING fts5(stems, content='store_document', content_rowid='id', detail=none, "
    "columnsize=0, tokenize=\"ascii tokenchars '=-_./:+'\")",
    "CREATE TRIGGER store_document_found AFTER INSERT ON store_document "
    "BEGIN INSERT INTO store_search(rowid, stems) VALUES (NEW.id, NEW.stems); END",
    "CREATE TRIGGER store_document_lost AFTER DELETE ON store_document "
    "BEGIN INSERT INTO store_search(store_search, rowid, stems) VALUES ('delete', OLD.id, OLD.stems); END",
)
POSTGRESQL = (
    "CREATE INDEX store_document_stems ON store_document USING gin (array_to_tsvector(string_to_array(stems, ' ')))",
)


def make(apps, schema_editor):
    """Make the index of this database. A record that is there already is indexed when the house is next opened."""
    statements = SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL
    for statement in statements:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("store", "0005_links")]
    operations = [
        migrations.CreateModel(
            name="Document",
            fields=[
                ("id", models.BigIntegerField(primary_key=True, serialize=False)),
                ("thing", models.CharField(db_index=True, max_length=140)),
                ("entry", models.BigIntegerField(db_index=True)),
                ("row", models.BigIntegerField()),
                ("kind", models.CharField(max_length=16)),
                ("key", models.CharField(max_length=120)),
                ("part", models.CharField(default="", max_length=120)),
                ("language", models.CharField(default="", max_length=8)),
                ("organ", models.CharField(default="", max_length=64)),
                ("seen", models.PositiveSmallIntegerField()),
                ("stems", models.TextField()),
            ],
        ),
        migrations.CreateModel(
            name="Indexed",
            fields=[
                ("id", models.PositiveSmallIntegerField(primary_key=True, serialize=False)),
                ("edition", models.PositiveIntegerField(default=0)),
                ("last", models.BigIntegerField(default=0)),
            ],
        ),
        migrations.RunPython(make, migrations.RunPython.noop, elidable=False),
    ]
