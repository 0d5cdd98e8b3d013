"""Properties of every record: more facts never reverse a verdict, more of a measured fact never breaks a
lower bound, and shortfalls are exact. The records are the same in every run."""

import datetime as dt
from decimal import Decimal
from fractions import Fraction

import chanjiao
import pyarrow as pa
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from rows import is_record

SUBJECTS = {it["subject"]: it["facts"] for it in chanjiao.subjects()}
RULES = {it["rule"]: it for it in chanjiao.rules()["rules"]}
# If these are missing, that has a meaning.
MEANT = {"size_class", "base_date", "year", "start", "starts_on"}
FEN = Decimal("0.01")

# Subjects with a measured number.
MEASURED = sorted(
    {
        rule["subject"]
        for rule in RULES.values()
        for bound in rule["bounds"]
        if rule["subject"] not in ("teacher", "visit", "industry_forecast")
    }
)


def examples(count):
    """The settings, which give the same examples in every run."""
    return settings(
        max_examples=count,
        deadline=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )


every_subject = pytest.mark.parametrize("subject", sorted(SUBJECTS))

COUNTS = st.sampled_from([0, 1, 2, 3, 10, 199, 200, 201, 999, 1000, 1001]) | st.integers(0, 3000)
MONEY = COUNTS.map(lambda it: it * 1_000_000) | st.integers(0, 10**7)
DAYS = st.sampled_from(
    [dt.date(2024, 2, 29), dt.date(2019, 1, 1), dt.date(2018, 12, 31), dt.date(2023, 8, 31)]
) | st.dates(dt.date(2012, 1, 1), dt.date(2026, 12, 31))


@st.composite
def periods(draw):
    start = draw(DAYS)
    length = draw(st.sampled_from([1, 29, 30, 59, 60, 61, 180, 181, 184]) | st.integers(1, 400))
    end = start + dt.timedelta(days=length - 1)
    return {
        "start": start,
        "end": draw(st.sampled_from([end, end, None])),
        "in_enterprise": draw(st.sampled_from([True, True, False, None])),
    }


def values(fact):
    match fact["type"]:
        case "flag":
            return st.booleans()
        case "choice":
            return st.sampled_from([it["value"] for it in fact["choices"]])
        case "text":
            return st.sampled_from(["示例", ""])
        case "year":
            return st.integers(1900, 2999)
        case "count":
            return COUNTS
        case "money":
            return MONEY.map(lambda fen: fen * FEN)
        case "date":
            return DAYS
        case "dates":
            return st.lists(DAYS, max_size=5)
        case "periods":
            return st.lists(periods(), max_size=5)
    raise AssertionError(fact)


@st.composite
def records(draw, subjects=tuple(SUBJECTS), complete=False):
    """A subject and a valid record of it."""
    subject = draw(st.sampled_from(subjects))
    record = {}
    for fact in SUBJECTS[subject]:
        path = fact["fact"].split("/")[1:]
        if len(path) == 1 and (complete or fact["required"] or draw(st.integers(0, 4))):
            record[path[0]] = draw(values(fact))
    for name, bound in at_the_bound(subject, record):
        if draw(st.booleans()):
            unit = FEN if name.endswith("_yuan") else 1
            record[name] = max(0 * unit, bound + unit * draw(st.integers(-1, 1)))
    assume(chanjiao.check(subject, record).report is not None)
    return subject, record


