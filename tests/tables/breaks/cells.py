"""Cells as people write them."""

from decimal import Decimal

from breaks import way
from writers import Number

FULL = str.maketrans({chr(it): chr(it + 0xFEE0) for it in range(0x21, 0x7F)})


def change(table, rng, types, form, share=0.6):
    cells = table.filled(*types)
    for row, column in cells:
        if rng.random() < share:
            cell = table.rows[row][column]
            text = cell if isinstance(cell, str) else cell.text
            table.rows[row][column] = form(text, table.columns[column])
    return None if cells else False


def grouped(text):
    whole, _, rest = text.partition(".")
    return f"{int(whole):,}" + (f".{rest}" if rest else "")


@way("K07")
def thousands(table, rng):
    mark = rng.choice([",", "，", " ", "'"])
    return change(table, rng, ("count", "money"), lambda text, _: grouped(text).replace(",", mark))


@way("K07")
def full_width(table, rng):
    return change(table, rng, ("count", "money", "year", "date"), lambda text, _: text.translate(FULL))


@way("K07")
def with_unit(table, rng):
    """The unit of the column, or another, behind the number."""
    units = ["", "人", "万元", "元", "亿元", "个", "万", "%", "余", "左右", "+", "以上", "约"]
    return change(table, rng, ("count",), lambda text, it: text + rng.choice([it.unit, f" {it.unit}"])) if rng.random() < 0.4 \
        else odd_units(table, rng, units)


def odd_units(table, rng, units):
    """A number with another unit must be refused, unless it is the same number."""
    cells = table.filled("count", "money")
    if not cells:
        return False
    row, column = rng.choice(cells)
    it, text = table.columns[column], table.rows[row][column].text
    suffix = rng.choice([unit for unit in units if unit and unit != it.unit])
    table.rows[row][column] = text + suffix
    if float(text):
        table.must_fault.add(row - table.header - 1)


@way("K07")
def marks(table, rng):
    """Apostrophes, ="…", invisible characters and currency marks."""
    forms = ["'%s", '="%s"', "%s\u200b", "\ufeff%s", "\u00a0%s", "%s\u00a0", "“%s”"]
    return change(table, rng, ("count", "money", "year"), lambda text, it: rng.choice(
        forms + (["￥%s", "¥%s", "RMB%s", "人民币%s"] if it.type == "money" else [])) % text)


@way("K07")
def missing(table, rng):
    """Marks of a value that is not known, where none is known."""
    marks = ["—", "-", "/", "…", "N/A", "NA", "NULL", "#N/A", "暂无", "不详", "无", "0", "未填", "?", "——", "--", "空", "（空）", "见备注"]
    cells = [(row, it) for row in table.body for it in range(1, len(table.columns)) if table.rows[row][it] is None]
    if not cells:
        return False
    for row, column in cells:
        mark = rng.choice(marks[:10] if rng.random() < 0.6 else marks)
        it = table.columns[column]
        # Those that have a meaning of their own.
        if mark == "无" and it.type == "flag" or mark == "0":
            mark = "—"
        if mark == "无" and it.type != "text":
            table.must_fault.add(row - table.header - 1)
        table.rows[row][column] = mark


@way("K07", only="teacher")
def days(table, rng):
    def form(text, _):
        year, month, day = text.split("-")
        m, d = str(int(month)), str(int(day))
        return rng.choice([f"{year}.{month}.{day}", f"{year}/{m}/{d}", f"{year}年{m}月{d}日", f"{year}{month}{day}", f"{year}-{m}-{d}",
                           f"{year}-{month}-{day} 00:00:00", f"{year}-{month}-{day} 00:00", f"{year}年{m}月{d}号", f"{year}.{m}.{d}",
                           f"{year}/{month}/{day} 0:00", f"{m}/{d}/{year}", f"{d}.{m}.{year}", f"{year[2:]}-{month}-{day}",
                           f"{year}年{m}月", f"{year}-{month}-{day} 14:30", f"{year}、{m}、{d}", f"{year}-{month}-{day}T00:00:00",
                           f"{year} 年 {m} 月 {d} 日", f"'{year}-{month}-{day}", f"{m}月{d}日"])
    return change(table, rng, ("date",), form)


@way("K07", only="teacher")
def periods(table, rng):
    def form(text, _):
        for old, new in [("..", rng.choice(["—", "-", "~", "至", "到", "–", "～", " 至 ", "--"])),
                         ("-", rng.choice(["-", ".", "/"])), (" 企业", rng.choice([" 企业", "（企业）", "企业"])),
                         (" 非企业", rng.choice([" 不在企业", "（非企业）"])), ("；", rng.choice(["；", ";", "\n"]))]:
            if old != "-" or ".." in text or rng.random() < 0.5:
                text = text.replace(old, new)
        return text
    return change(table, rng, ("periods",), form)


@way("K07")
def flags(table, rng):
    yes = ["√", "✓", "Y", "y", "Yes", "1", "1.0", "有", "TRUE", "是 ", "☑", "对", "已", "✔", "真"]
    no = ["×", "✗", "N", "no", "0", "0.0", "无", "FALSE", "否。", "☐", "错", "未", "✘", "假"]
    return change(table, rng, ("flag",), lambda text, _: rng.choice(yes if text == "是" else no))


@way("K07")
def choices(table, rng):
    def form(text, it):
        choice = next(x for x in it.fact["choices"] if x["label"]["zh"] == text)
        return rng.choice([choice["value"], *choice["also"], f" {text}", f"{text}。", f"（{text}）", "　".join(text), choice["value"].upper(),
                           choice["label"]["en"], f"1-{text}", f"{text}/"])
    return change(table, rng, ("choice",), form)


@way("K07")
def years(table, rng):
    return change(table, rng, ("year",), lambda text, _: rng.choice([f"{text}年", f"{text}年度", f"{text}.0", f" {text}", f"{text[2:]}年",
                                                                     f"{text}-12-31", f"FY{text}", f"{text}/{int(text) + 1}"]))


@way("K07")
def decimals(table, rng):
    """Counts and amounts with zeros behind the point."""
    return change(table, rng, ("count", "money"), lambda text, _: text + ("0" if "." in text else rng.choice([".0", ".00", "."])))


@way("K07")
def exponents(table, rng):
    """What a program keeps of a long number: right if nothing was lost, else with a note."""
    def form(text, it):
        short = f"{Decimal(text):.5E}".replace("E+", "E+0" if abs(Decimal(text)) < Decimal("1e10") else "E+")
        if Decimal(short) != Decimal(text):
            table.damaged.add(it.words)
        return short
    return change(table, rng, ("money",), form)


@way("K07")
def footnotes(table, rng):
    """Marks of footnotes behind numbers; a raised digit is no digit."""
    return change(table, rng, ("count", "money"), lambda text, _: text + rng.choice(["¹", "①", "*", "[1]", "（注）", "#", "ⓐ", "²"]), 0.3)


@way("K07")
def brackets(table, rng):
    """A loss, and brackets that may mean one."""
    cells = [it for it in table.filled("count", "money") if float(table.rows[it[0]][it[1]].text)]
    if not cells:
        return False
    row, column = rng.choice(cells)
    table.rows[row][column] = rng.choice(["(%s)", "（%s）", "-%s", "−%s"]) % table.rows[row][column].text
    table.must_fault.add(row - table.header - 1)
