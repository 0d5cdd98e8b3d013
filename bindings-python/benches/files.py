"""Time for files, compared with Polars reading them: `python benches/files.py CHANJIAO…`.

Makes a table of enterprises as offices export them: names, dates, words and amounts with two
decimals, in thirteen columns. Every program checks the same file in turn, and so does the reading of
Polars alone, so that a busy machine slows all of them. Prints the medians, and those of the ratios to
Polars. A workbook (`--file bench.xlsx --rows 100000`) is compared with the first program instead.
Needs Polars, and XlsxWriter for a workbook; see `--help` for other sizes.
"""

import argparse
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

DEFAULT = Path(tempfile.gettempdir()) / "chanjiao-bench.csv"
HEADER = (
    "企业名称,年度,成立日期,划型行业,从业人员,营业收入（万元）,销售收入（万元）,在职员工数,顶岗实践岗位数,"
    "工资总额（万元）,提取教育培训经费（万元）,使用教育培训经费（万元）,向职工代表大会报告\n"
)
PLACES = "长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底 湘西".split()
FIRST = "恒 宏 盛 华 鑫 远 新 天 中 金 长 永 三 湘 泰 瑞 联 汇 德 和".split()
TRADES = "机械制造 食品加工 电子科技 建筑工程 汽车零部件 生物医药 新材料 物流 软件 环保设备".split()
INDUSTRIES = "工业 建筑业 批发业 零售业 交通运输业 软件和信息技术服务业".split()


def rows(count):
    """Lines of the table, always the same ones."""
    some = random.Random(2018)
    below = some.random
    for row in range(count):
        staff = int(10 ** (1 + 3 * below()))
        revenue = staff * (20 + 90 * below())
        wages = staff * (5 + 6 * below())
        set_aside = wages * (0.012 + 0.012 * below())
        spent = set_aside * (0.5 + 0.5 * below())
        name = PLACES[row % 14] + FIRST[row // 14 % 20] + FIRST[row // 280 % 20]
        posts = "" if row % 19 == 3 else str(staff // 170)
        yield (
            f"{name}{TRADES[row // 5600 % 10]}{row // 56000 or ''}有限公司,2023,"
            f"{1985 + row % 38}-{1 + row % 12:02d}-{1 + row % 28:02d},{INDUSTRIES[row % 6]},{staff},"
            f"{revenue:.2f},{revenue * (0.8 + 0.2 * below()):.2f},{staff - staff // 20},{posts},"
            f"{wages:.2f},{set_aside:.2f},{spent:.2f},{'否' if row % 11 == 0 else '是'}\n"
        )


def write(path, count):
    """Writes the table as CSV, or as a workbook."""
    if path.suffix != ".xlsx":
        with path.open("w", encoding="utf-8") as file:
            file.write(HEADER)
            file.writelines(rows(count))
        return
    import xlsxwriter

    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEADER.strip().split(","))
        for at, line in enumerate(rows(count), start=1):
            cells = line.strip().split(",")
            # All but the name, the day and the words are numbers.
            numbers = [1, *range(4, 12)]
            for column, cell in enumerate(cells):
                is_number = column in numbers and cell
                sheet.write(at, column, float(cell) if is_number else cell)


def once(command, processors):
    """Seconds of wall-clock time and of processor time."""
    os.sched_setaffinity(0, processors)
    before, start = os.times(), time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    clock, after = time.perf_counter() - start, os.times()
    if done.returncode > 1:
        raise SystemExit(done.stderr.decode())
    work = after.children_user + after.children_system
    return clock, work - before.children_user - before.children_system


def polars(path):
    """Reads the table with Polars; prints the seconds of both clocks."""
    import polars as pl

    start, work = time.perf_counter(), time.process_time()
    pl.read_csv(path)
    print(time.perf_counter() - start, time.process_time() - work)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("programs", nargs="*", help="command lines to compare")
    parser.add_argument("--rows", type=int, default=2_000_000)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--file", default=str(DEFAULT), help="where the table is kept")
    parser.add_argument("--format", default="text", help="the form of the answers")
    parser.add_argument("--polars", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.polars:
        return polars(given.file)
    path = Path(given.file)
    if not path.exists():
        write(path, given.rows)
    size, count = path.stat().st_size / 1e6, given.rows
    path.read_bytes()  # into the cache
    every = sorted(os.sched_getaffinity(0))
    for cores in [1, 2]:
        processors = every[:cores]
        base = given.programs[0] if path.suffix == ".xlsx" else "polars"
        times = {base: []} | {program: [] for program in given.programs}
        for _ in range(given.runs):
            os.sched_setaffinity(0, processors)
            if base == "polars":
                command = [sys.executable, __file__, "--polars", "--file", given.file]
                environment = os.environ | {"POLARS_MAX_THREADS": str(cores)}
                read = subprocess.run(command, capture_output=True, env=environment, check=True)
                times[base].append(tuple(map(float, read.stdout.split())))
            for program in given.programs:
                command = [program, "check", "-s", "enterprise", "-f", given.format, given.file]
                times[program].append(once(command, processors))
        os.sched_setaffinity(0, every)
        print(f"{cores} core(s), {size:.0f} MB, {count} rows")
        for program, found in times.items():
            clock, work = (statistics.median(it) for it in zip(*found, strict=True))
            ratio = statistics.median(
                one[0] / other[0] for one, other in zip(found, times[base], strict=True)
            )
            print(
                f"  {program}: {clock:.3f} s, {work:.3f} s of processors, {size / clock:.0f} MB/s, "
                f"{count / clock / 1e6:.2f} million rows/s, {ratio:.2f} × {base}"
            )
    return None


if __name__ == "__main__":
    main()
