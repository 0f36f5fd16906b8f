"""A small clean folder to break: three coasts, one council, one charter, one text in two languages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

FILES = {
    "organization.toml": """id = "coasts"
names = {ar = "اتحاد السواحل", en = "Union of Coasts"}
languages = ["ar", "en"]
authentic = ["ar", "en"]
time_zone = "Asia/Riyadh"
seat_party = "sa"
official = false
""",
    "parties.csv": """id,kind,iso,group,since,short_ar,short_en,formal_ar,formal_en,seating_ar,seating_en,forms,sources,unsourced,note
eg,state,EG,,,مصر,Egypt,,,,,,NOTE,,
sa,state,SA,,,السعودية,Saudi Arabia,,,,,KSA|the Kingdom,NOTE,,
sw,state,SZ,,,سوازيلاند,Swaziland,,,,,,NOTE,,
sw,,,,2018-04-19,إسواتيني,Eswatini,,,,,,NOTE,,
""",
    "standings.csv": """id,party,standing,since,by,sources,unsourced,note
eg-1,eg,member,1969-09-25,co-1,NOTE,,
eg-2,eg,suspended,1979-05,,NOTE,,
eg-10,eg,member,"[1984-03,1984-04]",,NOTE,,
sa-1,sa,member,1969-09-25,,,since,
""",
    "organs.toml": """[[organ]]
id = "council"
kind = "principal"
forms = ["the Council"]
sources = ["NOTE"]

[[organ.name]]
ar = "المجلس"
en = "Council"

[[organ.name]]
since = "2011"
ar = "مجلس الوزراء"
en = "Council of Ministers"
""",
    "offices.csv": """id,office,person,name_ar,name_en,party,since,until,by,sources,unsourced,note
sg-1,sg,amina,أمينة,Amina,sa,1970,1973-12-31,co-1,NOTE,,
""",
    "sessions.csv": """id,organ,kind,number,place_ar,place_en,party,days,hijri,theme_ar,theme_en,joint_with,sources,unsourced,note
co-1,council,ordinary,1,الرياض,Riyadh,sa,1969-09-22/1969-09-25,1389-07-09/1389-07-12,,,,NOTE,,"the first, founding"
""",
    "charter/ch-1.toml": """id = "ch-1"
title = {ar = "الميثاق", en = "Charter"}
adopted = "1972-03-04"
in_force = "?"
by = "co-1"
sources = ["NOTE"]

[[office]]
id = "sg"
organ = "council"
name = {ar = "الأمين العام", en = "Secretary General"}
article = "6"
term = "P4Y"
renewable = 1

[[power]]
organ = "council"
power = "appoint.secretary-general"
article = "6"
rule = "decision.default"

[[rule]]
key = "decision.default"
article = "33"
quorum = {share = "2/3", of = "members"}
steps = [{kind = "consensus"}, {kind = "majority", share = "2/3", of = "cast"}]
""",
    "disputes.toml": """[[dispute]]
id = "sa-since"
fact = "standings/sa-1#since"
claims = [{id = "a", value = "1969", sources = ["NOTE"]}, {id = "b", value = "1970"}]
""",
    "phrases.csv": "phrase,language,function,part,strength,note\nLaunches,en,establish,operative,,\n",
    "sources.csv": "id,tier,address,note\nNOTE,P,,a note verbale\n",
    "persons.csv": "id,name_ar,name_en,title_ar,title_en,party,forms,sources,unsourced,note\n"
    "amina,أمينة,Amina,,Dr.,sa,Aminah|Ameena,NOTE,,\n",
    "subjects.csv": "id,ar,en,unsourced,note\nharbours,الموانئ,Harbours,ar en,\n",
    "register.csv": """id,symbol,printed_ar,printed_en,organ,session,kind,title_ar,title_en,adopted,how,recalls,renews,subjects,creates,basis,audience,sources,unsourced,note
