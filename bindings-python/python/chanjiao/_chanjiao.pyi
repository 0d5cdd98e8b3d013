# Generated from ../../../schemas by `python build/generate.py`; do not edit. The template is build/_chanjiao.pyi.

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Literal, final, overload

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
    Enterprise,
    EnterpriseSchooling,
    FundingStandard,
    IndustryAuthority,
    IndustryForecast,
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
    "TableReport",
    "VERSION",
    "check",
    "check_json",
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
    """What was found on one record: a report, or every fault in it."""
    @property
    def report(self) -> Report | None:
        """The report, or `None` where there are faults."""
    @property
    def faults(self) -> list[Fault]:
        """Every fault in the record and the parameters; none where there is a report."""
    @property
    def verdicts(self) -> dict[RuleId, Verdict] | None:
        """The verdict of each rule by its id, or `None` where there are faults. No sentence is made."""
    @property
    def conclusion(self) -> Conclusion | None:
        """What the findings come to, or `None` where there are faults."""
    def finding(self, rule: RuleId) -> Finding | None:
        """The finding of one rule, or `None` where there is none."""
    def to_dict(self) -> Reported | Unreported:
        """The answer as plain data: `{"faults": […], "report": {…} or None}`, made anew."""
    def to_json(self) -> str:
        """The answer as JSON text, the same to the byte as that of `check_json`."""
    def _repr_html_(self) -> str:
        """A page for notebooks."""

@final
class Table:
    """A table in memory. It speaks Arrow: `pyarrow.table(it)`, `polars.DataFrame(it)` and DuckDB take
    it as it is.
    """
    @property
    def column_names(self) -> list[str]:
        """The names of the columns."""
    def head(self, rows: int) -> Table:
        """The first rows as a table."""
    def to_pylist(self) -> list[dict[str, Any]]:
        """The rows as dicts; needs no other library."""
    def to_arrow(self) -> Any:
        """The table as `pyarrow.Table`."""
    def to_pandas(self) -> Any:
        """The table as `pandas.DataFrame`; words become categories."""
    def to_polars(self) -> Any:
        """The table as `polars.DataFrame`."""
    def __len__(self) -> int: ...
    def __arrow_c_stream__(self, requested_schema: object | None = None) -> Any:
        """The `PyCapsule` interface of Arrow."""
    def _repr_html_(self) -> str:
        """The first rows, for notebooks."""

@final
class TableReport:
    """What was found in a table. It speaks Arrow itself: one row a record, in their order, with
    `conclusion` and one column a rule.
    """
    @property
    def subject(self) -> SubjectName:
        """The subject of the records."""
    @property
    def rules(self) -> list[RuleId]:
        """The rules that were applied, by their ids."""
    @property
    def ignored(self) -> list[str]:
        """The headers of the columns that stand for no fact."""
    @property
    def language(self) -> Literal["zh", "en"]:
        """The language of the messages: `zh` or `en`."""
    @property
    def conclusions(self) -> dict[Conclusion, int]:
        """How many rows came to each conclusion."""
    @property
    def faulty(self) -> int:
        """How many rows have faults; they have neither verdicts nor a conclusion."""
    @property
    def faults(self) -> Table:
        """Every fault, by row and column."""
    def counts(self) -> Table:
        """How often each rule came to each verdict: a row a rule, a column a verdict."""
    def findings(
        self,
        verdicts: Sequence[Verdict] | None = ...,
        *,
        rules: Sequence[RuleId] | None = None,
        limit: int | None = None,
    ) -> Table:
        """The findings of these verdicts in words, a row a finding; `None` is any verdict."""
    def worst(self, limit: int = 5) -> Table:
        """For each rule that has a column of shortfalls or excesses, the findings with the greatest,
        so many each.
        """
    def split(self) -> tuple[Table, Table, Table]:
        """The given rows in three tables: those that are compliant; those that are not, or owe an
        explanation; and those of which that cannot be told, because facts are missing or faulty or
        because no obligation was assessed.
        """
    def answer(self, row: int) -> Answer:
        """The answer on one row, counted from 0, as `check` gives it."""
    def under(self, parameters: Parameters | None) -> TableReport:
        """The report on the same rows by other numbers of the policy."""
    def turns(self, other: TableReport) -> Table:
        """The verdicts and conclusions that are others in another report on the same rows."""
    def to_arrow(self) -> Any:
        """The wide verdict table as `pyarrow.Table`."""
    def to_pandas(self) -> Any:
        """The wide verdict table as `pandas.DataFrame`; words become categories."""
    def to_polars(self) -> Any:
        """The wide verdict table as `polars.DataFrame`."""
    def to_html(self) -> str:
        """A page by itself: bars a rule, the greatest amounts that are short, the first faults."""
    def __len__(self) -> int: ...
    def __arrow_c_stream__(self, requested_schema: object | None = None) -> Any:
        """The `PyCapsule` interface of Arrow: the wide verdict table."""
    def _repr_html_(self) -> str: ...

