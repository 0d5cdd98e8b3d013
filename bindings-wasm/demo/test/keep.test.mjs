// The record survives a reload, a file, a link and a change of language.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { check, subjects } from "chanjiao";
import { policy } from "chanjiao/policy";
import { rules } from "chanjiao/rules";
import { addressOf, answer, conclusion, exported, fact, finding, start, verdict } from "./browser.mjs";

let site;
before(async () => void (site = await start()));
after(() => site.stop());

const samples = JSON.parse(readFileSync(new URL("../src/samples.json", import.meta.url), "utf8"));
const teacher = samples.teacher[2].record;

test("a reload keeps the input, the changed numbers, the subject and the language", async (t) => {
  const page = await site.open(t, { subject: "programme", language: "en" });
  await fact(page, "practical_hours").fill("1,299");
  await fact(page, "total_hours").fill("2600");
  await fact(page, "school_kind").selectOption("technician");
  await answer(page, "new_programme", "No");
  await page.locator(".numbers summary").click();
  await page.locator("#number-practical_hours_share").fill("49.9");
  const was = await conclusion(page);
  await page.reload();
  assert.equal(await conclusion(page), was);
  assert.equal(await fact(page, "practical_hours").inputValue(), "1,299");
  assert.equal(await page.locator("#number-practical_hours_share").inputValue(), "49.9");
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
  await page.goto(site.url);
  assert.equal(await fact(page, "total_hours").inputValue(), "2600", "also without an address");
});

test("each subject keeps its own record, and is cleared separately", async (t) => {
  const page = await site.open(t, { subject: "visit" });
  await fact(page, "start").fill("2023-09-01");
  await page.getByRole("link", { name: "教师", exact: true }).click();
  await fact(page, "name").fill("某人");
  await page.getByRole("button", { name: "清空" }).click();
  assert.equal(await fact(page, "name").inputValue(), "");
  await page.goBack();
  assert.equal(await fact(page, "start").inputValue(), "2023-09-01");
});

test("a change of subject right after a change of the record is not lost", async (t) => {
  const page = await site.open(t, { subject: "visit" });
  await page.evaluate(() => {
    location.hash = "#/teacher";
    // As the page does when it has stored a change, before the event of the new address.
    history.replaceState(null, "", "#/visit");
  });
  await page.locator('.menu a[href="#/teacher"][aria-current]').waitFor({ timeout: 5000 });
  assert.equal(new URL(page.url()).hash, "#/teacher");
});

test("the page opens although the stored state is broken", async (t) => {
  const page = await site.open(t);
  for (const broken of ["{", "null", "[]", '{"language":"fr","subject":"constructor","drafts":5,"overrides":[]}', '{"drafts":{"enterprise":[1],"visit":"x"}}']) {
    await page.evaluate((text) => localStorage.setItem("chanjiao-demo", text), broken);
    await page.goto("about:blank");
    await page.goto(site.url);
    await page.locator(".banner").waitFor();
  }
});

