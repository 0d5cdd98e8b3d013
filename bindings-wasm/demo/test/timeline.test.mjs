// The timeline: drawn to scale, updated while typing, and described in text.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { check } from "chanjiao";
import { fact, start } from "./browser.mjs";

let site;
before(async () => void (site = await start()));
after(() => site.stop());

const teacher = {
  as_of: "2024-06-30",
  school_kind: "higher_vocational",
  role: "specialist",
  hired_on: "2020-09-01",
  practice: [
    { start: "2021-07-01", end: "2021-10-31", in_enterprise: true },
    { start: "2021-10-15", end: "2022-03-10", in_enterprise: false },
    { start: "2023-02-01" },
  ],
};
const day = (text) => Date.parse(text) / 86_400_000;
const boxes = (page, look) => page.locator(`.drawing .mark.${look}`).evaluateAll((marks) => marks.map((mark) => mark.getBoundingClientRect().toJSON()));
/** Returns the position of a day, by two date lines with known days. */
async function scale(page, first, last) {
  const lines = await page.locator(".drawing .date-line").evaluateAll((all) =>
    Object.fromEntries(all.map((line) => [line.textContent.trim().split(" ").at(-1), line.querySelector("line").getBoundingClientRect().x])),
  );
  return (text) => lines[first] + ((day(text) - day(first)) / (day(last) - day(first))) * (lines[last] - lines[first]);
}
const near = (actual, expected, message) => assert.ok(Math.abs(actual - expected) <= 2, `${message}: ${actual} should be ${expected}`);

for (const size of ["desktop", "phone"]) {
  test(`the practice of a teacher is drawn at its days: ${size}`, async (t) => {
    const page = await site.open(t, { subject: "teacher", record: teacher, size });
    const at = await scale(page, "2020-09-01", "2024-06-30");
    const [solid] = await boxes(page, "solid");
    near(solid.left, at("2021-07-01"), "its first day");
    near(solid.right, at("2021-11-01"), "the end of its last day");
    const [hollow] = await boxes(page, "hollow");
    near(hollow.left, at("2021-10-15"), "a period elsewhere");
    const [open] = await boxes(page, "open");
    near(open.right, at("2024-07-01"), "an ongoing period at an unknown place");
    const windows = await boxes(page, "window");
    assert.equal(windows.length, 4);
    near(windows[0].left, at("2020-09-01"), "of the window of five years only the part since hiring");
    near(windows[1].left, at("2022-07-01"), "the window of two years");
    near(windows[2].right, at("2025-09-02"), "five years of grace");
    near(windows[3].right, at("2023-09-02"), "the first three years");
    const runs = await boxes(page, "run");
    assert.equal(runs.length, 1, "only practice known to be in an enterprise");
    near(runs[0].right, at("2021-11-01"), "its only block");
    const blocks = await boxes(page, "block");
    near(blocks[0].left, at("2021-07-01"), "overlapping periods are one block");
    near(blocks[0].right, at("2022-03-11"), "to the end of the later one");
  });
}

test("it follows the input and the changed numbers, and is described in text", async (t) => {
  const page = await site.open(t, { subject: "teacher" });
  assert.equal(await page.locator(".drawing").count(), 0);
  await page.getByText("填写“评价日期”后显示时间轴。").waitFor();
  await fact(page, "as_of").fill("2024-06-30");
  assert.equal(await page.locator(".drawing .window").count(), 2);
  await fact(page, "hired_on").fill("2022-09-01");
  assert.equal(await page.locator(".drawing .window").count(), 4);
  const words = page.locator(".timeline figcaption ul.hidden");
  assert.match(await words.textContent(), /评价日：2024-06-30.*近2年：2022-09-01 – 2024-06-30/);
  await page.locator(".numbers summary").click();
  await page.locator("#number-periodic_practice_before_hiring").selectOption("included");
  assert.match(await words.textContent(), /近2年：2022-07-01 – 2024-06-30/);
  await page.locator("#number-periodic_short_years").fill("3");
  assert.match(await words.textContent(), /近3年：2021-07-01 – 2024-06-30/);
  await page.locator("#number-periodic_practice_limbs").selectOption("long_only");
  assert.doesNotMatch(await words.textContent(), /近3年/);
});

