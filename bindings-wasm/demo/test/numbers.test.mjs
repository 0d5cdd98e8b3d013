// Changed numbers: the findings that change, and how the report shows them.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { labels } from "chanjiao/labels";
import { parameters } from "chanjiao/parameters";
import { conclusion, start, verdict } from "./browser.mjs";

let site;
before(async () => void (site = await start()));
after(() => site.stop());

const record = { total_wages_yuan: "288000000", training_fund_category: "general", training_fund_set_aside_yuan: "3456000" };

test("a changed number changes findings, and each is listed before and after", async (t) => {
  const page = await site.open(t, { record });
  const fund = "enterprise.training_fund";
  assert.equal(await verdict(page, fund), "不符合");
  await page.locator(".numbers summary").click();
  const share = page.locator("#number-training_fund_share_general");
  await share.fill("1.2");
  assert.equal(await verdict(page, fund), "符合");
  assert.match(await page.locator(".changes li", { hasText: "11.1b" }).innerText(), /原为\s*不符合\s*→\s*变为\s*符合/);
  assert.match(await page.locator(".change-conclusion").innerText(), /不符合文件要求\s*→\s*变为\s*依现有信息和文件文字，尚不能下结论/);
  await share.fill("1.20001");
  assert.equal(await share.getAttribute("aria-invalid"), "true");
  assert.equal(await conclusion(page), "有 1 处填写有误，请先改正");
  await share.fill("1.3");
  assert.equal(await verdict(page, fund), "不符合");
  assert.match(await page.locator(".changes").innerText(), /各条结果不变/);
  await page.getByRole("button", { name: "恢复默认" }).click();
  assert.equal(await share.inputValue(), "");
  assert.equal(await page.locator(".changes").count(), 0);
});

test("a number that the policy leaves open can be set", async (t) => {
  const page = await site.open(t, { record: { staff_total: 1000, internship_posts: 9, technical_posts: 100 } });
  const rule = "enterprise.internship_posts";
  assert.equal(await verdict(page, rule), "无法判断");
  await page.locator(".numbers summary").click();
  await page.locator("#number-internship_posts_per_staff").fill("1");
  assert.equal(await verdict(page, rule), "不符合");
  await page.locator("#number-internship_posts_per_staff").fill("0.9");
  assert.equal(await verdict(page, rule), "符合");
});

test("every number and every reading is shown for a subject, with its default and its source or its choices", async (t) => {
  const page = await site.open(t);
  const seen = new Set();
  for (const hash of await page.locator(".menu a").evaluateAll((links) => links.map((link) => link.hash))) {
    await page.evaluate((to) => (location.hash = to), hash);
    await page.locator(`.menu a[href="${hash}"][aria-current]`).waitFor();
    await page.locator(".numbers summary").click();
    for (const { parameter, default: value, source, choices } of parameters()) {
      const input = page.locator(`#number-${parameter}`);
      if (!(await input.count())) continue;
      seen.add(parameter);
      const hint = await page.locator(`#number-${parameter}-hint`).innerText();
      if (choices === null) {
        if (value !== null) assert.equal(await input.getAttribute("placeholder"), value);
        assert.ok(hint.includes(source.zh));
      } else {
        assert.equal(await input.inputValue(), value);
        const sentences = choices.map(({ words, holder }) => `${words.zh}（${labels().holder[holder].zh}）`);
        assert.deepEqual(await input.locator("option").allInnerTexts(), sentences.map((words, at) => (at === 0 ? `默认：${words}` : words)));
        assert.ok(hint.includes(sentences[0]));
      }
    }
  }
  assert.deepEqual([...seen].sort(), parameters().map(({ parameter }) => parameter).sort());
});
