"""Any object as a record: its exact value, a fault, or a clear error, and never a crash or a hang."""

import collections
import datetime as dt
import enum
import json
import threading
import types
from decimal import Decimal
from html import escape

import chanjiao
import numpy as np
import pandas as pd
import pyarrow as pa
import pytest


def codes(answer):
    return [f"{it['code']} {it['pointer']}" for it in answer.faults]


def same(subject, record, text):
    """Assert that an object is answered like its JSON text."""
    assert chanjiao.check(subject, record).to_json() == chanjiao.check_json(subject, text)


def test_numbers_have_their_exact_value():
    same("enterprise", {"staff_total": 9007199254740991}, '{"staff_total":9007199254740991}')
    same("enterprise", {"staff_total": 3.0}, '{"staff_total":3}')
    same("enterprise", {"staff_total": 1e16}, '{"staff_total":10000000000000000}')
    same("enterprise", {"total_wages_yuan": 0.1}, '{"total_wages_yuan":0.1}')
    same("enterprise", {"total_wages_yuan": 0.1 + 0.2}, '{"total_wages_yuan":0.30000000000000004}')
    same("enterprise", {"total_wages_yuan": Decimal("1.10")}, '{"total_wages_yuan":1.10}')
    same("enterprise", {"total_wages_yuan": Decimal("1E+3")}, '{"total_wages_yuan":1E+3}')
    same("enterprise", {"total_wages_yuan": Decimal("-0")}, '{"total_wages_yuan":-0}')
    same("enterprise", {"total_wages_yuan": "1.10"}, '{"total_wages_yuan":"1.10"}')
    same("enterprise", {"staff_total": True}, '{"staff_total":true}')
    same("enterprise", {"staff_total": 10**40}, '{"staff_total":1' + "0" * 40 + "}")
    same("enterprise", {"staff_total": -(10**40)}, '{"staff_total":-1' + "0" * 40 + "}")
    same("enterprise", {"staff_total": Decimal("1E+999999999")}, '{"staff_total":1E+999999999}')


def test_numbers_of_numpy_are_numbers():
    for kind in (np.int8, np.uint8, np.int32, np.int64, np.uint64, np.float32, np.float64):
        same("enterprise", {"staff_total": kind(7)}, '{"staff_total":7}')
    same("enterprise", {"total_wages_yuan": np.float32(0.1)}, '{"total_wages_yuan":0.1}')
    same("enterprise", {"total_wages_yuan": np.float16(0.1)}, '{"total_wages_yuan":0.1}')
    same("enterprise", {"total_wages_yuan": np.float64(0.1)}, '{"total_wages_yuan":0.1}')
    same(
        "enterprise",
        {"state_owned": np.bool_(True), "name": np.str_("湘")},
        '{"state_owned":true,"name":"湘"}',
    )
    same("visit", {"start": np.datetime64("2024-01-31")}, '{"start":"2024-01-31"}')
    same("visit", {"start": np.datetime64("2024-01-31T00:00:00", "ns")}, '{"start":"2024-01-31"}')
    same("visit", {"start": np.datetime64("NaT")}, '{"start":null}')
    assert codes(
        chanjiao.check("visit", {"start": np.datetime64("2024-01-31T00:00:00.000000001")})
    ) == ["not_a_date /start"]
    assert codes(chanjiao.check("visit", {"start": np.datetime64("2024-01")})) == [
        "not_a_date /start"
    ]


