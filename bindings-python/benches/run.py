"""Time for tables and records, compared with hand-written NumPy and Polars: `python benches/run.py`.

Every figure is the median of several runs. Every contender runs in a process of its own on the same
file. On a busy machine, processor time is more reliable than wall-clock time. Needs the packages that
the tests need; see `--help` for smaller tables.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
import timeit
from pathlib import Path

HERE = Path(__file__).parent
RUNS = 7


def read(path):
    """The table, in memory of its own, as libraries allocate it."""
    import pyarrow as pa

    table = pa.ipc.open_file(pa.memory_map(str(path))).read_all()
    copied = [pa.concat_arrays([*column.chunks, column.chunk(0).slice(0, 0)]) for column in table.columns]
    return pa.table(copied, schema=table.schema)


def timed(run, table):
    """Median seconds of wall-clock time, and of processor time."""
    run(table)
    clock, processors = [], []
    for _ in range(RUNS):
        start, work = time.perf_counter(), time.process_time()
        run(table)
        clock.append(time.perf_counter() - start)
        processors.append(time.process_time() - work)
    return statistics.median(clock), statistics.median(processors)


def contender(name, threads):
    """A function from a table to its result as an Arrow table."""
    import workload

    match name:
        case "numpy":
            return workload.by_numpy
        case "polars":
            import polars as pl

            assert pl.thread_pool_size() == threads
            return lambda table: (
                workload.by_polars(pl.from_arrow(table).lazy()).collect().to_arrow()
            )
        case "chanjiao":
            import chanjiao

            return lambda table: chanjiao.check_table(
                "enterprise",
                table,
                rules=workload.RULES,
                shortfalls=workload.SHORT,
                threads=threads,
            ).to_arrow()
        case "all rules":
            import chanjiao

            return lambda table: chanjiao.check_table(
                "enterprise", table, threads=threads
            ).to_arrow()
    raise ValueError(name)


def child(name, threads, path):
    """Time one contender, and measure its memory without input and output."""
    run, table = contender(name, threads), read(path)
    run(table.slice(0, 1000))
    Path("/proc/self/clear_refs").write_text("5")  # resets the peak
    before = resident("VmRSS")
    made = run(table)
    memory, size = resident("VmHWM") - before, made.nbytes
    del made
    clock, processors = timed(run, table)
    print(
        json.dumps(
            {
                "clock": clock,
                "processors": processors,
                "memory": max(0, memory - size),
                "output": size,
            }
        )
    )


def resident(what):
    """A figure of the process status of Linux, in bytes."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(what)) * 1024


def ask(name, threads, path):
    environment = {
        **os.environ,
        "POLARS_MAX_THREADS": str(threads),
        "OMP_NUM_THREADS": str(threads),
    }
    command = [sys.executable, __file__, "--child", name, str(threads), str(path)]
    return json.loads(
        subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout
    )


def equal(path):
    """Assert that all three contenders give the same results."""
    import chanjiao
    import polars as pl
    import workload

    table = read(path)
    checked = chanjiao.check_table(
        "enterprise", table, rules=workload.RULES, shortfalls=workload.SHORT
    ).to_arrow()
    expected = workload.as_codes(checked)
    for given in (
        workload.by_numpy(table),
        workload.by_polars(pl.from_arrow(table).lazy()).collect().to_arrow(),
    ):
        for name in expected.column_names:
            column = given[name].cast(expected[name].type).combine_chunks()
            assert column.equals(expected[name].combine_chunks()), name


def tables(rows):
    import workload

    for count in rows:
        for kind in workload.KINDS:
            table_of(count, kind)


