"""The types of what `rules`, `policy`, `subjects`, `parameters` and `labels` return."""

# Generated from ../../../schemas by `python build/generate.py`; do not edit.

from typing import Literal, TypedDict

from .answers import Citation, Conclusion, FactType, Force, Kind, Reason, Text, Unit, Verdict
from .records import ParameterName, RuleId, SubjectName

class RulesetVersion(TypedDict):
    """The version of the rules."""

    version: str
    """The version of the library."""
    digest: str
    """SHA-256 over the catalogues, in hexadecimal."""

Relation = Literal[
    "repeats",
    "parallels",
    "widens",
    "narrows",
    "softens",
    "tightens",
    "supersedes",
    "sanctions",
    "implements",
]
"""What another law or set of rules does to a clause."""

Status = Literal[
    "policy",
    "verified",
    "secondary",
    "library",
]
"""How far a source was verified."""

class LawNote(TypedDict):
    """What another law or set of rules says on the matter of a clause. It never changes a verdict."""

    instrument: Text
    """The name of the instrument."""
    provision: Text | None
    """The article or row; null for the whole instrument, or if its number was not read."""
    relation: Relation
    """What the instrument does to the clause."""
    since: str | None
    """The day from which it applies, or its date; null if neither was read."""
    status: Status
    """How far the note was verified."""
    words: Text
    """What it says, in short."""

Sense = Literal[
    "at_least",
    "at_most",
]
"""Whether a bound is a lower or an upper one."""

class RuleParameter(TypedDict):
    """A parameter that sets a bound."""

    parameter: ParameterName
    """Its name."""
    default: str | None
    """Its default; null where the policy leaves the number open."""
    unit: Unit | None
    """Its unit; null for a date."""
    source: Text
    """Where the default comes from."""
    status: Status
    """How far the default was verified."""

class RuleBound(TypedDict):
    """A bound of a rule."""

    fact: str
    """The measured fact, as a JSON Pointer."""
    of: str | None
    """The whole of which the measured fact is a share, as a JSON Pointer."""
    sense: Sense
    """Whether the bound is a lower or an upper one. Bounds are inclusive."""
    number: int | None
    """The bound, where it is not a parameter."""
    parameters: list[RuleParameter]
    """The parameters that set the bound."""

class Rule(TypedDict):
    """One rule."""

    rule: RuleId
    """Its id."""
    subject: SubjectName
    """The subject whose records it is applied to."""
    statement: str
    """The statement's id."""
    citation: Citation
    """The clause that it executes."""
    kind: Kind
    """What meeting it means."""
    force: Force
    """How strongly the policy binds."""
    title: Text
    """A short name."""
    scope: Text | None
    """Which records it applies to; null where it applies to all. A name in braces is the day of this
parameter or, if it is not set, of `policy_applies_from`."""
    demands: list[Text]
    """What it requires, one text for each bound; `{}`, `{years}` and `{months}` are its figures. Like
the day of the scope, they depend on parameters."""
    reading: Text | None
    """The meaning taken where the text allows two, and why."""
    facts: list[str]
    """The facts that it reads, as JSON Pointers."""
    bounds: list[RuleBound]
    """Its bounds; none for a rule that is answered by yes or no."""
    law: list[LawNote]
    """Other law on the same matter."""

class NotEncoded(TypedDict):
    """A checkable statement that no rule executes."""

    statement: str
    """The statement's id."""
    reason: Text
    """Why no rule executes it."""

class Rules(TypedDict):
    """The rules, and the checkable statements without a rule."""

    ruleset: RulesetVersion
    """The version of the rules."""
    law: list[LawNote]
    """Other law that concerns the whole policy."""
    rules: list[Rule]
    """Every rule, by subject."""
    not_encoded: list[NotEncoded]
    """The checkable statements that no rule executes."""

Nature = Literal[
    "quantitative",
    "target",
    "checkable",
    "eligibility",
    "narrative",
]
"""What can be checked about a statement."""

class Statement(TypedDict):
    """One statement (clause) of the policy."""

    id: str
    """Its id: article, sentence and clause, such as `9.1b`."""
    article: int
    """The article (条)."""
    sentence: int
    """The sentence; 0 is the caption."""
    phrase: str
    """The operative phrase."""
    gloss: str
    """What it says, in English."""
    subject: Text
    """Whom it addresses."""
    force: Force | None
    """How strongly it binds; null for a definition."""
    nature: Nature
    """What can be checked about it."""
    units: list[str]
    """The responsible units."""
    rules: list[RuleId]
    """The rules that execute it."""
    not_encoded: Text | None
    """Why no rule executes it, where it is checkable."""

