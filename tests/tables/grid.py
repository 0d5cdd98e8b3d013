"""Tables of clean records, as grids of cells."""

from decimal import Decimal

import writers
from writers import Day, Number

SCALES = {"元": 0, "千元": 3, "万元": 4, "百万元": 6, "亿元": 8}
UNITS = {"person": "人", "post": "个", "class_hour": "课时", "participant": "家", "enterprise": "户"}


def yuan_in(amount, unit):
    """An amount in a unit, exactly, without zeros at its end."""
    text = f"{Decimal(amount).scaleb(-SCALES[unit]):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


class Column:
    """A column of a table: the fact, the words of its header, and its unit."""

    def __init__(self, key, fact, rng):
        self.key, self.fact, self.type = key, fact, fact["type"]
        self.words = fact["label"]["zh"]
        self.unit = rng.choice(list(SCALES)) if self.type == "money" else UNITS.get(fact["unit"])

    @property
    def header(self):
        return f"{self.words}（{self.unit}）" if self.unit else self.words

    def cell(self, record):
        """The cell of a record, as a clean table has it."""
        value = record.get(self.key)
        if value is None:
            return None
        match self.type:
            case "flag":
                return "是" if value else "否"
            case "choice":
                return next(it["label"]["zh"] for it in self.fact["choices"] if it["value"] == value)
            case "count" | "year":
                return Number(str(value))
            case "money":
                return Number(yuan_in(value, self.unit))
            case "date":
                return Day(value)
            case "dates":
                return "；".join(value)
            case "periods":
                where = lambda it: "企业" if it["in_enterprise"] else "非企业"
                return "；".join(f"{it['start']}..{it['end']} {where(it)}" for it in value)
            case "text":
                return value


class Table:
    """Records of a subject as a grid. A break changes the grid, and what else belongs to a file."""

    def __init__(self, subject, keys, records, rng):
        self.subject, self.records = subject, records
        self.columns = [Column(key, subject.facts[key], rng) for key in [subject.key, *keys]]
        self.rows = []
        self.arguments = []
        # Of workbooks.
        self.sheet, self.before, self.after = "Sheet1", [], []
        self.merged, self.hidden_rows = [], set()
        # Of texts.
        self.separator, self.newline, self.encoding = ",", "\r\n", "utf-8"
        # Changes the bytes of the file, and names it.
        self.finish, self.name = None, None
        # Facts that the break makes unreadable, if that is said; the value of no other may change.
        self.damaged = set()
        # Whether reading the table at all, or a record of it, would be a guess.
        self.must_refuse, self.must_fault = False, set()
        # The form of an output that is read again.
        self.output = None
        # Whether a name is no longer what it was.
        self.renamed = False
        self.write()

    def write(self):
        """Writes the records to the grid."""
        self.rows = [[it.header for it in self.columns]]
        self.rows += [[it.cell(record) for it in self.columns] for record in self.records]
        self.header = 0

    @property
    def body(self):
        """The indexes of the rows of records."""
        return range(self.header + 1, self.header + 1 + len(self.records))

    def of(self, *types):
        """The indexes of the columns of these types."""
        return [index for index, it in enumerate(self.columns) if it.type in types]

    def filled(self, *types):
        """The positions of the cells of records that have a value."""
        return [(row, column) for row in self.body for column in self.of(*types)
                if self.rows[row][column] is not None]

    def headers_of(self, column):
        """The texts above the cells of a column."""
        index = self.columns.index(column)
        return [row[index] for row in self.rows[:self.header + 1] if index < len(row) and row[index]]

    def line(self, *cells):
        """A row of the width of the table."""
        return list(cells) + [None] * (len(self.columns) - len(cells))

    def above(self, *lines):
        """Puts rows above the table."""
        self.rows[:0] = [list(it) for it in lines]
        self.header += len(lines)

    def below(self, *lines):
        self.rows += [list(it) for it in lines]

    def insert(self, row, line):
        """Puts a row between the records. The body is no longer in one piece, so this comes last."""
        self.rows.insert(row, list(line))

    def file(self, form):
        """The name and the bytes of the file."""
        if form == "csv":
            text = writers.write_csv(self.rows, self.separator, self.newline)
            content = text.encode(self.encoding)
        else:
            sheet = writers.Sheet(self.sheet, self.rows, merged=tuple(self.merged), hidden_rows=frozenset(self.hidden_rows))
            sheets = [*self.before, sheet, *self.after]
            content = {"xlsx": writers.write_xlsx, "ods": writers.write_ods, "xls": writers.write_xls}[form](sheets)
        if self.finish:
            content = self.finish(content)
        return self.name or f"table.{form}", content
