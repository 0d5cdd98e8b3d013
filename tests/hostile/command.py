"""Attacks on the command line as installed."""

import csv
import io
import itertools
import json
import os
import pty
import random
import re
import struct
import subprocess
import sys
import tempfile
import zipfile
import zlib
from pathlib import Path
from xml.etree import ElementTree

TOP = Path(__file__).resolve().parents[2]
COMMAND = TOP / "target/release/chanjiao"
MANY = 1_000_000
GIB = 1 << 30
# Memory limit for every attack, in MiB. A workbook from standard input is held in memory and has its own.
MOST_MEMORY = 64
MOST_HELD = 320

FORMULAS = [
    "=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", "\r=1+1", "\n=1+1", "＝1+1", "＋1", "－1", "＠SUM(A1)",
    "=cmd|' /C calc'!A0", '=HYPERLINK("x","y")', "=1+1\",=2+2", "_x003D_1+1",
]  # fmt: skip
CODES = "\x1b]0;owned\x07\x1b[2J\x1b[31m\x9b31m\x08\u202e\u200b\r"


# A child process starts with the resident size of its parent, so a small process starts the command.
START = """
import os, subprocess, sys
process = subprocess.Popen(sys.argv[2:])
_, status, usage = os.wait4(process.pid, 0)
os.write(int(sys.argv[1]), b"%d %d" % (os.waitstatus_to_exitcode(status), usage.ru_maxrss // 1024))
"""


class Run:
    """One run of the command: exit code, output, errors, and peak memory in MiB."""

    def __init__(self, *arguments, given=b"", most=MOST_MEMORY):
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err, tempfile.TemporaryFile() as end:
            start = [sys.executable, "-I", "-S", "-c", START, str(end.fileno()), COMMAND]
            streams = {"stdin": subprocess.PIPE, "stdout": out, "stderr": err, "pass_fds": [end.fileno()]}
            process = subprocess.Popen([*start, *arguments], **streams)
            try:
                for piece in [given] if isinstance(given, bytes) else given:
                    process.stdin.write(piece)
                process.stdin.close()
            except BrokenPipeError:
                pass
            process.wait()
            for name, file in (("out", out), ("err", err), ("end", end)):
                file.seek(0)
                setattr(self, name, file.read())
        self.code, self.memory = map(int, self.end.split())
        assert self.code in (0, 1, 2), self.err[-2000:]
        assert b"panicked" not in self.err
        assert self.memory < most, f"{self.memory} MiB"

    def lines(self):
        return [json.loads(line) for line in self.out.splitlines()]

    def codes(self):
        return [[fault["code"] for fault in row["faults"]] for row in self.lines()]

    def refused(self, said):
        assert (self.code, self.out) == (2, b""), (self.code, self.out[:200])
        text = self.err.decode()
        assert said in text and len(text) < 2000, text[:2000]
        return f"refused: “{said}”; {self.memory} MiB"


def check(*arguments, form="ndjson", **settings):
    return Run("check", "--lang", "en", "-s", "enterprise", "-f", form, *arguments, **settings)


def records(*texts):
    return "".join(json.dumps(text, ensure_ascii=False) + "\n" for text in texts).encode()


def formulas():
    # The name of a record may be such a text; invalid keys and values appear in the column of faults.
    rows = [{"name": it} for it in FORMULAS] + [{"name": it, "year": it, it: it} for it in FORMULAS]
    given = records(*rows)
    table = check("--input", "ndjson", "-", given=given, form="csv").out.decode()
    cells = [cell for row in csv.reader(io.StringIO(table, newline="")) for cell in row]
    assert len(cells) > 20 * len(rows)
    assert not [cell for cell in cells if cell.startswith(tuple("=+-@\t\r\n＝＋－＠"))]
    yield "formulas in names, keys and values", "command line, CSV out", "every cell begins with an apostrophe or with text of the library"

    book = zipfile.ZipFile(io.BytesIO(check("--input", "ndjson", "-", given=given, form="xlsx").out))
    sheets = [book.read(name).decode() for name in book.namelist() if "worksheets/" in name]
    trees = [ElementTree.fromstring(sheet) for sheet in sheets]
    names = [element.tag.rsplit("}")[-1] for tree in trees for element in tree.iter()]
    assert len(sheets) == 4 and not {"f", "hyperlink"} & set(names)
    texts = [element.text for tree in trees for element in tree.iter() if element.tag.endswith("}t")]
    assert "=cmd|' /C calc'!A0" in texts and "_x005F_x003D_1+1" in texts
    yield "formulas in names, keys and values", "command line, XLSX out", "text, unchanged; no formula and no link in any sheet"


