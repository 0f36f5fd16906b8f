"""The addresses of the public face; none needs anything after a question mark."""

from __future__ import annotations

from django.urls import path, re_path

from amana.portal import (
    decisions,
    mandates,
    members,
    organs,
    persons,
    programme,
    record,
    relations,
    reports,
    sessions,
    sources,
    ways,
)

app_name = "portal"
urlpatterns = [
    path("", ways.home, name="home"),
    path("as-of/", ways.as_of, name="as-of"),
    re_path(r"^look/(?P<colour>[0-9a-fA-F]{6})\.css$", ways.look, name="look"),
    path("members/", members.members, name="members"),
    path("members/<str:party>/", members.member, name="member"),
    path("organs/", organs.organs, name="organs"),
    path("organs/<str:organ>/", organs.organ, name="organ"),
    path("sessions/", sessions.sessions, name="sessions"),
    path("sessions/<str:session>/", sessions.session, name="session"),
    path("sessions/<str:session>/implementation/", reports.session_report, name="session-report"),
    path(
        "sessions/<str:session>/implementation-<str:language>.docx",
        reports.session_report_word,
        name="session-report-word",
    ),
    path("decisions/", decisions.decisions, name="decisions"),
    path("decisions/list/<path:filters>/", decisions.decisions, name="decisions-list"),
    path("decisions/<str:decision>/", decisions.decision, name="decision"),
    path("decisions/<str:decision>/in/<slug:languages>/", decisions.decision, name="decision-in"),
    re_path(r"^decisions/(?P<decision>[^/]+)/text-(?P<language>[a-z]+)\.txt$", decisions.text, name="decision-text"),
    re_path(r"^decisions/(?P<decision>[^/]+)/citation\.(?P<form>bib|ris)$", decisions.cite, name="decision-cite"),
    path("decisions/<str:decision>/files/<str:sha256>/", decisions.source_file, name="decision-file"),
    path("mandates/", mandates.mandates, name="mandates"),
    path("mandates/list/<path:filters>/", mandates.mandates, name="mandates-list"),
    path("mandates/<str:mandate>/", mandates.mandate, name="mandate"),
    path("programme/", programme.programmes, name="programmes"),
    path("programme/<str:programme>/", programme.programme, name="programme"),
    path("programme/<str:programme>/<str:area>/", programme.area, name="programme-area"),
    path("relations/", relations.relations, name="relations"),
    path("relations/groups/<str:group>/", relations.group, name="group"),
    path("relations/<str:partner>/", relations.partner, name="partner"),
    path("persons/", persons.persons, name="persons"),
    path("persons/<str:person>/", persons.person, name="person"),
    path("record/", record.record, name="record"),
    path("record/before/<int:before>/", record.record, name="record-before"),
    path("record/checkpoint", record.checkpoint, name="record-checkpoint"),
    path("record/key", record.key, name="record-key"),
    path("record/<int:no>/", record.entry, name="entry"),
    path("record/<int:no>/proof.json", record.proof, name="entry-proof"),
    path("sources/", sources.sources, name="sources"),
    path("sources/<str:source>/", sources.source, name="source"),
    path("differ/<str:dispute>/", sources.dispute, name="dispute"),
]