def test_nan_is_a_fault_and_missing_values_are_null():
    odd = {
        "staff_total": float("nan"),
        "trained_staff": float("inf"),
        "employed_persons": float("-inf"),
        "total_wages_yuan": Decimal("NaN"),
        "sales_revenue_yuan": Decimal("-Infinity"),
        "technical_posts": np.float64("nan"),
        "internship_posts": Decimal("sNaN12"),
    }
    assert sorted(codes(chanjiao.check("enterprise", odd))) == sorted(
        [f"not_money /{key}" if key.endswith("_yuan") else f"not_a_count /{key}" for key in odd]
    )
    same(
        "enterprise",
        odd | {"technical_posts": None, "internship_posts": None},
        '{"staff_total":NaN,"trained_staff":Infinity,"employed_persons":-Infinity,"total_wages_yuan":NaN,"sales_revenue_yuan":-Infinity}',
    )
    same("visit", {"start": pd.NaT, "end": pd.NA}, '{"start":null,"end":null}')


def test_nan_in_a_row_of_pandas_is_missing():
    frame = pd.DataFrame(
        {"staff_total": [3, None], "trained_staff": [1.0, 2.0], "name": ["甲", None]}
    )
    same("enterprise", frame.iloc[0], '{"staff_total":3,"trained_staff":1,"name":"甲"}')
    same("enterprise", frame.iloc[1], '{"staff_total":null,"trained_staff":2,"name":null}')


def test_days():
    same("visit", {"start": dt.date(2024, 2, 29)}, '{"start":"2024-02-29"}')
    same("visit", {"start": dt.datetime(2024, 2, 29)}, '{"start":"2024-02-29"}')
    same("visit", {"start": pd.Timestamp("2024-02-29")}, '{"start":"2024-02-29"}')
    for moment in (
        dt.datetime(2024, 2, 29, 1),
        dt.datetime(2024, 2, 29, 0, 0, 0, 1),
        dt.datetime(2024, 2, 29, tzinfo=dt.timezone.utc),
        pd.Timestamp("2024-02-29") + pd.Timedelta(1, "ns"),
        pd.Timestamp("2024-02-29", tz="Asia/Shanghai"),
    ):
        assert codes(chanjiao.check("visit", {"start": moment})) == ["not_a_date /start"], moment
    assert codes(chanjiao.check("visit", {"start": dt.date(1, 1, 1)})) == ["out_of_range /start"]


def test_mappings_and_sequences_of_any_class():
    class Words(str, enum.Enum):
        MEDIUM = "medium"

    class Counts(enum.IntEnum):
        THREE = 3

    class Firm(collections.UserDict):
        pass

    text = '{"size_class":"medium","staff_total":3}'
    members = {"size_class": Words.MEDIUM, "staff_total": Counts.THREE}
    for kind in (dict, collections.OrderedDict, types.MappingProxyType, Firm):
        same("enterprise", kind(members), text)
    period = {"start": "2024-01-01", "end": None}
    text = '{"as_of":"2024-05-01","practice":[{"start":"2024-01-01","end":null}]}'
    same(
        "teacher",
        {"as_of": dt.date(2024, 5, 1), "practice": (types.MappingProxyType(period),)},
        text,
    )


def test_wrong_data_is_a_fault_and_other_objects_are_a_type_error():
    for value in (None, True, 1, 1.5, "x", [], (), float("nan"), dt.date(2024, 1, 1)):
        assert codes(chanjiao.check("visit", value)) == ["not_an_object "]
    with pytest.raises(ValueError, match="did you mean `visit`"):
        chanjiao.check("visits", {})
    for value, place in (
        ({"name": {1}}, 'set at "/name"'),
        ({"name": b"x"}, 'bytes at "/name"'),
        ({"a/b~": [0, object()]}, 'object at "/a~1b~0/1"'),
        ({"x": {"y": ({"z": lambda: 0},)}}, 'function at "/x/y/0/z"'),
        ({"x": np.timedelta64(1, "s")}, 'timedelta64 at "/x"'),
        ({"x": np.complex64(1)}, 'complex64 at "/x"'),
        ({"x": np.array([1])}, 'ndarray at "/x"'),
        ({"x": dt.time()}, 'time at "/x"'),
        ({"x": 1j}, 'complex at "/x"'),
        (object(), 'object at ""'),
    ):
        for call in (chanjiao.check, chanjiao.questions):
            with pytest.raises(TypeError, match=place):
                call("visit", value)
        with pytest.raises(TypeError, match=place):
            chanjiao.check("visit", {}, value)
    with pytest.raises(TypeError, match="keys must be str, not int"):
        chanjiao.check("visit", {1: 2})
    for wrong in (None, 1, b"visit"):
        with pytest.raises(TypeError):
            chanjiao.check(wrong, {})
        with pytest.raises(TypeError):
            chanjiao.check_json("visit", wrong)