def on_terminal(*arguments, given=b""):
    """Runs the command on a terminal; checks that its output has no control codes but colours."""
    ours, theirs = pty.openpty()
    environment = {**os.environ, "TERM": "xterm-256color"}
    process = subprocess.Popen([COMMAND, *arguments], stdin=subprocess.PIPE, stdout=theirs, stderr=theirs, env=environment)
    os.close(theirs)
    process.stdin.write(given)
    process.stdin.close()
    shown = b""
    while True:
        try:
            piece = os.read(ours, 1 << 16)
        except OSError:
            break
        if not piece:
            break
        shown += piece
    assert process.wait() in (1, 2)
    os.close(ours)
    text = re.sub(r"\x1b\[[0-9;]*m", "", shown.decode().replace("\r\n", "\n"))
    harmful = [it for it in text if ord(it) < 32 and it != "\n" or 127 <= ord(it) < 160 or it in "\u202e\u200b"]
    assert text and not harmful, repr(text)


def terminals(folder):
    record = {"name": CODES, "year": CODES, CODES: CODES, "explanations": {CODES: CODES}}
    for form in ("text", "csv", "json", "ndjson"):
        on_terminal("check", "-s", "enterprise", "-f", form, "--input", "ndjson", "-", given=records(record) + b'{"name":\n')
    yield "escape sequences in names, keys and values", "command line, on a terminal", "shown as U+FFFD, or escaped in JSON; the terminal receives no codes but colours"

    path = folder / (CODES + ".csv")
    path.write_text(f'name,{CODES}\n"{CODES}",2\n', "utf-8")
    parameters = folder / "codes.json"
    parameters.write_bytes(records({CODES: CODES}))
    for arguments in (
        ["-s", "enterprise", path, path, folder / "none"],
        ["-s", "enterprise", "--map", CODES + "=name", path],
        ["-s", "enterprise", "--parameters", parameters, path],
        ["-s", "enterprise", "--sheet", CODES, path, folder / "none"],
        ["-s", CODES, path],
        ["-s", "enterprise", "--format", CODES, path],
        ["-s", "enterprise", "-o", folder / CODES / "x", path],
    ):
        on_terminal("check", *map(str, arguments))
    on_terminal("explain", CODES)
    on_terminal(CODES)
    yield "escape sequences in file names, headers, parameters and arguments", "command line, on a terminal", "shown as U+FFFD; the terminal receives no codes but colours"


def long_lines(folder):
    for form, begin, end in (
        ("csv", "name\n甲\n", "\n乙\n"),
        ("ndjson", '{"name":"甲"}\n', '\n{"name":"乙"}\n'),
        ("json", '[{"name":"甲"},\n', ',\n{"name":"乙"}]\n'),
    ):
        text = (b"x" * (1 << 20) for _ in range(1024))
        run = check("--input", form, "-", given=itertools.chain([begin.encode()], text, [end.encode()]))
        assert run.codes() == [[], ["too_large"], []], run.codes()
        yield "a line of 1 GiB between two records", f"command line, {form.upper()} on standard input", f"the line is a fault, the other records are answered; {run.memory} MiB"

        path = folder / f"line.{form}"
        with path.open("wb") as file:
            file.write(begin.encode())
            # A sparse file: 2 GiB to read, nothing on disk.
            file.seek(2 * GIB, os.SEEK_CUR)
            file.write(end.encode())
        run = check(path)
        path.unlink()
        # Of so many zeros, only some are kept.
        expected = "text_too_long" if form == "csv" else "not_json"
        assert run.codes() == [[], [expected], []], run.codes()
        yield "a line of 2 GiB of zeros between two records", f"command line, {form.upper()}", f"the line is a fault, the other records are answered; {run.memory} MiB"

    run = check("--input", "csv", "-", given=(b"x" * (1 << 20) for _ in range(1024)))
    yield "a header of 1 GiB", "command line, CSV on standard input", run.refused("too many columns")


def wide_tables(folder):
    path = folder / "wide.csv"
    path.write_text("name" + "".join(f",c{it}" for it in range(MANY)) + "\n甲" + "," * MANY + "\n", "utf-8")
    yield f"{MANY:,} columns", "command line, CSV", check(path).refused("too many columns (at most 16384)")
    cells = "".join(f'<c t="str"><v>{it}</v></c>' for it in range(MANY))
    path = workbook(folder, sheet=f"<sheetData><row>{cells}</row></sheetData>")
    yield f"{MANY:,} columns", "command line, XLSX", check(path).refused("too many columns (at most 16384)")
    run = check("--input", "csv", "-", given=b"staff_total," * 16_000 + b"name\n")
    assert run.code == 2 and run.err.count(b"\n") == 21 and run.err.endswith(b" more.\n")
    yield "16 000 columns of one name", "command line, CSV", f"refused: the first 20 conflicts and the number of others are reported; {run.memory} MiB"


