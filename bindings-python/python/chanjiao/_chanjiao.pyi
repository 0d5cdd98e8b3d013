# Generated from ../../../schemas by `python build/generate.py`; do not edit. The template is build/_chanjiao.pyi.

from collections.abc import Callable, Iterator, Mapping, Sequence
from os import PathLike
from typing import Any, Literal, final, overload

from ._changes import Change
from ._inspect import Parts
from ._table import Arguments, Note
from .answers import Conclusion, Fault, Finding, QuestionsDict, Report, Reported, Unreported, Verdict
from .catalogue import Labels, Parameter, Policy, Rules, Subject
from .records import (
    Allocation,
    Apprenticeship,
    AssessmentScheme,
    BasicSchool,
    CreditEntry,
    DevelopmentPlan,
    EducationAuthority,
    Enrolment,
    Enterprise,
    EnterpriseSchooling,
    FundingStandard,
    IndustryAuthority,
    IndustryForecast,
    Insurer,
    Internship,
    LandUse,
    Locality,
    Major,
    Parameters,
    Park,
    Person,
    Pilot,
    Platform,
    PostgraduateQuota,
    PracticeBase,
    Programme,
    Province,
    ProvincialMeasures,
    ResearchProject,
    RuleId,
    School,
    ServicePurchase,
    SubjectName,
    SupportedUnit,
    Teacher,
    TeacherTraining,
    TransferReward,
    Visit,
)

__all__ = [
    "Answer",
    "Checker",
    "DIGEST",
    "Table",
    "TableChanges",
    "TableReport",
    "VERSION",
    "check",
    "check_json",
    "inspect",
    "keywords",
    "labels",
    "main",
    "parameters",
    "policy",
    "questions",
    "questions_json",
    "rules",
    "schema",
    "subjects",
]

VERSION: str
DIGEST: str

@final
class Answer:
    """The answer for one record: a report, or all input errors (faults)."""
    @property
    def report(self) -> Report | None:
        """The report; `None` if there are faults."""
    @property
    def faults(self) -> list[Fault]:
        """All faults of the record and the parameters; empty if there is a report."""
    @property
    def verdicts(self) -> dict[RuleId, Verdict] | None:
        """The verdict of each rule by its id; `None` if there are faults. Faster than the report, because
        no messages are made.
        """
    @property
    def conclusion(self) -> Conclusion | None:
        """The conclusion of the report; `None` if there are faults."""
    @property
    def language(self) -> Literal["zh", "en"]:
        """The language of the display in notebooks: `zh` or `en`."""
    def finding(self, rule: RuleId) -> Finding | None:
        """Return the finding of a rule; `None` if there are faults, or the rule was not selected.

        Raises `ValueError` if the subject has no such rule.
        """
    def to_dict(self) -> Reported | Unreported:
        """Return the answer as a new dictionary: `{"faults": […], "report": {…} or None}`."""
    def to_json(self) -> str:
        """Return the answer as JSON text, byte-for-byte that of `check_json`."""
    @staticmethod
    def _restore(text: str, language: str) -> Answer:
        """The answer that was pickled, by its JSON text."""
    def __copy__(self) -> Answer:
        """An answer never changes, so it is its own copy."""
    def __deepcopy__(self, memo: Any) -> Answer: ...
    def __eq__(self, value: object, /) -> bool:
        """Whether the other answer says the same."""
    def __hash__(self) -> int: ...
    def _repr_html_(self) -> str: ...

