"""What a text obliges whom to do: proposals, never more than is stated."""

import pytest

from amana.charter.organs import Organ, OrganName
from amana.mandates.addressing import organ_ids
from amana.mandates.lineage import Renewing, ancestors, renewal_problems
from amana.mandates.obligations import DIRECTIVES, OF_THE_ORGAN, ResolutionFacts, Stated, propose, with_above
from amana.sessions.session import Session
from amana.values.days import Day, Span
from amana.values.lexicons import phrases
from amana.values.words import Words

FACTS = ResolutionFacts("r1", "1/50-POL", "cfm", "cfm-50")
CFM50 = Session("cfm-50", "cfm", "ordinary", 50, days=Span.parse("2024-08-29/2024-08-30"))
CFM51 = Session("cfm-51", "cfm", "ordinary", 51, days=Span.parse("2025-06-21/2025-06-22"))
SESSIONS = [CFM50, CFM51]


def proposed(*rows: Stated, **more):
    return propose(rows, resolution=FACTS, sessions=SESSIONS, **more)


def test_a_request_to_the_secretary_general_is_one_mandate():
    (one,) = proposed(Stated("o3", "request", 4, ("secretary_general",), texts=Words(en="Requests …")))
    assert (one.kind, one.implementers, one.force, one.problems) == ("act", ("secretary-general",), 4, ())


def test_an_invitation_binds_the_house_like_a_request_and_a_state_as_worded():
    rows = (Stated("o3", "invite", 2, ("isdb",)), Stated("o4", "call_upon", 3, ("member-states",)))
    inside, states = proposed(*rows)
    assert (inside.strength, inside.force) == (2, 4)
    assert (states.kind, states.force, states.implementers) == ("state", 3, ("member-states",))


def test_a_paragraph_to_the_house_and_to_states_gives_two_mandates():
    both = proposed(Stated("o5", "request", 4, ("member-states", "general-secretariat", "united-nations")))
    assert [(p.kind, p.implementers) for p in both] == [
        ("act", ("general-secretariat",)), ("state", ("member-states",)), ("external", ("united-nations",)),
    ]  # fmt: skip


def test_a_state_called_by_its_name_is_a_state_and_an_organ_of_the_house_is_inside():
    (state, organ) = proposed(
        Stated("o5", "urge", 4, ("gm",)), Stated("o6", "urge", 4, ("sesric",)), organs={"sesric"}, states={"gm"}
    )
    assert (state.kind, organ.kind) == ("state", "act")


@pytest.mark.parametrize("function", ["welcome", "note", "reaffirm", "condemn", "recall", None])
def test_a_stance_asks_nothing_of_anybody(function):
    assert proposed(Stated("o1", function, 1, ("member-states",))) == ()


def test_a_preambular_paragraph_creates_no_mandate():
    assert proposed(Stated("p1", "request", 4, ("secretary-general",), part="preambular")) == ()


def test_a_plain_decision_of_the_organ_is_no_mandate_until_an_actor_is_named():
    assert proposed(Stated("o1", "decide", 5)) == ()
    assert proposed(Stated("o1", "decide", 5, ("secretary-general",)))[0].force == 5


def test_a_request_that_names_nobody_is_proposed_and_says_so():
    (one,) = proposed(Stated("o2", "request", 4))
    assert (one.implementers, [p.code for p in one.problems]) == ((), ["mandate-no-addressee"])
    assert {p.severity for p in one.problems} == {"note"}


def test_a_report_to_the_next_session_is_resolved_to_it():
    row = Stated("o6", "request", 4, ("secretary-general",), deadline_text="to its next session",
                 deadline_kind="session", report=True, report_to="cfm")  # fmt: skip
    (one,) = proposed(row)
    assert (one.report, one.report_to, one.report_session, one.resolved.inferred) == (True, "cfm", "cfm-51", True)