class Task(TypedDict):
    """One row of the table of tasks."""

    row: int
    """The number of the row."""
    category: str
    """The part of the policy that it belongs to."""
    articles: list[int]
    """The articles that it covers."""
    units: list[str]
    """The responsible units; the last item is 会同有关部门 if the row has it."""
    joint: bool
    """Whether the row has 会同有关部门 (together with the departments concerned)."""

class Policy(TypedDict):
    """The policy document."""

    document: str
    """The document number."""
    text_sha256: str
    """SHA-256 of the text that phrases are quoted from, in hexadecimal."""
    validity: Text
    """What a report on a record cannot say."""
    law: list[LawNote]
    """Other law that concerns the whole policy."""
    statements: list[Statement]
    """The statements, in the order of the text."""
    tasks: list[Task]
    """The rows of the table of tasks."""

class SubjectChoice(TypedDict):
    """A value to choose."""

    value: str
    """The value in data."""
    label: Text
    """Its name for people."""
    also: list[str]
    """Other Chinese names for it that are read in tables."""

class _FactRequired(TypedDict):
    fact: str
    """Its JSON Pointer."""
    label: Text
    """Its name for people."""
    also: list[str]
    """Other Chinese names for it that are read in tables."""
    type: FactType
    """Its type."""
    unit: Unit | None
    """Its unit."""
    required: bool
    """Whether a record without it is a fault."""
    determined_by: Text | None
    """The authority that decides it; null if none does."""

class Fact(_FactRequired, total=False):
    """One fact of a subject."""

    choices: list[SubjectChoice]
    """The values to choose from; only where the type is `choice`."""

class Subject(TypedDict):
    """One subject."""

    subject: SubjectName
    """Its name in data."""
    label: Text
    """Its name for people."""
    note: Text
    """What one record describes."""
    facts: list[Fact]
    """Its facts, in the order of the policy."""
    rules: list[RuleId]
    """Its rules."""

class ParameterRange(TypedDict):
    """An inclusive range, as text in the unit of the parameter."""

    least: str
    """The least value."""
    most: str
    """The greatest value."""

Holder = Literal[
    "policy",
    "national",
    "comparator",
    "words",
]
"""Who holds a reading."""

class ReadingChoice(TypedDict):
    """A choice of a reading."""

    value: str
    """The value."""
    words: Text
    """What the choice means, as a sentence."""
    holder: Holder
    """Who holds it."""

class Parameter(TypedDict):
    """A number of the policy, or a reading of its text, which a check can override."""

    parameter: ParameterName
    """Its name."""
    label: Text
    """Its name for people."""
    type: FactType
    """Its type."""
    unit: Unit | None
    """Its unit; null for a date and a reading."""
    range: ParameterRange | None
    """The values that it can be given; null for a reading."""
    choices: list[ReadingChoice] | None
    """The choices of a reading, the default first; null for a number and a date."""
    default: str | None
    """Its default; null where the policy leaves the number open."""
    statements: list[str]
    """The statements that it belongs to."""
    source: Text
    """Where the default comes from."""
    status: Status
    """How far the default was verified."""

Notice = Literal[
    "contested",
    "known_so_far",
    "not_implemented",
    "in_principle",
    "undated",
]
"""A notice about a report."""

class Labels(TypedDict):
    """The labels of enums, by the key and the value in answers and catalogues."""

    verdict: dict[Verdict, Text]
    """Of verdicts, in the order of their codes in brief answers."""
    conclusion: dict[Conclusion, Text]
    """Of conclusions, in order of precedence."""
    reason: dict[Reason, Text]
    """Of reasons, in the order of their codes in brief answers."""
    kind: dict[Kind, Text]
    """Of the kinds of rules."""
    force: dict[Force, Text]
    """Of the forces of statements."""
    nature: dict[Nature, Text]
    """Of the natures of statements."""
    unit: dict[Unit, Text]
    """Of units, as they follow a number. In English the plural, which loses its `s` after 1."""
    status: dict[Status, Text]
    """Of the statuses of sources."""
    notice: dict[Notice, Text]
    """Of notices about a report. `{}` is replaced by a number, `{fact}` by the label of a fact."""
    holder: dict[Holder, Text]
    """Of those who hold a reading."""
    relation: dict[Relation, Text]
    """Of the relations of other law to a clause."""