@final
class Table:
    """An Arrow table in memory. Every library that reads Arrow accepts it, for example
    `pyarrow.table(it)` and `polars.DataFrame(it)`.
    """
    @property
    def column_names(self) -> list[str]:
        """The names of the columns, in order."""
    def head(self, rows: int) -> Table:
        """Return the first rows."""
    def to_pylist(self, *, plain: bool = False) -> list[dict[str, Any]]:
        """Convert the table to a list of dictionaries, one per row. Needs no other library. With `plain`,
        all values are those of JSON: exact decimals and dates are strings.
        """
    def to_json(self) -> str:
        """Return the table as JSON text: a list of objects, one per row. Exact decimals and dates are
        strings.
        """
    def to_arrow(self) -> Any:
        """Convert the table to a `pyarrow.Table`."""
    def to_pandas(self) -> Any:
        """Convert the table to a `pandas.DataFrame`; columns of words are categorical."""
    def to_polars(self) -> Any:
        """Convert the table to a `polars.DataFrame`."""
    @staticmethod
    def _restore(data: bytes) -> Table:
        """The table that was pickled, as an Arrow IPC stream."""
    def __len__(self) -> int: ...
    def __copy__(self) -> Table:
        """A table never changes, so it is its own copy."""
    def __deepcopy__(self, memo: Any) -> Table: ...
    def __arrow_c_stream__(self, requested_schema: object | None = None) -> Any:
        """Export the table through the Arrow `PyCapsule` interface."""
    def _repr_html_(self) -> str: ...

