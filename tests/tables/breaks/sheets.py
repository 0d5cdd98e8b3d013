"""Workbooks: sheets, formulas, merged, hidden and formatted cells."""

import copy
from decimal import Decimal

from breaks import SHEETS, way
from grid import yuan_in
from writers import Formula, Number, Sheet


def other(table, rng):
    """The rows of the table with other figures."""
    rows = copy.deepcopy(table.rows)
    for row, column in table.filled("count", "money"):
        rows[row][column] = Number(str(rng.randrange(1000)))
    return rows


@way("K05", *SHEETS)
def hidden_first(table, rng):
    table.before.append(Sheet(rng.choice(["2022年", "下拉选项"]), other(table, rng), hidden=True))


@way("K05", *SHEETS)
def empty_first(table, rng):
    table.before.append(Sheet("封面", []))


@way("K05", *SHEETS)
def several(table, rng):
    """The first of several is read, with a note; or the one that is named."""
    names = rng.sample(["长沙市", "株洲市", "湘潭市", "2022年"], 2)
    table.sheet = "衡阳市"
    if rng.random() < 0.5:
        table.after += [Sheet(it, other(table, rng)) for it in names]
    else:
        table.before += [Sheet(it, other(table, rng)) for it in names]
        table.arguments += ["--sheet", "衡阳市"]


@way("K05", "xlsx", "ods")
def formulas(table, rng):
    """Formulas without a saved result."""
    cells = table.filled("count", "money")
    if not cells:
        return False
    for row, column in rng.sample(cells, min(len(cells), rng.randrange(1, 4))):
        table.rows[row][column] = Formula("A1+100")


@way("K05", "xlsx", "xls")
def scaled(table, rng):
    """A format that shows yuan as 万元 under a header in 万元."""
    columns = [it for it in table.of("money") if table.columns[it].unit == "万元"]
    if not columns:
        return False
    column = rng.choice(columns)
    for row, record in zip(table.body, table.records):
        if table.rows[row][column] is not None:
            code = rng.choice(['0!.0,"万元"', '0!.0000', '0.0,,', '#,##0,', '0!.00,"万"'])
            table.rows[row][column] = Number(yuan_in(record[table.columns[column].key], "元"), code)


@way("K05", "xlsx", "xls")
def formats(table, rng):
    """Formats that do not change the value."""
    for row, column in table.filled("count", "money"):
        code = rng.choice(["#,##0.00", "0.00_);(0.00)", '"￥"#,##0.00', "0", "@", "#,##0_ ", "[Red]0.0", "0.00E+00", "General"])
        table.rows[row][column] = Number(table.rows[row][column].text, code)


@way("K05", *SHEETS)
def merged_choice(table, rng):
    """A value that is merged over several records."""
    columns = table.of("choice", "flag", "year")
    if not columns:
        return False
    column = rng.choice(columns)
    key = table.columns[column].key
    first = rng.randrange(len(table.records) - 2)
    last = first + rng.choice([1, 2])
    if key not in table.records[first]:
        return False
    for record in table.records[first + 1:last + 1]:
        record[key] = table.records[first][key]
    table.write()
    for row in range(first + 1, last + 1):
        table.rows[1 + row][column] = None
    table.merged.append((first + 2, column, last + 2, column))


@way("K05", *SHEETS)
def hidden_rows(table, rng):
    table.hidden_rows |= {it + 1 for it in rng.sample(table.body, 2)}


@way("K05", "xlsx", "xls")
def float_noise(table, rng):
    """Sums as programs keep them: 0.30000000000000004."""
    cells = table.filled("money")
    for row, column in cells:
        text = table.rows[row][column].text
        noisy = repr(float(Decimal(text)) * (1 + rng.choice([-1, 1, 2]) * 2 ** -52))
        if "e" not in noisy and len(Decimal(text).as_tuple().digits) < 15:
            table.rows[row][column] = Number(noisy)
    return None if cells else False


@way("K05", "xlsx")
def doubled(table, rng):
    """Two cells at one place."""
    cells = table.filled("count")
    if not cells:
        return False
    row, column = rng.choice(cells)
    at = f'r="{chr(65 + column)}{row + 1}"'.encode()

    def finish(content):
        import writers
        parts = writers.parts(content)
        sheet = "xl/worksheets/sheet1.xml"
        start = parts[sheet].index(b"<c " + at)
        end = parts[sheet].index(b"</c>", start) + 4
        parts[sheet] = parts[sheet][:end] + b"<c " + at + b"><v>34</v></c>" + parts[sheet][end:]
        return writers.archive(parts.items())

    table.finish = finish


@way("K05", "xlsx", "ods", "xls")
def serial_day(table, rng):
    """Days without a format are numbers."""
    cells = table.filled("date")
    for row, column in cells:
        table.rows[row][column] = Number(str(table.rows[row][column].serial))
    return None if cells else False


@way("K00", *SHEETS)
def texts(table, rng):
    """Numbers and days as texts."""
    for row, column in table.filled("count", "money", "year", "date"):
        table.rows[row][column] = table.rows[row][column].text


@way("K00")
def blank_columns(table, rng):
    """Columns without a header and a value."""
    column = rng.randrange(len(table.columns) + 1)
    for row in table.rows:
        row.insert(column, None)


@way("K00")
def more_columns(table, rng):
    """Columns that stand for no fact."""
    column = rng.randrange(1, len(table.columns) + 1)
    for row in table.rows[1:]:
        row.insert(column, rng.choice(["长沙市", "正常", None, "13800000000", Number("12")]))
    table.rows[0].insert(column, rng.choice(["联系地址", "备注", "电话", "所在园区"]))


@way("K00")
def order(table, rng):
    """Columns and records in another order."""
    columns = list(range(len(table.columns)))
    rng.shuffle(columns)
    table.rows = [[row[it] for it in columns] for row in table.rows]
    records = table.rows[1:]
    rng.shuffle(records)
    table.rows[1:] = records


@way("K00")
def also(table, rng):
    """Other words for the facts."""
    for index, it in enumerate(table.columns):
        if it.fact["also"]:
            it.words = rng.choice(it.fact["also"])
            table.rows[0][index] = it.header


@way("K00")
def keys(table, rng):
    """Keys for headers; amounts are in yuan."""
    for it in table.columns:
        it.unit = "元" if it.type == "money" else it.unit
    table.write()
    table.rows[0] = [it.key for it in table.columns]


@way("K00", "csv")
def rare_characters(table, rng):
    """Names with characters of four bytes in GB18030."""
    for record in table.records:
        record[table.subject.key] += rng.choice(["㐀", "𠮷", "龦"])
    table.write()
    table.encoding = "gb18030"


@way("K00", "csv")
def quoted_breaks(table, rng):
    """Line breaks, commas and quotes in names."""
    for record in table.records:
        record[table.subject.key] += rng.choice(["\n分公司", ",分公司", '"甲"', "，甲"])
    table.write()


@way("K00")
def tabs_behind(table, rng):
    """Tabs and blanks behind values."""
    for row, column in table.filled("count", "money", "choice", "flag"):
        cell = table.rows[row][column]
        text = cell if isinstance(cell, str) else cell.text
        table.rows[row][column] = rng.choice([text + "\t", " " + text, text + " ", text + "　"])
