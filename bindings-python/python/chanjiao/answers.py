"""What is answered, as plain data."""

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
]

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
"""Something wrong with an input."""

Conclusion = Literal[
    "non_compliant",
    "incomplete",
    "explanation_due",
    "not_assessed",
    "compliant",
]

class Ruleset(TypedDict):
    """The rules that judged."""

    version: str
    """The version of the library."""
    digest: str
    """SHA-256 over the catalogue."""
    overridden: list[ParameterName]
    """The parameters that were given."""

Verdict = Literal[
    "met",
    "unmet",
    "not_applicable",
    "pending",
    "undetermined",
]

Kind = Literal[
    "obligation",
    "eligibility",
    "target",
]

Force = Literal[
    "mandatory",
    "in_principle",
    "directive",
    "encouraged",
    "permitted",
]

class Citation(TypedDict):
    """A place in the policy."""

    document: str
    """The document number."""
    article: int
    """条."""
    sentence: int
    """The sentence; 0 is the caption."""
    phrase: str
    """The operative phrase."""
    units: list[str]
    """The responsible units."""

class _BoundRequired(TypedDict):
    fact: str
    measured: str | None
    required: str | None
    unit: str
    verdict: Verdict

class Bound(_BoundRequired, total=False):
    """one limb of a rule: what was measured, what is required, what lies between"""

    shortfall: str | None
    excess: str | None

class Finding(TypedDict):
    """What one rule found."""

    rule: RuleId
    """The rule's id."""
    verdict: Verdict
    """Its verdict."""
    kind: Kind
    """What meeting it means."""
    force: Force
    """How strongly the policy speaks."""
    statement: str
    """The statement's id."""
    citation: Citation
    """Where it stands."""
    facts: list[str]
    """The facts that the rule reads, as JSON Pointers."""
    missing: list[str]
    """The facts that it still needs, as JSON Pointers."""
    bounds: list[Bound]
    """One entry a limb."""
    explained: bool
    """Whether it is unmet and reasons were given."""
    message: Text
    """One sentence with its figures."""

class Report(TypedDict):
    """What was found on a record."""

    subject: SubjectName
    """The subject."""
    conclusion: Conclusion
    """What the findings come to."""
    ruleset: Ruleset
    """By which rules."""
    findings: list[Finding]
    """One finding a rule, in the order of the policy."""

class Reported(TypedDict):
    """An answer to inputs without faults."""

    faults: list[Fault]
    """None."""
    report: Report
    """What was found."""

class Unreported(TypedDict):
    """An answer to inputs with faults."""

    faults: list[Fault]
    """Everything wrong with the inputs."""
    report: None
    """None."""

AnswerDict = Reported | Unreported
"""The answer to a check: faults, or a report."""

class Choice(TypedDict):
    """A word to choose."""

    value: str
    """The word in data."""
    label: Text
    """What it is called."""

class Question(TypedDict):
    """A fact to ask for."""

    fact: str
    """Its JSON Pointer."""
    label: Text
    """What it is called."""
    type: str
    """The kind of value."""
    unit: str | None
    """What a number counts."""
    choices: list[Choice] | None
    """The words to choose from."""
    rules: list[RuleId]
    """The rules that wait for it."""
    statements: list[str]
    """Their statements."""

class Asked(TypedDict):
    """The questions on inputs without faults."""

    faults: list[Fault]
    """None."""
    questions: list[Question]
    """The facts still needed, the most decisive first."""

class Unasked(TypedDict):
    """What comes instead of questions on inputs with faults."""

    faults: list[Fault]
    """Everything wrong with the inputs."""
    questions: None
    """None."""

QuestionsDict = Asked | Unasked
"""The facts still needed, or faults."""