@final
class TableReport:
    """The report on a table. As an Arrow table it is the wide table: one row per record, in order, with
    the `conclusion` and one column per rule.
    """
    @property
    def subject(self) -> SubjectName:
        """The subject of the records."""
    @property
    def rules(self) -> list[RuleId]:
        """The ids of the applied rules, in the order of the policy."""
    @property
    def columns(self) -> list[dict[str, str | None]]:
        """The columns of the table, as dictionaries: `header`, `fact` (its key, `None` if it holds none) and
        `unit` (as it is written, `None` if that is not said).
        """
    @property
    def ignored(self) -> list[str]:
        """The headers of the columns that hold no fact."""
    def _absent(self) -> list[str]:
        """The labels of the facts that no column holds."""
    @property
    def language(self) -> Literal["zh", "en"]:
        """The language of the messages: `zh` or `en`."""
    @property
    def conclusions(self) -> dict[Conclusion, int]:
        """The number of rows for each conclusion."""
    @property
    def faulty(self) -> int:
        """The number of invalid rows. They have neither verdicts nor a conclusion."""
    @property
    def orphans(self) -> int:
        """The number of rows of child tables that belong to no row of the table. They are among `faults`,
        without a row.
        """
    @property
    def parameters(self) -> dict[str, Any]:
        """The parameters that differ from their defaults, with their values."""
    def __copy__(self) -> TableReport:
        """A report never changes, so it is its own copy."""
    def __deepcopy__(self, memo: Any) -> TableReport: ...
    @property
    def passed(self) -> int:
        """The number of rows that are no records, such as totals and remarks. They have neither verdicts
        nor a conclusion; `notes` says which they are.
        """
    @property
    def faults(self) -> Table:
        """All faults, by row and column. Rows of child tables that belong to no record are the last, and
        have no row.
        """
    @property
    def notes(self) -> list[Note]:
        """What to know of the table beside its results, as dictionaries: one for each column and kind of
        cells that were read otherwise than they might seem, with `kind`, `column` (the header) and
        `cells` (their number); one for each reason to pass over rows, with `rows` (their number) and
        `row` (the first, from 0); one on headers, with `column`; one if all rows lie outside the time
        to which the policy is applied. `child` is the fact whose child table a note is about. `message` is the note in one sentence, in which rows are counted
        from 1.
        """
    def require(self, *, accept_explained: bool = False, **allowed: int | str) -> None:
        """Raise `GateError` if more records reach a conclusion, or more rows are `faulty`, than allowed:
        `require(non_compliant="1%", faulty=3)`. A limit is a number, or a share of all records, invalid
        ones included, such as `"1%"`; rows that are passed over are not counted; `faulty` are also orphans. What is not named may
        not occur, but for the conclusions `compliant`, `not_yet_due` and, within the time to which the
        policy is applied, `not_assessed`, and with `accept_explained` `explained`. A table without a
        record fails.
        """
    def shortfalls(self, by: str | Sequence[str] | None = None) -> Table:
        """Sum the shortfalls and excesses: one row per rule that has a column of these, with the number of
        its `records` that have one, the sum, which is exact, and its unit. `by` is that of `counts`: then
        there is one row for each group and rule.
        """
    def counts(self, by: str | Sequence[str] | None = None) -> Table:
        """Count the verdicts: one row per rule, one column per verdict. `by` names columns that were kept
        by `check_table(…, by=…)`, or keys, one or several: then there are for each group of rows with the
        same values a row whose `rule` is `conclusion`, with the number of its `records`, of those that
        are `faulty`, and of each conclusion, and a row for each rule, with its verdicts. Values are the
        same if they are the same texts without blanks around them; a blank one is null. Groups are in the
        order of their first rows. More than 10 000 groups are a `ValueError`.
        """
    def findings(
        self,
        verdicts: Sequence[Verdict] | None = ...,
        *,
        rules: Sequence[RuleId] | None = None,
        limit: int | None = None,
        language: Literal["zh", "en"] | None = None,
    ) -> Table:
        """Return the findings with these verdicts, `None` for all, as a long table with one row per
        finding. `rules` selects rules by their ids, and `limit` is the maximum number of findings.
        `language`, `"zh"` or `"en"`, makes it a table for people: with headers, titles of rules and words
        in that language, and rows counted from 1.
        """
    def worst(self, limit: int = 5, *, language: Literal["zh", "en"] | None = None) -> Table:
        """Return the findings with the greatest shortfalls or excesses, up to `limit` for each rule that
        has a column of these. `language` is that of `findings`.
        """
    def split(self) -> tuple[Table, Table, Table]:
        """Split the input into three tables: the rows in which nothing is unmet, some of it perhaps not
        yet due; those in which something is unmet, explained or not; and all others, which are
        incomplete, invalid or not assessed.
        """
    def answer(self, row: int) -> Answer:
        """Return the answer for one row, counted from 0, as `check` returns it, by the rules of the report. For a row that is no
        record, such as a total, it has neither faults nor a report.
        """
    def with_parameters(self, parameters: Parameters | None) -> TableReport:
        """Check the same rows with other parameters; `None` is the numbers of the policy."""
    def changes(self, new: TableReport) -> TableChanges:
        """Compare with a newer report on a register, for example of the next year: which records are new
        or gone, and which verdicts and shortfalls have changed. Records are matched by the `key` with which
        both tables were checked, without blanks around its texts. A report without a key, or with another
        subject, other rules or another key, and a key that is blank or stands more than once, are a
        `ValueError`. Shortfalls are compared if both reports have their columns.
        """
    def _turned(self, other: TableReport) -> Table:
        """Compare with another report on the same rows of the same table, for `what_if`."""
    def to_arrow(self) -> Any:
        """Convert the wide table to a `pyarrow.Table`."""
    def to_pandas(self) -> Any:
        """Convert the wide table to a `pandas.DataFrame`; verdicts and conclusions are categorical."""
    def to_polars(self) -> Any:
        """Convert the wide table to a `polars.DataFrame`."""
    def to_excel(self, path: str | PathLike[str]) -> None:
        """Write the report as a workbook, as the command line does: the conclusions, what is unmet, missing
        or invalid, the counts with the notes, and the keys of its words. Rows are counted from 1, and have
        the key columns. An earlier file is replaced when the new one is complete.
        """
    def to_html(
        self,
        *,
        source: str | None = None,
        date: object = None,
        allowed: Mapping[str, int | str] | None = None,
        by: str | Sequence[str] | None = None,
    ) -> str:
        """Return the report as an HTML page that needs no other file: what was judged and by what, the
        conclusions in per cent, the verdicts of each rule, the greatest shortfalls and excesses, the first
        failing rows and faults, and how the columns were read. `source` and `date` say where the table
        comes from and of when it is. With `allowed`, the allowances of `require`, the page says whether the
        report passes; `by` is that of `counts`, and adds the conclusions of each group.
        """
    def __len__(self) -> int: ...
    def __arrow_c_stream__(self, requested_schema: object | None = None) -> Any:
        """Export the wide table through the Arrow `PyCapsule` interface."""
    def _repr_html_(self) -> str: ...