SPACE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ROW = '<row r="1"><c r="A1" t="str"><v>name</v></c></row>'
SOUND = f"<sheetData>{ROW}</sheetData>"


def related(kind, target):
    return f'<Relationships><Relationship Id="a" Type="{SPACE}/{kind}" Target="{target}"/></Relationships>'


def workbook(folder, sheet=SOUND, **parts):
    """Writes a workbook of one sheet. A part is text, or (start, unit, size in bytes, end)."""
    path = folder / "book.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        book = f'<workbook xmlns:r="{SPACE}"><sheets><sheet name="a" r:id="a"/></sheets></workbook>'
        archive.writestr("_rels/.rels", related("officeDocument", "xl/workbook.xml"))
        archive.writestr("xl/workbook.xml", book)
        archive.writestr("xl/_rels/workbook.xml.rels", related("worksheet", "worksheets/a.xml"))
        for name, part in {"worksheets/a": f"<worksheet>{sheet}</worksheet>" if isinstance(sheet, str) else sheet, **parts}.items():
            with archive.open(f"xl/{name}.xml", "w", force_zip64=True) as file:
                begin, unit, count, end = (part, "", 0, "") if isinstance(part, str) else part
                file.write(begin.encode())
                block = unit.encode() * (1 << 18)
                for _ in range(count // len(block) if block else 0):
                    file.write(block)
                file.write(end.encode())
    return path


def bombs(folder):
    begin, end = SOUND.replace("</sheetData>", '<row r="2"><c t="str"><v>'), "</v></c></row></sheetData></worksheet>"
    said = "the decompressed workbook is too large"
    for what, parts in (
        ("one cell of 512 MiB", {"sheet": ("<worksheet>" + begin, "AAAA", GIB // 2, end)}),
        ("texts of 512 MiB", {"sharedStrings": ("<sst>", "<si/>", GIB // 2, "</sst>")}),
        ("styles of 512 MiB", {"styles": ("<styleSheet><cellXfs>", "<xf/>", GIB // 2, "</cellXfs></styleSheet>")}),
    ):
        path = workbook(folder, **parts)
        size = path.stat().st_size / (1 << 20)
        yield f"a zip bomb: {what} in a workbook of {size:.1f} MiB", "command line, XLSX", check(path).refused(said)
        path.write_bytes(understated(path.read_bytes(), GIB // 4))
        yield "the same, with a size of 1 MiB in its directory", "command line, XLSX", check(path).refused("the workbook is damaged")

    path = folder / "overlap.xlsx"
    path.write_bytes(overlapping(500, 2 << 20))
    yield "a zip bomb: 500 overlapping parts of 2 MiB", "command line, XLSX", check(path).refused("the workbook is damaged")

    for what, parts in (
        ("a false count of texts", {"sharedStrings": '<sst uniqueCount="99999999999"/>'}),
        ("row numbers out of range", {"sheet": f'<sheetData>{ROW}<row r="4294967296"/></sheetData>'}),
        ("column numbers out of range", {"sheet": f'<sheetData>{ROW}<row r="2"><c r="ZZZZZZZZZ2"/></row></sheetData>'}),
    ):
        yield f"a workbook with {what}", "command line, XLSX", check(workbook(folder, **parts)).refused("the workbook is damaged")

    run = check(workbook(folder, sheet=f'<dimension ref="B2:A1"/>{SOUND}'))
    assert (run.code, run.out) == (1, b"") and b"no record" in run.err
    yield "a workbook with an inverted extent", "command line, XLSX", f"read; its extent does not matter; {run.memory} MiB"

    path = workbook(folder, **{"sharedStrings": "<!DOCTYPE a [" + "".join(
        f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(12)
    ) + "]><sst><si><t>&a12;</t></si></sst>"})
    yield "a workbook with nested XML entities", "command line, XLSX", check(path).refused("the workbook is damaged") + "; none is expanded"

    run = check("--input", "xlsx", "-", given=itertools.chain([workbook(folder).read_bytes()], itertools.repeat(b"PK\3\4" * (1 << 18), 1024)), most=MOST_HELD)
    yield "a workbook of 1 GiB on standard input", "command line, XLSX", run.refused("must not exceed 256 MiB")



def understated(archive, size):
    """Returns an archive in which parts of at least this size are said to have 1 MiB."""
    pieces, place = [], archive.index(b"PK\1\2")
    pieces.append(archive[:place])
    while archive[place : place + 4] == b"PK\1\2":
        name, extra, comment = struct.unpack("<3H", archive[place + 28 : place + 34])
        end = place + 46 + name + extra + comment
        entry = bytearray(archive[place:end])
        if struct.unpack("<I", entry[24:28])[0] >= size:
            entry[24:28] = struct.pack("<I", 1 << 20)
        pieces.append(bytes(entry))
        place = end
    return b"".join([*pieces, archive[place:]])


def overlapping(count, size):
    """Returns an archive whose directory entries all refer to the same bytes."""
    data = bytes(size)
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(data) + packer.flush()
    sizes = zlib.crc32(data).to_bytes(4, "little") + len(packed).to_bytes(4, "little") + size.to_bytes(4, "little")
    about = b"\x14\0\0\0\x08\0\0\0\0\0" + sizes
    local = b"PK\3\4" + about + b"\x0f\0\0\0xl/workbook.xml" + packed
    entries = b"".join(
        b"PK\1\2\x14\0" + about + len(name).to_bytes(2, "little") + bytes(16) + name
        for name in (f"xl/{'workbook' if place == 0 else f'part{place}'}.xml".encode() for place in range(count))
    )
    count = count.to_bytes(2, "little")
    end = b"PK\5\6\0\0\0\0" + count + count + len(entries).to_bytes(4, "little") + len(local).to_bytes(4, "little") + b"\0\0"
    return local + entries + end


def garbage():
    draw = random.Random(8218)
    noise = bytes(draw.randrange(256) for _ in range(1 << 20))
    head = "企业名称,年度\n".encode("gb18030")
    run = check("--input", "csv", "-", given=head + noise)
    yield "GB18030, then a megabyte of noise", "command line, CSV", run.refused("this is neither text nor a format that is read")
    # Without control codes, which no text has, and without quotes, so that each line is one row. A
    # row of two cells is not taken for a heading, and no year has the last byte.
    noise = noise.translate(None, bytes(it for it in range(32) if it != 10) + b'"')
    lines = [line for line in noise.replace(b",", b"").splitlines() if line]
    given = head + b"".join(line + b",\xff\n" for line in lines) + "甲,2024\n".encode("gb18030")
    for option in ((), ("--encoding", "gb18030")):
        run = check("--input", "csv", *option, "-", given=given)
        rows = run.codes()
        assert run.code == 2 and rows[-1] == [] and [] not in rows[:-1], len(rows)
        assert abs(len(rows) - len(lines)) < 10, (len(rows), len(lines))
        # Nothing else says that the encoding may be another one.
        assert option or b"--encoding" in run.err
        yield " ".join(["the same, without control codes", *option]), "command line, CSV", f"{len(rows) - 1:,} rows are faults, the valid row after them is answered; {run.memory} MiB"
    run = check("--input", "ndjson", "-", given=noise + b"\n{}\n")
    rows = run.codes()
    assert rows[-1] == [] and [] not in rows[:-1]
    assert {code for row in rows for code in row} <= {"not_json", "not_an_object"}
    yield "a megabyte of noise", "command line, NDJSON", f"{len(rows) - 1:,} lines are faults, the valid line after them is answered; {run.memory} MiB"


def parameters(folder):
    path = folder / "parameters.json"
    path.write_text("{" + ",".join(f'"p{it}":1' for it in range(MANY)) + "}", "utf-8")
    table = folder / "table.csv"
    table.write_text("name\n甲\n", "utf-8")
    said = "too large: at most 16 MiB and 100 000 values"
    yield f"a file of {MANY:,} parameters", "command line", check("--parameters", path, table).refused(said)
    run = check("--parameters", "/dev/stdin", table, given=(bytes(1 << 20) for _ in range(1024)))
    yield "a file of parameters of 1 GiB", "command line", run.refused(said)


def keys():
    given = b'{"__proto__":{"year":1},"constructor":2,"name":"a"}\n'
    run = check("--input", "ndjson", "-", given=given)
    assert run.codes() == [["unknown_key", "unknown_key"]]
    run = check("--input", "csv", "-", given=b"__proto__,constructor,name\n1,2,a\n")
    assert run.codes() == [[]] and b"unused columns: __proto__, constructor" in run.err
    yield "keys and headers `__proto__`, `constructor`", "command line", "unknown keys; ignored columns, which are reported"


def rows():
    build = ["cargo", "build", "--quiet", "--release", "-p", "chanjiao", "--features", "cli"]
    subprocess.run(build, cwd=TOP, check=True)
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        return [
            list(row)
            for attacks in (
                formulas(), terminals(folder), long_lines(folder), wide_tables(folder), bombs(folder),
                garbage(), parameters(folder), keys(),
            )
            for row in attacks
        ]  # fmt: skip
