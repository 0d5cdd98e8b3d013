"""Separators, quotes, encodings, and files under false names."""

import gzip
import json

import writers
from breaks import way


@way("K08", "csv")
def separator(table, rng):
    table.separator = rng.choice(["\t", ";", "；", "，", "|"])
    if table.separator in "；，":
        mark = table.separator
        cells = [writers.shown(it) for row in table.rows for it in row]
        if any(mark in it or '"' in it for it in cells):
            return False
        table.finish = lambda _: "".join(mark.join(map(writers.shown, row)) + "\r\n" for row in table.rows).encode()
        table.separator = ","


@way("K08", "csv")
def short_rows(table, rng):
    """Blank cells at the end are left out."""
    for row in table.rows:
        while row and row[-1] is None:
            row.pop()


@way("K08", "csv")
def newlines(table, rng):
    table.newline = rng.choice(["\r", "\n", "\r\n", "\n\n"])


@way("K08", "csv")
def open_quote(table, rng):
    """A quote that begins a name, and perhaps another one in a later name."""
    rows = rng.sample(table.body, 2)
    lines = [",".join(map(writers.shown, row)) for row in table.rows]
    if any('"' in it or "\n" in it for it in lines):
        return False
    lines[rows[0]] = '"' + lines[rows[0]]
    if rng.random() < 0.7:
        lines[rows[1]] = lines[rows[1]][:2] + '"' + lines[rows[1]][2:]
        table.records[rows[1] - 1][table.subject.key] = lines[rows[1]].split(",")[0]
    table.finish = lambda _: "\r\n".join(lines).encode()


@way("K08", "csv")
def bare_thousands(table, rng):
    """A thousands separator without quotes moves the cells behind it."""
    cells = [(row, column) for row, column in table.filled("count", "money") if 1000 <= float(table.rows[row][column].text)]
    if not cells:
        return False
    places = rng.sample(cells, 1)
    extra = rng.random() < 0.5
    if extra:
        for row in table.rows:
            row.append(None)
    lines = [[writers.shown(it) for it in row] for row in table.rows]
    for row, column in places:
        from breaks.cells import grouped
        lines[row][column] = grouped(lines[row][column])
        if extra and lines[row][-1] == "":
            lines[row].pop()
    table.finish = lambda _: "\r\n".join(map(",".join, lines)).encode()


@way("K08", "csv")
def quotes(table, rng):
    """All cells in quotes, or in quotes of another kind."""
    mark = rng.choice(['"', '"', "'", "“"])
    close = "”" if mark == "“" else mark
    lines = [",".join(mark + writers.shown(it).replace('"', '""') + close for it in row) for row in table.rows]
    table.finish = lambda _: "\r\n".join(lines).encode()


@way("K08", "csv")
def leading_lines(table, rng):
    """`sep=`, blank lines and lines of commas above the header."""
    first = rng.choice(["sep=,", "", "," * (len(table.columns) - 1), "\ufeff", "\ufeffsep=,"])
    table.finish = lambda content: (first + "\r\n").encode() + content


@way("K08", "csv")
def nul_bytes(table, rng):
    table.finish = lambda content: content + b"\0" * rng.randrange(1, 100)


@way("K08", "csv")
def long_row(table, rng):
    """More cells than the header."""
    row = rng.choice(table.body)
    table.rows[row] = table.rows[row] + [rng.choice(["x", "12", None])] * rng.randrange(1, 3)


@way("K08", "csv")
def shifted(table, rng):
    """A cell is missing in a row, or one too many stands in it."""
    row = rng.choice(table.body)
    place = rng.randrange(1, len(table.columns))
    if rng.random() < 0.5:
        table.rows[row].insert(place, "某")
    else:
        table.rows[row][place:place] = [None, None]