@final
class TableChanges:
    """What has changed between two reports on a register, for example of two years: `old.changes(new)`.
    Records are matched by their keys, never by their position.
    """
    @property
    def subject(self) -> SubjectName:
        """The subject of the records."""
    @property
    def language(self) -> Literal["zh", "en"]:
        """The language of the reports: `zh` or `en`."""
    @property
    def new(self) -> Table:
        """The records that only the new report has: its `row` there, the key columns, and `result`, the
        conclusion or `faulty`.
        """
    @property
    def gone(self) -> Table:
        """The records that only the old report has, likewise."""
    @property
    def changed(self) -> Table:
        """The records with other results: for each a row whose `rule` is `conclusion`, with the
        conclusions `before` and `after`, then a row for each rule whose verdict or shortfall has
        changed, with both. `change` is `better`, `worse` or `other`, `row_before` and `row_after` are
        the rows, `difference` is by how much more is missing, negative for less.
        """
    @property
    def not_comparable(self) -> Table:
        """The records that are invalid, or no record, in one of the reports: `before` and `after` are the
        conclusion, `faulty` or `passed_over`.
        """
    def counts(self) -> dict[Change, int]:
        """Return the number of records that are `new`, `gone`, `better`, `worse`, `other` (changed, but
        neither better nor worse), `not_comparable` and `unchanged`.
        """
    def _counted(self) -> list[tuple[str, int]]:
        """The counts in words, for HTML."""
    def rules(self) -> Table:
        """Return the rules that have changed, those with the most changes first: for how many records each
        is met `better` or `worse`, or has an `other` result.
        """
    def __len__(self) -> int:
        """The number of records that are not the same in both reports."""
    def _repr_html_(self) -> str: ...

@final
class Checker(Iterator[TableReport]):
    """An iterator that checks a table batch by batch, as reports are asked for."""
    def __new__(
        cls,
        subject: str,
        table: Any,
        frame: Any | None,
        whole: bool,
        first: int,
        parameters: Mapping[str, Any] | None,
        arguments: Arguments,
    ) -> Checker: ...
    def __iter__(self) -> Checker: ...
    def __next__(self) -> TableReport:
        """Check the next batch."""
    def rest(self, progress: Callable[[int], object] | None) -> TableReport:
        """Check all remaining batches. `progress` is called after each piece with the number of its rows."""
    def __arrow_c_stream__(self, requested_schema: object | None = None) -> Any:
        """Export the wide table as an Arrow stream, in which each batch is checked when it is read. The
        stream can be read once; some libraries ask for it twice, the first time for its schema only.
        """

@overload
def check(
    subject: Literal["enterprise"], record: Enterprise, parameters: Parameters | None = None, *, language: Literal["zh", "en"] = "zh"
) -> Answer:
    """Refuses reports that cannot be compared."""
