"""How much, how often and which way a text says in words."""

from __future__ import annotations

import pytest

from amana.resolutions.measures_apart import measures_in

SAID = """
en | halving the waste | share 1/2
en | by a third | share 1/3
en | two-thirds of the members | share 2/3
en | three quarters of the fund | share 3/4
en | a threefold rise | multiple 3
en | ten times as much | multiple 10
en | every day | frequency 365
en | a semi-annual report | frequency 2
en | meets yearly | frequency 1
en | every other year | frequency 1/2
en | not less than five | bound least, side above
en | more than 200 injured | side above
en | by 17 October at the latest | limit latest
en | one ninth of the cost | share 1/9
en | not exceeding 5 per cent | bound most, side below
en | developed countries | development reached
en | small island developing States | development under way
fr | la moitié des membres | share 1/2
fr | les deux tiers des voix | share 2/3
fr | un quart du budget | share 1/4
fr | multiplié par quatre | multiple 4
fr | le doublement des crédits | multiple 2
fr | tous les six mois | frequency 2
fr | rapports trimestriels | frequency 4
fr | une fois par an | frequency 1
fr | au moins cinq | bound least, side above
fr | ne dépasse pas 12 milles | side below
fr | au plus tard le 1er mars | bound most, limit latest
fr | les pays développés | development reached
fr | l’accroissement des importations | direction up, trade in
ar | نصفها على الأقل | share 1/2, bound least
ar | بنسبة الثلثين | share 2/3
ar | وبمقدار النصف | share 1/2
ar | ثلاثة أضعاف | multiple 3
ar | تقريرا نصف سنوي | frequency 2
ar | تقريرا سنويا | frequency 1
ar | مرة كل سنتين | frequency 1/2
ar | ما لا يقل عن خمسة | bound least, side above
ar | إصابة أكثر من 200 | side above
ar | لا تتجاوز 12 يوما | side below
ar | للبلدان النامية | development under way
ar | تخفيض الواردات | direction down, trade in
id | setengah dari anggota | share 1/2
id | dua pertiga anggota | share 2/3
id | tiga kali lipat | multiple 3
id | laporan tahunan | frequency 1
id | setiap dua tahun | frequency 1/2
id | negara-negara berkembang | development under way
en | half an hour and half a million | –
en | the second half of the year | –
en | the fourth quarter of the year | –
fr | un quart d’heure | –
fr | la première moitié du siècle | –
ar | النصف الثاني من العام | –
en | more than once in the year | –
ar | في منتصف العام وقبل ربع قرن | –
"""


@pytest.mark.parametrize("case", SAID.strip().splitlines())
def test_a_measure_in_words_is_read_and_what_only_looks_like_one_is_not(case):
    language, text, expected = (part.strip() for part in case.split("|"))
    assert ", ".join(f"{m.kind} {m.value}" for m in measures_in(text, language)) == expected.replace("–", "")


def test_a_measure_stands_where_it_is_printed():
    text = "يقرّر تخفيض النفايات بمقدار الثُّلث"
    assert [text[m.start : m.end] for m in measures_in(text, "ar")] == ["تخفيض", "الثُّلث"]
