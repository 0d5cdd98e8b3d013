"""The package: types, catalogues, command line, README and notebook."""

import importlib
import json
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import chanjiao
import nbformat
import pytest
from nbclient import NotebookClient

TOP = Path(__file__).resolve().parents[2]
HOME = TOP / "bindings-python"
COMMAND = [str(Path(sys.executable).with_name("chanjiao"))]


def run(*command, **options):
    return subprocess.run(command, capture_output=True, text=True, **options)


def test_catalogues_equal_the_published_schemas():
    def read(path):
        return json.loads((TOP / "schemas" / path).read_text("utf-8"))

    assert chanjiao.rules() == read("rules.json")
    assert chanjiao.policy() == read("policy.json")
    assert chanjiao.subjects() == read("subjects.json")
    assert chanjiao.parameters() == read("parameters.json")
    assert chanjiao.labels() == read("labels.json")
    assert chanjiao.keywords() == read("keywords.json")
    for draft in ("2020-12", "draft-07"):
        for path in (TOP / "schemas" / draft).iterdir():
            assert chanjiao.schema(path.stem, draft=draft) == read(f"{draft}/{path.name}")
    for wrong in ({"name": "visits"}, {"name": "visit", "draft": "4"}):
        with pytest.raises(ValueError):
            chanjiao.schema(**wrong)
    assert chanjiao.__version__ == chanjiao.rules()["ruleset"]["version"]
    assert chanjiao.DIGEST == chanjiao.rules()["ruleset"]["digest"]


def test_generated_files_are_current():
    done = run(sys.executable, HOME / "build/generate.py", "--check")
    assert done.returncode == 0, done.stdout


def test_types():
    done = run(sys.executable, "-m", "mypy", "--strict", "-p", "chanjiao")
    assert done.returncode == 0, done.stdout
    done = run(
        sys.executable,
        "-m",
        "mypy.stubtest",
        "chanjiao",
        "--allowlist",
        TOP / "tests/py/stubtest.txt",
    )
    assert done.returncode == 0, done.stdout


def test_a_wrong_name_is_a_type_error(tmp_path):
    lines = [
        ('firm: Enterprise = {"staff_total": 3, "size_class": "large"}', None),
        ('chanjiao.check("enterprise", firm).finding("enterprise.teacher_posts")', None),
        ('chanjiao.check("visit", {"start": "2024-01-01"}, {"visit_months": 6})', None),
        ('firm = {"staff_totl": 3}', "typeddict-unknown-key"),
        ('firm = {"size_class": "huge"}', "typeddict-item"),
        ('chanjiao.check("visit", {"staff_total": 3})', "call-overload"),
        ('chanjiao.check("visits", {})', "call-overload"),
        ('chanjiao.check("enterprise", firm).finding("enterprise.nothing")', "arg-type"),
        ('chanjiao.check_table("enterprise", None, rules=["enterprise.nothing"])', "list-item"),
        ('chanjiao.check("visit", {}, {"months": 6})', "call-overload"),
        ('chanjiao.labels()["unit"]["class_hour"]["zh"].strip()', None),
        ('chanjiao.rules()["rules"][0]["bounds"][0]["parameters"][0]["status"] == "policy"', None),
        ('chanjiao.rules()["rules"][0]["tilte"]', "typeddict-item"),
        ('chanjiao.parameters()[0]["range"]["lest"]', "typeddict-item"),
    ]
    path = tmp_path / "code.py"
    head = "import chanjiao\nfrom chanjiao.records import Enterprise\n"
    path.write_text(head + "\n".join(line for line, _ in lines) + "\n", "utf-8")
    said = run(sys.executable, "-m", "mypy", "--strict", path).stdout
    found = {int(line): code for line, code in re.findall(r":(\d+): error: .*\[([\w-]+)\]", said)}
    assert found == {place: code for place, (_, code) in enumerate(lines, 3) if code}, said


def test_the_binding_names_no_rule_or_fact():
    facts = {
        fact["fact"].split("/")[-1] for subject in chanjiao.subjects() for fact in subject["facts"]
    }
    rules = {rule["rule"] for rule in chanjiao.rules()["rules"]}
    # A fact of one common word such as `kind` proves nothing.
    names = (
        {it["parameter"] for it in chanjiao.parameters()}
        | rules
        | {fact for fact in facts if "_" in fact}
    )
    sources = [*HOME.glob("src/**/*.rs"), *HOME.glob("python/chanjiao/*.py")]
    generated = {"records.py", "answers.py", "catalogue.py"}
    for path in sources:
        if path.name in generated:
            continue
        text = path.read_text("utf-8")
        known = set(re.findall(r"[\"`'/](\w+(?:\.\w+)?)[\"`']", text))
        assert not known & names, path