@way("K09", "csv")
def encoding(table, rng):
    table.encoding = rng.choice(["gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "gbk"])


@way("K09", "csv")
def cut_character(table, rng):
    """A system that counts bytes cuts a name: its record is faulty or named otherwise, the rest is right."""
    encoding = rng.choice(["utf-8", "gb18030"])
    row = rng.choice(table.body)

    def finish(_):
        lines = [",".join(map(writers.shown, it)).encode(encoding) for it in table.rows]
        at = lines[row].index(b",")
        lines[row] = lines[row][:at - 1] + lines[row][at:]
        return b"\r\n".join(lines)

    if any('"' in it or "," in it or "\n" in it for line in table.rows for it in map(writers.shown, line)):
        return False
    table.finish = finish
    table.renamed = True


@way("K09", "csv")
def mixed(table, rng):
    """Rows in another encoding."""
    half = rng.randrange(2, len(table.rows))

    def finish(_):
        text = writers.write_csv(table.rows[:half]), writers.write_csv(table.rows[half:])
        first, second = rng.choice([("utf-8", "gb18030"), ("gb18030", "utf-8")])
        return text[0].encode(first) + text[1].encode(second)

    table.finish = finish
    table.renamed = True


@way("K09", "csv", "xlsx", "ods", "xls")
def false_name(table, rng):
    table.name = "table." + rng.choice(["csv", "xlsx", "xls", "txt", "dat", "et", "tsv", "ods"])
    if table.name.endswith(("csv", "txt", "tsv")):
        table.encoding = rng.choice(["utf-8", "gb18030"])


@way("K09")
def compressed(table, rng):
    table.finish = gzip.compress
    if rng.random() < 0.5:
        table.name = "table.csv"


@way("K09", "xlsx", "ods", "xls")
def truncated(table, rng):
    table.finish = lambda content: content[:rng.randrange(len(content) // 4, len(content) - 8)]
    table.must_refuse = True


@way("K09", "csv")
def web_page(table, rng):
    cells = lambda row: "".join(f"<td>{writers.shown(it)}</td>" for it in row)
    table.finish = lambda _: ("<html><table>" + "".join(f"<tr>{cells(it)}</tr>" for it in table.rows) + "</table></html>").encode()
    table.name = "table.xls"
    table.must_refuse = True


@way("K09", "csv")
def marks_before(table, rng):
    """A mark of UTF-8 before other bytes, or two of them."""
    encoding = rng.choice(["utf-8", "gb18030"])
    table.encoding = encoding
    table.finish = lambda content: "\ufeff".encode() * rng.choice([1, 2]) + content


def as_json(table, records, name, encoding="utf-8", lines=False):
    dump = lambda it: json.dumps(it, ensure_ascii=False)
    text = "\n".join(map(dump, records)) if lines else dump(records)
    table.finish = lambda _: text.encode(encoding)
    table.name = name


@way("K10", "csv")
def ndjson_as_json(table, rng):
    as_json(table, table.records, rng.choice(["table.json", "table.txt", "table.ndjson", "table.jsonl"]), lines=True)


@way("K10", "csv")
def json_encoding(table, rng):
    as_json(table, table.records, "table.json", rng.choice(["gb18030", "utf-8-sig", "utf-16"]), rng.random() < 0.3)


@way("K10", "csv")
def chinese_keys(table, rng):
    words = {it.key: it.words for it in table.columns}
    as_json(table, [{words[key]: value for key, value in it.items()} for it in table.records], "table.json", lines=rng.random() < 0.3)


@way("K10", "csv")
def wrapped(table, rng):
    key = rng.choice(["data", "records", "rows", "result"])
    as_json(table, {key: table.records}, "table.json")


@way("K10", "csv")
def frame_json(table, rng):
    """What frames write: numbers and flags as texts, null for what is not known, floats."""
    records = []
    for it in table.records:
        record = dict.fromkeys([column.key for column in table.columns])
        for key, value in it.items():
            match rng.randrange(3):
                case 0 if isinstance(value, int) and not isinstance(value, bool):
                    value = float(value)
                case 1 if isinstance(value, int):
                    value = str(value)
            record[key] = value
        records.append(record)
    as_json(table, records, "table.json", lines=rng.random() < 0.5)


@way("K10", "csv")
def cut_json(table, rng):
    """The last bytes are missing, or a comma is too many."""
    as_json(table, table.records, "table.json")
    finish = table.finish
    table.finish = (lambda _: finish(_)[:-rng.randrange(1, 40)]) if rng.random() < 0.5 else (lambda _: finish(_)[:-1] + b",]")