@final
class Checker(Iterator[TableReport]):
    """Checks a table batch by batch, as they are asked for."""
    def __new__(
        cls,
        subject: str,
        table: Any,
        parameters: Mapping[str, Any] | None,
        rules: Sequence[str] | None,
        shortfalls: Sequence[str] | None,
        columns: Sequence[tuple[str, str]],
        key: Sequence[str],
        threads: int | None,
        nan_is_null: bool,
        language: str,
    ) -> Checker: ...
    def __iter__(self) -> Checker: ...
    def __next__(self) -> TableReport:
        """The report of the next batch."""
    def rest(self, progress: Callable[[int], object] | None) -> TableReport:
        """The report of all that is left. After each piece `progress` is called with the number of
        its rows.
        """
    def __arrow_c_stream__(self, requested_schema: object | None = None) -> Any:
        """The wide verdict table as a stream: each batch is judged when it is asked for. It can be
        read once; some libraries take it twice, the first time for its schema alone.
        """

@overload
def check(
    subject: Literal["enterprise"], record: Enterprise, parameters: Parameters | None = None
) -> Answer:
    """Checks a record of a subject.

    `record` is a mapping of facts: whole numbers, decimals, floats, texts, flags, dates, lists.
    `None` and absent both mean *not known*. A fault in it is an answer, no exception.

    Raises `ValueError` for a subject that does not exist, and `TypeError` for a value that is no
    plain data.
    """
