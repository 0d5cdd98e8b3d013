"""HTML for notebooks, and what it shares with the page of a report. Every text is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from typing import TYPE_CHECKING, Any, Literal

from ._chanjiao import labels, policy

if TYPE_CHECKING:
    from ._chanjiao import Table, TableChanges
    from ._inspect import Parts

# How many rows of a table are shown.
ROWS = 20

STYLE = """
.chanjiao{--good:#2f7d4f;--bad:#b3372f;--due:#b97a12;--open:#8a94a0;--none:#c3c9d0;
font:14px/1.6 system-ui,"Noto Sans SC","Microsoft YaHei",sans-serif;color:inherit;max-width:76rem}
.chanjiao .scroll{overflow-x:auto;margin:.4rem 0 1.2rem}
.chanjiao table{border-collapse:collapse;width:100%}
.chanjiao table.narrow{width:auto}
.chanjiao caption{text-align:left;font-weight:600;padding:.3rem 0}
.chanjiao th,.chanjiao td{padding:.25rem .6rem;text-align:left;vertical-align:top;border-bottom:1px solid rgba(128,128,128,.35)}
.chanjiao thead th{font-weight:600;opacity:.75;white-space:nowrap}
.chanjiao tbody th{font-weight:400;min-width:8rem}
.chanjiao td.number,.chanjiao th.number{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
.chanjiao td{white-space:nowrap}.chanjiao td.text{white-space:normal;min-width:16rem}
.chanjiao dl{display:grid;grid-template-columns:max-content 1fr;gap:0 1rem;margin:.4rem 0 1rem}
.chanjiao dt{opacity:.75}.chanjiao dd{margin:0;overflow-wrap:anywhere}
.chanjiao summary{font-weight:600;cursor:pointer;margin:.6rem 0}
.chanjiao .bar{display:flex;height:.9rem;min-width:9rem;margin-top:.3rem;background:rgba(128,128,128,.15)}
.chanjiao .bar span{min-width:3px}
.chanjiao i{display:inline-block;width:.8rem;height:.8rem;vertical-align:-.05rem}
.chanjiao .bar span,.chanjiao i{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.chanjiao .met,.chanjiao .compliant,.chanjiao .not_yet_due{background:var(--good)}
.chanjiao .unmet,.chanjiao .non_compliant,.chanjiao .faulty{background:var(--bad)}
.chanjiao .faulty{background:repeating-linear-gradient(45deg,var(--bad) 0 4px,transparent 4px 7px)}
.chanjiao .pending,.chanjiao .not_implemented,.chanjiao .explanation_due,.chanjiao .explained{background:var(--due)}
.chanjiao .undetermined,.chanjiao .incomplete{background:var(--open)}
.chanjiao .not_applicable,.chanjiao .not_assessed{background:var(--none)}
.chanjiao .plain .met{background:#5b7fa6}.chanjiao .plain .unmet{background:#a9bdd2}
@media print{.chanjiao{font-size:9pt}.chanjiao .scroll{overflow:visible}}
"""

TEXT = {
    "zh": {
        "rule": "规则",
        "clause": "条款",
        "verdict": "判定",
        "finding": "说明",
        "faults": "数据错误",
        "no_record": "本行不是记录，未判断。",
        "notes": "读取说明",
        "more": "另有 {} 行",
        "comma": "，",
        "list": "、",
        "colon": "：",
    },
    "en": {
        "rule": "rule",
        "clause": "clause",
        "verdict": "verdict",
        "finding": "finding",
        "faults": "Faults",
        "no_record": "This row is no record and was not judged.",
        "notes": "Notes on reading",
        "more": "and {} more rows",
        "comma": ", ",
        "list": "; ",
        "colon": ": ",
    },
}


def answer(found: Mapping[str, Any], language: Literal["zh", "en"]) -> str:
    """Render the answer for one record."""
    text, words = TEXT[language], _labels(language)
    if found["faults"]:
        faults = ((fault["pointer"], fault["message"][language]) for fault in found["faults"])
        return framed(table(("", text["faults"]), faults))
    report = found["report"]
    if report is None:
        return framed(f"<p>{text['no_record']}</p>")
    lines = (f"<b>{escape(words[report['conclusion']])}</b>", *_notices(report, language))
    head = "".join(f"<p>{line}</p>" for line in lines)
    findings = (
        (
            finding["statement"],
            words[finding["verdict"]],
            finding["message"][language] + _readings(finding, language),
            finding["rule"],
        )
        for finding in report["findings"]
    )
    return framed(head + table([text[it] for it in ("clause", "verdict", "finding", "rule")], findings) + validity(language))


def _notices(report: Mapping[str, Any], language: Literal["zh", "en"]) -> Iterable[str]:
    """What is known of a record whose conclusion is open, and whether the conclusion is contested."""
    notice = labels()["notice"]
    if report["conclusion"] == "incomplete":
        unmet = [it for it in report["findings"] if it["verdict"] == "unmet"]
        unmet = [it for it in unmet if it["kind"] == "obligation" and not it["explained"]]
        counts = [
            (sum(it["force"] == "directive" for it in unmet), notice["not_implemented"]),
            (sum(it["force"] == "in_principle" for it in unmet), notice["in_principle"]),
        ]
        known = [text[language].replace("{}", str(count)) for count, text in counts if count]
        if known:
            yield escape(notice["known_so_far"][language] + TEXT[language]["comma"].join(known))
    if report["contested"]:
        yield escape(notice["contested"][language] + _choices(report["contested"], language))


def _readings(finding: Mapping[str, Any], language: Literal["zh", "en"]) -> str:
    """The readings under which a finding has another verdict, not those that ask for more facts."""
    decided = [it for it in finding["contested"] if it["verdict"] != "undetermined"]
    if not decided:
        return ""
    return f" [{labels()['notice']['contested'][language]}{_choices(decided, language)}]"


def _choices(contested: Iterable[Mapping[str, Any]], language: Literal["zh", "en"]) -> str:
    choices = (f"{it['parameter']} = {it['choice']}" for it in contested)
    return TEXT[language]["colon"] + TEXT[language]["comma"].join(choices)


def rows(given: Table) -> str:
    """Render the first rows of a table. A sentence stands before the figures that it says."""
    shown = given.head(ROWS).to_pylist()
    names = given.column_names
    if "rule" in names and "message" in names:
        names.remove("message")
        names.insert(names.index("rule"), "message")
    body = table(names, ([row[name] for name in names] for row in shown))
    left = len(given) - len(shown)
    return framed(body + (f"<p>… {left:,} 行 / rows</p>" if left else ""))


def changes(found: TableChanges) -> str:
    """Render the changes between two reports."""
    text, counts = TEXT[found.language], found._counted()
    parts = [table([name for name, _ in counts], [[count for _, count in counts]])]
    if len(found.rules()):
        parts.append(_some(found.rules(), (), text))
    if len(found.changed):
        parts.append(_some(found.changed, ("statement",), text, ROWS))
    parts.append(validity(found.language))
    return framed("".join(parts))


def inspection(parts: Parts, language: Literal["zh", "en"]) -> str:
    """Render what a table would be read as."""
    pairs, head, rows, hint, lists, notes = parts
    body = [f"<p><b>{escape(word)}</b> {escape(value)}</p>" for word, value in pairs]
    body.append(table(head or [""] * len(rows[0] if rows else ()), rows))
    body.extend(f"<p>{escape(it)}</p>" for it in ([hint] if hint else ()))
    comma = TEXT[language]["list"]
    body.extend(f"<p><b>{escape(name)}</b>{escape(comma.join(names))}</p>" for name, names in lists)
    if notes:
        body.append(f"<h3>{TEXT[language]['notes']}</h3>")
        body.extend(f"<p>{escape(note)}</p>" for note in notes)
    return framed("".join(body))


def validity(language: Literal["zh", "en"]) -> str:
    """The line on whether the policy is in force."""
    return f"<p>{escape(policy()['validity'][language])}</p>"


def bar(counts: Mapping[str, int], words: Mapping[str, str]) -> str:
    """Counts as parts of a bar; readers of screens get them as a text."""
    shown = {word: count for word, count in counts.items() if count}
    said = "; ".join(f"{words[word]} {count:,}" for word, count in shown.items())
    pieces = "".join(
        f'<span class="{word}" style="flex:{count}" title="{escape(words[word])}: {count:,}"></span>'
        for word, count in shown.items()
    )
    return f'<div class="bar" role="img" aria-label="{escape(said)}">{pieces}</div>'


def key(word: str) -> str:
    """The colour of a word."""
    return f'<i class="{word}" aria-hidden="true"></i>'


def _some(given: Table, without: Iterable[str], text: Mapping[str, str], most: int = 200) -> str:
    shown = given.head(most).to_pylist()
    names = [name for name in given.column_names if name not in without]
    names = [name for name in names if any(row[name] is not None for row in shown)]
    body = table(names, ([row[name] for name in names] for row in shown))
    left = len(given) - len(shown)
    return body + (f"<p>{text['more'].format(f'{left:,}')}</p>" if left else "")


def table(names: Iterable[str], lines: Iterable[Iterable[Any]]) -> str:
    """A table with these headers, which can be wider than the page."""
    rows = [list(line) for line in lines]
    body = "".join(f"<tr>{cells(row)}</tr>" for row in rows)
    head = ""
    for column, name in enumerate(names):
        values = [row[column] for row in rows if row[column] not in (None, "")]
        number = ' class="number"' if values and all(map(_is_figure, values)) else ""
        head += f'<th{number} scope="col">{escape(name)}</th>'
    return f'<div class="scroll"><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'


LONG = 24
"""Texts of more characters may be broken into lines, and get room for that."""


def cells(line: Iterable[Any], tag: str = "td") -> str:
    """The cells of a line. Numbers are aligned at the right, and so are texts of figures."""
    return "".join(_cell(value, tag) for value in line)


def _cell(value: Any, tag: str) -> str:
    if value is None:
        return f"<{tag}></{tag}>"
    text = str(value)
    if _is_figure(value):
        return f'<{tag} class="number">{escape(text)}</{tag}>'
    return f'<{tag} class="text">{escape(text)}</{tag}>' if len(text) > LONG else f"<{tag}>{escape(text)}</{tag}>"


def _is_figure(value: Any) -> bool:
    """Whether a value is a number, or the text of one: 1,000 or 12.5 %."""
    if isinstance(value, (bool, str)):
        digits = str(value).removesuffix(" %").lstrip("<>").replace(",", "").replace(".", "", 1)
        return digits.isdigit()
    return True


def framed(body: str) -> str:
    """A part of a page or a notebook."""
    return f'<div class="chanjiao"><style>{STYLE}</style>{body}</div>'


def _labels(language: Literal["zh", "en"]) -> dict[str, str]:
    found = labels()
    texts = [*found["verdict"].items(), *found["conclusion"].items()]
    return {value: text[language] for value, text in texts}