def test_a_report_without_a_day_is_left_to_a_person():
    (one,) = proposed(Stated("o6", "request", 4, ("secretary-general",), report=True))
    assert [p.code for p in one.problems] == ["mandate-report-without-day"]
    (other,) = proposed(Stated("o6", "request", 4, ("secretary-general",), report=True, report_when="in due course"))
    assert [p.code for p in other.problems] == ["mandate-deadline-open"]


@pytest.mark.parametrize(
    "text",
    [
        Words(en="Requests the Secretary General to follow up the implementation of this resolution and to report."),
        Words(ar="يطلب من الأمين العام متابعة تنفيذ هذا القرار وتقديم تقرير بشأنه."),
        Words(fr="Demande au Secrétaire général d'assurer le suivi de la présente résolution."),
    ],
)
def test_the_closing_paragraph_is_one_recurring_duty(text):
    (one,) = proposed(Stated("o9", "request", 4, ("secretary-general",), texts=text))
    assert (one.kind, one.recurring) == ("follow_up", True)


def test_each_subparagraph_is_a_duty_of_its_own_with_the_verb_above_it():
    rows = [
        Stated(
            "o2",
            "request",
            4,
            ("secretary-general",),
            deadline_kind="date",
            deadline_day="2026",
            texts=Words(en="Requests the SG:"),
        ),
        Stated("o2a", None, None, texts=Words(en="(a) to convene experts:")),
        Stated("o2ai", None, None, texts=Words(en="of all regions;")),
        Stated("o2b", None, None, deadline_kind="date", deadline_day="2027", texts=Words(en="(b) to publish;")),
        Stated("o2c", "invite", 2, ("isdb",), texts=Words(en="Invites the Bank to help;")),
        Stated("o20", "urge", 4, ("member-states",), texts=Words(en="Urges states.")),
    ]
    made = [(p.key, p.function, str(p.resolved.day), p.what["en"]) for p in proposed(*rows)]
    assert made == [
        ("o2a", "request", "2026", "Requests the SG: (a) to convene experts: of all regions;"),
        ("o2b", "request", "2027", "Requests the SG: (b) to publish;"),
        ("o2c", "invite", "None", "Invites the Bank to help;"),
        ("o20", "urge", "None", "Urges states."),
    ]


def test_every_function_that_the_lexicon_says_creates_a_mandate_is_known_here():
    creating = {p.function for language in ("ar", "en", "fr") for p in phrases(language) if p.creates_mandate}
    assert creating <= DIRECTIVES
    assert OF_THE_ORGAN < DIRECTIVES


def test_where_a_version_says_which_states_it_is_not_all_of_them():
    (one,) = proposed(Stated("o4", "urge", 4, ("member_states_not_yet", "member-states")))
    assert one.implementers == ("member-states-not-yet",)


def test_an_organ_is_known_by_what_drafters_call_it():
    cfm = Organ("cfm", "principal", (OrganName(Words(en="Council of Foreign Ministers")),))
    asked = Stated(
        "o6",
        "request",
        4,
        ("secretary-general",),
        deadline_kind="session",
        report=True,
        report_to="council-of-foreign-ministers",
    )
    (one,) = proposed(asked, organs={"cfm"}, organ_ids=organ_ids([cfm]))
    assert (one.report_to, one.report_session) == ("cfm", "cfm-51")


def test_forms_that_mean_several_organs_name_none():
    listed = [Organ(o.lower(), "standing", (OrganName(Words(en=o)),)) for o in ("COMCEC", "COMSTECH")]
    assert organ_ids(listed) == {}


def test_a_session_that_is_neither_numbered_nor_the_next_stays_open():
    row = Stated(
        "o4",
        "request",
        4,
        ("isdb",),
        deadline_text="at the meeting of experts",
        deadline_kind="session",
        deadline_next=False,
    )
    assert [p.code for p in proposed(row)[0].problems] == ["mandate-deadline-open"]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        (Words(en="to report, within thirty days, on it"), "2024-09-29"),
        (Words(en="within thirty days of the adoption of the present resolution"), "2024-09-29"),
        (Words(en="within thirty days of the closing date for nominations"), "None"),
    ],
)
def test_a_period_counted_from_something_else_is_left_to_a_person(text, due):
    row = Stated(
        "o4",
        "request",
        4,
        ("isdb",),
        deadline_text="within thirty days",
        deadline_kind="period",
        deadline_period="P30D",
        texts=text,
    )
    assert str(proposed(row)[0].resolved.day) == due


