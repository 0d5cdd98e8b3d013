"""The types of answers as plain data."""

# Generated from ../../../schemas by `python build/generate.py`; do not edit.

from typing import Literal, TypedDict

from .records import ParameterName, RuleId, SubjectName

Inputs = Literal[
    "record",
    "parameters",
]
"""The two inputs."""

Code = Literal[
    "unknown_subject",
    "not_json",
    "lone_surrogate",
    "too_deep",
    "too_large",
    "too_many_faults",
    "not_an_object",
    "not_a_list",
    "null_item",
    "required",
    "unknown_key",
    "duplicate_key",
    "not_text",
    "text_too_long",
    "blank_text",
    "not_a_flag",
    "not_a_choice",
    "not_a_count",
    "not_money",
    "not_a_share",
    "not_a_year",
    "not_a_date",
    "out_of_range",
    "part_exceeds_whole",
    "date_order",
    "not_explainable",
    "unreadable_cell",
    "child_row",
]
"""What is wrong with an input."""

class Text(TypedDict):
    """A text in two languages."""

    zh: str
    """中文."""
    en: str
    """English."""

Fault = TypedDict(
    "Fault",
    {
        "in": Inputs,
        "pointer": str,
        "code": Code,
        "given": str,
        "message": Text,
        "help": Text | None,
    },
)
"""A fault of an input."""

Conclusion = Literal[
    "non_compliant",
    "incomplete",
    "not_implemented",
    "explanation_due",
    "explained",
    "not_assessed",
    "not_yet_due",
    "compliant",
]
"""The overall result for a record."""

class ContestedConclusion(TypedDict):
    """A choice of a reading that leads to another overall result."""

    parameter: ParameterName
    """The name of the parameter."""
    choice: str
    """The other choice."""
    conclusion: Conclusion
    """The overall result under this choice."""

class Ruleset(TypedDict):
    """The version of the rules, and the parameters that differ from their defaults."""

    version: str
    """The version of the library."""
    digest: str
    """SHA-256 over the catalogues, in hexadecimal."""
    overridden: dict[ParameterName, str | int]
    """The parameters whose value differs from the default, by name, in the order of the catalogue:
counts and lengths of time as numbers; money with two decimals, percentages without trailing
zeros, days and readings as strings. It is a valid object of parameters."""

Verdict = Literal[
    "met",
    "unmet",
    "not_applicable",
    "pending",
    "undetermined",
]
"""The result of applying a rule to a record."""

Reason = Literal[
    "before_policy",
    "after_policy",
    "out_of_scope",
    "share_of_nothing",
    "period_runs",
    "text_silent",
    "parameter_open",
    "missing",
    "figures",
    "fact",
]
"""Why a verdict is what it is."""

Kind = Literal[
    "obligation",
    "eligibility",
    "target",
]
"""What meeting a rule means."""

Force = Literal[
    "mandatory",
    "in_principle",
    "directive",
    "encouraged",
    "permitted",
]
"""How strongly the policy binds."""

class Annex(TypedDict):
    """A clause of the annex."""

    row: int
    """The number of the row."""
    phrase: str
    """The operative phrase."""

class Citation(TypedDict):
    """The clause of the policy that a rule rests on."""

    document: str
    """The document number."""
    article: int
    """The article (条)."""
    sentence: int
    """The sentence; 0 is the caption."""
    phrase: str
    """The operative phrase."""
    units: list[str]
    """The responsible units."""
    annex: Annex | None
    """The clause of the annex that the rule rests on, too; null where there is none."""

Unit = Literal[
    "person",
    "post",
    "yuan",
    "class_hour",
    "day",
    "month",
    "year",
    "enterprise",
    "participant",
    "percent",
]
"""The unit of a number."""

class _BoundRequired(TypedDict):
    fact: str
    measured: str | None
    required: str | None
    unit: Unit
    verdict: Verdict

class Bound(_BoundRequired, total=False):
    """A bound of a rule with its figures: a shortfall of a lower bound, or an excess over an upper one."""

    shortfall: str | None
    excess: str | None

class ContestedVerdict(TypedDict):
    """A choice of a reading that leads to another verdict."""

    parameter: ParameterName
    """The name of the parameter."""
    choice: str
    """The other choice."""
    verdict: Verdict
    """The verdict under this choice."""

class Finding(TypedDict):
    """The result of one rule."""

    rule: RuleId
    """The rule's id."""
    verdict: Verdict
    """Its verdict."""
    reason: Reason
    """Why the verdict is what it is."""
    until: str | None
    """The last day of the running period of a pending verdict; otherwise null."""
    kind: Kind
    """What meeting it means."""
    force: Force
    """How strongly the policy binds."""
    statement: str
    """The statement's id."""
    citation: Citation
    """The clause that the rule executes."""
    facts: list[str]
    """The facts that the rule reads, as JSON Pointers."""
    missing: list[str]
    """The missing facts that it needs, as JSON Pointers."""
    bounds: list[Bound]
    """Its bounds with their figures."""
    explained: bool
    """Whether it is unmet and an explanation was given."""
    contested: list[ContestedVerdict]
    """The choices of readings under which the verdict would be another one, each with the other
readings as they are, in the order of the parameters."""
    message: Text
    """One sentence with its figures."""

class Report(TypedDict):
    """The report on a record."""

    subject: SubjectName
    """The subject."""
    conclusion: Conclusion
    """The overall result."""
    contested: list[ContestedConclusion]
    """The choices of readings under which the overall result would be another one, each with the
other readings as they are, in the order of the parameters."""
    ruleset: Ruleset
    """The version of the rules, and the parameters that differ from their defaults."""
    findings: list[Finding]
    """One finding for each rule, in the order of the policy."""

class Reported(TypedDict):
    """An answer to inputs without faults."""

    faults: list[Fault]
    """None."""
    report: Report
    """The report."""

class Unreported(TypedDict):
    """An answer to inputs with faults."""

    faults: list[Fault]
    """Every fault of the inputs."""
    report: None
    """None."""

AnswerDict = Reported | Unreported
"""The answer to a check: faults, or a report."""

FactType = Literal[
    "text",
    "year",
    "count",
    "money",
    "share",
    "flag",
    "choice",
    "date",
    "dates",
    "periods",
]
"""The type of a fact or a parameter."""

class Choice(TypedDict):
    """A value to choose."""

    value: str
    """The value in data."""
    label: Text
    """Its name for people."""

class Question(TypedDict):
    """A fact to ask for."""

    fact: str
    """Its JSON Pointer."""
    label: Text
    """Its name for people."""
    type: FactType
    """Its type."""
    unit: Unit | None
    """Its unit."""
    choices: list[Choice] | None
    """The values to choose from; null unless the type is `choice`."""
    determined_by: Text | None
    """The authority that decides it; null if none does."""
    rules: list[RuleId]
    """The rules that need it."""
    statements: list[str]
    """Their statements."""

class Asked(TypedDict):
    """The answer to a question about inputs without faults."""

    faults: list[Fault]
    """None."""
    questions: list[Question]
    """The missing facts, the most decisive first."""

class Unasked(TypedDict):
    """The answer to a question about inputs with faults."""

    faults: list[Fault]
    """Every fault of the inputs."""
    questions: None
    """None."""

QuestionsDict = Asked | Unasked
"""The missing facts, or faults."""
