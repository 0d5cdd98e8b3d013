"""Generates the types of the package from ../schemas: `python build/generate.py`."""

from __future__ import annotations

import json
import keyword
import re
import sys
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
PACKAGE = TOP / "bindings-python/python/chanjiao"
NOTE = "# Generated from ../../../schemas by `python build/generate.py`; do not edit."

SCALARS = {
    "text": "str",
    "flag": "bool",
    "count": "Number",
    "money": "Amount",
    "share": "Amount",
    "year": "Number",
    "date": "Day",
    "dates": "Sequence[Day]",
}


def read(path: str):
    return json.loads((TOP / "schemas" / path).read_text("utf-8"))


def pascal(name: str) -> str:
    return "".join(word.capitalize() for word in name.split("_"))


def literal(values) -> str:
    """A literal type, one value per line."""
    return "Literal[\n" + "".join(f"    {json.dumps(value)},\n" for value in values) + "]"


class Records:
    """The module of records and parameters."""

    def __init__(self):
        self.out = []

    def text(self) -> str:
        self.out = [
            '"""The types of inputs: the record of each subject, and the parameters."""',
            NOTE,
            "from collections.abc import Sequence\n"
            "from datetime import date\n"
            "from decimal import Decimal\n"
            "from typing import Literal, TypedDict",
            "Number = int | float | Decimal\n"
            '"""A whole number; a float or a decimal is read as its exact value."""',
            "Amount = int | float | Decimal | str\n"
            '"""Yuan with at most two decimals, or per cent with at most four; a float is read as its '
            'shortest text."""',
            'Day = date | str\n"""A day; as text `YYYY-MM-DD`."""',
        ]
        subjects = read("subjects.json")
        for subject in subjects:
            label, note = subject["label"], subject["note"]
            about = f"{label['zh']}：{note['zh']}。{label['en']}: {note['en']}."
            self.record(
                pascal(subject["subject"]), read(f"2020-12/{subject['subject']}.json"), about
            )
        self.record(
            "Parameters",
            read("2020-12/parameters.json"),
            "参数：替代文件规定的数值。Overrides of the policy's numbers.",
        )
        names = [subject["subject"] for subject in subjects]
        parameters = read("2020-12/parameters.json")["properties"]
        rules = [rule["rule"] for rule in read("rules.json")["rules"]]
        for name, values, about in (
            ("SubjectName", names, "A subject."),
            ("ParameterName", parameters, "A number of the policy."),
            ("RuleId", rules, "The id of a rule."),
        ):
            self.out.append(f'{name} = {literal(values)}\n"""{about}"""')
        return "\n\n".join(self.out) + "\n"

    def record(self, name: str, schema, about: str) -> None:
        required = schema.get("required", [])
        # Leave out objects without properties: no value can be given in them.
        given = {
            key: field
            for key, field in schema["properties"].items()
            if field.get("properties") != {}
        }
        members = [
            (key, self.type(name + pascal(key), field), field) for key, field in given.items()
        ]
        if not all(key.isidentifier() for key, *_ in members):
            lines = "".join(f'    "{key}": {kind} | None,\n' for key, kind, _ in members)
            self.out.append(
                f'{name} = TypedDict(\n    "{name}",\n    {{\n{indented(lines)}    }},\n    total=False,\n)'
            )
            return
        base = ""
        if required:
            base = f"_{name}Required"
            self.define(
                f"class {base}(TypedDict):", None, [it for it in members if it[0] in required], ""
            )
        rest = [it for it in members if it[0] not in required]
        head = f"class {name}({base or 'TypedDict'}, total=False):"
        self.define(head, about, rest, " | None")

    def define(self, head: str, about: str | None, members, optional: str) -> None:
        lines = [head]
        if about:
            lines.append(f'    """{about}"""\n')
        for key, kind, field in members:
            lines.append(f"    {key}: {kind}{optional}\n    {doc(field)}")
        self.out.append("\n".join(lines))

    def type(self, name: str, field) -> str:
        if "properties" in field:
            self.record(name, field, "")
            return name
        if field.get("x-kind") == "choice":
            return f"Literal[{', '.join(json.dumps(value) for value in field['enum'] if value is not None)}]"
        if field.get("x-kind") == "periods":
            self.record(name, field["items"], "")
            return f"Sequence[{name}]"
        return SCALARS[field["x-kind"]] if "x-kind" in field else "str"


