"""Every vector has the same answer in Python as in Rust, byte for byte."""

import json
from collections import Counter

import chanjiao
import pyarrow as pa
from rows import is_record


def test_text_in_text_out(vectors):
    for case in vectors:
        assert chanjiao.check_json(case.subject, case.record, case.parameters) == case.answer, (
            case.title
        )
        asked = chanjiao.questions_json(case.subject, case.record, case.parameters)
        assert asked == case.questions, case.title


def test_objects_in_objects_out(vectors):
    seen = 0
    for case in vectors:
        if not case.value:
            continue
        seen += 1
        answer = chanjiao.check(case.subject, case.given(), case.overrides())
        expected = json.loads(case.answer)
        assert answer.to_json() == case.answer, case.title
        assert answer.to_dict() == expected, case.title
        assert (answer.faults, answer.report) == (expected["faults"], expected["report"])
        if answer.report is None:
            assert answer.verdicts is None and answer.conclusion is None
        else:
            findings = answer.report["findings"]
            assert list(answer.verdicts.items()) == [(it["rule"], it["verdict"]) for it in findings]
            assert answer.conclusion == answer.report["conclusion"]
        asked = chanjiao.questions(case.subject, case.given(), case.overrides())
        assert asked == json.loads(case.questions), case.title
    assert 0.9 * len(vectors) < seen


def one_row(record):
    """A table of one row; `None` if no table can hold the record."""
    if not isinstance(record, dict):
        return None
    columns = {}
    for key, value in record.items():
        try:
            columns[key] = pa.array([value])
        except (pa.ArrowInvalid, pa.ArrowTypeError, pa.ArrowNotImplementedError, OverflowError):
            return None
    return pa.table(columns)


def test_as_tables_of_one_row(vectors):
    seen = Counter()
    for case in vectors:
        record = case.given() if case.value else None
        table = one_row(record)
        if table is None or table.num_columns == 0:
            seen["no table"] += 1
            continue
        expected = json.loads(case.answer)
        faults = expected["faults"]
        if any(fault["in"] == "parameters" for fault in faults):
            continue
        try:
            report = chanjiao.check_table(case.subject, table, case.overrides())
        except ValueError:
            # No column holds a fact, or a type cannot hold its fact: the record has faults then.
            assert faults or set(record) <= {"explanations"}, case.title
            seen["misfit"] += 1
            continue
        if not is_record(case.subject, record):
            assert report.passed == 1 and report.answer(0).report is None, case.title
            seen["no record"] += 1
            continue
        answer = report.answer(0).to_json()
        if faults:
            told = {(it["pointer"], it["code"]) for it in json.loads(answer)["faults"]}
            # The text of a cell may be a number or a flag, as in CSV, and a number may be a flag or a
            # text; columns with other names are ignored.
            if not any(isinstance(value, str) for value in record.values()):
                strange = {
                    (it["pointer"], it["code"])
                    for it in faults
                    if (it["code"] == "unknown_key" and it["pointer"].count("/") == 1)
                    or (it["code"] == "not_a_flag" and it["given"] in ("0", "1"))
                    or (it["code"] == "not_text" and it["given"].isdecimal())
                }
                assert told == {(it["pointer"], it["code"]) for it in faults} - strange, case.title
            assert [it["row"] for it in report.faults.to_pylist()] == [0] * len(report.faults)
            assert report.faulty == (1 if told else 0)
            seen["faulty" if told else "sound as cells"] += 1
            continue
        assert answer == case.answer, case.title
        assert_same(report, 0, expected["report"])
        seen["same"] += 1
    assert 0.75 * len(vectors) < seen["same"], seen
    assert 30 < seen["faulty"], seen


def assert_same(report, row, expected):
    """Assert that the row of the wide table agrees with the report."""
    wide = report.to_arrow().slice(row, 1).to_pylist()[0]
    assert wide.pop("conclusion") == expected["conclusion"]
    for finding in expected["findings"]:
        assert wide.pop(finding["rule"]) == finding["verdict"]
        gaps = [
            (f"{finding['rule']}.{gap}", bound[gap])
            for bound in finding["bounds"]
            for gap in ("shortfall", "excess")
            if gap in bound
        ]
        # A reading may leave a rule one bound of two, but never adds a column.
        overridden = expected["ruleset"]["overridden"]
        if len(gaps) == 1 and (gaps[0][0] in wide or not overridden):
            name, gap = gaps[0]
            told = wide.pop(name)
            assert (None if told is None else str(told)) == gap
    assert not wide
