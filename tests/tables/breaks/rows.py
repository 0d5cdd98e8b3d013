"""Rows that are no records, and headers of two rows."""

from decimal import Decimal

from breaks import way
from writers import Number


def sums(table, rows, form=lambda total, count: total):
    """The sums of columns of numbers over these rows."""
    line = table.line()
    for column in table.of("count", "money"):
        values = [Decimal(table.rows[row][column].text) for row in rows if table.rows[row][column] is not None]
        if values:
            line[column] = Number(f"{form(sum(values), len(values)):f}")
    return line


TOTALS = ["合计", "总计", "小计", "共计", "累计", "合  计", "合　计", "合计：", "总  计（万元）", "合计（全部）", "全市合计", "汇总",
          "Total", "本页合计", "一、合计", "平均", "平均值", "其中：国有", "其中：小微企业"]


@way("K03")
def total(table, rng):
    """A total, first, last or between."""
    line = sums(table, table.body)
    line[0] = rng.choice(TOTALS)
    if all(it is None for it in line[1:]):
        return False
    if rng.random() < 0.3:
        # In a column of its own, as of consecutive numbers.
        for number, row in enumerate(table.rows[1:], 1):
            row.insert(0, Number(str(number)))
        table.rows[0].insert(0, "序号")
        line.insert(0, line[0])
        line[1] = None
    table.insert(rng.choice([table.header + 1, len(table.rows), rng.randrange(1, len(table.rows))]), line)


@way("K03")
def subtotals(table, rng):
    """Subtotals between, and a total at the end."""
    if not table.of("count", "money"):
        return False
    middle = len(table.records) // 2
    lines = [sums(table, range(1, middle)), sums(table, range(middle, len(table.rows))), sums(table, table.body)]
    words = rng.choice([("小计", "小计", "合计"), ("一季度小计", "二季度小计", "总计"), ("国有企业小计", "民营企业小计", "合计")])
    for line, word in zip(lines, words):
        line[0] = word
    table.insert(middle, lines[0])
    table.below(lines[1], lines[2])


@way("K03")
def page_totals(table, rng):
    """Pages with their totals and headers."""
    middle = rng.randrange(2, len(table.rows))
    line = sums(table, range(1, middle))
    line[0] = "本页小计"
    page = [line] if any(it is not None for it in line[1:]) else []
    page += [table.line("第1页 共2页"), table.line("续表"), list(table.rows[0])]
    table.rows[middle:middle] = page[rng.randrange(len(page)):]


@way("K03")
def notes_below(table, rng):
    notes = ["注：本表数据截至2023年底", "填表人：李某　　审核人：王某", "以下空白", "* 数据来源：统计局", "备注：不含分公司",
             "说明：1. 金额含税", "2. 人数为年末数", "填报日期：2024年1月5日", "制表单位：某局", "单位负责人（签字）：", "——以下空白——"]
    table.below(*[table.line()] * rng.randrange(2), *[table.line(it) for it in rng.sample(notes, rng.randrange(1, 4))])


@way("K03")
def serial_only(table, rng):
    """Rows that were numbered beforehand."""
    for number, row in enumerate(table.rows[1:], 1):
        row.insert(0, Number(str(number)))
    table.rows[0].insert(0, rng.choice(["序号", "编号", "No.", "行次"]))
    table.below(*[[Number(str(len(table.records) + it)), *table.line()] for it in range(1, rng.randrange(2, 9))])


@way("K03")
def column_numbers(table, rng):
    """A row that numbers the columns."""
    width = len(table.columns)
    line = [str(it) for it in range(1, width + 1)]
    if rng.random() < 0.5:
        line = ["甲", *line[:-1]]
    elif rng.random() < 0.3:
        line = [f"({it})" for it in line]
    line = [Number(it) if it.isdigit() and rng.random() < 0.7 else it for it in line]
    table.rows.insert(1, line)
    table.header = 1


@way("K03")
def header_again(table, rng):
    table.insert(rng.randrange(2, len(table.rows) + 1), table.rows[0])


@way("K03")
def blank_rows(table, rng):
    for _ in range(rng.randrange(1, 5)):
        table.insert(rng.randrange(1, len(table.rows) + 1), table.line(*[rng.choice([None, " ", "　"])]))


@way("K03")
def groups(table, rng):
    """Lines that head groups of records."""
    middle = rng.randrange(2, len(table.rows))
    words = rng.choice([("一、国有企业", "二、民营企业"), ("（一）长沙市", "（二）株洲市"), ("长沙市（3家）", "株洲市（4家）")])
    table.insert(middle, table.line(words[1]))
    table.insert(1, table.line(words[0]))


@way("K03")
def card(table, rng):
    """One fact a row: the table on its side."""
    table.rows = [list(it) for it in zip(*table.rows[:rng.choice([2, 3])])]
    table.must_refuse = True


@way("K04")
def two_years(table, rng):
    """An amount or a count over two years, without a word which one is meant."""
    if not table.of("count", "money"):
        return False
    column = rng.choice(table.of("count", "money"))
    years = rng.choice([("2022", "2023"), ("2022年", "2023年"), ("上年", "本年"), ("其中：女", "合计"), ("男", "女")])
    for row in table.rows[1:]:
        value = row[column]
        row.insert(column, value and Number(str(Decimal(value.text) * 2)))
    table.rows[0].insert(column + 1, None)
    second = [None] * len(table.rows[0])
    second[column], second[column + 1] = years
    table.rows.insert(1, second)
    table.header = 1
    if rng.random() < 0.5:
        table.merged.append((1, column, 1, column + 1))
    table.must_refuse = True


@way("K04")
def two_rows_named(table, rng):
    """The same, but the rows of the header and the column that is meant are named."""
    if two_years(table, rng) is False:
        return False
    table.must_refuse = False
    column = next(it for it, text in enumerate(table.rows[1]) if text)
    upper, lower = table.rows[0][column], table.rows[1][column + 1]
    key = table.columns[column].key
    table.arguments += ["--header-row", "1-2", "--map", f"{upper}/{lower}={key}", "--map", f"{upper}/{table.rows[1][column]}="]


@way("K04")
def groups_of_columns(table, rng):
    """A row of groups above the header."""
    line = table.line(None, rng.choice(["基本情况", "主要指标", "指标"]))
    if 4 < len(line):
        line[4] = "其他情况"
    table.above(line)
    if rng.random() < 0.5:
        table.merged.append((1, 1, 1, min(3, len(line) - 1)))


@way("K04")
def merged_down(table, rng):
    """A header of one row that is merged over two."""
    table.above(list(table.rows[0]))
    table.rows[1] = table.line()
    table.merged += [(1, it, 2, it) for it in range(len(table.columns))]


@way("K04")
def second_table(table, rng):
    """A second table below the first, with its columns in another order."""
    order = list(range(len(table.columns)))
    rng.shuffle(order)
    half = len(table.records) // 2
    rest = [[table.rows[it][column] for column in order] for it in [0, *range(1 + half, 1 + len(table.records))]]
    table.rows = table.rows[:1 + half] + [table.line()] * rng.randrange(3) + rest
    if order == sorted(order):
        return False


@way("K04")
def title_between(table, rng):
    """A second table of the same columns, with a title and a header of its own."""
    half = rng.randrange(2, len(table.rows))
    table.rows[half:half] = [table.line("二、乡镇企业情况表"), list(table.rows[0])]
