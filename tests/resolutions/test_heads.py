"""What stands above the organ: symbol, title, session."""

import pytest

from amana.resolutions.reading import read
from amana.values.blocks import Block
from amana.values.problems import Place


@pytest.mark.parametrize(
    ("blocks", "symbol", "title", "session"),
    [
        (["Resolution No. 1/48-POL", "On the Cause of Norland", "The Council,", "1. Decides to act."], "1/48-POL", "the Cause of Norland", None),
        (["RESOLUSI NO. 1/48-POL", "TENTANG KESELAMATAN PELABUHAN", "Dewan Menteri Luar Negeri,", "1. Memutuskan untuk bertindak."], "1/48-POL", "KESELAMATAN PELABUHAN", None),
        (["Résolution N° 1/48-POL", "sur la cause de Norlande", "Le Conseil,", "1. Décide d'agir."], "1/48-POL", "la cause de Norlande", None),
        (["قرار رقم 1/48 - س", "بشأن القضية", "إن مجلس وزراء الخارجية،", "1- يقرر العمل."], "1/48-س", "القضية", None),
        (["Resolution 1701 (2006)", "Adopted by the Security Council at its 5511th meeting, on 11 August 2006", "The Security Council,", "1. Decides to act."], "S/RES/1701 (2006)", "", None),
        (["القرار 1701 (2006)", "الذي اتخذه مجلس الأمن في جلسته 5511", "إن مجلس الأمن،", "١ - يقرر العمل."], "S/RES/1701 (2006)", "", None),
        (["Assemblée générale", "Quarante-troisième session", "43/7. Droit à l'eau", "Le Conseil des droits de l'homme,", "1. Réaffirme le droit ;"], "A/HRC/RES/43/7", "Droit à l'eau", 43),
        (["الجمعية العامة", "الدورة الحادية والستون", "٦١/١٤٩ - تعزيز المكتبات", "إن الجمعية العامة،", "١ - تقرر العمل؛"], "A/RES/61/149", "تعزيز المكتبات", 61),
        (["جامعة الدول العربية الأمانة العامة", "مشروع قرار تطوير منظومة الجامعة", "إن مجلس الجامعة،", "يقرر", "1- دعوة الدول إلى العمل."], "", "تطوير منظومة الجامعة", None),
        (["القرار 8914", "قضايا المياه", "إن مجلس الجامعة،", "يقرر", "1- دعوة الدول إلى العمل."], "8914", "قضايا المياه", None),
        (["مرسوم ملكي رقم (م/33) التاريخ 21/5/1445هـ", "بعد الاطلاع على النظام،", "أولاً: الموافقة على الاتفاقية."], "م/33", "مرسوم ملكي", None),
        (["14/9 بناء القدرات", "إن مؤتمر الأطراف،", "1 - يحث الأطراف على العمل؛"], "14/9", "بناء القدرات", None),
        (["مجلس التعاون البيان الختامي للدورة الرابعة والأربعين الدوحة – دولة قطر الثلاثاء 21 جمادى الأولى 1445هـ", "1. أكد المجلس الأعلى موقفه."], "", "البيان الختامي للدورة الرابعة والأربعين", 44),
        (["إعلان جدة", "نحن قادة الدول الأعضاء، المجتمعين في جدة،", "أولا - نؤكد تمسكنا بالميثاق."], "", "إعلان جدة", None),
        (["قرار رقم 7/12-م ا", "بشأن القدس", "إن المؤتمر،", "أولاً: يؤكد الحق."], "7/12-م ا", "القدس", None),
        (["التضامن", "إن مجلس الجامعة،", "يقرر", "1- دعوة الدول إلى العمل.", "(ق: رقم 8910 - د.ع (161) - ج 2 - 6/3/2024)"], "ق 8910 د.ع (161) ج 2", "التضامن", None),
        (["FINAL COMMUNIQUÉ OF THE TENTH SESSION OF THE RIVER CONFERENCE", "Banjul, Republic of The Gambia", "26 Ramadan 1440H (31 May 2019)", "1. The Conference welcomed the report."], "", "FINAL COMMUNIQUÉ OF THE TENTH SESSION OF THE RIVER CONFERENCE", 10),
        (["A/C.3/78/L.22", "Third Committee", "Albania, Algeria and Chad: draft resolution", "Rights of river children", "The General Assembly,", "1. Decides to act."], "A/C.3/78/L.22", "Rights of river children", None),
        (["AG/RES. 2987 (LII-O/22)", "PROTECTION OF RIVERS1/", "(Adopted at the fourth plenary session)", "THE GENERAL ASSEMBLY,", "1. Decides to act."], "AG/RES. 2987 (LII-O/22)", "PROTECTION OF RIVERS", None),
        (["9ème Assemblée des fleuves", "Manama (11-15 mars 2023)", "Les nouveaux ponts", "La 9ème Assemblée des fleuves,", "1. prie les parlements d'agir."], "", "Les nouveaux ponts", 9),
        (["جمعية الصحة العالمية الخامسة والسبعون", "ج ص ع75-14", "الوقاية من الغبار", "إن جمعية الصحة العالمية الخامسة والسبعين،", "1- تعتمد الاستراتيجية؛"], "WHA75.14", "الوقاية من الغبار", None),
        (["جامعة الدول العربية", "الأمانة العامة", "أمن المياه", "إن مجلس الجامعة،", "يقرر:", "1- دعوة الدول إلى العمل."], "", "أمن المياه", None),
        (["60/7. Conseil des droits de l'homme", "L'Assemblée générale,", "1. Décide d'agir."], "A/RES/60/7", "Conseil des droits de l'homme", None),
        (["Distr.: General", "ES-12/4. Bridges", "The General Assembly,", "1. Decides to act."], "A/RES/ES-12/4", "Bridges", None),
        (["64/9. River budget", "A", "ESTIMATES OF INCOME", "The General Assembly,", "1. Decides to act."], "A/RES/64/9", "River budget", None),
        (["7 (1950). Resolution of 3 May 1950", "The Security Council,", "1. Decides to act."], "S/RES/7 (1950)", "", None),
        (["GENERAL ASSEMBLY RESOLUTION 17 (V)", "UNITED NATIONS DECLARATION ON RIVERS", "The General Assembly,", "1. Decides to act."], "A/RES/17 (V)", "UNITED NATIONS DECLARATION ON RIVERS", None),
        (["مجلس الجامعة", "الدورة العادية (161)", "دعم المكتبات", "إن مجلس الجامعة،", "1- يقرر العمل."], "", "دعم المكتبات", 161),
        (["البيان الختامي", "للدورة الاستثنائية العشرين لمجلس الأنهار", "جدة، المملكة العربية السعودية", "إن مجلس الأنهار،", "1- يقرر العمل."], "", "البيان الختامي للدورة الاستثنائية العشرين لمجلس الأنهار", 20),
        (["قرار رقم: 63 (1/7)", "بشأن", "الأسواق", "إن مجلس المجمع،", "أولا: يقرر العمل."], "63 (1/7)", "الأسواق", None),
        (["المجلس التنفيذي", "القرار م ت 44/2024/ق.5.1", "الموازنة", "إن المجلس التنفيذي،", "1- يقرر العمل."], "م ت 44/2024/ق.5.1", "الموازنة", None),
        (["قرار بشأن: نظام الحوافز", "إن الوزراء،", "1- يقررون العمل."], "", "نظام الحوافز", None),
        (["مشروع القرار رقم 1/50 حول: قضية الأنهار", "إن فريق الخبراء، إذ اجتمع في جدة،", "1- يقرر العمل."], "1/50", "قضية الأنهار", None),
        (["قرار مجلس حقوق الإنسان ٤٧/٣", "حالة الأنهار", "إن مجلس حقوق الإنسان،", "١- يقرر العمل."], "A/HRC/RES/47/3", "حالة الأنهار", None),
        (["Résolution 11 : Les ponts", "La Conférence,", "1. Décide d'agir."], "11", "Les ponts", None),
        (["مجلس الأنهار العربية على المستوى الوزاري د.ع (155) القرار رقم 8642 - د.ع (155) - ج 2 - 3/3/2021", "تطوير الأنهار", "إن مجلس الجامعة،", "يقرر", "1- دعوة الدول إلى العمل."], "ق 8642 د.ع (155) ج 2", "تطوير الأنهار", None),
        (["البيان الختامي للدورة السابعة لمجلس الأنهار", "بانجول، جمهورية غامبيا", "15 جمادى الأولى 1443هـ الموافق 19 ديسمبر 2021م", "1- أكد المجلس موقفه."], "", "البيان الختامي للدورة السابعة لمجلس الأنهار", 7),
    ],
)  # fmt: skip
def test_symbol_title_and_session_are_found_as_each_house_prints_them(blocks, symbol, title, session):
    found = read([Block(t, Place("x", block=n)) for n, t in enumerate(blocks, 1)])
    assert (found.symbol, found.title, found.session_number) == (symbol, title, session)
