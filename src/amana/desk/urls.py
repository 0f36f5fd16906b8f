"""The addresses of the desk; none needs anything after a question mark but where to go after signing in."""

from __future__ import annotations

from django.urls import path

from amana.desk import correcting, decisions, errors, filing, mandates, receiving, registry, releasing, signing, work

app_name = "desk"
urlpatterns = [
    path("", work.my_work, name="my-work"),
    path("sign-in/", signing.SignIn.as_view(), name="sign-in"),
    path("sign-out/", signing.SignOut.as_view(), name="sign-out"),
    path("work/<slug:name>/", work.one_list, name="list"),
    path("work/<slug:name>/<int:page>/", work.one_list, name="list-page"),
    path("receive/", receiving.receive, name="receive"),
    path("drafts/<uuid:key>/", receiving.draft, name="draft"),
    path("drafts/<uuid:key>/settle/", receiving.settle, name="settle"),
    path("drafts/<uuid:key>/files/", receiving.more_files, name="more-files"),
    path("drafts/<uuid:key>/put-away/", receiving.put_away, name="put-away"),
    path("drafts/<uuid:key>/fill/", correcting.fill, name="fill"),
    path("decisions/", decisions.decisions, name="decisions"),
    path("decisions/before/<int:before>/", decisions.decisions, name="decisions-before"),
    path("decisions/<str:key>/", decisions.decision, name="decision"),
    path("decisions/<str:key>/correct/", correcting.correct, name="correct-decision"),
    path("decisions/<str:key>/late/", correcting.late, name="late"),
    path("decisions/<str:key>/release/", decisions.release, name="release"),
    path("decisions/<str:key>/confirm/", decisions.confirm_all, name="confirm-all"),
    path("decisions/<str:key>/propose/", decisions.propose_again, name="propose"),
    path("mandates/<str:key>/", mandates.mandate, name="mandate"),
    path("mandates/<str:key>/<slug:verb>/", mandates.do, name="do"),
    path("waiting/", releasing.waiting, name="waiting"),
    path("waiting/<slug:kind>/<str:key>/", releasing.release, name="release-fact"),
    path("registry/", registry.registry, name="registry"),
    path("registry/parties/<str:key>/", registry.party, name="party"),
    path("registry/standing/<slug:name>/", registry.change, name="change"),
    path("registry/standing/<slug:name>/<str:key>/", registry.change, name="change-of"),
    path("registry/new/<slug:name>/", registry.new, name="new"),
    path("registry/correct/<slug:name>/<str:key>/", registry.correct, name="correct"),
    path("errors/", errors.reports, name="errors"),
    path("errors/<uuid:key>/", errors.report, name="error"),
    path("files/<slug:sha256>/", filing.fetch, name="file"),
]