def doc(field) -> str:
    label = field.get("x-label") or {"zh": field["title"], "en": field["description"]}
    unit = f" ({field['x-unit']})" if "x-unit" in field else ""
    text = f"{label['zh']}{unit}: {label['en']}"
    authority = field.get("x-determined-by")
    if authority:
        text += f"; {authority['zh']}: {authority['en']}"
    choices = field.get("x-choices", {})
    lines = [f"    - `{value}` {it['zh']}: {it['en']}" for value, it in choices.items()]
    statements = field.get("x-statements", [])
    if statements:
        lines.append(f"    Statements: {', '.join(statements)}")
    return (
        f'"""{text}"""'
        if not lines
        else '"""' + "\n\n".join([text, "\n".join(lines)]) + '\n    """'
    )


def indented(lines: str) -> str:
    return "".join(f"    {line}\n" for line in lines.splitlines())


# Properties that are plain strings in the schemas and have a closed type in records.py.
NAMES = {
    "rule": "RuleId",
    "rules": "RuleId",
    "subject": "SubjectName",
    "parameter": "ParameterName",
}
PLAIN = {"string": "str", "integer": "int", "boolean": "bool", "null": "None"}


def answer_definitions():
    definitions = {}
    for name in ("answer", "questions"):
        root = read(f"2020-12/{name}.json")
        definitions |= root["$defs"] | {f"{root['title']}Dict": root}
    return definitions


def answers() -> str:
    """Returns the module of answers."""
    types = declarations(answer_definitions())
    head = [
        '"""The types of answers as plain data."""',
        NOTE,
        "from typing import Literal, TypedDict",
        imported(set(NAMES.values()), "records", types),
    ]
    return "\n\n".join(head + types) + "\n"


def catalogue() -> str:
    """Returns the module of catalogues."""
    shared = answer_definitions()
    definitions = read("2020-12/catalogue.json")["$defs"]
    own = {name: schema for name, schema in definitions.items() if shared.get(name) != schema}
    if differing := own.keys() & shared.keys():
        raise ValueError(f"{differing} differ between answers and catalogues")
    types = declarations(own)
    head = [
        '"""The types of what `rules`, `policy`, `subjects`, `parameters` and `labels` return."""',
        NOTE,
        "from typing import Literal, TypedDict",
        imported(shared.keys(), "answers", types) + imported(set(NAMES.values()), "records", types),
    ]
    return "\n\n".join(head + types) + "\n"


def imported(names, module: str, types: list[str]) -> str:
    """An import of the names that the types use."""
    used = sorted(name for name in names if re.search(rf"\b{name}\b", "\n".join(types)))
    line = f"from .{module} import {', '.join(used)}"
    return line + ("\n" if module == "answers" else "")


def declarations(definitions) -> list[str]:
    """A type for each definition, after the types that it refers to."""
    out: list[str] = []
    done: set[str] = set()

    def define(name: str) -> None:
        if name in done or name not in definitions:
            return
        done.add(name)
        schema = definitions[name]
        for reference in references(schema):
            define(reference)
        about = schema.get("description", "")
        described = f'\n"""{about}"""' if about else ""
        if "properties" not in schema:
            kind = literal(schema["enum"]) if "enum" in schema else answer_type(schema)
            out.append(f"{name} = {kind}{described}")
            return
        required = schema["required"]
        kinds = {
            key: re.sub(r"\bstr\b", NAMES.get(key, "str"), answer_type(member))
            for key, member in schema["properties"].items()
        }
        if any(keyword.iskeyword(key) for key in kinds):
            lines = "".join(f'        "{key}": {kind},\n' for key, kind in kinds.items())
            out.append(f'{name} = TypedDict(\n    "{name}",\n    {{\n{lines}    }},\n){described}')
            return
        base = "TypedDict"
        optional = [key for key in kinds if key not in required]
        if optional:
            base = f"_{name}Required"
            out.append(
                "\n".join([f"class {base}(TypedDict):", *members(schema, kinds, required)])
            )
        head = f"class {name}({base}, total=False):" if optional else f"class {name}(TypedDict):"
        out.append(
            "\n".join([head, f'    """{about}"""\n', *members(schema, kinds, optional or kinds)])
        )

    for name in definitions:
        define(name)
    return out


def members(schema, kinds, keys) -> list[str]:
    lines = []
    for key in keys:
        lines.append(f"    {key}: {kinds[key]}")
        description = schema["properties"][key].get("description")
        if description:
            lines.append(f'    """{description}"""')
    return lines


def references(schema) -> list[str]:
    if isinstance(schema, dict):
        own = [schema["$ref"].split("/")[-1]] if "$ref" in schema else []
        return own + [
            it for key, value in schema.items() if key != "$defs" for it in references(value)
        ]
    if isinstance(schema, list):
        return [it for value in schema for it in references(value)]
    return []


