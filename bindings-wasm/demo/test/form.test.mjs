// Filling in: verdicts while typing, missing facts, faults and remedies.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { answer, conclusion, exported, fact, finding, start, verdict } from "./browser.mjs";

let site;
before(async () => void (site = await start()));
after(() => site.stop());

const posts = "enterprise.teacher_posts";
const focused = (page) => page.evaluate(() => document.activeElement.id || document.activeElement.name);

test("a verdict follows each keystroke", async (t) => {
  const page = await site.open(t);
  assert.equal(await verdict(page, posts), "无法判断");
  await fact(page, "size_class").selectOption("medium");
  await fact(page, "staff_in_service").fill("3200");
  await fact(page, "teacher_posts").pressSequentially("1");
  assert.equal(await verdict(page, posts), "不符合");
  assert.match(await finding(page, posts).innerText(), /应提供教师顶岗实践岗位 16 个以上，实际 1 个，差 15 个/);
  await fact(page, "teacher_posts").pressSequentially("5");
  assert.match(await finding(page, posts).innerText(), /实际 15 个，差 1 个/);
  await fact(page, "teacher_posts").fill("16");
  assert.equal(await verdict(page, posts), "符合");
});

test("a finding shows its statement, the phrase, a bar of the figures, and the remedy", async (t) => {
  const page = await site.open(t, { record: { size_class: "medium", staff_in_service: 3200, teacher_posts: 14 } });
  const card = finding(page, posts);
  assert.equal(await card.locator(".statement").innerText(), "9.1b");
  assert.match(await card.locator("blockquote").innerText(), /不低于在职员工数0\.5%/);
  assert.match(await card.locator(".bar-figures").innerText(), /实际 14 个\s+标准 16 个\s+差 2 个/);
  const [track, measured, bound] = await Promise.all(
    [".scale-track", ".scale-measured", ".scale-bound"].map((part) => card.locator(part).boundingBox()),
  );
  const share = (part, edge) => (part[edge] - track.x) / track.width;
  const ratio = (measured.width / track.width) / share({ x: bound.x + bound.width / 2 }, "x");
  assert.ok(Math.abs(ratio - 14 / 16) < 0.01, `the bar is to scale: ${ratio}`);
  await card.getByRole("button", { name: "试填 16" }).click();
  assert.equal(await fact(page, "teacher_posts").inputValue(), "16");
  assert.equal(await verdict(page, posts), "符合");
});

test("answers that would meet a yes/no rule can be tried", async (t) => {
  const page = await site.open(t, { subject: "allocation", record: { has_performance_factors: true, uses_internship: false, uses_employment: false } });
  const rule = "allocation.internship_and_employment";
  await finding(page, rule).getByRole("button", { name: "试填" }).first().click();
  await finding(page, rule).getByRole("button", { name: "试填" }).first().click();
  assert.equal(await verdict(page, rule), "符合");
});

test("if no single answer meets a rule, its requirement is shown", async (t) => {
  const record = { starts_on: "2024-03-01", ends_on: "2024-08-31", liability_insured_from: "2024-04-01", liability_insured_to: "2024-08-31" };
  const page = await site.open(t, { subject: "internship", record });
  const rule = "internship.liability_insurance";
  assert.equal(await verdict(page, rule), "不符合");
  assert.match(await finding(page, rule).locator(".remedy li").innerText(), /责任保险/);
});

test("a missing fact leads to its field, also in a list", async (t) => {
  const page = await site.open(t);
  const first = page.locator(".needed li button").first();
  await first.click();
  const id = await focused(page);
  assert.match(id, /^fact-/);
  const label = await page.locator(`[id="${id}"]`).evaluate((control) => (control.labels?.[0] ?? control.closest("fieldset")).innerText);
  assert.ok(label.includes(await first.innerText()), label);
  await page.waitForFunction((at) => {
    const { top, bottom } = document.getElementById(at).getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  }, id);

  const teacher = { as_of: "2024-06-30", school_kind: "technician", role: "specialist", hired_on: "2022-01-01", practice: [{ start: "2022-02-01", end: "2022-09-01" }] };
  const other = await site.open(t, { subject: "teacher", record: teacher });
  await other.locator(".needed li button", { hasText: "第 1 项" }).click();
  assert.equal(await focused(other), "fact-practice-0-in_enterprise");
});