test("runs bridge short gaps and are mostly practice; a duty that does not apply is not drawn", async (t) => {
  const period = (start, end, in_enterprise = true) => ({ start, end, in_enterprise });
  const practice = [
    // A gap of ten days, one of eleven days, and days too few for the span.
    period("2021-03-01", "2021-04-30"),
    period("2021-05-11", "2021-06-30"),
    period("2021-07-12", "2021-07-31"),
    period("2021-10-01", "2021-10-02"),
    period("2021-10-12", "2021-10-12"),
  ];
  const page = await site.open(t, { subject: "teacher", record: { ...teacher, practice } });
  const runs = () => page.locator(".drawing .run").evaluateAll((marks) => marks.map((mark) => mark.textContent));
  assert.deepEqual(await runs(), ["2021-03-01 – 2021-06-30", "2021-07-12 – 2021-07-31", "2021-10-01 – 2021-10-02", "2021-10-12 – 2021-10-12"]);
  await page.locator(".numbers summary").click();
  await page.locator("#number-induction_gap_days").fill("11");
  assert.deepEqual((await runs())[0], "2021-03-01 – 2021-07-31");
  await page.locator("#number-induction_continuity").selectOption("cumulative");
  assert.deepEqual(await runs(), []);
  const windows = page.locator(".drawing .window");
  const before = await windows.count();
  await fact(page, "hired_on").fill("2018-12-31");
  assert.equal(await windows.count(), before - 1, "hired before the policy was applied");
  await page.locator("#number-induction_applies_from").fill("2018-09-01");
  assert.equal(await windows.count(), before);
});

test("the last days drawn are those of the findings", async (t) => {
  const { hired_on, ...record } = { ...teacher, practice: [], hired_on: "2022-02-28" };
  const page = await site.open(t, { subject: "teacher", record: { ...record, hired_on } });
  const { report } = check("teacher", { ...record, hired_on });
  const days = report.findings.map(({ until }) => until);
  assert.deepEqual(days, ["2027-02-28", "2025-02-28"]);
  const titles = await page.locator(".drawing .window").evaluateAll((marks) => marks.map((mark) => mark.textContent));
  assert.deepEqual(titles.slice(-2), days.map((day) => `${hired_on} – ${day}`));
});

test("invalid days and reversed periods are not drawn and break nothing", async (t) => {
  const practice = [{ start: "2023-02-30", end: "2023-03-01" }, { start: "2023-05-01", end: "2023-04-01" }, {}, "x"];
  const page = await site.open(t, { subject: "teacher", record: { as_of: "2024-06-30", hired_on: "2999-12-31", practice } });
  assert.equal(await page.locator(".drawing .solid, .drawing .hollow, .drawing .open").count(), 0);
  await fact(page, "as_of").fill("2024-06-31");
  assert.equal(await page.locator(".drawing").count(), 0);
});

test("a forecast's reports and their limits", async (t) => {
  const record = { as_of: "2024-06-30", base_date: "2018-06-01", published: ["2022-03-16", "2019-03-15", "2017-01-01", "2025-01-01"] };
  const page = await site.open(t, { subject: "industry_forecast", record });
  const at = await scale(page, "2019-01-01", "2024-06-30");
  const dots = (await boxes(page, "dot")).map(({ x, width }) => x + width / 2);
  assert.equal(dots.length, 2);
  near(dots[0], at("2019-03-15"), "the first report");
  assert.equal((await boxes(page, "pale-dot")).length, 2, "reports that do not count are pale");
  const limits = await boxes(page, "window");
  assert.equal(limits.length, 3);
  near(limits[0].left, at("2019-01-01"), "from the day on which the policy is applied, which is later than the base date");
  near(limits[1].right, at("2022-03-16"), "three years on, that day included");
  assert.match(await page.locator(".timeline figcaption ul.hidden").textContent(), /2019-03-15 → 2022-03-15/);
});