@overload
def check(
    subject: Literal["programme"], record: Programme, parameters: Parameters | None = None, *, language: Literal["zh", "en"] = "zh"
) -> Answer: ...
@overload
def check(
    subject: Literal["teacher"], record: Teacher, parameters: Parameters | None = None, *, language: Literal["zh", "en"] = "zh"
) -> Answer: ...
@overload
def check(
    subject: Literal["visit"], record: Visit, parameters: Parameters | None = None, *, language: Literal["zh", "en"] = "zh"
) -> Answer: ...
@overload
def check(
    subject: Literal["funding_standard"], record: FundingStandard, parameters: Parameters | None = None, *, language: Literal["zh", "en"] = "zh"
) -> Answer: ...
@overload
def check(
    subject: Literal["industry_forecast"], record: IndustryForecast, parameters: Parameters | None = None, *, language: Literal["zh", "en"] = "zh"
) -> Answer: ...
@overload
def check(
    subject: Literal["province"], record: Province, parameters: Parameters | None = None, *, language: Literal["zh", "en"] = "zh"
) -> Answer: ...
@overload
def check(
    subject: Literal["internship"], record: Internship, parameters: Parameters | None = None, *, language: Literal["zh", "en"] = "zh"
) -> Answer: ...
@overload
def check(
    subject: Literal["insurer"], record: Insurer, parameters: Parameters | None = None, *, language: Literal["zh", "en"] = "zh"
) -> Answer: ...
@overload
def check(
    subject: Literal["research_project"], record: ResearchProject, parameters: Parameters | None = None, *, language: Literal["zh", "en"] = "zh"
) -> Answer: ...
@overload
def check(
    subject: Literal["transfer_reward"], record: TransferReward, parameters: Parameters | None = None, *, language: Literal["zh", "en"] = "zh"
) -> Answer: ...
@overload
def check(
    subject: Literal["allocation"], record: Allocation, parameters: Parameters | None = None, *, language: Literal["zh", "en"] = "zh"
) -> Answer: ...
@overload
def check(
    subject: Literal["land_use"], record: LandUse, parameters: Parameters | None = None, *, language: Literal["zh", "en"] = "zh"
) -> Answer: ...
@overload
def check(
    subject: Literal["development_plan"], record: DevelopmentPlan, parameters: Parameters | None = None, *, language: Literal["zh", "en"] = "zh"
) -> Answer: ...
@overload
def check(
    subject: Literal["park"], record: Park, parameters: Parameters | None = None, *, language: Literal["zh", "en"] = "zh"
) -> Answer: ...
@overload
def check(
    subject: Literal["locality"], record: Locality, parameters: Parameters | None = None, *, language: Literal["zh", "en"] = "zh"
) -> Answer: ...
@overload
def check(
    subject: Literal["provincial_measures"], record: ProvincialMeasures, parameters: Parameters | None = None, *, language: Literal["zh", "en"] = "zh"
) -> Answer: ...
@overload
def check(
    subject: Literal["school"], record: School, parameters: Parameters | None = None, *, language: Literal["zh", "en"] = "zh"
) -> Answer: ...
@overload
def check(
    subject: Literal["basic_school"], record: BasicSchool, parameters: Parameters | None = None, *, language: Literal["zh", "en"] = "zh"
) -> Answer: ...
@overload
def check(
    subject: Literal["enrolment"], record: Enrolment, parameters: Parameters | None = None, *, language: Literal["zh", "en"] = "zh"
) -> Answer: ...
@overload
def check(
    subject: Literal["major"], record: Major, parameters: Parameters | None = None, *, language: Literal["zh", "en"] = "zh"
) -> Answer: ...
@overload
def check(
    subject: Literal["postgraduate_quota"], record: PostgraduateQuota, parameters: Parameters | None = None, *, language: Literal["zh", "en"] = "zh"
) -> Answer: ...
@overload
def check(
    subject: Literal["enterprise_schooling"], record: EnterpriseSchooling, parameters: Parameters | None = None, *, language: Literal["zh", "en"] = "zh"
) -> Answer: ...
@overload
def check(
    subject: Literal["practice_base"], record: PracticeBase, parameters: Parameters | None = None, *, language: Literal["zh", "en"] = "zh"
) -> Answer: ...
@overload
def check(
    subject: Literal["person"], record: Person, parameters: Parameters | None = None, *, language: Literal["zh", "en"] = "zh"
) -> Answer: ...
@overload
def check(
    subject: Literal["assessment_scheme"], record: AssessmentScheme, parameters: Parameters | None = None, *, language: Literal["zh", "en"] = "zh"
) -> Answer: ...
@overload
def check(
    subject: Literal["credit_entry"], record: CreditEntry, parameters: Parameters | None = None, *, language: Literal["zh", "en"] = "zh"
) -> Answer: ...
@overload
def check(
    subject: Literal["apprenticeship"], record: Apprenticeship, parameters: Parameters | None = None, *, language: Literal["zh", "en"] = "zh"
) -> Answer: ...
@overload
def check(
    subject: Literal["education_authority"], record: EducationAuthority, parameters: Parameters | None = None, *, language: Literal["zh", "en"] = "zh"
) -> Answer: ...
@overload
def check(
    subject: Literal["teacher_training"], record: TeacherTraining, parameters: Parameters | None = None, *, language: Literal["zh", "en"] = "zh"
) -> Answer: ...
@overload
def check(
    subject: Literal["industry_authority"], record: IndustryAuthority, parameters: Parameters | None = None, *, language: Literal["zh", "en"] = "zh"
) -> Answer: ...
@overload
def check(
    subject: Literal["platform"], record: Platform, parameters: Parameters | None = None, *, language: Literal["zh", "en"] = "zh"
) -> Answer: ...
@overload
def check(
    subject: Literal["service_purchase"], record: ServicePurchase, parameters: Parameters | None = None, *, language: Literal["zh", "en"] = "zh"
) -> Answer: ...
@overload
def check(
    subject: Literal["supported_unit"], record: SupportedUnit, parameters: Parameters | None = None, *, language: Literal["zh", "en"] = "zh"
) -> Answer: ...
@overload
def check(
    subject: Literal["pilot"], record: Pilot, parameters: Parameters | None = None, *, language: Literal["zh", "en"] = "zh"
) -> Answer: ...
@overload
def questions(
    subject: Literal["enterprise"], record: Enterprise, parameters: Parameters | None = None
) -> QuestionsDict:
    """Return the facts that are still needed to judge a record, most decisive first.

    Raises the exceptions of `check`.
    """