test("every missing fact leads to a control", async (t) => {
  const page = await site.open(t);
  for (const subject of await page.locator(".menu a").evaluateAll((links) => links.map((link) => link.hash))) {
    await page.evaluate((hash) => (location.hash = hash), subject);
    await page.locator(`.menu a[href="${subject}"][aria-current]`).waitFor();
    const all = page.getByRole("button", { name: /^显示全部/ });
    if (await all.count()) await all.click();
    for (const question of await page.locator(".needed li button").all()) {
      await page.evaluate(() => document.activeElement.blur());
      await question.click();
      assert.match(await focused(page), /^fact-/, `${subject}: ${await question.innerText()}`);
    }
  }
});

test("a missing required fact is requested and not shown as an error", async (t) => {
  const page = await site.open(t, { subject: "teacher" });
  assert.equal(await conclusion(page), "尚不能核对");
  assert.equal(await page.locator("[aria-invalid=true], .fault-summary").count(), 0);
  await page.getByRole("button", { name: "请先填写：评价日期" }).click();
  assert.equal(await focused(page), "fact-as_of");
  await page.keyboard.type("2024年6月3日");
  await page.keyboard.press("Tab");
  assert.equal(await fact(page, "as_of").inputValue(), "2024-06-03");
  assert.notEqual(await conclusion(page), "尚不能核对");
});

test("all faults are shown at once, at their fields and in a summary; the rest is judged", async (t) => {
  const page = await site.open(t, { record: { size_class: "medium", staff_in_service: 3200, teacher_posts: 26 } });
  await fact(page, "staff_total").fill("三千");
  await fact(page, "teacher_posts_technical").fill("27");
  assert.equal(await conclusion(page), "有 2 处填写有误，请先改正");
  assert.equal(await page.locator(".fault-summary li").count(), 2);
  for (const key of ["staff_total", "teacher_posts_technical"]) {
    assert.equal(await fact(page, key).getAttribute("aria-invalid"), "true");
    const described = await fact(page, key).getAttribute("aria-describedby");
    assert.ok((await page.locator(`[id="${described.split(" ").at(-1)}"]`).innerText()).length > 5);
  }
  assert.equal(await verdict(page, posts), "符合");
  await page.locator(".fault-summary button").first().click();
  assert.equal(await focused(page), "fact-staff_total");
  await fact(page, "staff_total").fill("3,000");
  await fact(page, "teacher_posts_technical").fill("２６");
  assert.equal(await page.locator(".fault-summary").count(), 0);
});

test("the counts match the labels, and remedies are found in the valid part of a record", async (t) => {
  const page = await site.open(t, { record: { leading_enterprise: false, training_system: false, skill_upgraded_staff: 3, skill_upgrade_rewarded: false } });
  const counts = await page.locator(".counts li").allInnerTexts();
  const tags = await page.locator(".finding .tag").allInnerTexts();
  for (const line of counts) {
    const [, label, count] = /^(\S+)\s+(\d+)$/.exec(line);
    assert.equal(tags.filter((tag) => tag === label).length, Number(count), line);
  }
  assert.deepEqual(counts.slice(0, 2).map((line) => line.replace(/\s+/, " ")), ["不符合 2", "不具备条件 2"]);
  await fact(page, "staff_total").fill("三千");
  await finding(page, "enterprise.training_system").getByRole("button", { name: "试填" }).click();
  assert.equal(await verdict(page, "enterprise.training_system"), "符合");
});

test("a fact that the subject does not have can be removed", async (t) => {
  const page = await site.open(t, { record: { staff_totl: 3, "a/b~c": 1, constructor: 2 } });
  assert.match(await page.locator(".fault-summary").innerText(), /staff_total/);
  for (let left = 3; left > 0; left -= 1) {
    assert.equal(await page.locator(".fault-summary li").count(), left);
    await page.getByRole("button", { name: "删除此项" }).first().click();
  }
  assert.equal((await exported(page)).text, "{}\n");
});

