# Generated from ../../../schemas by `python build/generate.py`; do not edit. Its frame is build/_chanjiao.pyi.

import types
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Literal, final, overload

from .answers import Conclusion, Fault, Finding, QuestionsDict, Report, Reported, Unreported, Verdict
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
    @property
    def report(self) -> Report | None: ...
    @property
    def faults(self) -> list[Fault]: ...
    @property
    def verdicts(self) -> dict[RuleId, Verdict] | None: ...
    @property
    def conclusion(self) -> Conclusion | None: ...
    def finding(self, rule: RuleId) -> Finding | None: ...
    def to_dict(self) -> Reported | Unreported: ...
    def to_json(self) -> str: ...
    def _repr_html_(self) -> str: ...

@final
class Table:
    @property
    def column_names(self) -> list[str]: ...
    def head(self, rows: int) -> Table: ...
    def to_pylist(self) -> list[dict[str, Any]]: ...
    def to_arrow(self) -> Any: ...
    def to_pandas(self) -> Any: ...
    def to_polars(self) -> Any: ...
    def __len__(self) -> int: ...
    def __arrow_c_stream__(self, requested_schema: object | None = None) -> Any: ...
    def _repr_html_(self) -> str: ...

@final
class TableReport:
    @property
    def subject(self) -> SubjectName: ...
    @property
    def rules(self) -> list[RuleId]: ...
    @property
    def ignored(self) -> list[str]: ...
    @property
    def language(self) -> Literal["zh", "en"]: ...
    @property
    def conclusions(self) -> dict[Conclusion, int]: ...
    @property
    def faulty(self) -> int: ...
    @property
    def faults(self) -> Table: ...
    def counts(self) -> Table: ...
    def findings(
        self,
        verdicts: Sequence[Verdict] | None = ...,
        *,
        rules: Sequence[RuleId] | None = None,
        limit: int | None = None,
    ) -> Table: ...
    def worst(self, limit: int = 5) -> Table: ...
    def split(self) -> tuple[Table, Table, Table]: ...
    def answer(self, row: int) -> Answer: ...
    def under(self, parameters: Parameters | None) -> TableReport: ...
    def turns(self, other: TableReport) -> Table: ...
    def to_arrow(self) -> Any: ...
    def to_pandas(self) -> Any: ...
    def to_polars(self) -> Any: ...
    def to_html(self) -> str: ...
    def __len__(self) -> int: ...
    def __arrow_c_stream__(self, requested_schema: object | None = None) -> Any: ...
    def _repr_html_(self) -> str: ...

@final
class Checker(Iterator[TableReport]):
    def __new__(
        cls,
        subject: str,
        table: Any,
        parameters: Mapping[str, Any] | None,
        rules: Sequence[str] | None,
        columns: Sequence[tuple[str, str]],
        key: Sequence[str],
        threads: int | None,
        nan_is_null: bool,
        language: str,
    ) -> Checker: ...
    def __iter__(self) -> Checker: ...
    def __next__(self) -> TableReport: ...
    def rest(self, progress: Callable[[int], object] | None) -> TableReport: ...
    def __arrow_c_stream__(self, requested_schema: object | None = None) -> Any: ...

@overload
def check(
    subject: Literal["enterprise"], record: Enterprise, parameters: Parameters | None = None
) -> Answer: ...
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
) -> QuestionsDict: ...
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
def check_json(subject: str, record: str, parameters: str | None = None) -> str: ...
def questions_json(subject: str, record: str, parameters: str | None = None) -> str: ...
def rules() -> dict[str, Any]: ...
def policy() -> dict[str, Any]: ...
def subjects() -> list[dict[str, Any]]: ...
def parameters() -> list[dict[str, Any]]: ...
def keywords() -> list[str]: ...
def labels() -> list[tuple[str, str, str]]: ...
def schema(
    name: SubjectName | Literal["parameters", "answer", "questions"],
    *,
    draft: Literal["2020-12", "draft-07"] = "2020-12",
) -> dict[str, Any]: ...
def main(arguments: Sequence[str]) -> int: ...