def table_of(count, kind):
    """One table, whose amounts are of this kind."""
    import pyarrow as pa
    import workload

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "register.arrow"
        table = workload.register(count, kind)
        with pa.ipc.new_file(str(path), table.schema) as file:
            file.write_table(table)
        print(f"\n{count:,} rows, 12 columns, amounts as {kind}, 7 rules, 3 shortfalls; Arrow in and out")
        if kind == "int64":
            equal(path)
            print("  the three give the same answers")
        del table
        for name, threads in (
            *([("numpy", 1)] if kind == "int64" else []),
            ("polars", 1),
            ("polars", 2),
            ("chanjiao", 1),
            ("chanjiao", 2),
        ):
            found = ask(name, threads, path)
            print(
                f"  {name:<10} {threads} thread{'s' * (threads > 1):<1} {found['clock'] * 1e9 / count:7.1f} ns a row"
                f" ({found['processors'] * 1e9 / count:.1f} of processors)"
            )
        for threads in (1, 2):
            found = ask("all rules", threads, path)
            print(
                f"  all rules, {threads} thread{'s' * (threads > 1):<1}: {found['clock'] * 1e9 / count:.1f} ns a row, "
                f"{count / found['clock'] / 1e6:.1f} million rows a second; "
                f"{found['memory'] / 2**20:.0f} MiB above input and output ({found['output'] / 2**20:.0f} MiB)"
            )


def records():
    import chanjiao

    firm = {
        "size_class": "medium",
        "staff_in_service": 3200,
        "teacher_posts": 14,
        "teacher_posts_technical": 14,
        "teacher_posts_mentored": 12,
        "total_wages_yuan": "1000000.00",
        "training_fund_set_aside_yuan": 15000,
        "training_fund_spent_yuan": "100.00",
        "training_fund_frontline_yuan": "62.00",
        "staff_total": 3300,
        "trained_staff": 1000,
        "sales_revenue_yuan": 120000000,
        "employed_persons": 900,
        "above_designated_size": True,
        "staff_congress_report": True,
    }
    findings = chanjiao.check("enterprise", firm).to_dict()["report"]["findings"]
    print(f"\none enterprise of {len(firm)} facts, {len(findings)} rules")
    for what, call in (
        ("from a dict to verdicts", lambda: chanjiao.check("enterprise", firm).verdicts),
        (
            "from a dict to the report as a dict",
            lambda: chanjiao.check("enterprise", firm).to_dict(),
        ),
        ("from a dict to the report as text", lambda: chanjiao.check("enterprise", firm).to_json()),
    ):
        number = 5000
        taken = statistics.median(timeit.repeat(call, number=number, repeat=RUNS)) / number
        print(f"  {what:<36} {taken * 1e6:6.2f} µs")


def spark(rows):
    import chanjiao
    import pyarrow as pa
    import pyarrow.parquet as pq
    import workload
    from chanjiao.spark import check
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    session = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.memory", "4g")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("ERROR")
    with tempfile.TemporaryDirectory() as folder:
        given, made = f"{folder}/register.parquet", f"{folder}/checked.parquet"
        table = workload.register(rows)
        index = table.column_names.index("size_class")
        table = table.set_column(index, "size_class", table["size_class"].cast(pa.string()))
        pq.write_table(
            table.append_column("id", pa.array(range(rows))), given, row_group_size=1 << 18
        )
        frame = session.read.parquet(given)
        start = time.perf_counter()
        check(frame, "enterprise").write.parquet(made)
        taken = time.perf_counter() - start
        session.stop()
        found = pq.read_table(made).sort_by("id")
        local = chanjiao.check_table("enterprise", found.select(table.column_names)).to_arrow()
        for name in local.column_names:
            assert (
                found[name]
                .combine_chunks()
                .equals(local[name].cast(found[name].type).combine_chunks())
            ), name
    print(
        f"\nSpark, {rows:,} rows by mapInArrow on 2 cores, from Parquet to Parquet: {taken:.1f} s; equal to the local result"
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, nargs="*", default=[1_000_000, 10_000_000])
    parser.add_argument("--spark", type=int, default=5_000_000, help="rows; 0 leaves Spark out")
    parser.add_argument("--child", nargs=3, help=argparse.SUPPRESS)
    given = parser.parse_args()
    sys.path.insert(0, str(HERE))
    if given.child:
        name, threads, path = given.child
        return child(name, int(threads), path)
    records()
    tables(given.rows)
    if given.spark:
        spark(given.spark)


if __name__ == "__main__":
    main()
