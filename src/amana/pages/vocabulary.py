"""The words by which pages call what the rooms name by keys: standings, kinds of organs and sessions, public statuses."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

WORDS: Mapping[str, Mapping[str, Promise]] = {
    "standing": {
        "member": pgettext_lazy("standing", "member"),
        "observer": pgettext_lazy("standing", "observer"),
        "suspended": pgettext_lazy("standing", "suspended"),
        "left": pgettext_lazy("standing", "left"),
    },
    "party": {
        "state": pgettext_lazy("party", "state"),
        "organization": pgettext_lazy("party", "organization"),
        "entity": pgettext_lazy("party", "community"),
    },
    "group": {
        "arab": _("Arab group"),
        "asian": _("Asian group"),
        "african": _("African group"),
        "islands": _("Islands"),
        "mainland": _("Mainland"),
        "": _("no group stated"),
    },
    "organ": {
        "principal": _("Principal organs"),
        "standing": _("Standing committees"),
        "subsidiary": _("Subsidiary organs"),
        "specialized": _("Specialized institutions"),
        "affiliated": _("Affiliated institutions"),
        "other": _("Other bodies"),
    },
    "session": {
        "ordinary": pgettext_lazy("session", "ordinary"),
        "extraordinary": pgettext_lazy("session", "extraordinary"),
        "joint": pgettext_lazy("session", "joint"),
        "meeting": pgettext_lazy("session", "meeting"),
    },
    "view": {
        "not_started": _("not started"),
        "under_way": _("under way"),
        "done": _("done"),
        "ended": _("ended"),
        "no_information": _("no information"),
    },
    "how": {
        "without a vote": _("without a vote"),
        "consensus": _("by consensus"),
        "unanimously": _("unanimously"),
        "vote": _("by vote"),
    },
    "evidence": {
        "document": _("document"),
        "meeting": _("meeting"),
        "letter": _("letter"),
        "payment": _("payment"),
        "event": _("event"),
        "law": _("law"),
        "archive": _("archive"),
        "statement": _("statement"),
    },
    "audience": {
        "public": _("everybody"),
        "members": _("the members"),
        "house": _("the house"),
        "sealed": _("named people"),
    },
    "document": {
        "resolution": pgettext_lazy("document", "resolution"),
        "communiqué": pgettext_lazy("document", "communiqué"),
        "declaration": pgettext_lazy("document", "declaration"),
        "report": pgettext_lazy("document", "report"),
        "programme": pgettext_lazy("document", "programme"),
        "decision": pgettext_lazy("document", "decision"),
        "document": pgettext_lazy("document", "document"),
    },
    "documents": {
        "": pgettext_lazy("documents", "All decisions and documents"),
        "resolution": pgettext_lazy("documents", "Resolutions"),
        "communiqué": pgettext_lazy("documents", "Communiqués"),
        "declaration": pgettext_lazy("documents", "Declarations"),
        "report": pgettext_lazy("documents", "Reports"),
        "programme": pgettext_lazy("documents", "Programmes"),
        "decision": pgettext_lazy("documents", "Decisions"),
        "document": pgettext_lazy("documents", "Documents"),
    },
    "basis": {
        "text": _("Its heading or its text was seen in the sources named here."),
        "index": _("It is printed in an official index or list."),
        "listed-no-number": _("Its title stands in an official list; its number could not be read there."),
        "cited": _("It is known because another document cites it."),
        "document": _("The sources named here tell of it."),
    },
    "programme": {
        "in preparation": pgettext_lazy("programme", "in preparation"),
        "adopted": pgettext_lazy("programme", "adopted, not yet begun"),
        "in force": pgettext_lazy("programme", "in force"),
        "ended": pgettext_lazy("programme", "its period has ended"),
    },
    "step": {
        "adoption": pgettext_lazy("step of a programme", "adoption"),
        "plan": pgettext_lazy("step of a programme", "plan"),
        "report": pgettext_lazy("step of a programme", "report"),
        "review": pgettext_lazy("step of a programme", "review"),
        "meeting": pgettext_lazy("step of a programme", "meeting"),
        "mandate": pgettext_lazy("step of a programme", "mandate"),
        "end": pgettext_lazy("step of a programme", "end"),
    },
    "event": {
        "status": pgettext_lazy("relations", "status"),
        "mission": pgettext_lazy("relations", "mission"),
        "accord": pgettext_lazy("relations", "accord"),
        "dialogue": pgettext_lazy("relations", "dialogue"),
        "meeting": pgettext_lazy("relations", "meeting"),
        "resolution": pgettext_lazy("relations", "resolution"),
        "appointment": pgettext_lazy("relations", "appointment"),
        "statement": pgettext_lazy("relations", "statement"),
    },
    "seat": {
        "chair": pgettext_lazy("seat in a group", "chair"),
        "member": pgettext_lazy("seat in a group", "member"),
        "ex officio": pgettext_lazy("seat in a group", "by office"),
        "participant": pgettext_lazy("seat in a group", "took part"),
    },
    "field": {
        "since": pgettext_lazy("field", "since when"),
        "until": pgettext_lazy("field", "until when"),
        "days": pgettext_lazy("field", "days"),
        "hijri": pgettext_lazy("field", "Hijri days"),
        "founded": pgettext_lazy("field", "foundation"),
        "place": pgettext_lazy("field", "place"),
        "number": pgettext_lazy("field", "number"),
        "standing": pgettext_lazy("field", "standing"),
        "composition": pgettext_lazy("field", "composition"),
        "name": pgettext_lazy("field", "name"),
        "names": pgettext_lazy("field", "name"),
        "seat": pgettext_lazy("field", "seat"),
        "theme": pgettext_lazy("field", "theme"),
        "": pgettext_lazy("field", "the fact as a whole"),
    },
    "tier": {
        "P": _("text of the organization, the United Nations or a state"),
        "O": _("page of an official body"),
        "N": _("press"),
        "W": _("wiki, blog or handbook"),
        "DOC": _("page kept with the facts"),
    },
}


def word(key: str, kind: str) -> str:
    """What pages call `key` of that kind; the key itself where there is no word for it."""
    found = WORDS.get(kind, {}).get(key)
    return str(found) if found is not None else key
