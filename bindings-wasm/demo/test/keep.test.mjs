// What stays: the record through a reload, through a file, through a link, in the other language.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { check, subjects } from "chanjiao";
import { addressOf, answer, conclusion, exported, fact, finding, start, verdict } from "./browser.mjs";

let site;
before(async () => void (site = await start()));
after(() => site.stop());

const samples = JSON.parse(readFileSync(new URL("../src/samples.json", import.meta.url), "utf8"));
const teacher = samples.teacher[2].record;

test("a reload keeps what was typed, the numbers tried, the subject and the language", async (t) => {
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
  assert.equal(await fact(page, "total_hours").inputValue(), "2600", "without an address too");
});

test("each subject keeps its own record, and one is cleared alone", async (t) => {
  const page = await site.open(t, { subject: "visit" });
  await fact(page, "start").fill("2023-09-01");
  await page.getByRole("link", { name: "教师", exact: true }).click();
  await fact(page, "name").fill("某人");
  await page.getByRole("button", { name: "清空" }).click();
  assert.equal(await fact(page, "name").inputValue(), "");
  await page.goBack();
  assert.equal(await fact(page, "start").inputValue(), "2023-09-01");
});

test("another subject asked for in the same breath as a change is not lost", async (t) => {
  const page = await site.open(t, { subject: "visit" });
  await page.evaluate(() => {
    location.hash = "#/teacher";
    // As the page does once it has kept a change, before it hears of the new address.
    history.replaceState(null, "", "#/visit");
  });
  await page.locator('.menu a[href="#/teacher"][aria-current]').waitFor({ timeout: 5000 });
  assert.equal(new URL(page.url()).hash, "#/teacher");
});

test("what is kept but broken does not keep the page from opening", async (t) => {
  const page = await site.open(t);
  for (const broken of ["{", "null", "[]", '{"language":"fr","subject":"constructor","drafts":5,"overrides":[]}', '{"drafts":{"enterprise":[1],"visit":"x"}}']) {
    await page.evaluate((text) => localStorage.setItem("chanjiao-demo", text), broken);
    await page.goto("about:blank");
    await page.goto(site.url);
    await page.locator(".banner").waitFor();
  }
});

test("what is exported is what is imported, from a file and from text", async (t) => {
  const page = await site.open(t, { subject: "teacher", record: teacher });
  const { name, text } = await exported(page);
  assert.equal(name, "teacher.json");
  assert.deepEqual(JSON.parse(text), teacher);
  const findings = await page.locator(".findings").innerText();

  await page.getByRole("button", { name: "清空" }).click();
  await page.getByRole("button", { name: "导入" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.locator("input[type=file]").setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
  await dialog.getByText("记录无误，可以载入。").waitFor();
  await dialog.getByRole("button", { name: "载入" }).click();
  assert.equal((await exported(page)).text, text);
  assert.equal(await page.locator(".findings").innerText(), findings);

  await page.getByRole("button", { name: "导入" }).click();
  await dialog.getByRole("textbox").fill('{"as_of": "2024-06-30", "name": "另一人"}');
  await dialog.getByRole("button", { name: "载入" }).click();
  assert.deepEqual(JSON.parse((await exported(page)).text), { as_of: "2024-06-30", name: "另一人" });
});

test("a faulty import says every fault first; what is no record is not loaded", async (t) => {
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
  assert.equal(await fact(page, "name").inputValue(), "", "nothing is loaded when it is closed");
});

test("a link brings the record and the numbers along", async (t) => {
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
  assert.equal(new URL(other.url()).hash, "#/teacher", "the record does not stay in the address");

  // The page hears of a new address, and keeps what is typed, a moment later.
  await page.evaluate((address) => (location.href = address), link);
  await page.waitForFunction(() => location.hash === "#/teacher");
  await fact(page, "name").fill("改过的");
  await page.waitForFunction(() => Object.values(localStorage).some((kept) => kept.includes("改过的")));
  await page.reload();
  assert.equal(await fact(page, "name").inputValue(), "改过的", "nor does it come back over what was typed since");
});

test("where copying is not allowed the link stands in the address", async (t) => {
  const page = await site.open(t, { subject: "teacher", record: teacher });
  await page.evaluate(() => (navigator.clipboard.writeText = () => Promise.reject(new Error("no"))));
  await page.getByRole("button", { name: "复制链接" }).click();
  await page.getByText("请从地址栏复制链接").waitFor();
  const other = await site.open(t, { subject: "visit" });
  await other.goto("about:blank");
  await other.goto(page.url());
  assert.deepEqual(JSON.parse((await exported(other)).text), teacher);
});

test("every subject has its samples, and the page says of them what the package says", async (t) => {
  const page = await site.open(t);
  for (const { subject, label } of subjects()) {
    assert.ok(samples[subject]?.length > 0, `a sample for ${subject}`);
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

test("every word is there in the other language, and the record stays", async (t) => {
  const page = await site.open(t, { record: samples.enterprise[0].record });
  const findings = check("enterprise", samples.enterprise[0].record).report.findings;
  assert.equal(await verdict(page, "enterprise.teacher_posts"), "不符合");
  await page.getByRole("button", { name: "English" }).click();
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
  assert.match(await page.title(), /policy check/);
  assert.equal(await verdict(page, "enterprise.teacher_posts"), "Not met");
  assert.deepEqual(await page.locator(".finding .message").allInnerTexts(), findings.map(({ message }) => message.en));
  assert.match(await finding(page, "enterprise.teacher_posts").locator(".gloss").innerText(), /posts/);
  assert.equal(await fact(page, "teacher_posts").inputValue(), "14");
  await page.getByRole("button", { name: "中文" }).click();
  assert.equal(await verdict(page, "enterprise.teacher_posts"), "不符合");
});

test("in English no Chinese is left but what is quoted", async (t) => {
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
        if (/\p{Script=Han}/u.test(data) && !around.closest('[lang="zh-CN"], .hint, noscript')) found.push(data);
      }
      return found;
    });
    assert.deepEqual(left, [], subject);
  }
});

test("the menu finds a subject by a word in either language, and all of them are in it", async (t) => {
  const page = await site.open(t);
  assert.deepEqual(
    (await page.locator(".menu a").evaluateAll((links) => links.map((link) => link.hash.slice(2)))).sort(),
    subjects().map(({ subject }) => subject).sort(),
  );
  assert.equal(await page.locator(".menu h2", { hasText: "其他" }).count(), 0, "each has its group");
  await page.getByRole("searchbox").fill("teacher tr");
  assert.deepEqual(await page.locator(".menu a").allInnerTexts(), ["贫困地区师资培训"]);
  await page.getByRole("searchbox").fill("没有这个");
  await page.getByText("没有符合的对象").waitFor();
});