def answer_type(schema) -> str:
    if "$ref" in schema:
        return schema["$ref"].split("/")[-1]
    if "propertyNames" in schema:
        key, value = schema["propertyNames"], schema["additionalProperties"]
        return f"dict[{answer_type(key)}, {answer_type(value)}]"
    if "additionalProperties" in schema:
        # The values of parameters, by name.
        return f"dict[ParameterName, {answer_type(schema['additionalProperties'])}]"
    if "anyOf" in schema:
        return " | ".join(answer_type(it) for it in schema["anyOf"])
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    return " | ".join(
        f"list[{answer_type(schema['items'])}]" if it == "array" else PLAIN[it] for it in kinds
    )


def stub() -> str:
    """The stub of the compiled module: `check` and `questions` have an overload for each subject."""
    names = [subject["subject"] for subject in read("subjects.json")]

    def overloads(function: str, result: str, more: str = "") -> str:
        return "\n".join(
            f"@overload\ndef {function}(\n"
            f'    subject: Literal["{name}"], record: {pascal(name)}, parameters: Parameters | None = None{more}\n'
            f") -> {result}: ..."
            for name in names
        )

    text = (TOP / "bindings-python/build/_chanjiao.pyi").read_text("utf-8")
    text = text.replace("# GENERATED", NOTE + " The template is build/_chanjiao.pyi.")
    text = text.replace(
        "# RECORDS",
        "from .records import (\n"
        + "".join(
            f"    {it},\n"
            for it in sorted(["Parameters", "RuleId", "SubjectName", *map(pascal, names)])
        )
        + ")",
    )
    language = ', *, language: Literal["zh", "en"] = "zh"'
    text = text.replace("# CHECK", overloads("check", "Answer", language))
    return text.replace("# QUESTIONS", overloads("questions", "QuestionsDict"))


def documentation() -> dict[tuple[str, str], list[str]]:
    """The doc comments of the Rust functions and classes, by class (if any) and name."""
    found = {}
    for path in sorted((TOP / "bindings-python/src").rglob("*.rs")):
        lines, owner = [], ""
        for line in path.read_text("utf-8").splitlines():
            text = line.strip()
            if text.startswith("///"):
                lines.append(text[3:].removeprefix(" "))
            elif match := re.match(r"impl (\w+) {", line):
                owner, lines = match[1], []
            elif match := re.match(r"(?:pub\(\w+\) )?(fn|struct) (\w+)", text):
                if lines:
                    found[owner if match[1] == "fn" else "", match[2]] = lines
                lines = []
            elif line == "}":
                owner, lines = "", []
            elif not text.startswith("#["):
                lines = []
    return found


def documented(stub: str) -> str:
    """The stub with these comments, each at the first occurrence of its name."""
    comments, out, owner, name = documentation(), [], "", ""
    for line in stub.splitlines():
        if match := re.match(r"class (\w+)", line):
            owner = match[1]
            out.append(line)
            out += quoted(comments.get(("", owner)), "    ")
            continue
        if line and not line.startswith((" ", ")", "@")):
            owner = ""
        if match := re.match(r" *def (\w+)", line):
            name = match[1]
        if line.endswith(": ...") and (comment := comments.pop((owner, name), None)):
            out.append(line.removesuffix(" ..."))
            out += quoted(comment, "        " if owner else "    ")
            continue
        out.append(line)
    return "\n".join(out) + "\n"


def quoted(comment: list[str] | None, indent: str) -> list[str]:
    if comment is None:
        return []
    if len(comment) == 1:
        return [f'{indent}"""{comment[0]}"""']
    lines = [f'"""{comment[0]}', *comment[1:], '"""']
    return [f"{indent}{line}".rstrip() for line in lines]


def generated() -> dict[Path, str]:
    return {
        PACKAGE / "records.py": Records().text(),
        PACKAGE / "answers.py": answers(),
        PACKAGE / "catalogue.py": catalogue(),
        PACKAGE / "_chanjiao.pyi": documented(stub()),
    }


def main() -> int:
    stale = [
        path
        for path, text in generated().items()
        if not path.exists() or path.read_text("utf-8") != text
    ]
    if "--check" in sys.argv:
        for path in stale:
            print(f"stale: {path.relative_to(TOP)}; run `python bindings-python/build/generate.py`")
        return 1 if stale else 0
    for path, text in generated().items():
        path.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