def test_importing_is_light():
    code = "import sys, chanjiao; print(sorted({'numpy', 'pandas', 'pyarrow', 'polars', 'chanjiao.records'} & set(sys.modules)))"
    assert run(sys.executable, "-c", code).stdout == "[]\n"


def test_the_command_line():
    sample = str(TOP / "tests/data/sample.csv")
    done = run(*COMMAND, "check", "--subject", "enterprise", sample)
    assert done.returncode == 1 and "不符合文件要求" in done.stdout
    assert (
        run(
            *COMMAND,
            "check",
            "--subject",
            "enterprise",
            "--format",
            "ndjson",
            "-",
            input="a,b\n1,2\n",
        ).returncode
        == 2
    )
    assert json.loads(run(*COMMAND, "rules", "--format", "json").stdout)
    assert run(*COMMAND, "--version").stdout == f"chanjiao {chanjiao.__version__}\n"
    assert run(sys.executable, "-m", "chanjiao", "--version").returncode == 0
    assert run(*COMMAND, "nothing").returncode == 2


def test_an_interrupt_ends_the_command_line():
    process = subprocess.Popen(
        [*COMMAND, "check", "--subject", "visit", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
    )
    process.stdin.write(b"start\n2024-01-01\n")
    process.stdin.flush()
    time.sleep(1)
    process.send_signal(signal.SIGINT)
    assert process.wait(10) == -signal.SIGINT


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_the_projects_readme_runs(name):
    text = (HOME.parent / name).read_text("utf-8")
    space = {}
    checked = 0
    for block in re.findall(r"```python\n(.*?)```", text, re.S):
        exec(compile(block, name, "exec"), space)
        for line, comment in re.findall(r"^(\S.*?)\s{2,}# (['\[{].*)$", block, re.M):
            assert repr(eval(line, space)) == comment, line
            checked += 1
    assert 0 < checked


def test_the_readme_runs(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    text = (HOME / "README.md").read_text("utf-8")
    space = {}
    blocks = re.findall(r"```python\n(.*?)```", text, re.S)
    assert len(blocks) > 6
    for block in blocks:
        exec(compile(block, "README.md", "exec"), space)
    # The comment after an expression is its value.
    checked = 0
    for block in blocks:
        for line, comment in re.findall(r"^(\S.*?)\s{2,}# (['\[].*)$", block, re.M):
            assert repr(eval(line, space)) == comment, line
            checked += 1
    assert 4 < checked
    message = space["report"].findings().to_pylist()[0]["message"]
    assert f"# {message}\n" in text


def test_the_notebook_runs():
    notebook = nbformat.read(HOME / "examples/register.ipynb", as_version=4)
    assert all(not cell.get("outputs") for cell in notebook.cells), "outputs are not kept"
    NotebookClient(
        notebook, kernel_name="python3", resources={"metadata": {"path": str(HOME / "examples")}}
    ).execute()
    shown = [
        output["data"]["text/html"]
        for cell in notebook.cells
        if cell.cell_type == "code"
        for output in cell.outputs
        if "text/html" in output.get("data", {})
    ]
    assert any('class="bar"' in html for html in shown) and len(shown) >= 3


def test_public_names_are_those_of_the_guide():
    rows = (TOP / "core/guides/names.md").read_text("utf-8").splitlines()
    cells = [row.split("|")[4].strip() for row in rows if row.startswith("| ")][1:]
    names = [cell.strip("`") for cell in cells if cell]
    assert len(names) == 28
    for name in names:
        module, _, last = name.rpartition(".")
        if module and module[0].islower():
            assert hasattr(importlib.import_module(f"chanjiao.{module}"), last), name
        else:
            assert hasattr(getattr(chanjiao, module) if module else chanjiao, last), name
    # All other public names are the classes of results and the modules for other libraries.
    public = set(chanjiao.__all__) - {"Answer", "Note", "Table", "TableReport"}
    public -= {"Excess", "GateError", "Inspection", "TableChanges"}
    assert public <= set(names), public - set(names)
