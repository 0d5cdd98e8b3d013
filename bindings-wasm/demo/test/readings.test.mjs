// Readings, the time of the policy, and what the result leaves open.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { check, subjects } from "chanjiao";
import { labels } from "chanjiao/labels";
import { parameters } from "chanjiao/parameters";
import { policy } from "chanjiao/policy";
import { addressOf, conclusion, fact, finding, start, verdict } from "./browser.mjs";

let site;
before(async () => void (site = await start()));
after(() => site.stop());

const samples = JSON.parse(readFileSync(new URL("../src/samples.json", import.meta.url), "utf8"));
const small = samples.enterprise[4].record;
const posts = "enterprise.teacher_posts";
const readingOf = (name) => parameters().find(({ parameter }) => parameter === name);
/** The sentence of a choice, and who holds it, as the page shows them. */
const sentence = ({ words, holder }, language = "zh") =>
  language === "zh" ? `${words.zh}（${labels().holder[holder].zh}）` : `${words.en} (${labels().holder[holder].en})`;
const fund = "enterprise.training_fund";

test("a reading is selected, changes findings, and is kept in the link and the printed report", async (t) => {
  const page = await site.open(t, { record: small });
  assert.equal(await verdict(page, fund), "符合");
  await page.locator(".numbers summary").click();
  const rate = page.locator("#number-training_fund_high_rate");
  await rate.selectOption("obligation");
  assert.equal(await verdict(page, fund), "不符合");
  assert.match(await page.locator(".changes li", { hasText: "11.1b" }).innerText(), /原为\s*符合\s*→\s*变为\s*不符合/);
  const { label, choices: [option, obligation] } = readingOf("training_fund_high_rate");
  assert.ok((await page.locator("#number-training_fund_high_rate-hint").innerText()).startsWith(sentence(obligation)));
  await page.getByRole("button", { name: "复制链接" }).click();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await page.emulateMedia({ media: "print" });
  const paper = await page.locator(".paper").innerText();
  assert.ok(paper.includes(`${label.zh}：${obligation.words.zh}（默认：${option.words.zh}）`), paper);
  await page.emulateMedia({ media: "screen" });
  const other = await site.open(t);
  await other.goto("about:blank");
  await other.goto(link);
  assert.equal(await verdict(other, fund), "不符合");
  assert.equal(await other.locator("#number-training_fund_high_rate").inputValue(), "obligation");
  await rate.selectOption("option");
  assert.equal(await page.locator(".changes").count(), 0, "the default is not a change");
});

test("an unknown choice of a reading is shown as a fault", async (t) => {
  const page = await site.open(t);
  await page.evaluate(() => (location.hash = `#/enterprise?${new URLSearchParams({ record: "{}", parameters: '{"training_fund_high_rate":"none"}' })}`));
  const rate = page.locator("#number-training_fund_high_rate");
  await page.locator(".field.faulty").waitFor({ state: "attached" });
  assert.equal(await rate.inputValue(), "none");
  assert.equal(await rate.getAttribute("aria-invalid"), "true");
  assert.equal(await conclusion(page), "有 1 处填写有误，请先改正");
});

test("a finding is marked if another reading gives another verdict, with its words", async (t) => {
  const page = await site.open(t, { record: small });
  const notes = finding(page, posts).locator(".contested");
  assert.equal(await notes.locator(".contested-title").innerText(), "口径不同，判定不同");
  const { label, choices: [, ...others] } = readingOf("teacher_posts_scope");
  assert.deepEqual(await notes.locator("li").allInnerTexts(), others.map((choice) => `${label.zh} ${sentence(choice)} → 不符合`));
  await page.getByRole("button", { name: "English" }).click();
  assert.equal(await notes.locator(".contested-title").innerText(), "Judged differently under another interpretation");
  assert.ok((await notes.locator("li").last().innerText()).endsWith(` ${sentence(others.at(-1), "en")} → Unmet`));
});

test("a finding is not marked if another reading only asks for more facts", async (t) => {
  const { hosts_teacher_base: _, ...record } = samples.enterprise[0].record;
  const found = check("enterprise", record).report.findings.find(({ rule }) => rule === posts);
  assert.deepEqual(found.contested, [{ parameter: "teacher_posts_scope", choice: "base_hosts", verdict: "undetermined" }]);
  const page = await site.open(t, { record });
  assert.equal(await finding(page, posts).locator(".contested").count(), 0);
});