@overload
def questions(
    subject: Literal["programme"], record: Programme, parameters: Parameters | None = None
) -> QuestionsDict: ...
@overload
def questions(
    subject: Literal["teacher"], record: Teacher, parameters: Parameters | None = None
) -> QuestionsDict: ...
@overload
def questions(
    subject: Literal["visit"], record: Visit, parameters: Parameters | None = None
) -> QuestionsDict: ...
@overload
def questions(
    subject: Literal["funding_standard"], record: FundingStandard, parameters: Parameters | None = None
) -> QuestionsDict: ...
@overload
def questions(
    subject: Literal["industry_forecast"], record: IndustryForecast, parameters: Parameters | None = None
) -> QuestionsDict: ...
@overload
def questions(
    subject: Literal["province"], record: Province, parameters: Parameters | None = None
) -> QuestionsDict: ...
@overload
def questions(
    subject: Literal["internship"], record: Internship, parameters: Parameters | None = None
) -> QuestionsDict: ...
@overload
def questions(
    subject: Literal["insurer"], record: Insurer, parameters: Parameters | None = None
) -> QuestionsDict: ...
@overload
def questions(
    subject: Literal["research_project"], record: ResearchProject, parameters: Parameters | None = None
) -> QuestionsDict: ...
@overload
def questions(
    subject: Literal["transfer_reward"], record: TransferReward, parameters: Parameters | None = None
) -> QuestionsDict: ...
@overload
def questions(
    subject: Literal["allocation"], record: Allocation, parameters: Parameters | None = None
) -> QuestionsDict: ...
@overload
def questions(
    subject: Literal["land_use"], record: LandUse, parameters: Parameters | None = None
) -> QuestionsDict: ...
@overload
def questions(
    subject: Literal["development_plan"], record: DevelopmentPlan, parameters: Parameters | None = None
) -> QuestionsDict: ...
@overload
def questions(
    subject: Literal["park"], record: Park, parameters: Parameters | None = None
) -> QuestionsDict: ...
@overload
def questions(
    subject: Literal["locality"], record: Locality, parameters: Parameters | None = None
) -> QuestionsDict: ...
@overload
def questions(
    subject: Literal["provincial_measures"], record: ProvincialMeasures, parameters: Parameters | None = None
) -> QuestionsDict: ...
@overload
def questions(
    subject: Literal["school"], record: School, parameters: Parameters | None = None
) -> QuestionsDict: ...
@overload
def questions(
    subject: Literal["basic_school"], record: BasicSchool, parameters: Parameters | None = None
) -> QuestionsDict: ...
@overload
def questions(
    subject: Literal["enrolment"], record: Enrolment, parameters: Parameters | None = None
) -> QuestionsDict: ...
@overload
def questions(
    subject: Literal["major"], record: Major, parameters: Parameters | None = None
) -> QuestionsDict: ...
@overload
def questions(
    subject: Literal["postgraduate_quota"], record: PostgraduateQuota, parameters: Parameters | None = None
) -> QuestionsDict: ...
@overload
def questions(
    subject: Literal["enterprise_schooling"], record: EnterpriseSchooling, parameters: Parameters | None = None
) -> QuestionsDict: ...
@overload
def questions(
    subject: Literal["practice_base"], record: PracticeBase, parameters: Parameters | None = None
) -> QuestionsDict: ...
@overload
def questions(
    subject: Literal["person"], record: Person, parameters: Parameters | None = None
) -> QuestionsDict: ...
@overload
def questions(
    subject: Literal["assessment_scheme"], record: AssessmentScheme, parameters: Parameters | None = None
) -> QuestionsDict: ...
@overload
def questions(
    subject: Literal["credit_entry"], record: CreditEntry, parameters: Parameters | None = None
) -> QuestionsDict: ...
@overload
def questions(
    subject: Literal["apprenticeship"], record: Apprenticeship, parameters: Parameters | None = None
) -> QuestionsDict: ...
@overload
def questions(
    subject: Literal["education_authority"], record: EducationAuthority, parameters: Parameters | None = None
) -> QuestionsDict: ...
@overload
def questions(
    subject: Literal["teacher_training"], record: TeacherTraining, parameters: Parameters | None = None
) -> QuestionsDict: ...
@overload
def questions(
    subject: Literal["industry_authority"], record: IndustryAuthority, parameters: Parameters | None = None
) -> QuestionsDict: ...
@overload
def questions(
    subject: Literal["platform"], record: Platform, parameters: Parameters | None = None
) -> QuestionsDict: ...
@overload
def questions(
    subject: Literal["service_purchase"], record: ServicePurchase, parameters: Parameters | None = None
) -> QuestionsDict: ...
@overload
def questions(
    subject: Literal["supported_unit"], record: SupportedUnit, parameters: Parameters | None = None
) -> QuestionsDict: ...
@overload
def questions(
    subject: Literal["pilot"], record: Pilot, parameters: Parameters | None = None
) -> QuestionsDict: ...
def check_json(subject: str, record: str, parameters: str | None = None) -> str:
    """Check a record given as JSON text. The answer is byte-for-byte that of Rust and JavaScript."""