@overload
def check(
    subject: Literal["programme"], record: Programme, parameters: Parameters | None = None
) -> Answer: ...
@overload
def check(
    subject: Literal["teacher"], record: Teacher, parameters: Parameters | None = None
) -> Answer: ...
@overload
def check(
    subject: Literal["visit"], record: Visit, parameters: Parameters | None = None
) -> Answer: ...
@overload
def check(
    subject: Literal["funding_standard"], record: FundingStandard, parameters: Parameters | None = None
) -> Answer: ...
@overload
def check(
    subject: Literal["industry_forecast"], record: IndustryForecast, parameters: Parameters | None = None
) -> Answer: ...
@overload
def check(
    subject: Literal["province"], record: Province, parameters: Parameters | None = None
) -> Answer: ...
@overload
def check(
    subject: Literal["internship"], record: Internship, parameters: Parameters | None = None
) -> Answer: ...
@overload
def check(
    subject: Literal["research_project"], record: ResearchProject, parameters: Parameters | None = None
) -> Answer: ...
@overload
def check(
    subject: Literal["transfer_reward"], record: TransferReward, parameters: Parameters | None = None
) -> Answer: ...
@overload
def check(
    subject: Literal["allocation"], record: Allocation, parameters: Parameters | None = None
) -> Answer: ...
@overload
def check(
    subject: Literal["land_use"], record: LandUse, parameters: Parameters | None = None
) -> Answer: ...
@overload
def check(
    subject: Literal["development_plan"], record: DevelopmentPlan, parameters: Parameters | None = None
) -> Answer: ...
@overload
def check(
    subject: Literal["park"], record: Park, parameters: Parameters | None = None
) -> Answer: ...
@overload
def check(
    subject: Literal["locality"], record: Locality, parameters: Parameters | None = None
) -> Answer: ...
@overload
def check(
    subject: Literal["provincial_measures"], record: ProvincialMeasures, parameters: Parameters | None = None
) -> Answer: ...
@overload
def check(
    subject: Literal["school"], record: School, parameters: Parameters | None = None
) -> Answer: ...
@overload
def check(
    subject: Literal["basic_school"], record: BasicSchool, parameters: Parameters | None = None
) -> Answer: ...
@overload
def check(
    subject: Literal["major"], record: Major, parameters: Parameters | None = None
) -> Answer: ...
@overload
def check(
    subject: Literal["postgraduate_quota"], record: PostgraduateQuota, parameters: Parameters | None = None
) -> Answer: ...
@overload
def check(
    subject: Literal["enterprise_schooling"], record: EnterpriseSchooling, parameters: Parameters | None = None
) -> Answer: ...
@overload
def check(
    subject: Literal["practice_base"], record: PracticeBase, parameters: Parameters | None = None
) -> Answer: ...
@overload
def check(
    subject: Literal["person"], record: Person, parameters: Parameters | None = None
) -> Answer: ...
@overload
def check(
    subject: Literal["assessment_scheme"], record: AssessmentScheme, parameters: Parameters | None = None
) -> Answer: ...
@overload
def check(
    subject: Literal["credit_entry"], record: CreditEntry, parameters: Parameters | None = None
) -> Answer: ...
@overload
def check(
    subject: Literal["apprenticeship"], record: Apprenticeship, parameters: Parameters | None = None
) -> Answer: ...
@overload
def check(
    subject: Literal["education_authority"], record: EducationAuthority, parameters: Parameters | None = None
) -> Answer: ...
@overload
def check(
    subject: Literal["teacher_training"], record: TeacherTraining, parameters: Parameters | None = None
) -> Answer: ...
@overload
def check(
    subject: Literal["industry_authority"], record: IndustryAuthority, parameters: Parameters | None = None
) -> Answer: ...
@overload
def check(
    subject: Literal["platform"], record: Platform, parameters: Parameters | None = None
) -> Answer: ...
@overload
def check(
    subject: Literal["service_purchase"], record: ServicePurchase, parameters: Parameters | None = None
) -> Answer: ...
@overload
def check(
    subject: Literal["supported_unit"], record: SupportedUnit, parameters: Parameters | None = None
) -> Answer: ...
@overload
def check(
    subject: Literal["pilot"], record: Pilot, parameters: Parameters | None = None
) -> Answer: ...
@overload
def questions(
    subject: Literal["enterprise"], record: Enterprise, parameters: Parameters | None = None
) -> QuestionsDict:
    """Asks for the facts that a record of a subject still lacks, the most decisive first.

    Raises what `check` raises.
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
    """Checks a record given as JSON text; the answer is the same to the byte in Rust and JavaScript."""
def questions_json(subject: str, record: str, parameters: str | None = None) -> str:
    """Asks, in JSON text, for the facts that a record given as JSON text still lacks."""
def rules() -> Rules:
    """Every rule: what it tests, what it demands and where it stands."""
def policy() -> Policy:
    """The document: all its statements and tasks."""
def subjects() -> list[Subject]:
    """Every subject, with its facts and rules."""
def parameters() -> list[Parameter]:
    """Every number of the policy: its default, its source and how far that was verified."""
def keywords() -> list[str]:
    """The keywords of the schemas that JSON Schema does not know."""
def labels() -> Labels:
    """The labels of verdicts, conclusions, kinds, forces, natures, units and statuses, in both languages."""
def schema(
    name: SubjectName | Literal["parameters", "answer", "questions", "catalogue"],
    *,
    draft: Literal["2020-12", "draft-07"] = "2020-12",
) -> dict[str, Any]:
    """The JSON Schema of a subject's records, or of `parameters`, `answer`, `questions` or `catalogue`."""
def main(arguments: Sequence[str]) -> int:
    """Runs the command line on these arguments, the first being the name of the program, and returns
    the exit code.
    """
