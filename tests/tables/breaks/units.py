"""Units that do not stand in the brackets of the header."""

from breaks import way
from grid import yuan_in
from writers import Number


def same_unit(table, rng, units=("千元", "万元", "百万元", "亿元")):
    """Writes all amounts in one unit, which no header names."""
    unit = rng.choice(units)
    money = table.of("money")
    for column in money:
        table.columns[column].unit = unit
    table.write()
    for column in money:
        table.rows[0][column] = table.columns[column].words
    return unit if money else None


TITLES = ["2023年度企业情况表", "附件1：\n基本情况统计表", "统计表（2023年）", "表三"]


@way("K01")
def above(table, rng):
    """The unit is said once, above the header."""
    if not (unit := same_unit(table, rng)):
        return False
    word = rng.choice(["单位：", "金额单位：", "计量单位:", "单位:人民币", "金额单位：人民币", "（单位：", "单位："])
    text = f"{word}{unit}" + ("）" if word.startswith("（") else "")
    line = table.line()
    line[rng.choice([0, len(line) - 1, rng.randrange(len(line))])] = text
    more = [table.line(rng.choice(TITLES))] * rng.randrange(3) + [table.line()] * rng.randrange(2)
    table.above(*more, line)


@way("K01")
def above_with_persons(table, rng):
    """Units of persons and amounts above the header: 单位：人、万元."""
    if not (unit := same_unit(table, rng)):
        return False
    table.above(table.line(rng.choice(TITLES)), table.line(f"单位：人、{unit}"))


@way("K01")
def in_title(table, rng):
    """The unit stands in the title."""
    if not (unit := same_unit(table, rng)):
        return False
    table.above(table.line(f"{rng.choice(TITLES)}（单位：{unit}）"))


@way("K01")
def row_of_units(table, rng):
    """A row of units below the header."""
    if not same_unit(table, rng):
        return False
    form = rng.choice(["%s", "（%s）", "(%s)"])
    units = [form % it.unit if it.unit else None for it in table.columns]
    table.rows[0] = [it.words for it in table.columns]
    table.rows.insert(1, units)
    table.header = 1


@way("K01")
def beside_its_own(table, rng):
    """The unit above the header is not that of a column, which has its own."""
    if not table.of("money"):
        return False
    table.above(table.line("单位：" + rng.choice(["元", "万元", "亿元", "人"])))


@way("K01")
def column_of_units(table, rng):
    """The column at the right of an amount holds its unit."""
    if not (unit := same_unit(table, rng)):
        return False
    column = rng.choice(table.of("money"))
    for row in table.rows[1:]:
        row.insert(column + 1, unit)
    table.rows[0].insert(column + 1, rng.choice(["单位", f"{table.columns[column].words}单位", "计量单位"]))


@way("K01", "xlsx", "ods", "xls")
def in_sheet_name(table, rng):
    if not (unit := same_unit(table, rng)):
        return False
    table.sheet = rng.choice(["企业表（%s）", "2023（单位：%s）", "表一 单位%s"]) % unit


@way("K01")
def none_at_all(table, rng):
    """No unit at all means yuan, with a note."""
    return None if same_unit(table, rng, ("元",)) else False


@way("K02")
def mapped(table, rng):
    """A mapped header with its unit."""
    if not table.of("money"):
        return False
    column = rng.choice(table.of("money"))
    it = table.columns[column]
    words = rng.choice([it.words, "年度金额", "本年数"])
    unit = it.unit
    header = rng.choice([
        f"{words}（单位：{unit}）", f"{words}（{unit}，不含税）", f"{words}[{unit}]", f"{words}【{unit}】",
        f"{words} {unit}", f"{words}_{unit}", f"{words}：{unit}", f"{words}/{unit}", f"{words}（人民币{unit}）",
        f"{words}（2023年，{unit}）", f"{words}({' '.join(unit)})", f"{words}（{unit}）（含补助）", f"{words}﹙{unit}﹚",
        f"{words}（RMB {unit}）", f"{words}（￥{unit}）", f"{words}{unit}",
    ])
    table.rows[0][column] = header
    table.arguments += ["--map", f"{header}={it.key}"]


@way("K02")
def mapped_short(table, rng):
    """A mapped header with 万 or 亿 alone."""
    columns = [it for it in table.of("money") if table.columns[it].unit in ("万元", "亿元")]
    if not columns:
        return False
    column = rng.choice(columns)
    it = table.columns[column]
    header = f"{it.words}（{it.unit[0]}）"
    table.rows[0][column] = header
    table.arguments += ["--map", f"{header}={it.key}"]


@way("K02")
def mapped_foreign(table, rng):
    """A mapped header in another currency must not be read."""
    if not table.of("money"):
        return False
    column = rng.choice(table.of("money"))
    it = table.columns[column]
    # No column of this fact is right: only a refusal is.
    header = f"{it.words}（{rng.choice(['万美元', '美元', 'USD', '万港币', '欧元', '%', '人'])}）"
    table.rows[0][column] = header
    table.arguments += ["--map", f"{header}={it.key}"]
    table.must_refuse = True


@way("K02")
def mapped_with_unit(table, rng):
    """The unit is said with the map, or with an option of its own."""
    if not table.of("money"):
        return False
    column = rng.choice(table.of("money"))
    it = table.columns[column]
    header = rng.choice(["金额", f"{it.words}（合计数）", "第三列"])
    table.rows[0][column] = header
    if rng.random() < 0.5:
        table.arguments += ["--map", f"{header}={it.key}:{it.unit}"]
    else:
        table.arguments += ["--map", f"{header}={it.key}", "--unit", f"{it.key}={it.unit}"]


@way("K02")
def unit_wins(table, rng):
    """`--unit` wins over the header."""
    if not table.of("money"):
        return False
    column = rng.choice(table.of("money"))
    it = table.columns[column]
    unit = rng.choice(["元", "万元", "亿元"])
    for row, record in zip(table.body, table.records):
        if it.key in record:
            table.rows[row][column] = Number(yuan_in(record[it.key], unit))
    table.arguments += ["--unit", f"{it.key}={unit}"]
