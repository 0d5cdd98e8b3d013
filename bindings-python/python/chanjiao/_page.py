"""The report on a table: the page, and the same in notebooks. Every text is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING, Any, Literal, cast

from ._chanjiao import DIGEST, VERSION, labels, rules, subjects
from ._gate import GateError
from ._html import TEXT as WORDS, bar, cells, framed, key, table, validity

if TYPE_CHECKING:
    from ._chanjiao import TableReport

# How many findings per rule, failing rows, faults, and groups are shown.
WORST = 3
FAILING = 200
FAULTS = 50
GROUPS = 50

TEXT = {
    "zh": {
        "records": "条记录",
        "none": "表中没有一条记录。",
        "passed": "另有 {} 行不是记录，未计入。",
        "orphans": "子表中有 {} 行不属于任何记录。",
        "share": "占全部记录",
        "gate": "放行条件",
        "pass": "满足",
        "fail": "不满足",
        "source": "数据来源",
        "date": "数据日期",
        "version": "规则版本",
        "digest": "规则摘要",
        "applied": "所用规则",
        "all": "全部 {} 条",
        "some": "所选 {} 条：",
        "parameters": "参数和口径",
        "defaults": "均为默认值",
        "rules": "各项规则",
        "clause": "条款",
        "rule": "规则",
        "unmet_share": "不符合占比",
        "undecided": "对任何记录都无法判断的规则（{} 条）：",
        "absent": "表中没有列的事实：",
        "worst": "缺口或超出最大的记录",
        "number": "序号",
        "groups": "按 {} 汇总",
        "faulty": "数据有误",
        "total": "记录",
        "blank": "（空白）",
        "failing": "不符合的记录",
        "faults": "数据错误",
        "column": "列",
        "given": "给出",
        "message": "内容",
        "columns": "各列的读法",
        "header": "表头",
        "fact": "事实",
        "unit": "单位",
        "unused": "未使用的列：",
        "notes": "读取说明",
        "title": "产教融合文件核查",
    },
    "en": {
        "records": "records",
        "none": "The table has no record.",
        "passed": "{} other rows are no records and are not counted.",
        "orphans": "{} rows of child tables belong to no record.",
        "share": "of all records",
        "gate": "Gate",
        "pass": "passed",
        "fail": "not passed",
        "source": "Source",
        "date": "Date of the data",
        "version": "Version of the rules",
        "digest": "Digest of the rules",
        "applied": "Rules applied",
        "all": "all {}",
        "some": "{} selected: ",
        "parameters": "Parameters and readings",
        "defaults": "all have their defaults",
        "rules": "Rules",
        "clause": "Clause",
        "rule": "Rule",
        "unmet_share": "unmet, share",
        "undecided": "Rules by which no record could be judged ({}): ",
        "absent": "Facts that no column holds: ",
        "worst": "Greatest shortfalls and excesses",
        "number": "No.",
        "groups": "By {}",
        "faulty": "invalid",
        "total": "records",
        "blank": "(blank)",
        "failing": "Records that do not meet a rule",
        "faults": "Faults",
        "column": "Column",
        "given": "Given",
        "message": "Message",
        "columns": "How the columns were read",
        "header": "Header",
        "fact": "Fact",
        "unit": "Unit",
        "unused": "Columns not used: ",
        "notes": "Notes on reading",
        "title": "Industry-education integration, check of a register",
    },
}

DECIDING = ("mandatory", "in_principle", "directive")
"""The forces of obligations that decide the conclusion. All other rules have no colour."""


OTHER = ("pending", "not_applicable", "undetermined")
"""The verdicts that have a column only if they occur."""


def share(count: int, total: int) -> str:
    """A share in per cent with one decimal, rounded half up, but 0.0 only for none and 100.0 for all."""
    tenths = (2000 * count + total) // (2 * total)
    if count and not tenths:
        return "<0.1 %"
    if count < total and tenths == 1000:
        return ">99.9 %"
    return f"{tenths // 10}.{tenths % 10} %"


def report(
    found: TableReport,
    source: str | None = None,
    date: object = None,
    allowed: Mapping[str, int | str] | None = None,
    by: str | Sequence[str] | None = None,
) -> str:
    """Render the report on a table."""
    text, language = TEXT[found.language], found.language
    subject = next(it for it in subjects() if it["subject"] == found.subject)
    conclusions = {str(word): count for word, count in found.conclusions.items()}
    records = sum(conclusions.values()) + found.faulty
    name = subject["label"][language]
    parts = [f"<h2>{escape(name)}{WORDS[language]['colon']}{records:,} {text['records']}</h2>"]
    parts.append(_provenance(found, text, source, date))
    if records:
        parts.append(_headline(conclusions, found.faulty, records, text, language))
    else:
        parts.append(f"<p>{text['none']}</p>")
    for count, words in [(found.passed, text["passed"]), (found.orphans, text["orphans"])]:
        if count:
            parts.append(f"<p>{words.format(f'{count:,}')}</p>")
    if allowed is not None:
        parts.append(_gate(found, allowed, text))
    if records:
        counts = found.counts().to_pylist()
        parts.extend(_rules(found, counts, text))
        parts.append(_worst(found, text))
        if by:
            parts.append(_groups(found, by, text))
        parts.append(_failing(found, sum(row["unmet"] for row in counts), text))
        parts.append(_faults(found, text))
    parts.append(_columns(found, text))
    if notes := found.notes:
        items = "".join(f"<li>{escape(note['message'])}</li>" for note in notes)
        parts.append(f"<h3>{text['notes']}</h3><ul>{items}</ul>")
    parts.append(validity(language))
    return framed("".join(parts))


def page(
    found: TableReport,
    source: str | None,
    date: object,
    allowed: Mapping[str, int | str] | None,
    by: str | Sequence[str] | None,
) -> str:
    """Render the report on a table as a self-contained page."""
    language = {"zh": "zh-CN", "en": "en"}[found.language]
    title = TEXT[found.language]["title"] + (f" · {source}" if source else "")
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title>"
        "<style>:root{color-scheme:light dark}body{margin:1.5rem auto;max-width:76rem;padding:0 1rem}</style>"
        f"</head><body><main>{report(found, source, date, allowed, by)}</main></body></html>"
    )


def _provenance(
    found: TableReport, text: Mapping[str, str], source: str | None, date: object
) -> str:
    """What was judged, and by what."""
    every = [rule for rule in rules()["rules"] if rule["subject"] == found.subject]
    applied = found.rules
    if len(applied) == len(every):
        chosen = text["all"].format(len(applied))
    else:
        chosen = text["some"].format(len(applied)) + WORDS[found.language]["list"].join(applied)
    given = [f"{name} = {value}" for name, value in found.parameters.items()]
    pairs = [
        (text["source"], source),
        (text["date"], None if date is None else str(date)),
        (text["version"], VERSION),
        (text["digest"], DIGEST),
        (text["applied"], chosen),
        (text["parameters"], WORDS[found.language]["list"].join(given) or text["defaults"]),
    ]
    lines = (
        f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in pairs if value is not None
    )
    return f"<dl>{''.join(lines)}</dl>"


def _words(kind: str, language: Literal["zh", "en"]) -> dict[str, str]:
    """The labels of the words of one kind: verdicts, conclusions, forces."""
    every: Mapping[str, Any] = labels()
    return {word: label[language] for word, label in every[kind].items()}


def _headline(
    conclusions: Mapping[str, int],
    faulty: int,
    records: int,
    text: Mapping[str, str],
    language: Literal["zh", "en"],
) -> str:
    """Each conclusion with its share of all records, invalid ones included."""
    words = _words("conclusion", language)
    words["faulty"] = text["faulty"]
    counts = {word: count for word, count in {**conclusions, "faulty": faulty}.items() if count}
    rows = (
        (key(word), words[word], f"{count:,}", share(count, records)) for word, count in counts.items()
    )
    body = "".join(
        f'<tr><td>{mark}</td><th scope="row">{escape(label)}</th>{cells([count, part])}</tr>'
        for mark, label, count, part in rows
    )
    head = "<th></th><th></th>" + _figures([text["total"], text["share"]])
    return (
        bar(counts, words) + f'<div class="scroll"><table class="narrow"><thead><tr>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


def _gate(
    found: TableReport, allowed: Mapping[str, int | str], text: Mapping[str, str]
) -> str:
    colon = WORDS[found.language]["colon"]
    try:
        found.require(**cast(dict[str, Any], allowed))
    except GateError as error:
        lines = "".join(f"<li>{escape(line)}</li>" for line in str(error).splitlines())
        return f"<p><b>{text['gate']}{colon}✗ {text['fail']}</b></p><ul>{lines}</ul>"
    return f"<p><b>{text['gate']}{colon}✓ {text['pass']}</b></p>"


def _rules(
    found: TableReport, every: Iterable[dict[str, Any]], text: Mapping[str, str]
) -> Iterable[str]:
    """The counts of each rule, obligations first; rules without any verdict in one line."""
    language = found.language
    words, kinds, forces = (_words(it, language) for it in ("verdict", "kind", "force"))
    catalogue = {rule["rule"]: rule for rule in rules()["rules"]}
    groups: dict[tuple[int, str, str], list[dict[str, Any]]] = {}
    undecided = []
    for row in every:
        rule = catalogue[row["rule"]]
        if row["undetermined"] and not row["met"] + row["unmet"] + row["pending"]:
            undecided.append(f"{row['statement']} {rule['title'][language]}")
            continue
        decides = rule["kind"] == "obligation" and rule["force"] in DECIDING
        other = len(DECIDING) + (rule["kind"] != "obligation")
        place = DECIDING.index(rule["force"]) if decides else other
        groups.setdefault((place, rule["kind"], rule["force"]), []).append(row)
    if groups:
        yield f"<h3>{text['rules']}</h3>"
    shown = [row for rows in groups.values() for row in rows]
    verdicts = ["met", "unmet", *(it for it in OTHER if any(row[it] for row in shown))]
    names_of = cells([text["clause"], text["rule"]], "th")
    figures = [*(words[it] for it in verdicts), text["unmet_share"]]
    head = names_of + _figures(figures) + "<th></th>"
    for (place, kind, force), rows in sorted(groups.items(), key=lambda it: it[0]):
        caption = f"{kinds[kind]} · {forces[force]}"
        lines = []
        for row in rows:
            judged = row["met"] + row["unmet"]
            part = share(row["unmet"], judged) if judged else ""
            counts = {it: row[it] for it in verdicts}
            title = catalogue[row["rule"]]["title"][language]
            numbers = [f"{row[it]:,}" if row[it] else "" for it in verdicts]
            lines.append(
                f"<tr><td>{escape(row['statement'])}</td>"
                f'<th scope="row" title="{escape(row["rule"])}">{escape(title)}</th>'
                f"{cells([*numbers, part])}<td>{bar(counts, words)}</td></tr>"
            )
        plain = "" if place < len(DECIDING) else ' class="plain"'
        yield (
            f'<div class="scroll"><table{plain}><caption>{escape(caption)}</caption>'
            f"<thead><tr>{head}</tr></thead><tbody>{''.join(lines)}</tbody></table></div>"
        )
    listed = WORDS[language]["list"]
    if undecided:
        yield f"<p>{text['undecided'].format(len(undecided))}{escape(listed.join(undecided))}</p>"
        if absent := found._absent():
            yield f"<p>{text['absent']}{escape(listed.join(absent))}</p>"


def _worst(found: TableReport, text: Mapping[str, str]) -> str:
    worst = found.worst(WORST)
    if not len(worst):
        return ""
    return f"<h3>{text['worst']}</h3>" + _sentences(worst.to_pylist(), worst.column_names, text)


def _sentences(
    rows: Iterable[Mapping[str, Any]], names: Sequence[str], text: Mapping[str, str]
) -> str:
    """Findings as sentences, with the number of the row and its keys."""
    keys = names[1 : names.index("rule")]
    head = [text["number"], *keys, text["clause"], text["message"]]
    lines = ([str(row["row"] + 1), *(row[it] for it in keys), row["statement"], row["message"]] for row in rows)
    return table(head, lines)


def _groups(
    found: TableReport, by: str | Sequence[str], text: Mapping[str, str]
) -> str:
    names = [by] if isinstance(by, str) else list(by)
    words = _words("conclusion", found.language)
    every = [row for row in found.counts(by=names).to_pylist() if row["rule"] == "conclusion"]
    shown = [word for word in words if any(row[word] for row in every)]
    head = [*names, text["total"], *(words[word] for word in shown), text["faulty"]]
    lines = (
        [
            *(row.get(name, row.get(f"key.{name}")) or text["blank"] for name in names),
            *(f"{row[it]:,}" for it in ("records", *shown, "faulty")),
        ]
        for row in every[:GROUPS]
    )
    title = text["groups"].format(WORDS[found.language]["list"].join(names))
    return f"<h3>{escape(title)}</h3>{table(head, lines)}{_more(len(every) - GROUPS, found)}"


def _failing(found: TableReport, count: int, text: Mapping[str, str]) -> str:
    """What is unmet, to be copied: the first of `count` findings."""
    unmet = found.findings(limit=FAILING, language=found.language)
    if not len(unmet):
        return ""
    names = unmet.column_names
    lines = ([_plain(row[name]) for name in names] for row in unmet.to_pylist())
    return (
        f"<details><summary>{text['failing']}</summary>{table(names, lines)}"
        f"{_more(count - len(unmet), found)}</details>"
    )


def _faults(found: TableReport, text: Mapping[str, str]) -> str:
    faults = found.faults
    if not len(faults):
        return ""
    names = faults.column_names
    keys = names[1 : names.index("column")]
    head = [text["number"], *keys, text["column"], text["given"], text["message"]]
    lines = (
        [
            "" if row["row"] is None else str(row["row"] + 1),
            *(_plain(row[it]) for it in keys),
            *(row[it] for it in ("column", "given", "message")),
        ]
        for row in faults.head(FAULTS).to_pylist()
    )
    return f"<h3>{text['faults']}</h3>{table(head, lines)}{_more(len(faults) - FAULTS, found)}"


def _columns(found: TableReport, text: Mapping[str, str]) -> str:
    """How each column that is used was read, and those that are not."""
    subject = next(it for it in subjects() if it["subject"] == found.subject)
    facts = {fact["fact"].lstrip("/"): fact["label"][found.language] for fact in subject["facts"]}
    used = [it for it in found.columns if it["fact"] is not None]
    lines = ((it["header"], facts.get(it["fact"] or "", it["fact"]), it["unit"] or "") for it in used)
    unused = WORDS[found.language]["list"].join(found.ignored)
    return (
        f"<details><summary>{text['columns']}</summary>"
        f"{table([text['header'], text['fact'], text['unit']], lines)}"
        + (f"<p>{text['unused']}{escape(unused)}</p>" if unused else "")
        + "</details>"
    )


def _figures(names: Iterable[str]) -> str:
    """The headers of columns of figures."""
    return "".join(f'<th class="number" scope="col">{escape(name)}</th>' for name in names)


def _more(left: int, found: TableReport) -> str:
    more = WORDS[found.language]["more"].format(f"{left:,}")
    return f"<p>{more}</p>" if 0 < left else ""


def _plain(value: Any) -> str | None:
    """A value of the table as text: years and numbers of records have no separators."""
    return None if value is None else str(value)