def deep(levels):
    inner = {}
    for _ in range(levels):
        inner = {"name": inner}
    return inner


def test_cycles_depth_and_size_are_limited():
    assert codes(chanjiao.check("visit", deep(31))) == ["unknown_key /name"]
    for levels in (32, 33, 100, 500):
        same("visit", deep(levels), json.dumps(deep(levels), separators=(",", ":")))
        assert codes(chanjiao.check("visit", deep(levels))) == ["too_deep "]
    assert codes(chanjiao.check("visit", deep(100_000))) == ["too_deep "]
    cycle = {}
    cycle["name"] = cycle
    assert codes(chanjiao.check("visit", cycle)) == ["too_deep "]
    wide = []
    wide += [wide, wide, wide]
    assert codes(chanjiao.check("visit", {"x": wide}))[0].split()[0] in {"too_deep", "too_large"}
    assert codes(chanjiao.check("visit", {"x": [0] * 200_000})) == ["too_large "]
    assert codes(chanjiao.check("visit", {f"k{i}": i for i in range(200_000)})) == ["too_large "]
    assert codes(chanjiao.check("enterprise", {"name": "湘" * (1 << 20)})) == [
        "text_too_long /name"
    ]
    for letter in ("x", "湘", "\0"):
        large = letter * 17_000_000
        assert codes(chanjiao.check("enterprise", {"name": large})) == ["too_large "]
        assert codes(chanjiao.check("enterprise", {large: 1})) == ["too_large "]
        assert codes(chanjiao.check("enterprise", {}, {large: 1})) == ["too_large "]


def test_integers_of_any_size():
    for digits in (19, 20, 100, 4000):
        same("enterprise", {"staff_total": 10**digits}, '{"staff_total":1' + "0" * digits + "}")
    with pytest.raises(ValueError, match="integer too large"):
        chanjiao.check("enterprise", {"staff_total": 1 << 10_000_000})


def test_a_lone_surrogate_is_refused_as_in_text():
    same("enterprise", {"name": "\ud800"}, r'{"name":"\ud800"}')
    same("enterprise", {"name": "甲", "x": ["\udfff"]}, '{"name":"甲","x":["\\udfff"]}')
    assert codes(chanjiao.check("enterprise", {"\ud800": 1})) == ["lone_surrogate "]
    with pytest.raises(UnicodeEncodeError):
        chanjiao.check("\ud800", {})


def test_objects_that_run_code():
    class Raises(collections.UserDict):
        def items(self):
            raise KeyError("mine")

    class Endless(collections.abc.Mapping):
        def __getitem__(self, key):
            return 0

        def __len__(self):
            return 1

        def __iter__(self):
            return iter(("k",))

        def items(self):
            return (("k", i) for i in iter(int, 1))

    class Changing(Decimal):
        def __str__(self):
            record.clear()
            return "1"

    class Liar(Decimal):
        def __str__(self):
            return '1,"x":2'

    class NotItems(collections.UserDict):
        def items(self):
            return [1, 2]

    class Calling(collections.UserDict):
        def items(self):
            chanjiao.check("visit", {}).to_dict()
            return {"start": "2024-01-01"}.items()

    with pytest.raises(KeyError, match="mine"):
        chanjiao.check("visit", Raises())
    assert codes(chanjiao.check("visit", Endless())) == ["too_large "]
    record = {"staff_total": Changing(), "name": "x"}
    assert chanjiao.check("enterprise", record).conclusion == "incomplete"
    with pytest.raises(TypeError, match="Liar"):
        chanjiao.check("enterprise", {"staff_total": Liar()})
    with pytest.raises(TypeError):
        chanjiao.check("enterprise", NotItems())
    same("visit", Calling(), '{"start":"2024-01-01"}')


