from django.db import migrations, models

PLACES = 1 << 20


def fill(apps, schema_editor):
    """The links that the versions held already name, numbered as a rebuild numbers them."""
    using = schema_editor.connection.alias
    link, made, places = apps.get_model("store", "Link"), [], {}
    versions = apps.get_model("store", "Resolution").objects.using(using).order_by("id")
    for entry, key, renews, recalls in versions.values_list("entry", "key", "renews", "recalls").iterator():
        for kind, target in [("renews", t) for t in renews] + [("recalls", t) for t in recalls]:
            place = places[entry] = places.get(entry, -1) + 1
            made.append(link(id=entry * PLACES + place, entry=entry, resolution=key, kind=kind, target=target))
    link.objects.using(using).bulk_create(made, batch_size=400)


class Migration(migrations.Migration):
    dependencies = [
        ("store", "0004_error_reports"),
    ]

    operations = [
        migrations.CreateModel(
            name="Link",
            fields=[
                ("id", models.BigIntegerField(primary_key=True, serialize=False)),
                ("entry", models.BigIntegerField(db_index=True)),
                ("since", models.CharField(default="", max_length=64)),
                ("gone", models.BooleanField(default=False)),
                ("resolution", models.CharField(max_length=120)),
                ("kind", models.CharField(max_length=8)),
                ("target", models.CharField(max_length=120)),
            ],
        ),
        migrations.AlterField(
            model_name="mandate",
            name="due_session",
            field=models.CharField(db_index=True, default="", max_length=64),
        ),
        migrations.AddIndex(
            model_name="resolution",
            index=models.Index(fields=["session", "adopted", "id"], name="resolution_of_session"),
        ),
        migrations.AddIndex(
            model_name="link",
            index=models.Index(fields=["target", "kind", "resolution"], name="link_target"),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