def questions_json(subject: str, record: str, parameters: str | None = None) -> str:
    """Return, as JSON text, the facts that are still needed to judge a record given as JSON text."""
def rules() -> Rules:
    """Return all rules: what each tests and demands, and its clause in the policy."""
def policy() -> Policy:
    """Return the document: all statements and tasks of the policy."""
def subjects() -> list[Subject]:
    """Return all subjects, with their facts and rules."""
def parameters() -> list[Parameter]:
    """Return all parameters, the numbers of the policy: the default, its source, and how far that was
    verified.
    """
def inspect(
    subject: str | None,
    table: Any,
    frame: Any | None,
    columns: Sequence[tuple[str, str]],
    units: Sequence[tuple[str, str]],
    missing: Sequence[str] | None,
    round_money: bool,
    language: str,
) -> tuple[str, str, Parts]:
    """Inspect a table, for `inspect_table`; without a subject, find the three that fit best."""
def keywords() -> list[str]:
    """Return the keywords of the schemas that are not part of JSON Schema."""
def labels() -> Labels:
    """Return the labels of verdicts, conclusions, kinds, forces, natures, units and statuses, in both
    languages.
    """
def schema(
    name: SubjectName | Literal["parameters", "answer", "questions", "catalogue"],
    *,
    draft: Literal["2020-12", "draft-07"] = "2020-12",
) -> dict[str, Any]:
    """Return the JSON Schema of a subject's records, or of `parameters`, `answer`, `questions` or
    `catalogue`.

    `draft` is `"2020-12"` or `"draft-07"`. Raises `ValueError` for an unknown name or draft.
    """
def main(arguments: Sequence[str]) -> int:
    """Run the command line and return its exit code. The first argument is the name of the program."""