def test_duplicate_keys_of_a_custom_mapping():
    class Twice(collections.UserDict):
        def items(self):
            return [("start", "2024-01-01"), ("start", "2024-01-01")]

    same("visit", Twice(), '{"start":"2024-01-01","start":"2024-01-01"}')


def test_faults_of_both_inputs_come_in_order():
    answer = chanjiao.check("visit", {"start": 1}, {"visit_months": "x"})
    assert [it["in"] for it in answer.faults] == ["record", "parameters"]
    answer = chanjiao.check("visit", {}, {"visit_months": np.int64(6)})
    assert answer.report["ruleset"]["overridden"] == {"visit_months": 6}
    # A value that is the default overrides nothing.
    answer = chanjiao.check("visit", {}, {"visit_months": 12, "practice_month": "calendar_or_30_days"})
    assert answer.report["ruleset"]["overridden"] == {}


def test_every_call_of_to_dict_returns_a_new_dict():
    answer = chanjiao.check("enterprise", {})
    first = answer.to_dict()
    first["report"]["findings"].clear()
    assert len(answer.to_dict()["report"]["findings"]) == 24
    assert answer.finding("enterprise.teacher_posts")["statement"] == "9.1b"
    with pytest.raises(ValueError, match="enterprise.nothing"):
        answer.finding("enterprise.nothing")
    assert repr(answer) == "<Answer enterprise: incomplete>"
    assert repr(chanjiao.check("visit", [])) == "<Answer: 1 fault>"


def test_html_for_notebooks_is_escaped():
    html = chanjiao.check("enterprise", {"<script>": "<b>"})._repr_html_()
    assert "&lt;script&gt;" in html and "<script>" not in html
    assert "无法判断" in chanjiao.check("enterprise", {})._repr_html_()


def test_html_says_what_a_report_cannot():
    table = pa.table({"staff_total": [1]})
    for language, text in chanjiao.policy()["validity"].items():
        answer = chanjiao.check("enterprise", {}, language=language)
        report = chanjiao.check_table("enterprise", table, language=language)
        faulty = chanjiao.check("enterprise", {"x": 1}, language=language)
        assert escape(text) in answer._repr_html_() and escape(text) in report._repr_html_()
        assert escape(text) not in faulty._repr_html_()


def test_an_answer_is_displayed_in_its_language():
    for record, chinese, english in (({}, "无法判断", "Cannot be determined"), ({"x": 1}, "没有", "key")):
        shown = chanjiao.check("enterprise", record)
        assert shown.language == "zh" and chinese in shown._repr_html_()
        shown = chanjiao.check("enterprise", record, language="en")
        assert shown.language == "en"
        assert english in shown._repr_html_() and chinese not in shown._repr_html_()
    table = pa.table({"staff_total": [1]})
    for language in ("zh", "en"):
        report = chanjiao.check_table("enterprise", table, language=language)
        assert report.answer(0).language == language
    with pytest.raises(ValueError, match="unknown language `fr`"):
        chanjiao.check("enterprise", {}, language="fr")


def test_many_threads_get_the_same_answers():
    records = [
        {"staff_in_service": n, "teacher_posts": n // 300, "size_class": "large", "name": f"甲{n}"}
        for n in range(200)
    ]
    expected = [chanjiao.check("enterprise", record).to_dict() for record in records]
    wrong = []

    def work():
        for record, answer in zip(records, expected):
            if chanjiao.check("enterprise", record).to_dict() != answer:
                wrong.append(record)

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong
