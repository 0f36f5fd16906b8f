"""A comparison as one page that stands alone: versions in columns, findings beside the row, marks in the text.

No script, nothing from elsewhere: it can be sent, kept and printed.
"""

from __future__ import annotations

from html import escape

from amana.publish.sentences import Printed, paragraph, told, words
from amana.publish.side_by_side import NATIVE, Cell, Line, SideBySide, counts, name, pieces
from amana.values.problems import Problem
from amana.values.words import RIGHT_TO_LEFT

STYLE = """
@page{size:A4 landscape;margin:12mm}
*{box-sizing:border-box}
body{font:16px/1.5 "Noto Serif","Times New Roman",serif;color:#1b1b1b;background:#fff;margin:0;padding:1.5rem}
h1{font-size:1.5rem;margin:0 0 .25rem}
h2{font-size:1.1rem;margin:1.5rem 0 .5rem}
p{margin:.25rem 0}
.titles p{font-size:1.05rem}
.files{color:#4a4a4a;overflow-wrap:anywhere}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%;table-layout:fixed;min-width:56rem}
caption{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%)}
th,td{border-block-end:1px solid #c4c4c4;padding:.5rem .6rem;vertical-align:top;text-align:start;overflow-wrap:anywhere}
thead th{border-block-end:2px solid #1b1b1b}
th[scope=row]{font-weight:normal;color:#4a4a4a;font-size:.85rem}
thead th:first-child{width:6.5rem;overflow-wrap:normal}
td:lang(ar){font-family:"Amiri","Noto Naskh Arabic","Traditional Arabic",serif;font-size:1.12rem;line-height:1.8}
.label{font-weight:bold}
.structure td{color:#4a4a4a}
mark{background:#fff0b3;color:inherit;border-block-end:2px solid #8a6100;padding:0 .1em}
sup{unicode-bidi:isolate;font-size:.7rem;line-height:0;font-weight:bold;color:#6b4b00}
.none{color:#8a1c1c}
ul{list-style:none;margin:0;padding:0}
li{margin:0 0 .5rem;padding-inline-start:.6rem;border-inline-start:4px solid #767676;font:.9rem/1.45 system-ui,sans-serif}
li.error{border-color:#b3261e}li.warning{border-color:#8a6100}
li:lang(ar){font-family:"Noto Naskh Arabic","Amiri",sans-serif;font-size:1rem;line-height:1.7}
code{font-size:.8rem;color:#4a4a4a;white-space:nowrap}
@media screen and (max-width:46rem){body{padding:1rem}table{min-width:0}
thead{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%)}
table,tbody,tr,th,td{display:block}tr{border-block-end:1px solid #c4c4c4;padding-block:.5rem}
th,td{border:0;padding:.2rem 0}td:empty{display:none}
td[data-in]::before{content:attr(data-in);display:block;font:.8rem/1.4 system-ui,sans-serif;color:#4a4a4a}}
@media print{body{padding:0;font-size:10pt}table{min-width:0}thead{display:table-header-group}tr{break-inside:avoid}
mark{print-color-adjust:exact;-webkit-print-color-adjust:exact}.wide{overflow:visible}}
"""


def sheet_page(sheet: SideBySide, language: str = "en") -> str:
    """The page, in the language of its reader."""
    head = "".join(f"<th scope=col{_in(x)}>{escape(NATIVE.get(x, x))}</th>" for x in sheet.languages)
    rows = "".join(_row(line, language, sheet.printed) for line in sheet.lines)
    return (
        f"<!doctype html>\n<html lang={language} dir={_dir(language)}>\n<head><meta charset=utf-8>"
        '<meta name=viewport content="width=device-width,initial-scale=1">'
        f"<title>{escape(name(sheet, language))}</title><style>{STYLE}</style></head>\n<body><main>\n"
        f"<h1>{_symbol(sheet.symbol)}{escape(words('title', language))}</h1>\n{_titles(sheet)}"
        f"<p class=files>{escape(words('files', language))}: {_files(sheet)}</p>\n"
        f"<p><strong>{escape(counts(sheet.findings, language))}</strong></p>\n{_whole(sheet, language)}"
        f'<div class=wide tabindex=0 role=region aria-label="{escape(words("title", language))}"><table>\n'
        f"<caption>{escape(words('title', language))}</caption>\n"
        f"<thead><tr><th scope=col>{escape(words('paragraph', language))}</th>{head}"
        f"<th scope=col>{escape(words('findings', language))}</th></tr></thead>\n"
        f"<tbody>\n{rows}</tbody></table></div>\n</main></body></html>\n"
    )


def _dir(language: str) -> str:
    return "rtl" if language in RIGHT_TO_LEFT else "ltr"


def _in(language: str) -> str:
    return f" lang={escape(language, quote=True)} dir={_dir(language)}"


def _symbol(symbol: str) -> str:
    return f"<bdi>{escape(symbol)}</bdi> · " if symbol else ""


def _titles(sheet: SideBySide) -> str:
    said = ((x, (sheet.titles or {}).get(x, "")) for x in sheet.languages)
    lines = "".join(f"<p{_in(x)}>{escape(title)}</p>" for x, title in said if title)
    return f"<div class=titles>{lines}</div>\n" if lines else ""


def _files(sheet: SideBySide) -> str:
    return " · ".join(f"<bdi>{escape(name)}</bdi>" for name in sheet.files)


def _whole(sheet: SideBySide, language: str) -> str:
    if not sheet.whole:
        return ""
    return f"<h2>{escape(words('whole', language))}</h2>\n{_findings(sheet.whole, language, sheet.printed)}\n"


def _row(line: Line, language: str, printed: Printed | None) -> str:
    cells = "".join(_cell(cell, language) for cell in line.cells)
    kind = " class=structure" if line.part == "structure" else ""
    return (
        f"<tr{kind} id={escape(line.key)}><th scope=row><bdi>{escape(_called(line, language, printed))}</bdi></th>{cells}"
        f"<td{_in(language)}>{_findings(line.findings, language, printed)}</td></tr>\n"
    )


def _called(line: Line, language: str, printed: Printed | None) -> str:
    return "–" if line.part == "structure" else paragraph(line.key, language, printed)


def _cell(cell: Cell, language: str) -> str:
    about = "".join(_number(n) for n in cell.numbers)
    if cell.text is None:
        return f"<td{_in(language)}{_named(cell)}><span class=none>— {escape(words('lacking', language))} —</span>{about}</td>"
    label = f"<span class=label>{escape(cell.label)}</span> " if cell.label else ""
    ends = {m.end: m.numbers for m in cell.marks}
    text, at = "", 0
    for piece, numbers in pieces(cell):
        at += len(piece)
        shown = escape(piece)
        text += f"<mark>{shown}</mark>" if numbers else shown
        text += "".join(_number(n) for n in ends.get(at, ()))
    elsewhere = words("elsewhere", language)
    moved = f" <span class=none{_in(language)}>({escape(elsewhere)})</span>" if cell.elsewhere else ""
    return f"<td{_in(cell.language)}{_named(cell)}>{label}{about}{text}{moved}</td>"


def _named(cell: Cell) -> str:
    """The language by its name, for where no head of a column stands above: on a narrow screen."""
    return f' data-in="{escape(NATIVE.get(cell.language, cell.language), quote=True)}"'


def _number(number: int) -> str:
    return f"<sup><a href=#f{number}>{number}</a></sup>"


def _findings(findings: tuple[tuple[int, Problem], ...], language: str, printed: Printed | None) -> str:
    if not findings:
        return ""
    return f"<ul>{''.join(_finding(n, found, language, printed) for n, found in findings)}</ul>"


def _finding(number: int, found: Problem, language: str, printed: Printed | None) -> str:
    severity = escape(words(found.severity, language))
    return (
        f"<li id=f{number} class={found.severity}{_in(language)}><strong>{number}. {severity}</strong> "
        f"{escape(told(found, language, printed))} <code dir=ltr>{escape(found.code)}</code></li>"
    )