test("amounts in the notation of offices are accepted, and none is rounded", async (t) => {
  const page = await site.open(t);
  const typed = { sales_revenue_yuan: "1.2亿", total_wages_yuan: "2,880万元", operating_revenue_yuan: "90071992547409.91", staff_total: "9007199254740991" };
  for (const [key, text] of Object.entries(typed)) await fact(page, key).fill(text);
  const { name, text } = await exported(page);
  assert.equal(name, "enterprise.json");
  assert.match(text, /"sales_revenue_yuan": 120000000[,}]/);
  assert.match(text, /"total_wages_yuan": 28800000[,}]/);
  assert.match(text, /"operating_revenue_yuan": 90071992547409\.91[,}]/);
  assert.match(text, /"staff_total": 9007199254740991[,}]/);
  assert.equal(await page.locator(".fault-summary").count(), 0);
  await fact(page, "sales_revenue_yuan").fill("0.001");
  assert.equal(await conclusion(page), "有 1 处填写有误，请先改正");
});

test("reasons mark an unmet obligation as explained", async (t) => {
  const page = await site.open(t, { record: { size_class: "medium", staff_in_service: 3200, teacher_posts: 14 } });
  await finding(page, posts).getByLabel("未达到要求的理由").fill("岗位在建");
  assert.match(await finding(page, posts).locator(".tag").innerText(), /不符合\s*已附理由/);
  assert.match((await exported(page)).text, /"explanations": \{"enterprise\.teacher_posts": "岗位在建"\}/);
});

test("only obligations in principle can be explained; another explanation can be removed", async (t) => {
  const record = { training_system: false, explanations: { "enterprise.training_system": "筹备中" } };
  const page = await site.open(t, { record });
  const rule = "enterprise.training_system";
  assert.equal(await verdict(page, rule), "不符合");
  assert.equal(await finding(page, rule).getByRole("textbox").count(), 0);
  assert.equal(await conclusion(page), "有 1 处填写有误，请先改正");
  await page.getByRole("button", { name: "删除此项" }).click();
  assert.equal(await page.locator(".fault-summary").count(), 0);
});

test("yes, no and unknown are three answers", async (t) => {
  const page = await site.open(t, { subject: "transfer_reward" });
  for (const [label, value] of [["是", true], ["否", false]]) {
    await answer(page, "lawfully_obtained", label);
    assert.deepEqual(JSON.parse((await exported(page)).text), { lawfully_obtained: value });
  }
  await answer(page, "lawfully_obtained", "未知");
  assert.equal((await exported(page)).text, "{}\n");
});

test("items of a list are added and removed; an empty list is an answer", async (t) => {
  const page = await site.open(t, { subject: "industry_forecast", record: { as_of: "2024-06-30" } });
  await page.getByRole("checkbox", { name: "确认没有" }).check();
  assert.deepEqual(JSON.parse((await exported(page)).text).published, []);
  await page.getByRole("button", { name: "添加一项" }).click();
  await page.waitForFunction(() => document.activeElement.id === "fact-published-0");
  assert.equal(await conclusion(page), "有 1 处填写有误，请先改正", "an empty item is a fault");
  await page.keyboard.type("2023/5/18");
  await page.getByRole("button", { name: "添加一项" }).click();
  await page.waitForFunction(() => document.activeElement.id === "fact-published-1");
  await page.keyboard.type("20200520");
  assert.deepEqual(JSON.parse((await exported(page)).text).published, ["2023-05-18", "2020-05-20"]);
  await page.getByRole("button", { name: "删除 第 1 项" }).click();
  assert.deepEqual(JSON.parse((await exported(page)).text).published, ["2020-05-20"]);
});

test("the list can be limited to findings that need action", async (t) => {
  const page = await site.open(t, { record: { size_class: "medium", staff_in_service: 3200, teacher_posts: 26 } });
  const cards = page.locator(".finding");
  const all = await cards.count();
  await page.getByRole("button", { name: /^需处理/ }).click();
  assert.ok((await cards.count()) < all);
  assert.equal(await finding(page, posts).count(), 0, "a met rule is not listed");
});