def at_the_bound(subject, record):
    """Measured facts with the required values, if both are numbers."""
    for rule in RULES.values():
        for bound in rule["bounds"] if rule["subject"] == subject else ():
            name, of = bound["fact"][1:], (bound["of"] or "/")[1:]
            limits = [it["default"] for it in bound["parameters"]] or [bound["number"]]
            if not isinstance(record.get(name), (int, Decimal)) or (of and of not in record):
                continue
            if limits[0] is None and not of:
                continue
            whole = Fraction(record[of]) / 100 if of else 1
            exact = Fraction(limits[0] or 100) * whole
            if name.endswith("_yuan"):
                yield name, Decimal(-(-exact * 100 // 1)) * FEN
            else:
                yield name, int(-(-exact // 1))


def verdicts(subject, record):
    return chanjiao.check(subject, record).verdicts


def limbs(subject, record):
    """Every bound of every rule, with its rule."""
    for finding in chanjiao.check(subject, record).report["findings"]:
        rule = RULES[finding["rule"]]
        for place, (bound, said) in enumerate(zip(finding["bounds"], rule["bounds"], strict=True)):
            yield (finding["rule"], place), bound, said


@every_subject
@given(st.data())
@examples(12)
def test_another_fact_never_reverses_a_verdict(subject, data):
    _, record = data.draw(records((subject,)))
    required = {it["fact"][1:] for it in SUBJECTS[subject] if it["required"]}
    free = sorted(set(record) - MEANT - required)
    unknown = data.draw(st.sets(st.sampled_from(free))) if free else set()
    less = {key: value for key, value in record.items() if key not in unknown}
    if isinstance(less.get("practice"), list):
        less["practice"] = [
            it if data.draw(st.booleans()) else {**it, "in_enterprise": None}
            for it in less["practice"]
        ]
    known = verdicts(subject, record)
    for rule, verdict in verdicts(subject, less).items():
        assert verdict in ("undetermined", known[rule]), rule


@given(records(MEASURED), st.integers(1, 2000))
@examples(150)
def test_more_of_a_measured_fact_never_breaks_a_lower_bound(drawn, more):
    subject, record = drawn
    for (rule, place), bound, said in limbs(subject, record):
        name = bound["fact"][1:]
        if said["sense"] != "at_least" or not isinstance(record.get(name), (int, Decimal)):
            continue
        answer = chanjiao.check(subject, record | {name: record[name] + more})
        if answer.report is None:  # a part would be greater than its whole
            continue
        after = answer.finding(rule)
        assert (bound["verdict"], after["bounds"][place]["verdict"]) != ("met", "unmet"), rule
        before = chanjiao.check(subject, record).finding(rule)
        assert (before["verdict"], after["verdict"]) != ("met", "unmet"), rule


@given(records((*MEASURED, "visit"), complete=True))
@examples(150)
def test_a_shortfall_is_exact(drawn):
    subject, record = drawn
    for (rule, place), bound, _ in limbs(subject, record):
        gap = bound.get("shortfall") or bound.get("excess")
        name, fact = bound["fact"][1:], record.get(bound["fact"][1:])
        if gap is None or isinstance(fact, list):
            continue
        sign = 1 if "shortfall" in bound else -1
        if bound["unit"] == "day":
            unit, gap = dt.timedelta(days=1), dt.timedelta(days=int(gap))
        else:
            unit, gap = (FEN, Decimal(gap)) if bound["unit"] == "yuan" else (1, int(gap))

        def verdict(value, rule=rule, place=place, name=name):
            answer = chanjiao.check(subject, record | {name: value})
            return answer.report and answer.finding(rule)["bounds"][place]["verdict"]

        # Without staff, any interns are an excess; without interns, the rule does not apply.
        cured = ("met", None) if 0 < sign else ("met", "not_applicable")
        assert verdict(fact + sign * gap) in cured, rule
        if gap > unit:
            assert verdict(fact + sign * (gap - unit)) == "unmet", rule


@given(records(("teacher",), complete=True))
@examples(100)
def test_as_many_days_of_practice_as_are_short_meet_the_rule(drawn):
    _, record = drawn
    finding = chanjiao.check("teacher", record).finding("teacher.periodic_practice")
    assume(finding["verdict"] == "unmet")
    bound = finding["bounds"][1]
    day, free = record["as_of"], []
    covered = [(it["start"], it["end"] or record["as_of"]) for it in record["practice"]]
    while len(free) < int(bound["shortfall"]):
        if not any(start <= day <= end for start, end in covered):
            free.append({"start": day, "end": day, "in_enterprise": None})
        day -= dt.timedelta(days=1)
    cured = record | {"practice": [*record["practice"], *free]}
    after = chanjiao.check("teacher", cured).finding("teacher.periodic_practice")
    assert after["verdict"] == "met" and after["bounds"][1]["measured"] == bound["required"]
    almost = record | {"practice": [*record["practice"], *free[1:]]}
    after = chanjiao.check("teacher", almost).finding("teacher.periodic_practice")
    # 59 days may span two calendar months.
    assert after["bounds"][1]["shortfall"] == "1" or after["bounds"][1]["verdict"] == "met"


@given(records(("teacher", "industry_forecast")), st.data())
@examples(100)
def test_the_order_and_repetition_of_days_does_not_matter(drawn, data):
    subject, record = drawn
    name = "practice" if subject == "teacher" else "published"
    assume(record.get(name))
    again = data.draw(st.lists(st.sampled_from(record[name]), max_size=3))
    other = record | {name: data.draw(st.permutations([*record[name], *again]))}
    one, two = (
        [
            (it["verdict"], it["bounds"], it["explained"])
            for it in chanjiao.check(subject, given).report["findings"]
        ]
        for given in (record, other)
    )
    assert one == two


@every_subject
@given(st.data())
@examples(6)
def test_a_row_of_a_table_equals_the_record(subject, data):
    rows = [it for _, it in data.draw(st.lists(records((subject,)), min_size=1, max_size=5))]
    names = [fact["fact"][1:] for fact in SUBJECTS[subject] if fact["fact"].count("/") == 1]
    table = pa.table({name: pa.array([row.get(name) for row in rows]) for name in names})
    report = chanjiao.check_table(subject, table)
    wide = report.to_arrow().to_pylist()
    for place, row in enumerate(rows):
        if not is_record(subject, {name: row.get(name) for name in names}):
            assert set(wide[place].values()) == {None}
            continue
        answer = chanjiao.check(subject, row)
        assert report.answer(place).to_json() == answer.to_json()
        assert {rule: wide[place][rule] for rule in answer.verdicts} == answer.verdicts
        assert wide[place]["conclusion"] == answer.conclusion
