"""HTML for notebooks, and the page of a table report. Every text is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from typing import TYPE_CHECKING, Any, Literal

from ._chanjiao import labels, policy, rules, subjects

if TYPE_CHECKING:
    from ._chanjiao import Table, TableChanges, TableReport
    from ._inspect import Parts

# How many rows of a table, findings per rule, and faults are shown.
ROWS = 20
WORST = 3
FAULTS = 20

STYLE = """
.chanjiao{font:14px/1.6 system-ui,"Noto Sans SC","Microsoft YaHei",sans-serif;color:#1b1f24;max-width:72rem}
.chanjiao table{border-collapse:collapse;width:100%;margin:.4rem 0 1.2rem}
.chanjiao th,.chanjiao td{padding:.25rem .6rem;text-align:left;vertical-align:top;border-bottom:1px solid #e3e6ea}
.chanjiao th{font-weight:600;color:#57606a}
.chanjiao .number{text-align:right;font-variant-numeric:tabular-nums}
.chanjiao .bar{display:flex;height:.9rem;min-width:14rem;margin-top:.3rem;background:#eef0f3}
.chanjiao .met,.chanjiao .compliant,.chanjiao .not_yet_due{background:#2f7d4f}
.chanjiao .unmet,.chanjiao .non_compliant{background:#b3372f}
.chanjiao .pending,.chanjiao .not_implemented,.chanjiao .explanation_due,.chanjiao .explained{background:#c98a1b}
.chanjiao .undetermined,.chanjiao .incomplete{background:#9aa4b0}
.chanjiao .not_applicable,.chanjiao .not_assessed{background:#d5dae0}
.chanjiao .key i{display:inline-block;width:.8rem;height:.8rem;margin:0 .3rem 0 1rem;vertical-align:-.05rem}
"""

TEXT = {
    "zh": {
        "rows": "行",
        "faulty": "数据有误",
        "rule": "规则",
        "worst": "最大缺口或超出",
        "faults": "数据错误",
        "no_record": "本行不是记录，未判断。",
        "notes": "读取说明",
        "more": "另有 {} 行",
        "comma": "，",
        "list": "、",
        "colon": "：",
    },
    "en": {
        "rows": "rows",
        "faulty": "invalid",
        "rule": "rule",
        "worst": "Greatest shortfalls and excesses",
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
        return _framed(_table(("", text["faults"]), faults))
    report = found["report"]
    if report is None:
        return _framed(f"<p>{text['no_record']}</p>")
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
    return _framed(head + _table(("", "", "", text["rule"]), findings) + _validity(language))


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


def rows(table: Table) -> str:
    """Render the first rows of a table."""
    shown = table.head(ROWS).to_pylist()
    names = table.column_names
    body = _table(names, ([row[name] for name in names] for row in shown))
    left = len(table) - len(shown)
    return _framed(body + (f"<p>… {left}</p>" if left else ""))


def report(found: TableReport) -> str:
    """Render the report on a table."""
    language = found.language
    text, words = TEXT[language], _labels(language)
    subject = next(it for it in subjects() if it["subject"] == found.subject)
    conclusions = {str(word): count for word, count in found.conclusions.items()}
    parts = [f"<h2>{escape(subject['label'][language])}: {len(found):,} {text['rows']}</h2>"]
    parts.append(_bar(conclusions, words))
    parts.append(_key(conclusions, words))
    if found.faulty:
        parts.append(f"<p>{found.faulty:,} {text['rows']}: {text['faulty']}</p>")
    parts.append(_rules(found, words))
    worst = found.worst(WORST)
    if len(worst):
        parts.append(f"<h3>{text['worst']}</h3>")
        parts.append(_some(worst, ("statement", "kind", "force", "verdict"), text))
    if found.faulty:
        parts.append(f"<h3>{text['faults']}</h3>")
        parts.append(_some(found.faults, ("pointer", "code"), text, FAULTS))
    if notes := found.notes:
        parts.append(f"<h3>{text['notes']}</h3>")
        parts.extend(f"<p>{escape(note['message'])}</p>" for note in notes)
    parts.append(_validity(language))
    return _framed("".join(parts))


def changes(found: TableChanges) -> str:
    """Render the changes between two reports."""
    text, counts = TEXT[found.language], found._counted()
    parts = [_table([name for name, _ in counts], [[count for _, count in counts]])]
    if len(found.rules()):
        parts.append(_some(found.rules(), (), text))
    if len(found.changed):
        parts.append(_some(found.changed, ("statement",), text, ROWS))
    parts.append(_validity(found.language))
    return _framed("".join(parts))


def inspection(parts: Parts, language: Literal["zh", "en"]) -> str:
    """Render what a table would be read as."""
    pairs, head, rows, hint, lists, notes = parts
    body = [f"<p><b>{escape(word)}</b> {escape(value)}</p>" for word, value in pairs]
    body.append(_table(head or [""] * len(rows[0] if rows else ()), rows))
    body.extend(f"<p>{escape(it)}</p>" for it in ([hint] if hint else ()))
    comma = TEXT[language]["list"]
    body.extend(f"<p><b>{escape(name)}</b>{escape(comma.join(names))}</p>" for name, names in lists)
    if notes:
        body.append(f"<h3>{TEXT[language]['notes']}</h3>")
        body.extend(f"<p>{escape(note)}</p>" for note in notes)
    return _framed("".join(body))


def page(found: TableReport) -> str:
    """Render the report on a table as a self-contained page."""
    language = {"zh": "zh-CN", "en": "en"}[found.language]
    title = f"chanjiao: {escape(found.subject)}"
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>{title}</title></head><body>{report(found)}</body></html>"
    )


def _validity(language: Literal["zh", "en"]) -> str:
    return f"<p>{escape(policy()['validity'][language])}</p>"


def _rules(found: TableReport, words: Mapping[str, str]) -> str:
    titles = {rule["rule"]: rule["title"][found.language] for rule in rules()["rules"]}
    counts = found.counts().to_pylist()
    lines = []
    for count in counts:
        rule, statement = count.pop("rule"), count.pop("statement")
        numbers = " · ".join(f"{words[word]} {n:,}" for word, n in count.items() if n)
        lines.append(
            f"<tr><td>{escape(statement)}</td>"
            f'<td title="{escape(rule)}">{escape(titles[rule])}</td>'
            f"<td>{_bar(count, words)}</td><td>{escape(numbers)}</td></tr>"
        )
    return f"<table>{''.join(lines)}</table>"


def _bar(counts: Mapping[str, int], words: Mapping[str, str]) -> str:
    pieces = "".join(
        f'<span class="{word}" style="flex:{count}" title="{escape(words[word])}: {count:,}"></span>'
        for word, count in counts.items()
        if count
    )
    return f'<div class="bar">{pieces}</div>'


def _key(counts: Mapping[str, int], words: Mapping[str, str]) -> str:
    pieces = "".join(
        f'<i class="{word}"></i>{escape(words[word])} {count:,}' for word, count in counts.items()
    )
    return f'<p class="key">{pieces}</p>'


def _some(table: Table, without: Iterable[str], text: Mapping[str, str], most: int = 200) -> str:
    shown = table.head(most).to_pylist()
    names = [name for name in table.column_names if name not in without]
    names = [name for name in names if any(row[name] is not None for row in shown)]
    body = _table(names, ([row[name] for name in names] for row in shown))
    left = len(table) - len(shown)
    return body + (f"<p>{text['more'].format(f'{left:,}')}</p>" if left else "")


def _table(names: Iterable[str], lines: Iterable[Iterable[Any]]) -> str:
    head = "".join(f"<th>{escape(name)}</th>" for name in names)
    body = "".join(f"<tr>{''.join(map(_cell, line))}</tr>" for line in lines)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _cell(value: Any) -> str:
    if value is None:
        return "<td></td>"
    if isinstance(value, (bool, str)):
        return f"<td>{escape(str(value))}</td>"
    return (
        f'<td class="number">{escape(f"{value:,}" if isinstance(value, int) else str(value))}</td>'
    )


def _framed(body: str) -> str:
    return f'<div class="chanjiao"><style>{STYLE}</style>{body}</div>'


def _labels(language: Literal["zh", "en"]) -> dict[str, str]:
    found = labels()
    texts = [*found["verdict"].items(), *found["conclusion"].items()]
    return {value: text[language] for value, text in texts}