r-2,,,,council,co-1,communiqué,,Final communiqué,1969-09-25,,,,,,document,public,NOTE,,
r-3,2/1-P,,2/1-P,council,co-1,resolution,,Harbours,1969-09-25,,1/1-P 9/9-P,r-1,harbours,Harbour Fund,index,public,NOTE,,
""",
    "programmes/harbours.toml": """id = "harbours"
title = {en = "Harbours"}
by = "co-1"
goals_in_all = 3
sources = ["NOTE"]

[[area]]
id = "a1"
number = "1"
name = {en = "Charts"}
subjects = ["harbours"]

[[area.goal]]
id = "g1"
number = "1.1"
words = {en = "Charts for all"}

[[area]]
id = "a2"
number = "2"
name = {en = "Lights"}
goals_in_all = 2

[[area.goal]]
id = "g2"
number = "2.1"
words = {en = "Lights for all"}
sources = ["NOTE"]

[[step]]
id = "s1"
kind = "adoption"
day = "1969-09-25"
words = {en = "Adopted"}
session = "co-1"
""",
    "relations/seas.toml": """id = "seas"
names = {ar = "اتحاد البحار", en = "Union of Seas"}
sources = ["NOTE"]

[[event]]
id = "e1"
kind = "status"
day = "1970"
words = {en = "Observer"}
reference = "US/RES/14"
place = {en = "Riyadh"}
""",
    "groups/strait.toml": """id = "strait"
names = {en = "Contact Group on the Strait"}
by = "co-1"
sources = ["NOTE"]

[[seat]]
id = "eg"
kind = "chair"
party = "eg"

[[seat]]
id = "sg"
kind = "ex officio"
office = "sg"

[[meeting]]
id = "m1"
day = "1970"
""",
    "terms.csv": "id,ar,en,note\ncoast,ساحل,coast,\n",
    "symbols.toml": """[[symbol]]
id = "council"
organ = "council"
pattern = "{serial}/{session}-{series}(IS)"
series = {P = ["P", "س"]}
marks = {"(IS)" = ["(IS)", "(ق.إ)"]}
examples = [{printed = "1 /8- P (ق.إ)", normal = "1/8-P(IS)", language = "en"}]
""",
    "resolutions/co-1/1-1-p/resolution.toml": """id = "r-1"
symbol = "1/1-P"
organ = "council"
session = "co-1"
title = {ar = "السواحل", en = "Coasts"}
votes = {yes = 2, no = 0}
audience = "public"

[[text]]
language = "en"
file = "coasts.docx"

[[finding]]
code = "figures-differ"
severity = "warning"
key = "o1"
facts = {ar = "6", en = "5"}
languages = ["ar", "en"]
""",
    "resolutions/co-1/1-1-p/rows.csv": """key,part,id,function,label_ar,label_en,place_ar,place_en
p1,preambular,r-1-p1,,,,1,1
o1,operative,r-1-o1,request,١ -,1.,2,2
""",
    "resolutions/co-1/1-1-p/ar.txt": "إن المجلس،\n\n١ - يطلب من الأمين العام متابعة التنفيذ.\n",
    "resolutions/co-1/1-1-p/en.txt": "The Council,\n\n1. Requests the Secretary General\nto follow up.\n",
}


@pytest.fixture
def coasts(tmp_path: Path) -> Path:
    """The clean folder, written out."""
    for name, text in FILES.items():
        path = tmp_path / "coasts" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return tmp_path / "coasts"


@pytest.fixture
def edit(coasts: Path) -> Callable[[str, str, str], None]:
    """Put `new` where `old` stands in a file of the folder; `old` must be there once."""

    def put(file: str, old: str, new: str) -> None:
        text = (coasts / file).read_text(encoding="utf-8")
        assert text.count(old) == 1, (file, old)
        (coasts / file).write_bytes(text.replace(old, new).encode())

    return put
