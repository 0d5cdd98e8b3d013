"""A register of enterprises, and seven rules written by hand in NumPy and in Polars.

Both versions return the verdict of each rule as a code, and three shortfalls. Before anything is
timed, their results are compared with those of chanjiao.
"""

import numpy as np
import polars as pl
import pyarrow as pa
import pyarrow.compute as pc

RULES = [
    "enterprise.cooperation_partner",
    "enterprise.social_report",
    "enterprise.teacher_posts",
    "enterprise.training_fund",
    "enterprise.frontline_share",
    "enterprise.training_coverage",
    "enterprise.staff_congress_report",
]
SHORT = ["enterprise.teacher_posts", "enterprise.frontline_share", "enterprise.training_coverage"]
WORDS = ["met", "unmet", "not_applicable", "undetermined"]
MET, UNMET, NOT_APPLICABLE, UNDETERMINED = range(4)
SIZES = ["large", "medium", "small", "micro"]


MONEY = [
    "total_wages_yuan",
    "training_fund_set_aside_yuan",
    "training_fund_spent_yuan",
    "training_fund_frontline_yuan",
    "sales_revenue_yuan",
]
KINDS = ["int64", "decimal128", "float64", "text"]


def register(rows: int, kind: str = "int64", seed: int = 82) -> pa.Table:
    """Twelve columns; one cell in twenty is unknown; all rows are valid. Amounts are of a type as people
    have them: whole yuan as integers, or with two decimals."""
    random = np.random.default_rng(seed)

    def known(values, kind=pa.int64()):
        return pa.array(values, kind, mask=random.random(rows) < 0.05)

    def money(yuan):
        """Amounts of whole yuan as they are, or with some fen."""
        if kind == "int64":
            return known(yuan)
        # The same fen in all amounts of a row, so that no part exceeds its whole.
        fen = yuan * 100 + cents
        if kind == "float64":
            return known(fen / 100, pa.float64())
        # A decimal is an integer of sixteen bytes, the lower ones first.
        wide = np.zeros((rows, 2), np.int64)
        wide[:, 0] = fen
        valid, _ = known(fen).buffers()
        buffers = [valid, pa.py_buffer(wide)]
        exact = pa.Array.from_buffers(pa.decimal128(18, 2), rows, buffers)
        return exact.cast(pa.string()) if kind == "text" else exact

    cents = random.integers(0, 100, rows)

    staff = random.integers(0, 5000, rows)
    wages = staff * random.integers(50_000, 150_000, rows)
    spent = wages // 80
    # Each part is a fraction of its whole, so that no part exceeds its whole.
    return pa.table(
        {
            "staff_total": known(staff),
            "staff_in_service": known(staff * 9 // 10),
            "teacher_posts": known(random.integers(0, staff // 100 + 1)),
            "trained_staff": known(staff * random.integers(0, 60, rows) // 100),
            "employed_persons": known(staff + 3),
            "total_wages_yuan": money(wages),
            "training_fund_set_aside_yuan": money(wages * random.integers(5, 35, rows) // 1000),
            "training_fund_spent_yuan": money(spent),
            "training_fund_frontline_yuan": money(spent * random.integers(0, 100, rows) // 100),
            "sales_revenue_yuan": money(staff * random.integers(0, 200_000, rows)),
            "size_class": pa.DictionaryArray.from_arrays(
                known(random.integers(0, 4, rows), pa.int8()), SIZES
            ),
            "staff_congress_report": known(random.random(rows) < 0.5, pa.bool_()),
        }
    )


def by_numpy(table: pa.Table) -> pa.Table:
    """Seven rules in NumPy, from Arrow to Arrow."""

    def column(name, none=0):
        array = table[name].combine_chunks()
        known = (
            np.ones(len(array), bool) if array.null_count == 0 else array.is_valid().to_numpy(False)
        )
        if pa.types.is_dictionary(array.type):
            array = array.indices
        return array.fill_null(none).to_numpy(zero_copy_only=False), known

    def share(part, whole, per, of, applies=None, applies_known=True):
        (part, part_known), (whole, whole_known) = column(part), column(whole)
        both = part_known & whole_known
        verdict = np.where(
            both, np.where(part * of >= whole * per, MET, UNMET), UNDETERMINED
        ).astype(np.int8)
        if applies is not None:
            verdict[~applies_known] = UNDETERMINED
            verdict[applies_known & ~applies] = NOT_APPLICABLE
        verdict[whole_known & (whole == 0)] = NOT_APPLICABLE
        return verdict, part, whole

    def short(unmet, amount):
        return pa.array(amount, pa.int64(), mask=~unmet)

    sales, sales_known = column("sales_revenue_yuan")
    employed, employed_known = column("employed_persons")
    partner = np.full(len(sales), UNDETERMINED, np.int8)
    partner[sales_known & employed_known] = UNMET
    partner[(sales_known & (sales >= 100_000_000)) | (employed_known & (employed >= 1000))] = MET

    size, size_known = column("size_class")
    posts, have, staff = share("teacher_posts", "staff_in_service", 5, 1000, size < 2, size_known)
    front, frontline, spent = share(
        "training_fund_frontline_yuan", "training_fund_spent_yuan", 60, 100
    )
    coverage, trained, total = share("trained_staff", "staff_total", 30, 100)
    fund, *_ = share("training_fund_set_aside_yuan", "total_wages_yuan", 15, 1000)
    congress, congress_known = column("staff_congress_report", False)
    congress = np.where(congress_known, np.where(congress, MET, UNMET), UNDETERMINED).astype(
        np.int8
    )
    social = np.full(len(sales), UNDETERMINED, np.int8)

    verdicts = [partner, social, posts, fund, front, coverage, congress]
    # There is a shortfall of posts even if the size is unknown.
    unsized, *_ = share("teacher_posts", "staff_in_service", 5, 1000)
    shorts = [
        short((unsized == UNMET) & ~(size_known & (size >= 2)), -(-staff * 5 // 1000) - have),
        short(front == UNMET, spent * 60 - frontline * 100),
        short(coverage == UNMET, -(-total * 30 // 100) - trained),
    ]
    columns = dict(zip(RULES, map(pa.array, verdicts)))
    return pa.table(columns | {f"{rule}.shortfall": it for rule, it in zip(SHORT, shorts)})


def by_polars(frame: pl.LazyFrame) -> pl.LazyFrame:
    """Seven rules as expressions of Polars."""
    col = pl.col
    schema = frame.collect_schema()
    texts = [name for name in MONEY if schema[name] == pl.String]
    frame = frame.with_columns(col(texts).cast(pl.Decimal(18, 2)))

    def code(verdict):
        return pl.lit(verdict, pl.Int8)

    def share(part, whole, per, of):
        part, whole = col(part), col(whole)
        return (
            pl.when(whole == 0)
            .then(code(NOT_APPLICABLE))
            .when(part * of >= whole * per)
            .then(code(MET))
            .when(part * of < whole * per)
            .then(code(UNMET))
            .otherwise(code(UNDETERMINED))
        )

    partner = (
        pl.when((col("sales_revenue_yuan") >= 100_000_000) | (col("employed_persons") >= 1000))
        .then(code(MET))
        .when((col("sales_revenue_yuan") < 100_000_000) & (col("employed_persons") < 1000))
        .then(code(UNMET))
        .otherwise(code(UNDETERMINED))
    )
    large = (col("size_class") == "large") | (col("size_class") == "medium")
    posts = (
        pl.when((col("staff_in_service") == 0) | ~large)
        .then(code(NOT_APPLICABLE))
        .when(large.is_null())
        .then(code(UNDETERMINED))
        .otherwise(share("teacher_posts", "staff_in_service", 5, 1000))
    )
    front = share("training_fund_frontline_yuan", "training_fund_spent_yuan", 60, 100)
    coverage = share("trained_staff", "staff_total", 30, 100)
    fund = share("training_fund_set_aside_yuan", "total_wages_yuan", 15, 1000)
    congress = (
        pl.when(col("staff_congress_report"))
        .then(code(MET))
        .when(~col("staff_congress_report"))
        .then(code(UNMET))
        .otherwise(code(UNDETERMINED))
    )
    verdicts = dict(
        zip(RULES, [partner, code(UNDETERMINED), posts, fund, front, coverage, congress])
    )

    def ceil(whole, per, of):
        return (whole * per + (of - 1)) // of

    # There is a shortfall of posts even if the size is unknown.
    posts_short = large.fill_null(True) & (
        col("teacher_posts") * 1000 < col("staff_in_service") * 5
    )
    unmet = [posts_short, col(SHORT[1]) == UNMET, col(SHORT[2]) == UNMET]
    amounts = [
        ceil(col("staff_in_service"), 5, 1000) - col("teacher_posts"),
        col("training_fund_spent_yuan") * 60 - col("training_fund_frontline_yuan") * 100,
        ceil(col("staff_total"), 30, 100) - col("trained_staff"),
    ]
    return frame.with_columns(**verdicts).select(
        *RULES,
        *(
            pl.when(short).then(amount).alias(f"{rule}.shortfall")
            for rule, short, amount in zip(SHORT, unmet, amounts)
        ),
    )


def as_codes(checked: pa.Table) -> pa.Table:
    """The wide verdict table in the form of the hand-written answers."""
    columns = {}
    for name in [*RULES, *(f"{rule}.shortfall" for rule in SHORT)]:
        column = checked[name].combine_chunks()
        if pa.types.is_dictionary(column.type):
            codes = pc.index_in(column.dictionary, pa.array(WORDS)).cast(pa.int8())
            column = codes.take(column.indices)
        elif pa.types.is_decimal(column.type):
            # Yuan with two decimals, in fen.
            column = pc.multiply(column, pa.scalar(100, pa.decimal128(3, 0))).cast(pa.int64())
        columns[name] = column
    return pa.table(columns)