test("the page marks what the package says, for every sample", async (t) => {
  const page = await site.open(t);
  for (const { subject } of subjects()) {
    await page.evaluate((hash) => (location.hash = hash), addressOf(subject));
    await page.locator(`.menu a[href="#/${subject}"][aria-current]`).waitFor();
    for (const [index, { record, parameters = {} }] of samples[subject].entries()) {
      await page.locator("#sample").selectOption(String(index));
      const { report } = check(subject, record, { parameters });
      const marked = report.findings.filter(({ contested }) => contested.some((it) => it.verdict !== "undetermined"));
      const cards = page.locator(".finding", { has: page.locator(".contested") });
      assert.deepEqual(await cards.evaluateAll((all) => all.map(({ id }) => id)), marked.map(({ rule }) => `finding-${rule}`));
      const other = report.contested.filter((it) => it.conclusion !== "incomplete").map((it) => labels().conclusion[it.conclusion].zh);
      assert.deepEqual(await page.locator(".result > .contested b").allInnerTexts(), other, subject);
      const shown = await page.locator(".screen, .paper").allTextContents();
      assert.doesNotMatch(shown.join(), /\{\w*\}/, `${subject}: a text without its figure`);
    }
  }
});

test("a record of a year out of the policy's time shows the reason once, and the rules", async (t) => {
  const page = await site.open(t, { record: { ...small, year: 2015 } });
  const { report } = check("enterprise", { year: 2015 });
  assert.equal(await conclusion(page), "无应评价事项");
  assert.equal(await page.getByText("早于设定的适用起始日（2019-01-01）", { exact: false }).locator("visible=true").count(), 1);
  assert.equal(await page.locator(".finding").count(), 0);
  assert.equal(await page.locator(".to-come li").count(), report.findings.length);
  await page.emulateMedia({ media: "print" });
  const paper = await page.locator(".paper").innerText();
  assert.equal(paper.split("早于设定的适用起始日").length, 2);
  await page.emulateMedia({ media: "screen" });
  await page.locator(".numbers summary").click();
  await page.locator("#number-policy_applies_from").fill("2015-01-01");
  assert.equal(await page.locator(".finding").count(), report.findings.length);
});

test("the result names the validity of the policy, a missing year, and what is known so far", async (t) => {
  const page = await site.open(t, { record: { ...samples.enterprise[6].record, training_system: false, teacher_posts: 14, teacher_posts_technical: 14, teacher_posts_mentored: 14 } });
  const { validity } = policy();
  assert.equal(await page.locator(".result > .validity").innerText(), validity.zh);
  const undated = page.locator(".result > .hint", { hasText: "按在适用期内判断" });
  assert.equal(await undated.count(), 0);
  assert.match(await page.locator(".banner").innerText(), /已知未落实 1 项，未达“原则上”要求 1 项/);
  await fact(page, "year").fill("");
  assert.equal(await undated.innerText(), "未填年度，按在适用期内判断");
  await page.getByRole("button", { name: "English" }).click();
  assert.equal(await page.locator(".result > .validity").innerText(), validity.en);
  assert.match(await page.locator(".banner").innerText(), /Known so far: 1 not implemented, 1 short of what is asked in principle/);
  await page.emulateMedia({ media: "print" });
  const paper = await page.locator(".paper").innerText();
  for (const words of [validity.en, "Known so far", "Without “calendar year”"]) assert.ok(paper.includes(words), words);
  // A subject without a year or day is always within the time of the policy.
  const other = await site.open(t, { subject: "programme" });
  assert.equal(await other.getByText("按在适用期内判断").count(), 0);
  assert.equal(await other.locator("#number-policy_applies_from").count(), 0);
});

test("a verdict has its reason or its last day, and the clause of the annex is quoted", async (t) => {
  const page = await site.open(t, { subject: "teacher", record: samples.teacher[2].record });
  assert.equal(await finding(page, "teacher.induction_practice").locator(".why").innerText(), "至 2025-09-01");
  const park = await site.open(t, { subject: "park", record: {} });
  assert.equal(await finding(park, "park.integration_park").locator(".why").innerText(), "缺少事实");
  assert.match(await finding(park, "park.integration_park").locator("blockquote").innerText(), /附件第21项：支持省级以上产业园/);
  const internship = await site.open(t, { subject: "internship", record: samples.internship[0].record });
  assert.equal(await finding(internship, "internship.host_cap").locator(".why").innerText(), "不属于适用范围");
  assert.equal(await finding(internship, "internship.host_cap_general").locator(".why").count(), 0);
});
