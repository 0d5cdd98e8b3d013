// The printed report.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { check } from "chanjiao";
import { start } from "./browser.mjs";

let site;
before(async () => void (site = await start()));
after(() => site.stop());

const record = {
  name: "示例企业",
  year: 2024,
  size_class: "medium",
  staff_in_service: 3200,
  teacher_posts: 14,
  total_wages_yuan: "288000000.50",
  explanations: { "enterprise.teacher_posts": "岗位在建" },
};

for (const language of ["zh", "en"]) {
  test(`it has the record, the conclusion, every finding and the version of the rules: ${language}`, async (t) => {
    const page = await site.open(t, { record, language });
    await page.locator(".numbers summary").click();
    await page.locator("#number-frontline_share").fill("55");
    await page.getByRole("button", { name: { zh: "打印报告", en: "Print report" }[language] }).click();
    assert.equal(await page.evaluate(() => printed), 1);
    await page.emulateMedia({ media: "print" });
    assert.ok(await page.locator(".screen").isHidden());
    const { report } = check("enterprise", record, { parameters: { frontline_share: "55" } });
    const paper = await page.locator(".paper").innerText();
    for (const { message, citation } of report.findings) {
      assert.ok(paper.includes(message[language]), message[language]);
      assert.ok(paper.includes(citation.phrase), citation.phrase);
    }
    for (const words of ["湘政办发〔2018〕82号", "示例企业", "2024", "288,000,000.50", "岗位在建", report.ruleset.digest, "55 %"]) {
      assert.ok(paper.includes(words), words);
    }
    const pdf = await page.pdf({ preferCSSPageSize: true });
    const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g).length;
    assert.ok(pages >= 2 && pages <= 8, `${pages} pages`);
  });
}

test("no conclusion is printed for a record with a fault", async (t) => {
  const page = await site.open(t, { record: { ...record, teacher_posts: -1 } });
  await page.emulateMedia({ media: "print" });
  const paper = await page.locator(".paper").innerText();
  assert.match(paper, /填写有误，未予核对/);
  assert.doesNotMatch(paper, /结论\n/);
});

test("the periods of a teacher are printed as entered", async (t) => {
  const practice = [{ start: "2023-07-01", end: "2023-08-31", in_enterprise: true }, { start: "2024-05-01" }];
  const page = await site.open(t, { subject: "teacher", record: { as_of: "2024-06-30", practice } });
  await page.emulateMedia({ media: "print" });
  const row = page.locator(".paper tr", { hasText: "实践经历" }).first();
  assert.match(await row.innerText(), /2023-07-01.*2023-08-31.*是\s*\n.*2024-05-01/);
});