test("an exported record can be imported, from a file and as text", async (t) => {
  const page = await site.open(t, { subject: "teacher", record: teacher });
  const { name, text } = await exported(page);
  assert.equal(name, "teacher.json");
  assert.deepEqual(JSON.parse(text), teacher);
  const findings = await page.locator(".findings").innerText();

  await page.getByRole("button", { name: "清空" }).click();
  await page.getByRole("button", { name: "导入" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.locator("input[type=file]").setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
  await dialog.getByText("记录没有错误，可以载入。").waitFor();
  await dialog.getByRole("button", { name: "载入" }).click();
  assert.equal((await exported(page)).text, text);
  assert.equal(await page.locator(".findings").innerText(), findings);

  await page.getByRole("button", { name: "导入" }).click();
  await dialog.getByRole("textbox").fill('{"as_of": "2024-06-30", "name": "另一人"}');
  await dialog.getByRole("button", { name: "载入" }).click();
  assert.deepEqual(JSON.parse((await exported(page)).text), { as_of: "2024-06-30", name: "另一人" });
});

test("an import shows every fault first; a text that is not a record is not loaded", async (t) => {
  const page = await site.open(t);
  await fact(page, "name").fill("原来的");
  await page.getByRole("button", { name: "导入" }).click();
  const dialog = page.getByRole("dialog");
  const text = dialog.getByRole("textbox");
  const load = dialog.getByRole("button", { name: /载入/ });
  assert.ok(await load.isDisabled());
  for (const nothing of ["{", "[]", "5", '{"name":"a","name":"b"}']) {
    await text.fill(nothing);
    assert.ok(await load.isDisabled(), nothing);
    assert.match(await dialog.locator("#import-faults").innerText(), /无法载入/);
  }
  await text.fill('{"staff_total": -1, "teacher_posts": 1.5, "nonsense": 1}');
  assert.deepEqual(await dialog.locator("#import-faults code").allInnerTexts(), ["/staff_total", "/teacher_posts", "/nonsense"]);
  await load.click();
  assert.equal(await conclusion(page), "有 3 处填写有误，请先改正");
  assert.equal(await fact(page, "teacher_posts").inputValue(), "1.5");
  await page.getByRole("button", { name: "导入" }).click();
  await text.fill('{"name": "新的"}');
  await page.keyboard.press("Escape");
  assert.equal(await fact(page, "name").inputValue(), "", "closing the dialog loads nothing");
});

test("a link contains the record and the changed numbers", async (t) => {
  const page = await site.open(t, { subject: "teacher", record: teacher });
  await page.locator(".numbers summary").click();
  await page.locator("#number-periodic_short_months").fill("1");
  await page.getByRole("button", { name: "复制链接" }).click();
  await page.getByText("已复制含全部填写内容的链接").waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const findings = await page.locator(".findings").innerText();
  const other = await site.open(t, { subject: "visit" });
  await other.goto("about:blank");
  await other.goto(link);
  assert.deepEqual(JSON.parse((await exported(other)).text), teacher);
  assert.equal(await other.locator("#number-periodic_short_months").inputValue(), "1");
  assert.equal(await other.locator(".findings").innerText(), findings);
  assert.equal(new URL(other.url()).hash, "#/teacher", "the record is removed from the address");

  // The page handles the new address and stores the input asynchronously.
  await page.evaluate((address) => (location.href = address), link);
  await page.waitForFunction(() => location.hash === "#/teacher");
  await fact(page, "name").fill("改过的");
  await page.waitForFunction(() => Object.values(localStorage).some((kept) => kept.includes("改过的")));
  await page.reload();
  assert.equal(await fact(page, "name").inputValue(), "改过的", "a reload does not restore the record of the link");
});

test("if copying is not allowed, the link is in the address bar", async (t) => {
  const page = await site.open(t, { subject: "teacher", record: teacher });
  await page.evaluate(() => (navigator.clipboard.writeText = () => Promise.reject(new Error("no"))));
  await page.getByRole("button", { name: "复制链接" }).click();
  await page.getByText("请从地址栏复制链接").waitFor();
  const other = await site.open(t, { subject: "visit" });
  await other.goto("about:blank");
  await other.goto(page.url());
  assert.deepEqual(JSON.parse((await exported(other)).text), teacher);
});

test("every subject has a sample", () => {
  const names = subjects().map(({ subject }) => subject);
  assert.deepEqual(names.filter((name) => !(samples[name]?.length > 0)), [], "subjects without a sample in src/samples.json");
  assert.deepEqual(Object.keys(samples).filter((name) => !names.includes(name)), [], "samples of unknown subjects");
});

test("the page shows the findings of the package for every sample", async (t) => {
  const page = await site.open(t);
  for (const { subject, label } of subjects()) {
    await page.evaluate((hash) => (location.hash = hash), addressOf(subject));
    await page.locator(".subject-head h2", { hasText: label.zh }).waitFor();
    for (const [index, { title, record, parameters = {} }] of samples[subject].entries()) {
      await page.locator("#sample").selectOption(String(index));
      const { faults, report } = check(subject, record, { parameters });
      assert.deepEqual(faults, [], `${subject}: ${title.en}`);
      const cards = page.locator(".finding");
      assert.deepEqual(await cards.evaluateAll((all) => all.map((card) => card.id)), report.findings.map(({ rule }) => `finding-${rule}`));
      assert.deepEqual(await cards.locator(".message").allInnerTexts(), report.findings.map(({ message }) => message.zh));
    }
  }
});

test("the page changes its language and keeps the record", async (t) => {
  const page = await site.open(t, { record: samples.enterprise[0].record });
  const findings = check("enterprise", samples.enterprise[0].record).report.findings;
  assert.equal(await verdict(page, "enterprise.teacher_posts"), "不符合");
  await page.getByRole("button", { name: "English" }).click();
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
  assert.match(await page.title(), /policy check/);
  assert.equal(await verdict(page, "enterprise.teacher_posts"), "Unmet");
  assert.deepEqual(await page.locator(".finding .message").allInnerTexts(), findings.map(({ message }) => message.en));
  assert.match(await finding(page, "enterprise.teacher_posts").locator(".gloss").innerText(), /practice positions/);
  assert.equal(await fact(page, "teacher_posts").inputValue(), "14");
  await page.getByRole("button", { name: "中文" }).click();
  assert.equal(await verdict(page, "enterprise.teacher_posts"), "不符合");
});

test("in English only quotations are Chinese", async (t) => {
  const page = await site.open(t, { language: "en" });
  for (const { subject } of subjects()) {
    await page.evaluate((hash) => (location.hash = hash), addressOf(subject));
    await page.locator(`.menu a[href="#/${subject}"][aria-current]`).waitFor();
    if (await page.locator(".numbers:not([open]) summary").count()) await page.locator(".numbers summary").click();
    const left = await page.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const found = [];
      while (walker.nextNode()) {
        const { parentElement: around, data } = walker.currentNode;
        // A reading quotes the term that it is about in parentheses.
        const words = around.closest(".readings, .contested") ? data.replace(/\(\p{Script=Han}+\)/gu, "") : data;
        if (/\p{Script=Han}/u.test(words) && !around.closest('[lang="zh-CN"], .hint, noscript')) found.push(data);
      }
      return found;
    });
    assert.deepEqual(left, [], subject);
  }
});

test("the menu has every subject, under the part of the policy of its first rule", async (t) => {
  const page = await site.open(t);
  const found = await page.locator(".menu section").evaluateAll((sections) =>
    sections.flatMap((section) => [...section.querySelectorAll("a")].map((link) => [link.hash.slice(2), section.querySelector("h2").textContent])),
  );
  const articles = new Map(rules().rules.map(({ rule, citation }) => [rule, citation.article]));
  const expected = policy().tasks.flatMap(({ category, articles: covered }) =>
    subjects().filter(({ rules: [first] }) => covered.includes(articles.get(first))).map(({ subject }) => [subject, category]),
  );
  assert.deepEqual(found.toSorted(), expected.toSorted());
  assert.deepEqual(found.map(([subject]) => subject).toSorted(), subjects().map(({ subject }) => subject).toSorted());
});

test("the menu finds a subject by a word in either language", async (t) => {
  const page = await site.open(t);
  await page.getByRole("searchbox").fill("teacher tr");
  assert.deepEqual(await page.locator(".menu a").allInnerTexts(), ["贫困地区师资培训"]);
  await page.getByRole("searchbox").fill("没有这个");
  await page.getByText("没有符合的对象").waitFor();
});
