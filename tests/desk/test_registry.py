"""A registrar edits no CSV: standings, parties, offices and sessions through forms, refused in words with all typed kept."""

from __future__ import annotations

from datetime import date

from amana.acts import known
from amana.charter.standing import standing_on
from amana.folder.organization import Organization
from amana.store import models
from amana.store.sight import Reader

from .conftest import As

STAFF = Reader(roles=frozenset({("auditor", "")}))
SUSPEND = {"party": "miravel", "since": "٣ جمادى الآخرة ١٤٤٧", "by": "co-5", "sources": ["COUNCIL5"], "checked": "on"}


def org() -> Organization:
    found = known.organization(STAFF)
    assert found is not None
    return found


def test_a_member_is_suspended_since_a_hijri_day_and_shown_so(signed_in: As) -> None:
    amina = signed_in("Amina")
    reply = amina.post("/en/desk/registry/standing/suspend/", SUSPEND)
    assert reply.status_code == 302 and reply["Location"] == "/en/desk/registry/parties/miravel/"
    assert standing_on(date(2026, 1, 1), org().standings_of["miravel"]) == "suspended"
    page = amina.get(reply["Location"]).content.decode()
    number = models.Entry.objects.order_by("-no").values_list("no", flat=True)[0]
    assert f'href="/en/record/{number}/"' in page and 'datetime="2025-11-24"' in page


def test_what_cannot_be_is_refused_with_the_reason_at_the_field_and_all_typed_kept(signed_in: As) -> None:
    amina = signed_in("Amina")
    before = models.Entry.objects.count()
    reply = amina.post(
        "/en/desk/registry/standing/restore/", {**SUSPEND, "since": "2025-11-24", "note": "typed by hand"}
    )
    page = reply.content.decode()
    assert reply.status_code == 422 and models.Entry.objects.count() == before
    assert 'id="id_party_error"' in page and "typed by hand" in page and 'value="2025-11-24"' in page


def test_a_change_waits_for_a_second_person_and_is_entered_only_once_it_was_checked(signed_in: As) -> None:
    amina = signed_in("Amina")
    page = amina.get("/en/desk/registry/standing/suspend/").content.decode()
    assert page.index("Once entered, the house sees it.") < page.index("<button>Suspend")
    before = models.Entry.objects.count()
    reply = amina.post("/en/desk/registry/standing/suspend/", {**SUSPEND, "checked": "", "note": "typed by hand"})
    page = reply.content.decode()
    assert reply.status_code == 422 and models.Entry.objects.count() == before
    assert 'id="id_checked_error"' in page and "typed by hand" in page and "COUNCIL5" in page


def test_every_fault_of_a_form_is_told_at_once(signed_in: As) -> None:
    said = {"party": "", "since": "soon", "new_address": "https://example.invalid/note"}
    page = signed_in("Amina").post("/en/desk/registry/standing/admit/", said).content.decode()
    assert all(f'id="id_{field}_error"' in page for field in ("party", "since", "new_source"))


def test_a_new_source_is_cited_with_the_fact_that_needs_it(signed_in: As) -> None:
    new = {"new_source": "NOTE-9", "new_tier": "P", "new_note": "Note verbale 9"}
    reply = signed_in("Amina").post("/en/desk/registry/standing/suspend/", {**SUSPEND, "sources": [], **new})
    assert reply.status_code == 302
    assert org().standings_of["miravel"][-1].sources == ("NOTE-9",) and "NOTE-9" in org().sources_by_id


def test_a_party_is_registered_and_then_observed(signed_in: As) -> None:
    amina = signed_in("Amina")
    party = {"id": "veskara", "kind": "state", "short_en": "Veskara", "short_ar": "فسكارا", "sources": ["COUNCIL5"]}
    assert amina.post("/en/desk/registry/new/party/", party)["Location"] == "/en/desk/registry/parties/veskara/"
    assert (
        amina.post(
            "/en/desk/registry/standing/observe/veskara/", {"party": "veskara", "since": "2026-10", "checked": "on"}
        ).status_code
        == 302
    )
    event = org().standings_of["veskara"][-1]
    assert (event.id, str(event.since), event.unsourced) == ("veskara-1", "2026-10", ("since",))


def test_an_appointment_takes_the_next_id_of_its_office(signed_in: As) -> None:
    term = {"office": "secretary-general", "name_en": "Ms. Ilma Torren", "party": "ondelia", "since": "2028-05-01"}
    assert signed_in("Amina").post("/en/desk/registry/new/term/", term).status_code == 302
    assert [t.id for t in org().terms] == ["sg-1", "sg-2", "sg-3"]


def test_a_term_is_corrected_and_the_correction_names_the_entry(signed_in: As) -> None:
    amina = signed_in("Amina")
    said = {
        "name_en": "Mr. Idris Valmar",
        "party": "kelmora",
        "since": "2023-05-02",
        "by": "as-2",
        "sources": ["ASSEMBLY2"],
    }
    first = models.Fact.objects.get(kind="term", key="sg-2").entry
    assert amina.post("/en/desk/registry/correct/term/sg-2/", said).status_code == 302
    assert f'"corrects":{first}' in models.Body.objects.order_by("-no")[0].body
    assert str(org().terms[1].since) == "2023-05-02"


def test_a_session_is_convened_with_its_days_in_both_calendars_as_stated(signed_in: As) -> None:
    said = {
        "organ": "council",
        "kind": "ordinary",
        "number": "7",
        "days": "2027-12-01/2027-12-03",
        "hijri": "1449-07-02/1449-07-04",
    }
    assert signed_in("Amina").post("/en/desk/registry/new/session/", said).status_code == 302
    session = org().session("co-7")
    assert (str(session.days), str(session.hijri)) == ("2027-12-01/2027-12-03", "1449-07-02/1449-07-04")
    typed = {**said, "number": "8", "hijri": "17 إلى 19 ذو القعدة 1448هـ"}
    assert signed_in("Amina").post("/en/desk/registry/new/session/", typed).status_code == 302
    assert str(org().session("co-8").hijri) == "1448-11-17/1448-11-19"
    twice = signed_in("Amina").post("/en/desk/registry/new/session/", said)
    assert twice.status_code == 422 and 'id="id_number_error"' in twice.content.decode()


def test_what_was_entered_by_mistake_is_struck_with_a_reason(signed_in: As) -> None:
    amina = signed_in("Amina")
    amina.post("/en/desk/registry/standing/suspend/", SUSPEND)
    key = org().standings_of["miravel"][-1].id
    address = f"/en/desk/registry/correct/standing/{key}/"
    assert amina.post(address, {"do": "strike", "why": " "}).status_code == 422
    assert amina.post(address, {"do": "strike", "why": "the Council did not decide it"}).status_code == 302
    assert standing_on(date(2026, 1, 1), org().standings_of["miravel"]) == "member"


def test_where_a_session_departs_from_a_rule_is_told_at_the_desk_only(signed_in: As) -> None:
    told, amina = "Departs from the rules on when this organ meets", signed_in("Amina")
    late = {
        "organ": "council",
        "kind": "ordinary",
        "number": "7",
        "days": "2029-03-01/2029-03-03",
        "sources": ["COUNCIL5"],
    }
    assert amina.post("/en/desk/registry/new/session/", late).status_code == 302
    assert told in amina.get("/en/desk/registry/correct/session/co-7/").content.decode()
    assert told not in amina.get("/en/desk/registry/correct/session/co-5/").content.decode()
    assert told not in amina.get("/en/sessions/co-7/").content.decode()