def test_urgency_asked_of_states_is_nothing_that_somebody_here_sets():
    row = Stated("o4", "urge", 4, ("member-states", "isdb"), deadline_text="without delay", deadline_kind="urgency")
    assert [(p.kind, [q.code for q in p.problems]) for p in proposed(row)] == [
        ("act", ["mandate-deadline-open"]),
        ("state", []),
    ]


def test_renewals_are_followed_back_and_a_circle_is_found():
    chain = [Renewing("c", ("b",)), Renewing("b", ("a",)), Renewing("a")]
    assert ancestors("c", chain) == ("b", "a")
    assert not list(renewal_problems(chain))
    circle = [Renewing("a", ("b",)), Renewing("b", ("a",))]
    assert [p.code for p in renewal_problems(circle)] == ["mandate-renewal-circle"] * 2


def test_what_is_renewed_must_be_there_and_be_earlier():
    found = [Renewing("a", ("b", "x"), Day("2020")), Renewing("b", (), Day("2021"))]
    assert [p.code for p in renewal_problems(found)] == ["mandate-renewal-later", "mandate-renewal-unknown"]


def test_a_decision_that_makes_states_act_by_a_day_is_a_mandate_of_the_states():
    (one,) = proposed(Stated("o3", "decide", 5, ("member-states",), deadline_kind="date", deadline_day="2026-06-30"))
    assert (one.kind, one.implementers, one.force, str(one.resolved.day)) == (
        "state",
        ("member-states",),
        5,
        "2026-06-30",
    )


def test_a_decision_about_a_thing_is_no_mandate_even_with_days_below_it():
    above = Stated("o2", "decide", 5, texts=Words(en="Decides that the common survey shall cover:"))
    below = Stated("o2a", None, None, deadline_kind="date", deadline_day="2026-12-31", texts=Words(en="The harbours;"))
    assert proposed(above, below) == ()


def test_a_period_before_a_session_is_kept_though_the_text_goes_on():
    words = "Requests … 60 days before the sixth session of the Council;"
    said = "60 days before the sixth session"
    (one,) = proposed(
        Stated(
            "o4", "request", 4, ("secretary-general",), said, "session", deadline_session=51, deadline_period="P60D",
            texts=Words(en=words),
        )
    )  # fmt: skip
    assert (str(one.resolved.day), one.resolved.session, one.problems) == ("2025-04-22", "cfm-51", ())


@pytest.mark.parametrize(("kind", "wanted"), [("date", ("report", False)), ("session", ("follow_up", True))])
def test_a_follow_up_that_is_asked_by_a_day_is_asked_once(kind, wanted):
    day = "2027-03-31" if kind == "date" else ""
    words = Words(en="Requests the Secretary-General to follow up this Resolution and to report by 31 March 2027.")
    asked = Stated("o9", "follow_up_request", 4, ("secretary-general",), deadline_kind=kind, deadline_day=day, texts=words, report=True)  # fmt: skip
    (one,) = propose([asked], resolution=ResolutionFacts("r", "1/50-POL", "cfm", "cfm-50"))
    assert (one.kind, one.recurring) == wanted


def test_a_subparagraph_shows_the_verb_and_the_addressee_of_the_paragraph_above():
    above = Stated("o2", "call_upon", 3, ("member-states",), texts=Words(en="Calls upon Member States:"))
    own = Stated("o2b", "invite", 2, ("general-secretariat",))
    shown = with_above([above, Stated("o2a", None, None), Stated("o2ai", None, None), own, Stated("o3", None, None)])
    assert [(one.key, one.function) for one in shown[1:]] == [
        ("o2a", "call_upon"), ("o2ai", "call_upon"), ("o2b", "invite"), ("o3", None),
    ]  # fmt: skip
    assert shown[2].addressees == ("member-states",)
