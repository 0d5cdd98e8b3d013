"""Random tables: every row is answered like the single record, however the table is split."""

import datetime as dt
from decimal import Decimal

import chanjiao
import pyarrow as pa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rows import is_record

SUBJECTS = {subject["subject"]: subject["facts"] for subject in chanjiao.subjects()}
COUNTS = st.one_of(
    st.integers(0, 40), st.integers(900, 1100), st.sampled_from([-1, 2**53 - 1, 2**53, 2**63 - 1])
)
DAYS = st.one_of(
    st.dates(dt.date(2015, 1, 1), dt.date(2026, 12, 31)),
    st.sampled_from([dt.date(1899, 12, 31), dt.date(2999, 12, 31), dt.date(3000, 1, 1)]),
)
FLOATS = st.one_of(
    st.integers(0, 2000).map(float),
    st.sampled_from([0.1, 0.005, 1e16, -1.0, float("nan"), float("inf"), 1234.5]),
)


def column(fact):
    """An Arrow type for a fact, and values of it."""
    kind, choices = fact["type"], [it["value"] for it in fact.get("choices") or ()]
    text = [
        pa.string(),
        pa.large_string(),
        pa.string_view(),
        pa.dictionary(pa.int16(), pa.string()),
    ]
    match kind:
        case "flag":
            return st.sampled_from([pa.bool_()]), lambda _: st.booleans()
        case "choice":
            return st.sampled_from(text), lambda _: st.sampled_from([*choices, "other words"])
        case "text":
            return st.sampled_from(text), lambda _: st.text(
                st.characters(codec="utf-8", exclude_categories=["Z", "C"]), min_size=1, max_size=5
            )
        case "date":
            return st.sampled_from([pa.date32(), pa.timestamp("us")]), lambda _: DAYS
        case "count" | "year" | "money" | "share":
            kinds = [pa.int64(), pa.float64(), pa.decimal128(20, 3)]
            return (
                st.sampled_from(kinds),
                lambda of: (
                    COUNTS
                    if of == pa.int64()
                    else FLOATS
                    if of == pa.float64()
                    else COUNTS.map(
                        lambda n: Decimal(n) / 100 if abs(n) < 10**9 else Decimal(n % 10**9)
                    )
                ),
            )
        case "dates":
            return st.sampled_from([pa.list_(pa.date32())]), lambda _: st.lists(DAYS, max_size=4)
        case "periods":
            period = st.fixed_dictionaries(
                {"start": DAYS, "end": st.none() | DAYS, "in_enterprise": st.none() | st.booleans()}
            )
            of = pa.struct({"start": pa.date32(), "end": pa.date32(), "in_enterprise": pa.bool_()})
            return st.sampled_from([pa.list_(of), pa.large_list(of)]), lambda _: st.lists(
                period, max_size=4
            )
    raise AssertionError(kind)


@st.composite
def tables(draw):
    subject = draw(
        st.sampled_from(
            ["enterprise", "teacher", "industry_forecast", "internship", "visit", "programme"]
        )
    )
    facts = [fact for fact in SUBJECTS[subject] if fact["fact"].count("/") == 1]
    chosen = draw(
        st.lists(st.sampled_from(facts), min_size=1, max_size=12, unique_by=lambda it: it["fact"])
    )
    rows = draw(st.integers(0, 12))
    columns = {}
    for fact in chosen:
        kinds, values = column(fact)
        kind = draw(kinds)
        cells = draw(st.lists(st.none() | values(kind), min_size=rows, max_size=rows))
        made = (
            pa.array(cells, pa.date32()).cast(kind)
            if pa.types.is_timestamp(kind)
            else pa.array(cells, kind)
        )
        columns[fact["fact"].removeprefix("/")] = made
    return subject, pa.table(columns)


@given(tables(), st.data())
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_row_equals_its_record(drawn, data):
    subject, table = drawn
    report = chanjiao.check_table(subject, table, threads=data.draw(st.integers(1, 3)))
    wide, passed = report.to_arrow().to_pylist(), 0
    for place, row in enumerate(table.to_pylist()):
        answer = chanjiao.check(subject, row)
        told = wide[place]
        if not is_record(subject, row):
            assert report.answer(place).report is None and set(told.values()) == {None}
            passed += 1
            continue
        assert report.answer(place).to_json() == answer.to_json()
        if answer.report is None:
            assert set(told.values()) == {None}
            continue
        assert told["conclusion"] == answer.conclusion
        assert {rule: told[rule] for rule in answer.verdicts} == answer.verdicts
        for finding in answer.report["findings"]:
            if len(finding["bounds"]) == 1:
                (bound,) = finding["bounds"]
                gap = "excess" if "excess" in bound else "shortfall"
                amount = told[f"{finding['rule']}.{gap}"]
                assert (None if amount is None else str(amount)) == bound[gap]
    assert report.passed == passed
    faults = [(it["row"], it["code"], it["given"]) for it in report.faults.to_pylist()]
    assert faults == [
        (place, fault["code"], fault["given"])
        for place in range(table.num_rows)
        for fault in report.answer(place).faults
    ]
    cut = data.draw(st.integers(0, table.num_rows))
    chunked = pa.concat_tables([table.slice(0, cut), table.slice(cut)])
    assert chanjiao.check_table(subject, chunked).to_arrow().to_pylist() == wide
    sliced = table.combine_chunks().slice(cut)
    assert chanjiao.check_table(subject, sliced).to_arrow().to_pylist() == wide[cut:]


PLAIN = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=6)
    | st.dates()
    | st.datetimes()
    | st.decimals(),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(st.sampled_from(sorted(SUBJECTS)), st.data())
@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_plain_data_is_answered(subject, data):
    keys = [fact["fact"].removeprefix("/") for fact in SUBJECTS[subject]]
    record = data.draw(
        st.dictionaries(st.sampled_from([*keys, "explanations", "other"]), PLAIN, max_size=6)
        | PLAIN
    )
    answer = chanjiao.check(subject, record)
    assert (answer.report is None) == (answer.faults != [])
    asked = chanjiao.questions(subject, record)
    assert asked["faults"] == answer.faults and (asked["questions"] is None) == (
        answer.report is None
    )
