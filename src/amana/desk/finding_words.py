"""What each kind of finding is called in a few words, where a rule settles all of a kind."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

FINDINGS: Mapping[str, Promise] = {
    "reading-no-operative": pgettext_lazy("finding", "no operative part found"),
    "reading-opening-unknown": pgettext_lazy("finding", "opening not understood"),
    "versions-apart": pgettext_lazy("finding", "versions of different texts"),
    "paragraph-missing": pgettext_lazy("finding", "paragraph missing in a language"),
    "paragraph-unpaired": pgettext_lazy("finding", "paragraph without a counterpart"),
    "paragraph-split": pgettext_lazy("finding", "paragraph divided differently"),
    "paragraph-moved": pgettext_lazy("finding", "paragraph in another place"),
    "label-differs": pgettext_lazy("finding", "numbering differs"),
    "figures-differ": pgettext_lazy("finding", "figures differ"),
    "figures-exchanged": pgettext_lazy("finding", "figures that changed places"),
    "figures-reversed": pgettext_lazy("finding", "digits in reverse order"),
    "figures-contradict": pgettext_lazy("finding", "number in words is not its digits"),
    "days-differ": pgettext_lazy("finding", "days differ"),
    "day-contradiction": pgettext_lazy("finding", "two calendars disagree"),
    "symbols-differ": pgettext_lazy("finding", "citations differ"),
    "function-differs": pgettext_lazy("finding", "verbs do different things"),
    "addressee-differs": pgettext_lazy("finding", "addressees differ"),
    "adoption-differs": pgettext_lazy("finding", "adoption differs"),
    "adoption-missing": pgettext_lazy("finding", "adoption differs"),
    "adoption-tally-differs": pgettext_lazy("finding", "votes are not those listed"),
    "adoption-listed-twice": pgettext_lazy("finding", "a voter listed twice"),
    "symbol-of-text-differs": pgettext_lazy("finding", "symbols of the text differ"),
    "symbol-session-differs": pgettext_lazy("finding", "symbol is of another session"),
    "negation-differs": pgettext_lazy("finding", "negation differs"),
    "measures-differ": pgettext_lazy("finding", "how much or how often differs"),
    "contrast-differs": pgettext_lazy("finding", "says the opposite"),
    "length-differs": pgettext_lazy("finding", "hardly half as long"),
    "names-differ": pgettext_lazy("finding", "names differ"),
    "clauses-differ": pgettext_lazy("finding", "clauses differ"),
    "quotes-unbalanced": pgettext_lazy("finding", "quotation mark without its partner"),
    "quotes-differ": pgettext_lazy("finding", "quotations differ"),
    "term-differs": pgettext_lazy("finding", "not the term of the term base"),
    "numbers-damaged": pgettext_lazy("finding", "numbers lost or damaged"),
    "draft-mark": pgettext_lazy("finding", "mark of a draft left"),
    "language-foreign": pgettext_lazy("finding", "paragraph in another language"),
    "untranslated": pgettext_lazy("finding", "not translated"),
    "text-missing": pgettext_lazy("finding", "text missing"),
}
